"""Where the eye and the caret are on the page of a form, and how they get elsewhere."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget

from desktop.widgets.column import lay_out
from desktop.widgets.focus import question_of, show_caret
from desktop.widgets.focus_following import follow_focus
from desktop.widgets.question import Question

_EDGE = 24  # pixels kept between what has the focus and the edge of the page


class Attention(QObject):
    """Follows the focus through the questions of one view, and keeps it in sight.

    ``current`` is the question that has the focus, or had it last.
    """

    def __init__(self, view: QScrollArea) -> None:
        """Begin to follow; `view` outlives this."""
        super().__init__(view)
        self._view = view
        self.current: Question | None = None
        follow_focus(self._moved)

    def focus(self, question: Question) -> None:
        """Put the caret into `question`: on what is chosen there, else on its first part."""
        parts = question.answer.parts()
        chosen = [part for part in parts if isinstance(part, QRadioButton) and part.isChecked()]
        for part in (*chosen, *parts)[:1]:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show(question)

    def focus_first(self, questions: Iterable[Question]) -> None:
        """Put the caret into the first that can be answered."""
        for question in questions:
            if question.state.relevant and question.answer.parts():
                self.focus(question)
                return

    def focus_first_in(self, widget: QWidget) -> None:
        """The same within a part that has just come."""
        lay_out(self._view)
        self.focus_first(widget.findChildren(Question))

    def move_on(self, question: Question, questions: Iterable[Question]) -> None:
        """Go from `question` to the next of `questions` that can be answered."""
        open_ones = [
            q
            for q in questions
            if q.state.relevant and q.answer.parts() and q.isVisibleTo(self._view)
        ]
        if question in open_ones[:-1]:
            self.focus(open_ones[open_ones.index(question) + 1])

    def follow_caret(self) -> None:
        """Writing at the foot of a long text moves the page along."""
        QTimer.singleShot(0, self, lambda: show_caret(self._view, _EDGE))

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if new is None:
            return  # another window has the keys for a while; nothing was left
        question = question_of(new) if self._view.isAncestorOf(new) else None
        if self.current is not None and question is not self.current:
            self.current.leave()
            self.current.light(False)
        if question is not None:
            question.light(True)
            self.current = question
            if not QApplication.mouseButtons():
                self._show(question)

    def _show(self, question: Question) -> None:
        """Scroll to `question`, if it has its place yet: a page that has none begins at its top."""
        if self._view.isVisible():
            lay_out(self._view)
            self._view.ensureWidgetVisible(question, 0, _EDGE)
