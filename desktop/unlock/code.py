"""The page that shows a new notebook's recovery code, once, and sees that it was written down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.unlock.frame import Page
from desktop.unlock.shown_code import ShownCode
from translations.interface import _

WIDTH = 600


class CodePage(Page):
    """The code, two of its groups asked back, and the way into the notebook."""

    kept = Signal()
    """The officer has shown that the code is written down."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        """Show `code`, groups of characters joined by hyphens."""
        super().__init__(_("Your recovery code"), WIDTH, parent)
        words = _(
            "If the passphrase is ever forgotten, this code opens the notebook. It is shown now "
            "and never again. Write it down, and keep it away from this laptop."
        )
        self.column.addWidget(Label(words))
        self.shown = ShownCode(code)
        self.answers = self.shown.answers
        self.column.addWidget(self.shown)
        self.done_button = Button(_("Open the notebook"), "primary", big=True)
        self.done_button.clicked.connect(self._compare)
        self.answers[-1].returnPressed.connect(self._compare)
        self.column.addLayout(row(None, self.done_button))

    def enter(self) -> None:
        """The first answer has the focus."""
        self.answers[0].setFocus()

    def _compare(self) -> None:
        if self.shown.is_written_down():
            self.kept.emit()
