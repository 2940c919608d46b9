"""Asks for a file or a folder, by Qt's own dialog everywhere.

The desktop portals of Linux may not look at a process that keeps its memory to itself
(`desktop.protection`), a dialog of the system's remembers where it was, and F9 covers neither.
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_OURS = QFileDialog.Option.DontUseNativeDialog
TITLE = "Fieldbook"


def open_file(
    parent: QWidget, *, title: str = TITLE, kinds: str = "", start: Path | None = None
) -> Path | None:
    """The file that was chosen, None if none was.

    Parameters:
        kinds: what is shown, as `QFileDialog` takes it; "" for every file.
        start: the folder that is shown first.
    """
    name, _kind = QFileDialog.getOpenFileName(
        parent, title, str(start) if start else "", kinds, "", _OURS
    )
    return Path(name) if name else None


def save_file(
    parent: QWidget, proposed: str | Path, *, title: str = TITLE, kinds: str = ""
) -> Path | None:
    """The path that a file shall be written to, None if none was chosen.

    Parameters:
        proposed: a path, or the name alone, which then stands at home and not where the
            application was started.
    """
    start = str(Path.home() / proposed)
    name, _kind = QFileDialog.getSaveFileName(parent, title, start, kinds, "", _OURS)
    return Path(name) if name else None


def open_folder(parent: QWidget, start: str | Path, *, title: str = TITLE) -> Path | None:
    """The folder that was chosen, None if none was."""
    options = _OURS | QFileDialog.Option.ShowDirsOnly
    name = QFileDialog.getExistingDirectory(parent, title, str(start), options)
    return Path(name) if name else None


def documents() -> Path:
    """Where people keep what they write; home where there is no folder for that."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()
