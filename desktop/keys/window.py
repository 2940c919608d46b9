"""The window in which one thing is done with a notebook's keys: step by step, never holding it up.

Keys take a second to derive, on purpose; a security key waits for a finger.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.keys.words import in_words
from desktop.operations import in_background
from desktop.shell.unfinished import SECRET
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import row
from desktop.theme.labels import Label
from storage import Vault
from storage.errors import StorageError
from translations.interface import _

WIDTH = 560
Result = TypeVar("Result")


class KeysWindow(FittingDialog):
    """A heading, what is said, what is asked, and the one button that goes on.

    Subclasses show their steps with `turn`, and do what takes a while with `work`.
    """

    told = Signal(str)
    """What was done, in a sentence."""

    def __init__(self, parent: QWidget, vault: Vault, heading: str) -> None:
        """Work on the keys of `vault`."""
        super().__init__(WIDTH, parent)
        self.vault = vault
        self._act: Callable[[], None] = self.accept
        self._step: QWidget | None = None
        self._at: QWidget | None = None
        self._said = Label("", "muted")
        self._place = QVBoxLayout()
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(_("At work"))
        self._busy.hide()
        self._notice = Label("", "strong")
        self._notice.hide()
        self._trouble = ErrorLine()
        self.cancel = Button(_("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.button = Button(_("Close"), "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(lambda: self._act())
        self.column.addWidget(Label(heading, "heading"))
        self.column.addWidget(self._said)
        self.column.addSpacing(4)
        self.column.addLayout(self._place)
        self.column.addStretch(1)
        above = (self._busy, self._notice, self._trouble)
        self.set_foot(row(None, self.cancel, self.button), *above)

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self._trouble.text()

    @property
    def said(self) -> str:
        """The sentence under the heading."""
        return self._said.text()

    @property
    def is_busy(self) -> bool:
        """Whether it is at work, and can't be left."""
        return not self._busy.isHidden()

    def turn(self, said: str, step: QWidget | None, words: str, act: Callable[[], None]) -> None:
        """Show the next `step` under what is `said`; the button says `words` and does `act`."""
        self._said.setText(said)
        self._said.setVisible(bool(said))
        if self._step:
            self._place.removeWidget(self._step)
            self._step.hide()
            self._step.deleteLater()
        self._step, self._at = step, None
        if step:
            self._place.addWidget(step)
            step.show()
        self.button.set_words(words)
        self._act = act
        self.say("")

    def end(self, said: str) -> None:
        """It is done, and there is nothing more to ask: say so, and leave one button."""
        self.turn(said, None, _("Close"), self.accept)
        self.cancel.hide()
        self.button.setFocus()

    def say(self, words: str) -> None:
        """Show what stands in the way, or nothing."""
        self._trouble.show_error(words, self.button)

    def notify(self, words: str) -> None:
        """Ask for what only a person can do meanwhile, such as touching a key; "" for nothing."""
        self._notice.setText(words)
        self._notice.setVisible(bool(words))

    def work(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do `work`, which knows no window, on another thread, and `then` go on with its result."""
        self.say("")
        self._at = self.focusWidget()
        self._set_busy(True)

        def succeed(result: Result) -> None:
            self._set_busy(False)
            then(result)

        in_background(self, work).on_success(succeed).on_failure(self.refuse).start()

    def refuse(self, error: StorageError) -> None:
        """Say why it was not done."""
        self._set_busy(False)
        self.say(in_words(error))
        if self._at and self._at.isVisible():
            self._at.setFocus()

    def reject(self) -> None:
        """Cancel, unless it is at work."""
        if not self.is_busy:
            super().reject()

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        for part in (self._step, self.button, self.cancel):
            if part:
                part.setEnabled(not busy)
        if not busy:
            self.notify("")


def keep_secret(field: QWidget) -> None:
    """Let the words of `field` be kept nowhere, should the notebook lock."""
    field.setProperty(SECRET, True)


def column(*parts: QWidget, spacing: int = 12) -> QWidget:
    """Parts under each other, as one step."""
    step = QWidget()
    lines = QVBoxLayout(step)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(spacing)
    for part in parts:
        lines.addWidget(part)
    return step
