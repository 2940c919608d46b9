"""One question on the page: what is asked, why, its answer, and what is wrong with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.widgets.answer import Answer
from desktop.widgets.pictures import Picture
from forms import Choice, NodeState
from translations.interface import _


class Question(QWidget):
    """Stands around an `Answer`; shows a `NodeState` and knows when to speak of a mistake.

    A mistake is shown once the question has been answered and left, or when finalising was
    tried; it goes as soon as it is mended.
    """

    source_asked = Signal(str)
    """What the question rests on shall be read, as the form cites it."""

    def __init__(self, answer: Answer, state: NodeState) -> None:
        super().__init__()
        self.answer = answer
        self.state = state
        self.leads_on = False
        """Whether somebody answers `source_asked`."""
        self._touched = False
        self._left = False
        self._tried = False
        self._trouble = ""
        self._readonly = False
        self._relevant = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._label = Label(kind="label")
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._label, 1)
        self._why: Button | None = None
        self._guidance: Guidance | None = None
        self._hint: Label | None = None
        self._error: ErrorLine | None = None
        self._picture: Picture | None = None
        self._column.addLayout(self._head)
        self._column.addStretch(1)  # takes what a neighbour's longer words leave over
        self._take(answer)
        self._show_words(anew=True)
        self.show_state(state)

    @property
    def is_short(self) -> bool:
        """Whether another short question may stand beside it."""
        return self.answer.is_short

    @property
    def is_wrong(self) -> bool:
        """Whether a mistake is shown."""
        return self._error is not None and bool(self._error.text())

    def head_height(self, width: int) -> int:
        """Pixels that label and hint are tall at `width`."""
        wraps = self._head.hasHeightForWidth()
        height = self._head.heightForWidth(width) if wraps else self._head.sizeHint().height()
        if self._hint is not None and not self._hint.isHidden():
            height += self._column.spacing() + self._hint.heightForWidth(width)
        return height

    def show_state(self, state: NodeState, choices: Sequence[Choice] | None = None) -> None:
        """Show `state`, and `choices` where they may have changed (None where not)."""
        self.state = state
        if state.relevant != self._relevant:
            self._relevant = state.relevant
            self.setVisible(state.relevant)
        self._show_words(anew=False)
        if choices is not None:
            self.answer.show_choices(choices)
        self.answer.show_value(state.value)
        if state.readonly != self._readonly:
            self._readonly = state.readonly
            self.answer.set_readonly(state.readonly)
        self.judge()

    def replace_answer(self, answer: Answer) -> None:
        """Answer with another widget, as when the choices have become too many for this one."""
        old = self.answer
        self._take(answer)
        old.hide()
        self._column.removeWidget(old)
        old.deleteLater()
        if self._readonly:
            answer.set_readonly(True)
        self._show_words(anew=True)

    def leave(self) -> None:
        """The focus has left: show what was understood, and what is wrong."""
        self.answer.leave()
        self._left = True
        self.judge()

    def try_all(self) -> None:
        """Finalising was tried: from now on mistakes are shown as they are."""
        self._tried = True
        self.judge()

    def tell_trouble(self, words: str) -> None:
        """Say at once that the form could not work with this answer; "" takes it away."""
        if words != self._trouble:
            self._trouble = words
            self.judge()

    def judge(self) -> None:
        """Show or take away what is wrong with the answer."""
        show = self._tried or bool(self._trouble) or (self._touched and self._left)
        text = self._mistake() if show else ""
        if text and self._error is None:
            self._error = ErrorLine()
            self._column.insertWidget(self._column.indexOf(self.answer) + 1, self._error)
        if self._error is not None:
            was = self._error.text()
            self._error.show_error(text, self.answer.mark() or self.answer)
            if was != text:
                self._describe()

    def retranslate(self) -> None:
        """The interface's language has changed."""
        self.answer.retranslate()
        if self._why is not None:
            self._why.set_words(_("Why"))
        self._show_words(anew=True)
        self.judge()

    def show_picture(self, name: str, shown: QPixmap | None) -> None:
        """Show the picture `name` under the words; "" for none, None where it is missing."""
        if name and self._picture is None:
            self._picture = Picture()
            self._column.insertWidget(self._column.indexOf(self.answer), self._picture)
        if self._picture is not None:
            self._picture.setVisible(bool(name))
            self._picture.tell(name, shown, self.state.label)

    def toggle_why(self) -> None:
        """Open or fold the guidance, if there is any."""
        if not (self.state.guidance or self.state.source):
            return
        if self._guidance is None:
            self._guidance = Guidance()
            self._guidance.source_asked.connect(self.source_asked)
            self._column.insertWidget(self._column.indexOf(self.answer), self._guidance)
            self._guidance.hide()
        shown = self._guidance.isHidden()
        self._guidance.tell(self.state.guidance, self.state.source, leads_on=self.leads_on)
        self._guidance.setVisible(shown)
        if self._why is not None:
            self._why.setChecked(shown)

    def light(self, focused: bool) -> None:
        """The focus came or went: where only a source is known, "Why" shows with the focus."""
        if self._why is not None and not self.state.guidance:
            open_now = self._guidance is not None and not self._guidance.isHidden()
            self._why.setVisible(focused or open_now)

    def _show_words(self, *, anew: bool) -> None:
        state = self.state
        label = state.label
        if state.required:
            label = _("{label} (required)").format(label=label)
        hint_changed = (self._hint.text() if self._hint else "") != state.hint
        if not anew and label == self._label.text() and not hint_changed:
            return
        self._label.setText(label)
        self._label.setVisible(bool(label) and not self.answer.says_label)
        if state.hint and self._hint is None and not self.answer.says_hint:
            self._hint = Label(kind="hint")
            self._column.insertWidget(1, self._hint)
        if self._hint is not None:
            self._hint.setText(state.hint)
            self._hint.setVisible(bool(state.hint))
        sourced = state.guidance or (state.source and not self.answer.says_label)
        if sourced and self._why is None:
            self._offer_why()
        if self._guidance is not None:
            self._guidance.tell(state.guidance, state.source, leads_on=self.leads_on)
        parts = self.answer.parts()
        if parts:
            self._label.setBuddy(parts[0])
        self._describe()

    def _offer_why(self) -> None:
        self._why = Button(_("Why"), "link")
        self._why.setCheckable(True)
        # A stop at every "Why" would double the way through the form; Ctrl+I opens it too.
        self._why.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._why.clicked.connect(self.toggle_why)
        kept = self._why.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._why.setSizePolicy(kept)
        self._head.addWidget(self._why)
        self._why.setVisible(bool(self.state.guidance))

    def _describe(self) -> None:
        error = self._error.text() if self._error else ""
        description = " ".join(part for part in (error, self.state.hint) if part)
        self.answer.describe(self._label.text(), description)
        if self._why is not None:
            self._why.setAccessibleDescription(self._label.text())

    def _mistake(self) -> str:
        if self._trouble:
            return self._trouble
        if unread := self.answer.unread():
            return unread
        if self.state.violation == "required":
            return self.state.message or _("This needs an answer.")
        if self.state.violation == "constraint":
            return self.state.message or _("This answer does not fit. Please look at it again.")
        return ""

    def _take(self, answer: Answer) -> None:
        self._column.insertWidget(self._column.count() - (self._error is not None), answer)
        self.answer = answer
        answer.answer_changed.connect(self._touch)

    def _touch(self) -> None:
        self._touched = True
        self._left = False
        if self.is_wrong:  # also where what is answered follows from nothing new
            self.judge()


class Guidance(Card):
    """Why something is asked, and the paragraph it comes from."""

    source_asked = Signal(str)
    """What is cited shall be read."""

    def __init__(self) -> None:
        super().__init__("soft")
        self.column.setContentsMargins(12, 10, 12, 10)
        self._words = Label()
        self._source = Label(kind="hint")
        self.read = Button(_("Read it"), "link")
        self.read.clicked.connect(lambda: self.source_asked.emit(self._source.text()))
        self.column.addWidget(self._words)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self._source, 1)
        across.addWidget(self.read)
        self.column.addLayout(across)

    def tell(self, guidance: str, source: str, *, leads_on: bool) -> None:
        """Show `guidance` and its `source`, either may be empty; `leads_on` where it opens."""
        self._words.setText(guidance)
        self._words.setVisible(bool(guidance))
        self._source.setText(source)
        self._source.setVisible(bool(source))
        self.read.setAccessibleName(_("Read {source}").format(source=source))
        self.read.setVisible(leads_on and bool(source))
