"""The notebook's window: one frame, one page at a time."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QMainWindow, QStackedWidget, QWidget

from desktop.shell.bars import Foot, TopBar
from desktop.shell.rail import Rail
from desktop.shell.unfinished import UNFINISHED, show_unfinished, unfinished
from desktop.theme.frames import line
from desktop.theme.reaching import Reaching


class Page(QWidget):
    """What the shell shows; a page may be left at any moment, and then keeps what was typed."""

    def came(self) -> None:
        """The page is shown now: fetch what it shows."""

    def left(self) -> bool:
        """Another page shall be shown: seal what is not sealed yet; False keeps this one."""
        return True

    def seal(self) -> None:
        """The notebook locks: seal everything before returning."""

    def place(self) -> dict[str, Any]:
        """Where the officer is on the page, small and fit for JSON; kept in the vault."""
        return {}

    def restore(self, place: dict[str, Any]) -> None:
        """Lead back to what `place` told, as far as that is still there."""


class Shell(Reaching, QMainWindow):
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
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self._marks: dict[str, str] = {}
        self._marked = ""
        self._leaving: Callable[[], None] = lambda: None
        self.rail.chosen.connect(self.go)
        self._lay_out()

    def add_page(
        self,
        name: str,
        make: Callable[[], Page],
        words: str = "",
        icon: str = "",
        *,
        on_rail: str = "",
    ) -> None:
        """Add a page, which is made when it is first shown.

        One with `words` and an `icon` stands on the rail; for one without, `on_rail` says which
        page's button is marked while it is shown.
        """
        self._makers[name] = make
        self._marks[name] = on_rail or name
        if words:
            self.rail.add(name, words, icon)

    def go(self, name: str) -> None:
        """Show the page `name`, unless the one that is shown can't be left."""
        page = self._made(name)
        before = self.pages.currentWidget()
        if isinstance(before, Page) and before is not page and not before.left():
            self.rail.show_chosen(self._marked)
            return
        self._marked = self._marks[name]
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

    def place(self) -> dict[str, Any]:
        """Where the officer is: the page that is shown, and where on it."""
        name = next(name for name, page in self._pages.items() if page is self.page)
        place = {"page": name, **self.page.place()}
        words = unfinished()
        return {**place, UNFINISHED: words} if words else place

    def restore(self, place: dict[str, Any]) -> None:
        """Go where `place` tells; nothing happens where there is no such page."""
        if place.get("page") in self._makers:
            self.go(place["page"])
            self.page.restore(place)
        show_unfinished(place.get(UNFINISHED, []), self)

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

    def _made(self, name: str) -> Page:
        if name not in self._pages:
            page = self._pages[name] = self._makers[name]()
            self.pages.addWidget(page)
        return self._pages[name]

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
