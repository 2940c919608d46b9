"""A window of its own that is as tall as what it says, and scrolls where the screen is shorter."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.frames import line
from desktop.theme.look import current
from desktop.theme.reaching import Reaching
from desktop.theme.scrolling import by_key
from translations.interface import _

_PAD = 24
_LEAST = 320
"""Pixels that it is wide at least."""
_LEAST_ROOM = 80
"""Pixels of the screen that are left for its frame and whatever stands at its edge."""


class FittingDialog(Reaching, QDialog):
    """Put what it says into `column`, and its buttons below with `set_foot`."""

    def __init__(self, width: int, parent: QWidget) -> None:
        """`width` in pixels at 100 % text, as far as the notebook's window is as wide."""
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        self.setFixedWidth(min(current().px(width), _room(parent)))
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(_PAD, _PAD, _PAD, _PAD // 2)
        self.column.setSpacing(8)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._body)
        by_key(scroll, _("What this window says"))
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(_PAD, 0, _PAD, _PAD)
        self._foot.setSpacing(8)
        self._body.installEventFilter(self)
        self.installEventFilter(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._rule = line()
        self._rule.hide()
        outer.addWidget(scroll, 1)
        outer.addWidget(self._rule)
        outer.addLayout(self._foot)

    def set_foot(self, buttons: QLayout, *above: QWidget) -> None:
        """The buttons, and what is said right above them: they stay in sight."""
        for part in above:
            self._foot.addWidget(part)
        self._foot.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's hook: the first thing to fill in has the focus, and not what scrolls around it.

        It is as tall as it will be before Qt gives it its place.
        """
        self._fit()
        super().showEvent(event)
        first = next(self._stops(), None)
        if self.focusWidget() is None and first is not None:
            first.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: what it says has come, gone or grown."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _stops(self) -> Iterator[QWidget]:
        """What Tab meets in what it says."""
        stop = self._body.nextInFocusChain()
        while stop is not None and stop is not self._body:
            by_tab = stop.focusPolicy() & Qt.FocusPolicy.TabFocus
            if self._body.isAncestorOf(stop) and by_tab and stop.isVisible() and stop.isEnabled():
                yield stop
            stop = stop.nextInFocusChain()

    def _fit(self) -> None:
        needed = self.column.totalHeightForWidth(self.width())
        needed = max(needed, self.column.totalMinimumSize().height())
        room = self.screen().availableGeometry().height() - _LEAST_ROOM
        foot = self._foot.totalHeightForWidth(self.width() - 2 * _PAD)
        needed += max(foot, self._foot.sizeHint().height())
        height = min(needed, room)
        # A bar that came before it was tall enough would take width, and so make itself needed.
        bar, scrolls = Qt.ScrollBarPolicy, needed > room
        self._scroll.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if scrolls else bar.ScrollBarAlwaysOff
        )
        self._rule.setVisible(scrolls)  # the buttons stand apart from what goes on beneath them
        self._foot.setContentsMargins(_PAD, _PAD // 2 if scrolls else 0, _PAD, _PAD)
        if height != self.height():
            self.setFixedHeight(height)
            self._keep_on_screen()

    def _keep_on_screen(self) -> None:
        """What has grown beyond the lower edge of the screen moves up."""
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        if self.isVisible() and frame.bottom() > room.bottom():
            self.move(frame.x(), max(room.top(), room.bottom() - frame.height()))


def _room(parent: QWidget) -> int:
    """Pixels of the main window's width, of which a small window leaves a little in sight."""
    below = parent.window()
    while (above := below.parentWidget()) is not None:
        below = above.window()
    return max(below.width() - 2 * _PAD, _LEAST)
