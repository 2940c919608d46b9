"""Fields for a new passphrase: typed twice, judged in words, or thrown for the officer."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.strength import judge
from desktop.theme.buttons import Button
from desktop.theme.fields import Field
from desktop.theme.frames import row
from desktop.theme.labels import Label
from translations.interface import _

PAUSE = 200
"""Milliseconds without typing, after which what was typed is judged."""


class NewPassphrase(QWidget):
    """Two fields and what is to be said of them; put it on a page."""

    def __init__(self, known: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        """`known` gives words that somebody would try first, such as the notebook's name."""
        super().__init__(parent)
        self._known = known
        self.first, self.again = QLineEdit(), QLineEdit()
        self._secret = Field(
            _("Passphrase"),
            self.first,
            hint=_("Four or five words that nobody would guess; at least 12 characters."),
        )
        self._repeated = Field(_("The same again"), self.again)
        self._strength = Label("", "muted")
        throw = Button(_("Choose six words for me"), "link")
        throw.clicked.connect(self._throw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._secret)
        judged = row(self._strength, throw)
        judged.setStretch(0, 1)
        column.addLayout(judged)
        column.addWidget(self._repeated)
        # Who types, Tab, types again must not press it on the way.
        QWidget.setTabOrder(self.first, self.again)
        QWidget.setTabOrder(self.again, throw)
        self._judging = QTimer(self, singleShot=True, interval=PAUSE)
        self._judging.timeout.connect(self._judge)
        self._hide_words(True)
        for field in (self.first, self.again):
            field.textEdited.connect(lambda _text: self._hide_words(True))
            field.textChanged.connect(self._changed)

    def enough(self) -> bool:
        """Whether it will do; what is wrong is said where it is wrong, and has the focus."""
        text = self.first.text()
        judged = judge(text, self._known())
        same = text == self.again.text()
        self._judging.stop()
        self._strength.setText(judged.words if judged.enough else "")
        self._secret.set_error("" if judged.enough else judged.words)
        self._repeated.set_error("" if same else _("This is not the same."))
        if not (judged.enough and same):
            (self.again if judged.enough else self.first).setFocus()
        return judged.enough and same

    def _changed(self) -> None:
        self._secret.set_error("")
        self._repeated.set_error("")
        self._judging.start()

    def _judge(self) -> None:
        text = self.first.text()
        self._strength.setText(judge(text, self._known()).words if text else "")

    def _throw(self) -> None:
        """Show six words in both fields, to be written down."""
        from storage.keys.passphrases import generate

        words = generate()
        self._hide_words(False)
        self.first.setText(words)
        self.again.setText(words)
        self._judging.stop()
        self._strength.setText(
            _("Strong. Write it down, and destroy the paper once you know it by heart.")
        )

    def _hide_words(self, hidden: bool) -> None:
        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        for field in (self.first, self.again):
            if field.echoMode() != mode:
                field.setEchoMode(mode)
