"""The bar above every page and the line below it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.frames import indent
from desktop.theme.labels import Label
from desktop.theme.look import current
from translations.interface import _


class Bar(QFrame):
    """A bar across the window, as tall as the text size asks."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        """`height` in pixels at 100 % text."""
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._height = height
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: the text may have another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(current().px(self._height))


class TopBar(Bar):
    """The name, the way to everything, and Lock."""

    find_asked = Signal()
    lock_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar."""
        super().__init__(48, parent)
        row = QHBoxLayout(self)
        indent(row, 24, 0, 16, 0)
        row.setSpacing(16)
        row.addWidget(Label(_("Fieldbook"), "strong", wrap=False))
        row.addStretch(1)
        find = Button(
            _("Find a note, a person, a card, a command"), "find", icon="search", keys="Ctrl+K"
        )
        find.setMinimumWidth(360)
        find.clicked.connect(self.find_asked)
        row.addWidget(find)
        row.addStretch(1)
        lock = Button(_("Lock"), icon="lock", keys="Ctrl+L")
        lock.clicked.connect(self.lock_asked)
        row.addWidget(lock)


class Foot(Bar):
    """What is sealed, when it locks, and who works here."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        """`who` is the officer and the force, as the profile names them."""
        super().__init__(32, parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(24)
        self._state = Label("", "hint", wrap=False)
        self._state.setAccessibleName(_("State"))
        self._locks = Label("", "hint", wrap=False)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._locks)
        row.addWidget(Label(who, "hint", wrap=False))

    def show_state(self, text: str) -> None:
        """Say what is sealed."""
        self._state.setText(text)

    def show_remaining(self, seconds: int) -> None:
        """Say in how many seconds the notebook will lock by itself."""
        minutes, rest = divmod(max(0, seconds), 60)
        self._locks.setText(_("Locks in {time}").format(time=f"{minutes}:{rest:02}"))
