"""The card screen as a process of its own: no vault is needed, and nothing is kept."""

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

from desktop import quick_qt


def can_show() -> bool:
    """Whether there is a display to show cards on."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def main(code: str = "") -> int:
    """Show the cards until the window is closed, in the language `code`; gives the exit code."""
    gc.disable()  # nearly all that is made until the window is painted stays; then a `Collector`
    quick_qt.load()
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from desktop import preferences
    from desktop.cards.window import CardWindow
    from desktop.collecting import Collector
    from desktop.theme.room import take_room
    from desktop.wearing import wear

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Fieldbook")
    wear(preferences.load())
    window = CardWindow(code)
    take_room(window, QSize(1366, 768))
    window.show()
    Collector(application)
    return application.exec()


def start(profile: Path | None = None) -> None:
    """Start the card screen, with the profile in that file, beside this process."""
    from desktop.profile import VARIABLE

    frozen = getattr(sys, "frozen", False)
    command = [sys.executable] if frozen else [sys.executable, "-P", "-m", "desktop.command_line"]
    subprocess.Popen(
        [*command, "cards", "show"],
        env={**os.environ, VARIABLE: str(profile)} if profile else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
