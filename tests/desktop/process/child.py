"""A notebook process for tests: the real one with hands, and a small window instead of the shell.

With `--real` it has the real shell.

The hands take expressions over a socket and evaluate them on the thread of the windows, so that a
test can press keys in a process that it did not start itself.
"""

import os
import sys
import threading
from multiprocessing.connection import Client
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from desktop import notebook
from desktop.locking import Locker
from desktop.unlock import OpenedVault

TYPED = "typed"


class Hands(QObject):
    """Does on the main thread what a test asks for."""

    _asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, Any] = {
            "app": QApplication.instance,
            "Qt": Qt,
            "QTest": QTest,
            "hands": self,
        }
        self._connection = Client(os.environ["FIELDBOOK_TEST_HANDS"], "AF_UNIX")
        self._connection.send(os.getpid())
        self._asked.connect(self._do)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                self._asked.emit(self._connection.recv())
            except (EOFError, OSError):
                return

    def _do(self, expression: str) -> None:
        lines = expression.strip().split("\n")
        try:
            exec("\n".join(lines[:-1]), self.names)
            answer = eval(lines[-1], self.names)
        except Exception as error:
            answer = error
        known = (bool, int, str, tuple, Exception)
        self._connection.send(answer if isinstance(answer, known) else None)

    @property
    def door(self) -> QWidget:
        return next(w for w in QApplication.topLevelWidgets() if hasattr(w, "show_page"))


def open_notebook(opened: OpenedVault, locker: Locker) -> QWidget:
    """A window to type in; what is typed is sealed as a setting of the vault."""
    window = QPlainTextEdit()
    window.setWindowTitle("Fieldbook")
    read = opened.vault.query(lambda session: session.settings.get(TYPED, ""))
    window.setPlainText(read.result())

    def seal() -> None:
        text = window.toPlainText()
        opened.vault.perform(lambda session: session.settings.set(TYPED, text)).result()

    locker.seal_with(seal)
    HANDS[0].names |= {"window": window, "locker": locker, "vault": opened.vault, "seal": seal}
    return window


HANDS: list[Hands] = []

if __name__ == "__main__":
    from desktop import process, warming

    begin = process.Process.begin

    def begin_with_hands(self: process.Process) -> None:
        HANDS.append(Hands())
        HANDS[0].names["process"] = self
        begin(self)

    process.Process.begin = begin_with_hands  # type: ignore[method-assign]
    if "--real" in sys.argv:
        sys.exit(notebook.main([]))
    warming.OF_THE_WINDOW = warming.WITHOUT_QT = ()  # the small window needs nothing of the shell
    sys.exit(notebook.main([], open_notebook))
