"""The pages that take a secret and open a notebook with it: the passphrase, the recovery code."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import Card, line, row
from desktop.theme.labels import Label, redress
from desktop.unlock.frame import Page
from translations.interface import _

if TYPE_CHECKING:  # it names Qt, which would delay the first window
    from desktop.theme.fields import ErrorLine

WIDTH = 440
FORGET = 60_000
"""Milliseconds after which what was typed and not used is taken out of the field."""


class SecretPage(Page):
    """A field, what is wrong with it, and Open; a notice above when there is something to say."""

    given = Signal(str)
    """The officer wants the notebook opened with this."""

    def __init__(
        self, title: str, label: str, wrong: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Ask for what `label` names; `hint` says how it looks, `wrong` that it was another."""
        super().__init__(title, WIDTH, parent)
        self.wrong = wrong
        self._notice = Card("amber")
        self._notice_words = Label()
        self._notice.column.addWidget(self._notice_words)
        self._notice.hide()
        self.field = QLineEdit()
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(hint)
        named = Label(label, "label")
        named.setBuddy(self.field)
        self._error: ErrorLine | None = None
        self._busy = QProgressBar()
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self._busy.hide()
        self.beside = Label("", "muted")
        self.open_button = Button(_("Open"), "primary", big=True)
        self._hint = Label(hint, "hint")
        if not hint:
            self._hint.hide()
        self.column.addWidget(self._notice)
        self._asked = QVBoxLayout()
        self._asked.setSpacing(6)
        for part in (named, self._hint, self.field):
            self._asked.addWidget(part)
        self.column.addLayout(self._asked)
        self.column.addWidget(self._busy)
        foot = row(self.beside, self.open_button)
        foot.setStretch(0, 1)
        self.column.addLayout(foot)
        self._retry = QTimer(self, interval=1000)
        self._wait = 0
        self._refusal = ""
        self._forget = QTimer(self, singleShot=True, interval=FORGET)
        self._connect()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._give)
        self.field.returnPressed.connect(self._give)
        self.field.textEdited.connect(lambda: self._forget.start())
        self._forget.timeout.connect(self.field.clear)
        self._retry.timeout.connect(self._count_down)

    def enter(self) -> None:
        """The field is empty and has the focus."""
        self.field.clear()
        self._show_error("")
        self.set_busy(False)
        self.field.setFocus()

    def notify(self, words: str, kind: str = "amber") -> None:
        """Say something above the field; "" takes it away. `kind` is amber or danger."""
        self._notice_words.setText(words)
        if self._notice.property("kind") != kind:
            self._notice.setProperty("kind", kind)
            redress(self._notice)
        self._notice.setVisible(bool(words))

    def set_busy(self, busy: bool) -> None:
        """Show that the key is being derived, which takes about a second."""
        self._busy.setVisible(busy)
        self.field.setReadOnly(busy)
        self.open_button.setEnabled(not busy and not self._wait)
        self.open_button.set_words(_("Opening") if busy else _("Open"))

    def refuse(self, words: str, wait: float) -> None:
        """Say that it was wrong; `wait` seconds must pass until the next attempt."""
        self.set_busy(False)
        self._wait = math.ceil(wait)
        self._refusal = words
        self._show_error(self._with_wait())
        self.open_button.setEnabled(not self._wait)
        if self._wait:
            from PySide6.QtCore import Qt  # costly, and not needed before

            # A coarse timer may end early, and the next attempt would be refused in silence.
            self._retry.setTimerType(Qt.TimerType.PreciseTimer)
            self._retry.start()
        self.field.setFocus()
        self.field.selectAll()

    def _count_down(self) -> None:
        self._wait = max(0, self._wait - 1)
        if self._error:
            self._error.setText(self._with_wait())  # counted in silence
        if not self._wait:
            self._retry.stop()
            self.open_button.setEnabled(True)

    def _with_wait(self) -> str:
        if not self._wait:
            return self._refusal
        wait = _("You can try again in {count}\u00a0s.").format(count=self._wait)
        return f"{self._refusal} {wait}".strip()

    def _give(self) -> None:
        secret = self.field.text()
        if secret and self.open_button.isEnabled():
            self._forget.stop()
            self._show_error("")
            self.given.emit(secret)

    def _show_error(self, words: str) -> None:
        """Show what is wrong under the field, and have it read out."""
        if self._error is None:
            if not words:
                return
            from desktop.theme.fields import ErrorLine

            self._error = ErrorLine()
            self._asked.addWidget(self._error)
        self._error.show_error(words, self.field)
        self.field.setAccessibleDescription(" ".join(filter(None, (words, self._hint.text()))))


class PassphrasePage(SecretPage):
    """The page that everybody sees first: nothing on it says what it is for."""

    recovery_asked = Signal()
    another_asked = Signal()
    cards_asked = Signal()
    """The cards are wanted; the notebook stays sealed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page."""
        wrong = _("That is not the passphrase. Nothing is lost.")
        super().__init__("Fieldbook", _("Passphrase"), wrong, parent=parent)
        cards = Button(_("Show cards"), big=True)
        cards.clicked.connect(self.cards_asked)
        beside = Label(_("In 33 languages. Nothing is unlocked."), "muted")
        offered = row(cards, beside)
        offered.setStretch(0, 2)
        offered.setStretch(1, 3)
        self.column.addWidget(line())
        self.column.addLayout(offered)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        recovery = Button(_("Use the recovery code"), "link")
        recovery.clicked.connect(self.recovery_asked)
        another = Button(_("Another notebook"), "link")
        another.clicked.connect(self.another_asked)
        forgotten = Label(_("Forgotten it?"), "muted", wrap=False)
        self.set_foot(forgotten, recovery, Label("·", "muted", wrap=False), another)

    def settle(self) -> None:
        """Learn about Caps Lock from now on."""
        super().settle()
        from desktop.unlock.caps import CapsLock

        CapsLock(self.field).known.connect(
            lambda on: self.beside.setText(_("Caps Lock is on") if on else _("Caps Lock is off"))
        )


class RecoveryPage(SecretPage):
    """Opens a notebook whose passphrase is forgotten, with the code from the day it was made."""

    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(
            _("Recovery code"),
            _("The code"),
            _("This code does not open the notebook. Compare it group by group."),
            _("Eight groups of four, as written down when the notebook was made."),
            parent,
        )
        back = Button(_("Back to the passphrase"), "link")
        back.clicked.connect(self.back_asked)
        self.set_foot(back)
