"""Asked before Fieldbook is closed while the vault does not take the last words.

A lock never asks, as somebody may be looking; whoever closes the window has the time to be told.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.look import current
from translations.interface import _

WIDTH = 500


class Unsealed(QDialog):
    """Goes back to the words that are not sealed, or closes without them."""

    def __init__(self, parent: QWidget, close: Callable[[], None]) -> None:
        """Ask over `parent`; call `close` if the words shall be given up."""
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        self.setFixedWidth(current().px(WIDTH))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.back = Button(_("Go back to them"), "primary")
        self.back.setDefault(True)
        self.back.clicked.connect(self.reject)
        self.give_up = Button(_("Close without them"), "danger")
        self.give_up.clicked.connect(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(Label(_("The last words are not sealed"), "heading"))
        column.addWidget(
            Label(
                _(
                    "The notebook does not take them, as the page says. They are still there, and"
                    " are sealed as soon as that is mended. If Fieldbook is closed now, they are"
                    " lost; everything before them is safe."
                )
            )
        )
        column.addSpacing(8)
        column.addLayout(row(self.give_up, None, self.back))
