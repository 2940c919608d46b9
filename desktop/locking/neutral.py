"""F9: everything behind a plain screen with the time on it, and sealed a moment later."""

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from translations.interface import _

MOMENT = 10_000
"""Milliseconds until it seals itself; a second F9 within them brings everything back."""


class NeutralScreens(QObject):
    """One plain window over each screen. The windows beneath stay as they are, dialogs included."""

    expired = Signal()
    """The moment is over: seal the notebook."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._screens: list[QWidget] = []
        self._focus: QWidget | None = None
        self._moment = QTimer(self, singleShot=True, interval=MOMENT)
        self._moment.timeout.connect(self.expired)

    def toggle(self) -> None:
        """Hide everything, or show it again."""
        if self._screens:
            self._reveal()
        else:
            self._cover()

    def _cover(self) -> None:
        self._focus = QApplication.focusWidget()
        for screen in QGuiApplication.screens():
            cover = _plain_window()
            cover.setScreen(screen)
            cover.setGeometry(screen.geometry())
            cover.showFullScreen()
            self._screens.append(cover)
        self._screens[0].activateWindow()
        self._moment.start()

    def _reveal(self) -> None:
        self._moment.stop()
        for cover in self._screens:
            cover.close()
            cover.deleteLater()
        self._screens.clear()
        if self._focus:
            self._focus.activateWindow()
            self._focus.setFocus()


def _plain_window() -> QWidget:
    """Nothing but the time; modal, so that no key reaches what lies beneath."""
    window = QWidget(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    window.setWindowModality(Qt.WindowModality.ApplicationModal)
    window.setWindowTitle("Fieldbook")
    window.setAccessibleName(_("Hidden. F9 brings the notebook back."))
    now = QDateTime.currentDateTime()
    clock = QLabel(QLocale().toString(now.time(), QLocale.FormatType.ShortFormat))
    clock.setProperty("kind", "title")
    day = QLabel(QLocale().toString(now.date(), QLocale.FormatType.LongFormat))
    day.setProperty("kind", "muted")
    column = QVBoxLayout(window)
    column.addStretch()
    column.addWidget(clock, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(day, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch()
    return window
