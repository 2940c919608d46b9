"""A finalised record as it stands and as it came to be: nothing that was struck is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.frames import Card, indent
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.scrolling import by_key
from forms import Line
from translations.interface import _

if TYPE_CHECKING:
    from exports.amendments import Entry, Stretch

_LINE = 860  # pixels a line of text is long at most
_LABELS = 220  # pixels kept for the labels beside the answers


@dataclass(frozen=True)
class ShownVersion:
    """A version of a record, in plain data.

    Attributes:
        number: 1 for the first.
        lines: what it holds, as `forms.read` gives it.
        author: who wrote it.
        written: when it was written, as people read it.
        reason: why it was amended, "" for the first.
    """

    number: int
    lines: Sequence[Line]
    author: str
    written: str
    reason: str


class RecordView(QScrollArea):
    """Shows a record's lines with struck and added words visible, then its versions.

    Nothing can be changed here; all text can be marked and copied.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions: tuple[ShownVersion, ...] = ()
        self._scale = 0.0  # the text scale it was drawn at
        self._foot: QWidget | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        by_key(self, _("Record"))

    def show_versions(self, versions: Sequence[ShownVersion], language: str | None = None) -> None:
        """Show `versions`, oldest first; mirrored where `language` reads leftward."""
        self._versions = tuple(versions)
        if language is not None:
            self.setLayoutDirection(QLocale(language).textDirection())
        self._draw()
        self.verticalScrollBar().setValue(0)

    def set_foot(self, foot: QWidget) -> None:
        """Keep `foot` below what the record holds, whichever record is shown."""
        self._foot = foot
        foot.setParent(self)
        foot.hide()

    def changeEvent(self, event: QEvent) -> None:
        """The room for labels follows the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._scale not in (0, current().scale):
            QTimer.singleShot(0, self, self._draw)  # not while Qt goes through all widgets

    def _draw(self) -> None:
        from exports.amendments import merge  # brings the whole PDF engine, 200 ms

        self._scale = current().scale
        page = QWidget()
        page.setMaximumWidth(current().px(_LINE) + 16)
        column = QVBoxLayout(page)
        indent(column, 0, 4, 16, 48)
        column.setSpacing(0)
        grid = QGridLayout()
        grid.setColumnMinimumWidth(0, current().px(_LABELS))
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        column.addLayout(grid)
        for entry in merge((version.number, version.lines) for version in self._versions):
            self._add(grid, entry)
        if len(self._versions) > 1:
            column.addSpacing(32)
            column.addWidget(self._history())
        if self._foot is not None and self._versions:
            column.addWidget(self._foot)  # out of the page that was, before that is deleted
            self._foot.show()
        column.addStretch(1)
        self.setWidget(page)
        page.setAutoFillBackground(False)

    def _add(self, grid: QGridLayout, entry: Entry) -> None:
        """A heading, or a label with what stands and stood beside it."""
        line = entry.line
        row = grid.rowCount()
        inset = 16 * max(0, line.depth - 1)
        if line.kind != "question":
            heading = Label(line.label, "heading" if line.depth == 0 else "strong")
            indent(heading, inset, 20 if row > 1 and line.depth == 0 else 4, 0, 0)
            grid.addWidget(heading, row, 0, 1, 2)
            return
        label = Label(line.label, "muted")
        indent(label, inset, 1, 0, 0)
        label.setMaximumWidth(current().px(_LABELS))
        text = _Text(entry.stretches)
        label.setBuddy(text)
        text.setAccessibleName(line.label)
        text.setAccessibleDescription(told(entry.stretches))
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)

    def _history(self) -> Card:
        card = Card()
        card.column.addWidget(Label(_("Versions"), "heading"))
        for version in self._versions:
            told = _("Version {number} · {author} · written {time}").format(
                number=version.number, author=version.author, time=version.written
            )
            head = Label(told, "strong")
            head.setContentsMargins(0, 4, 0, 0)
            card.column.addWidget(head)
            if version.reason:
                card.column.addWidget(Label(_("Reason: {reason}").format(reason=version.reason)))
        return card


class _Text(Label):
    """An answer that can be marked and copied; struck words are struck, added ones lit."""

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        super().__init__()  # at the side where reading begins, as every label
        self._stretches = stretches
        self._plain = not any(part.struck or part.added for part in stretches)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTextFormat(Qt.TextFormat.PlainText if self._plain else Qt.TextFormat.RichText)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Struck and added words take the new theme's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and not self._plain:
            self._write()

    def _write(self) -> None:
        if self._plain:
            self.setText("".join(part.text for part in self._stretches))
        else:
            self.setText(marked(self._stretches))


def marked(stretches: Sequence[Stretch]) -> str:
    """`stretches` as HTML: which version struck or added what is said in small words."""
    colours, small = current().colours, current().sizes.tiny
    parts = []
    for part in stretches:
        bare = part.text.lstrip(" ")
        words = escape(bare).replace("\n", "<br>")
        if part.struck:
            note = _("struck in version {number}").format(number=part.struck)
            words = f'<s style="color:{colours.muted}">{words}</s>'
        elif part.added:
            note = _("added in version {number}").format(number=part.added)
            words = f'<span style="background-color:{colours.soft}">{words}</span>'
        else:
            note = ""
        if note:
            words += f' <span style="color:{colours.muted};font-size:{small}px">[{note}]</span> '
        parts.append(" " + words if bare != part.text else words)
    return "".join(parts)


def told(stretches: Sequence[Stretch]) -> str:
    """`stretches` in words alone, for a screen reader, which doesn't tell what is struck."""
    parts = []
    for part in stretches:
        text = part.text.strip()
        if part.struck:
            parts.append(
                _("Struck in version {number}: {text}.").format(number=part.struck, text=text)
            )
        elif part.added:
            parts.append(
                _("Added in version {number}: {text}.").format(number=part.added, text=text)
            )
    return " ".join(parts)
