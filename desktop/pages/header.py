"""The head of a page: its title, a line beneath, and its buttons."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.theme.labels import Label
from desktop.theme.layouts import Flow, Head


class PageHeader(QWidget):
    """Title and subtitle, then buttons, the primary one last: beside them, or beneath if narrow."""

    def __init__(self, title: str, subtitle: str = "", *buttons: QPushButton) -> None:
        """Show `title`; `subtitle` may change later."""
        super().__init__()
        self._title = Label(title, "title")
        self._subtitle = Label("", "muted")
        across = Head(self, 12)
        across.addWidget(self._title)
        across.addWidget(self._subtitle)
        if buttons:
            beside = QWidget()
            flow = Flow(beside, 12)
            for button in buttons:
                flow.addWidget(button)
            across.addWidget(beside)
        self.show_subtitle(subtitle)

    def show_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)

    def show_subtitle(self, text: str) -> None:
        """Change the line beneath; "" for none."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))
