"""After a lock, the memory of every process on the machine is read: no word and no key is left.

The real notebook runs on an X server of its own where there is one. Each round something else is
open when it locks: a note half written, the search, a question, a file dialog, a menu, the panel
that writes a PDF. What was copied is in the clipboard. Before the lock the same search must find
the words in the notebook's own memory, or it would prove nothing.
"""

import os
import secrets
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import Identity, Vault
from storage.keys import header
from storage.keys.slots import RecoveryCode
from tests.desktop.process.fieldbook import CHEAP, CHILD, Fieldbook, wait_for_end
from tests.desktop.process.memory import can_read, forms, hits, others
from tests.desktop.process.test_memory import WRITE
from tests.trials.driven import display

_LATER = "from PySide6.QtCore import QTimer\nfrom PySide6 import QtWidgets as w\n"
_SHELL = """
shell = next(w for w in app().topLevelWidgets() if hasattr(w, "pages"))
shell.activateWindow()
shell.windowHandle().requestActivate()
for _ in range(50):
    app().focusWindow() or QTest.qWait(100)
QTest.qWait(300)
"""  # no window manager gives the focus here
CTRL_N = (
    _SHELL + "QTest.keyClick(shell, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)\n"
    "QTest.qWait(500)\nNone"
)
_SEARCH = f"""{_SHELL}
QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
QTest.qWait(300)
QTest.keyClicks(app().focusWidget(), {{canary!r}})
QTest.qWait(500)
"""
OPEN = {
    "a note": "",
    "the search": _SEARCH,
    "a question": f"{_LATER}"
    "QTimer.singleShot(0, lambda: w.QMessageBox.question(None, 'Fieldbook', {canary!r}))\n",
    "a file dialog": f"{_LATER}"
    "QTimer.singleShot(0, lambda: w.QFileDialog.getSaveFileName(None, 'Fieldbook', {canary!r}))\n",
    "a menu": f"{_LATER}"
    "menu = w.QMenu()\nmenu.addAction({canary!r})\nQTimer.singleShot(0, lambda: menu.exec())\n",
    "a date": f"{_LATER}"
    "date = next((d for d in app().allWidgets() if isinstance(d, w.QDateTimeEdit)), None)\n"
    "date and date.setFocus()\n",
}


def run(seed: int) -> Iterator[str]:
    if sys.platform != "linux" or not can_read(os.getppid()):
        pytest.skip("reads /proc as an administrator")
    with _display() as environment:
        yield f"the notebook's windows are on {environment}; sought in each process's memory:"
        yield "a text that was typed, copied and searched for; the passphrase; the data key;"
        yield "as UTF-8, UTF-16 and UTF-32, raw and in hexadecimal digits"
        for name, opened in OPEN.items():
            with tempfile.TemporaryDirectory() as folder:
                before, processes, size = _round(Path(folder), opened)
            yield (
                f"{name} open: {before} copies in the notebook before the lock; after it 0 in"
                f" {processes} processes, {size / 1e6:.0f} MB"
            )


def _round(folder: Path, opened: str) -> tuple[int, int, int]:
    canary, passphrase = secrets.token_hex(12), " ".join(secrets.token_hex(4) for _ in range(4))
    vault, code = Vault.create(folder / "v", passphrase, Identity("a", "b"), cost=CHEAP)
    vault.close()
    _found, data_key = header.read(folder / "v").unlock(RecoveryCode(code))
    sought = forms(canary, passphrase, data_key)
    fieldbook = Fieldbook(folder, folder / "v", ["-P", str(CHILD), "--real"])
    try:
        first = fieldbook.next_notebook()
        assert fieldbook.line() == "painted"
        fieldbook.next_notebook()
        fieldbook.unlock(first, passphrase)
        assert fieldbook.line() == "opened"
        fieldbook.do(first, CTRL_N)
        fieldbook.do(first, f"{WRITE.format(canary=canary)}\nNone")
        fieldbook.do(first, f"{opened.format(canary=canary)}\nNone")
        fieldbook.do(first, "QTest.qWait(500)")
        before, _size = hits(first, sought)
        assert before > 0, "the search does not find what is there"
        fieldbook.tell(first, "process._locker.lock()")
        assert fieldbook.line().startswith("locked")
        assert fieldbook.line() == "painted"
        wait_for_end(first)
        left = {pid: hits(pid, sought) for pid in others()}
        found = {pid: count for pid, (count, _) in left.items() if count}
        assert not found, f"found again in {found}"
        return before, sum(size > 0 for _, size in left.values()), sum(s for _, s in left.values())
    finally:
        fieldbook.close()


@contextmanager
def _display() -> Iterator[str]:
    """A real display where there is one to be had; the environment points to it."""
    if not shutil.which("Xvfb"):
        yield "no display (offscreen)"
        return
    with display() as where:
        os.environ |= {"DISPLAY": where, "QT_QPA_PLATFORM": "xcb"}
        try:
            yield "an X server (Xvfb), which is read as well"
        finally:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
