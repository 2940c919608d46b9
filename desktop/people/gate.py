"""Before a liaison record is read: why? Asked once for each opening, and kept in the log."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from translations.interface import _

WIDTH = 520


class Gate(QWidget):
    """Shows the alias and nothing else, until a reason is given."""

    passed = Signal(str)
    """The reason."""

    def __init__(self) -> None:
        """Ask for nobody yet; `ask` begins."""
        super().__init__()
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(_("For example: contact agreed for today"))
        self._alias = Label("", "title")
        question = Label(_("Why do you open this record?"), "label")
        question.setBuddy(self.reason)
        self.reason.setAccessibleName(question.text())
        self._open = Button(_("Open"), "primary", big=True)
        self._open.setEnabled(False)
        self._open.clicked.connect(self._pass)
        self.reason.returnPressed.connect(self._pass)
        self.reason.textChanged.connect(lambda text: self._open.setEnabled(bool(text.strip())))
        card = Card()
        card.setMaximumWidth(WIDTH)
        card.column.setContentsMargins(24, 24, 24, 24)
        card.column.addWidget(self._alias)
        card.column.addWidget(
            Label(_("Every look at this record is logged with its reason."), "muted")
        )
        card.column.addSpacing(8)
        card.column.addWidget(question)
        card.column.addWidget(self.reason)
        card.column.addSpacing(8)
        card.column.addLayout(row(None, self._open))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.addStretch(1)
        column.addLayout(row(None, card, None))
        column.setAlignment(card, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        card.setMinimumWidth(min(WIDTH, 420))

    def ask(self, alias: str) -> None:
        """Ask why the record of `alias` is opened."""
        self._alias.setText(alias)
        self.reason.clear()

    def _pass(self) -> None:
        reason = self.reason.text().strip()
        if reason:
            self.passed.emit(reason)
