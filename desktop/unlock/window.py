"""The window before unlocking: one page in it at a time, and word when it is on the screen."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.protection import exclude_from_capture
from desktop.theme.reaching import Reaching
from desktop.theme.room import take_room
from desktop.unlock.frame import Page

SIZE = QSize(1366, 768)
"""Pixels it would like; on a screen that has not more than that it takes all there is."""


class UnlockWindow(Reaching, QWidget):
    """Says "Fieldbook" and nothing else about itself."""

    painted = Signal()
    """It is on the screen for the first time."""
    closed = Signal()
    """The officer has closed it."""

    def __init__(self) -> None:
        """Build it, hidden and empty."""
        super().__init__()
        self.setWindowTitle("Fieldbook")
        self._is_painted = False
        self._page: Page | None = None
        self._stack = QStackedLayout(self)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show `page` instead of the one before, which is thrown away."""
        before, self._page = self._page, page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before and before is not page:
            self._stack.removeWidget(before)
            before.deleteLater()
        if self.isVisible():
            page.enter()
        if self._is_painted:
            page.settle()

    def arrive(self, geometry: bytes, *, behind: bool = False) -> None:
        """Come onto the screen where the window before stood (Qt's own account of it).

        With `behind`, what is typed goes on to whatever program has the focus.
        """
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, behind)
        if geometry:
            self.restoreGeometry(geometry)  # from here on its native window may be there
        else:
            take_room(self, SIZE)
        self.winId()  # makes the native window
        self.windowHandle().installEventFilter(self)
        exclude_from_capture(self.windowHandle())
        self.show()
        if not behind:
            self.raise_()
            self.activateWindow()
        if self._page:
            self._page.enter()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's hook: when the native window is first exposed, all of it is painted with it."""
        if event.type() == QEvent.Type.Expose and not self._is_painted:
            self._is_painted = True
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))  # before any timer
        return False

    def customEvent(self, _event: QEvent) -> None:
        """Qt's hook: the first painting is done."""
        self.painted.emit()
        if self._page:
            self._page.settle()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's hook: closing this window ends Fieldbook."""
        super().closeEvent(event)
        self.closed.emit()
