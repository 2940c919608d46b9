"""The head of a page: its title, a line beneath, and its buttons."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.theme.labels import Label


class PageHeader(QWidget):
    """Title and subtitle on the left, buttons on the right, the primary one last."""

    def __init__(self, title: str, subtitle: str = "", *buttons: QPushButton) -> None:
        """Show `title`; `subtitle` may change later."""
        super().__init__()
        self._title = Label(title, "title")
        self._subtitle = Label(subtitle, "muted")
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button)

    def show_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)

    def show_subtitle(self, text: str) -> None:
        """Change the line beneath."""
        self._subtitle.setText(text)
