"""The notebook's window: one frame, one page at a time."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QWidget

from desktop.shell.bars import Foot, TopBar
from desktop.shell.rail import Rail
from desktop.theme.frames import line


class Page(QWidget):
    """What the shell shows; a page may be left at any moment, and then keeps what was typed."""

    def came(self) -> None:
        """The page is shown now: fetch what it shows."""

    def left(self) -> bool:
        """Another page shall be shown: seal what is not sealed yet; False keeps this one."""
        return True

    def seal(self) -> None:
        """The notebook locks: seal everything before returning."""


class Shell(QMainWindow):
    """The window with its rail; pages are added by the composition root."""

    turned = Signal()
    """Another page is shown now."""

    def __init__(self, who: str) -> None:
        """`who` is the officer and the force, for the foot."""
        super().__init__()
        self.setWindowTitle("Fieldbook")
        self.resize(1366, 768)
        self.top = TopBar()
        self.rail = Rail()
        self.foot = Foot(who)
        self.pages = QStackedWidget()
        self._pages: dict[str, Page] = {}
        self._marked = ""
        self._leaving: Callable[[], None] = lambda: None
        self.rail.chosen.connect(self.go)
        self._lay_out()

    def add_page(self, name: str, page: Page, words: str = "", icon: str = "") -> None:
        """Add a page; one with `words` and an `icon` stands on the rail."""
        self._pages[name] = page
        self.pages.addWidget(page)
        if words:
            self.rail.add(name, words, icon)

    def go(self, name: str, on_rail: str = "") -> None:
        """Show the page `name`; `on_rail` says which button is marked, if not its own."""
        page = self._pages[name]
        before = self.pages.currentWidget()
        if isinstance(before, Page) and before is not page and not before.left():
            self.rail.show_chosen(self._marked)
            return
        self._marked = on_rail or name
        self.pages.setCurrentWidget(page)
        self.rail.show_chosen(self._marked)
        page.came()
        if before is not page:
            self.turned.emit()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    def bind(self, keys: str, call: Callable[[], None]) -> None:
        """Let `keys` do the same as `call` wherever the focus is."""
        QShortcut(QKeySequence(keys), self).activated.connect(call)

    def seal(self) -> None:
        """Seal whatever any page holds; returns when it is durable."""
        for page in self._pages.values():
            page.seal()

    def on_close(self, call: Callable[[], None]) -> None:
        """What closing the window does: it locks, like everything that ends the work."""
        self._leaving = call

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's hook: the officer has closed the window."""
        event.ignore()
        self._leaving()

    def _lay_out(self) -> None:
        frame = QWidget()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.top, 0, 0, 1, 3)
        grid.addWidget(line(), 1, 0, 1, 3)
        grid.addWidget(self.rail, 2, 0)
        grid.addWidget(line(upright=True), 2, 1)
        grid.addWidget(self.pages, 2, 2)
        grid.addWidget(line(), 3, 0, 1, 3)
        grid.addWidget(self.foot, 4, 0, 1, 3)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(2, 1)
        self.setCentralWidget(frame)
