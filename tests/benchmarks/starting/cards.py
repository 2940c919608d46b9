"""What the command `fieldbook cards show` does, but it prints when its window is painted."""

import sys

from desktop import command_line, quick_qt

quick_qt.load()
from PySide6.QtCore import QTimer  # noqa: E402 - loaded as the command does
from PySide6.QtGui import QPaintEvent  # noqa: E402

from desktop.cards import window  # noqa: E402


class Told(window.CardWindow):
    """Says so when it is painted: its parts are painted with it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: print("painted", flush=True))


window.CardWindow = Told  # type: ignore[misc]
sys.exit(command_line.main(["cards", "show", *sys.argv[1:]]))
