"""The head of a page: its title, a line beneath, and its buttons."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside


class PageHeader(QWidget):
    """Title and subtitle, then buttons, the primary one last: beside them, or beneath if narrow."""

    def __init__(self, title: str, subtitle: str = "", *buttons: QPushButton) -> None:
        """Show `title`; `subtitle` may change later."""
        super().__init__()
        self._title = Label(title, "title")
        self._subtitle = Label(subtitle, "muted")
        words, beside = QWidget(), QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        beside.setLayout(row(*buttons))
        across = Beside(self, 12)
        across.addWidget(words)
        if buttons:
            across.addWidget(beside)

    def show_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)

    def show_subtitle(self, text: str) -> None:
        """Change the line beneath."""
        self._subtitle.setText(text)
