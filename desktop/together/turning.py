"""Holds a page upright, or turned round for the person opposite, with everything on it alive."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsProxyWidget,
    QGraphicsScene,
    QGraphicsView,
    QStackedLayout,
    QWidget,
)


class Turnable(QWidget):
    """Shows one page at a time.

    Upright the page is an ordinary child, which screen readers and input methods know best. Only a
    turned one is painted through a scene, where a touch, a pen and the keys reach it as before.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._page: QWidget | None = None
        self._proxy: QGraphicsProxyWidget | None = None
        self._scene = QGraphicsScene(self)
        self._view = QGraphicsView(self._scene)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view.viewport().setAutoFillBackground(False)  # the page's ground, not a field's
        self._view.rotate(180)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._view)

    @property
    def page(self) -> QWidget | None:
        """What is held."""
        return self._page

    def hold(self, page: QWidget, *, turned: bool) -> None:
        """Show `page` instead of what is held, which is gone when control returns to Qt."""
        self._let_go()
        self._page = page
        if turned:
            self._proxy = self._scene.addWidget(page)
            self._fit()
            self._stack.setCurrentWidget(self._view)
        else:
            self._stack.addWidget(page)
            self._stack.setCurrentWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: a turned page is as large as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._proxy is not None:
            room = QRectF(0, 0, self.width(), self.height())
            self._scene.setSceneRect(room)
            self._proxy.setGeometry(room)

    def _let_go(self) -> None:
        if self._page is None:
            return
        if self._proxy is not None:
            self._proxy.hide()
            self._proxy.deleteLater()  # takes its page with it
            self._proxy = None
        else:
            self._page.hide()
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
        self._page = None
