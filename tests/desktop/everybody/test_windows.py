"""No part of a page is on screen for a moment as a window of its own, with what it says."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from desktop.cards.window import CardWindow
from desktop.unlock.window import UnlockWindow
from tests.desktop.everybody.stage import Stage

WINDOWS = (QDialog, QMainWindow, QMenu, UnlockWindow, CardWindow)


class Witness(QObject):
    """Sees every widget that Qt shows as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and not isinstance(watched, WINDOWS):
            self.seen.add(f"{type(watched).__name__}, made in {self._place}")
        return False

    _place = ""

    def walk(self, stage: Stage) -> None:
        """Go through all there is, and note where something was seen."""
        for scenes in (stage.pages, stage.dialogs, stage.door):
            for name, _window in scenes():
                self._place = f"{scenes.__name__} after {name}"


def test_only_windows_are_shown_as_windows(stage: Stage, qapp: QApplication) -> None:
    stage.build()
    witness = Witness()
    qapp.installEventFilter(witness)
    try:
        witness.walk(stage)
    finally:
        qapp.removeEventFilter(witness)
    assert witness.seen == set()
