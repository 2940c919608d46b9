"""No settings file tells which folders were visited."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

VISIT = """
import sys
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from desktop import protection
if sys.argv[2] == "kept out":
    protection.keep_no_history()
application = QApplication([])
dialog = QFileDialog(None, "Fieldbook", sys.argv[1])
QTimer.singleShot(100, lambda: dialog.selectFile(sys.argv[1] + "/photo.jpg"))
QTimer.singleShot(300, dialog.accept)
QTimer.singleShot(500, application.quit)
dialog.show()
application.exec()
shiboken6.delete(dialog)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has its own dialog")
@pytest.mark.parametrize(("how", "files"), [("kept out", 0), ("not kept out", 1)])
def test_a_chosen_file_leaves_no_trace(tmp_path: Path, how: str, files: int) -> None:
    folder, home = tmp_path / "Anna at home", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    (folder / "photo.jpg").touch()
    around = {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-c", VISIT, str(folder), how]
    subprocess.run(command, env=around, check=True, timeout=60, capture_output=True)
    written = [path for path in home.rglob("*") if path.is_file()]
    assert sum(b"Anna" in path.read_bytes() for path in written) == files
