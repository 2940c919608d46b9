"""Where an officer is in a form, so that lock, crash and power cut lead back to the same caret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from desktop.widgets.answer import caret, set_caret
from desktop.widgets.column import lay_out
from desktop.widgets.question import Question
from desktop.widgets.sections import InstanceCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea

    from desktop.widgets.form_builder import Part


@dataclass(frozen=True)
class FormPlace:
    """The question and part with the caret, what is selected, how far the page is scrolled.

    Attributes:
        path: of the question, "" for none.
        part: which of the question's parts has the focus.
        caret: signs before the caret (UTF-16 units, as Qt counts).
        anchor: where the selection began, the caret's place for none.
        scroll: pixels above the view.
        sight: pixels from the top of the view to the line with the caret; stays true when what
            is above has another height, as in a wider window.
        folded: the paths of folded instances.
        loose: by path, words in a field that are no answer yet, or find one.
    """

    path: str = ""
    part: int = 0
    caret: int = 0
    anchor: int = 0
    scroll: int = 0
    sight: int | None = None
    folded: tuple[str, ...] = ()
    loose: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(
        cls, view: QScrollArea, parts: Mapping[str, Part], current: Question | None
    ) -> FormPlace:
        """The place in `view`, whose parts are `parts` and whose focus is in `current`."""
        folded = tuple(
            path
            for path, part in parts.items()
            if isinstance(part, InstanceCard) and part.is_folded
        )
        scroll = view.verticalScrollBar().value()
        loose = {
            path: words
            for path, part in parts.items()
            if isinstance(part, Question) and (words := part.answer.loose() or part.answer.sought())
        }
        if current is None:
            return cls(scroll=scroll, folded=folded, loose=loose)
        fields = current.answer.parts()
        focus = QApplication.focusWidget()
        index = fields.index(focus) if focus in fields else 0
        at, anchor = caret(fields[index]) if fields else (0, 0)
        sight = _line(fields[index] if fields else current, view)
        return cls(current.answer.path, index, at, anchor, scroll, sight, folded, loose)

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> FormPlace:
        """The place that `as_json` told; what is missing or of another kind is left out."""
        numbers = {
            name: values[name]
            for name in ("part", "caret", "anchor", "scroll", "sight")
            if isinstance(values.get(name), int)
        }
        return cls(
            path=str(values.get("path", "")),
            folded=tuple(map(str, values.get("folded", ()))),
            loose={str(path): str(words) for path, words in dict(values.get("loose", {})).items()},
            **numbers,
        )

    def as_json(self) -> dict[str, Any]:
        """The place as plain values."""
        return {
            "path": self.path,
            "part": self.part,
            "caret": self.caret,
            "anchor": self.anchor,
            "scroll": self.scroll,
            "sight": self.sight,
            "folded": list(self.folded),
            "loose": dict(self.loose),
        }

    def restore(self, view: QScrollArea, parts: Mapping[str, Part]) -> None:
        """Bring `view` back to this place; parts that are gone are passed over."""
        for path, part in tuple(parts.items()):
            if isinstance(part, InstanceCard):
                part.fold(path in self.folded)
        for path, words in self.loose.items():
            asked = parts.get(path)
            if isinstance(asked, Question):
                asked.answer.show_loose(words)
        lay_out(view)
        question = parts.get(self.path)
        if isinstance(question, Question):
            fields = question.answer.parts()
            if self.part < len(fields):
                fields[self.part].setFocus()
                set_caret(fields[self.part], self.caret, self.anchor)
        bar = view.verticalScrollBar()
        bar.setValue(self.scroll)
        if self.sight is not None and isinstance(question, Question):
            parts_now = question.answer.parts()
            rests = parts_now[self.part] if self.part < len(parts_now) else question
            bar.setValue(bar.value() + _line(rests, view) - self.sight)


def _line(part: QWidget, view: QScrollArea) -> int:
    """Pixels from the top of `view` to the line of `part` that is being written."""
    at = part.cursorRect().topLeft() if isinstance(part, QPlainTextEdit) else QPoint(0, 0)
    return part.mapTo(view.viewport(), at).y()
