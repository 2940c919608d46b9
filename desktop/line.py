"""The notebook's end of the line to its supervisor; desktop/supervision.py says what passes."""

import os
import threading

from PySide6.QtCore import QObject, Signal


class Line(QObject):
    """Standard input and output, taken away from everything else in this process."""

    asked = Signal(str)
    """A line from the supervisor."""
    ended = Signal()
    """The supervisor is gone, or wants no more of this process."""
    _heard = Signal(str)
    _over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Take standard output: what anybody prints from now on goes nowhere."""
        super().__init__(parent)
        # From the listening thread to this one, where they wait for the event loop.
        self._heard.connect(self.asked)
        self._over.connect(self.ended)
        self._input, self._output = os.dup(0), os.dup(1)
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 0)
        os.dup2(nowhere, 1)
        os.close(nowhere)

    def listen(self) -> None:
        """Hear what the supervisor says; it is told once the event loop runs."""
        threading.Thread(target=self._listen, daemon=True).start()

    def say(self, line: str) -> None:
        """Write one line; a supervisor that is gone does not hear it."""
        try:
            os.write(self._output, line.encode() + b"\n")
        except OSError:
            pass

    def _listen(self) -> None:
        with open(self._input, encoding="utf-8") as lines:
            for line in lines:
                self._heard.emit(line.rstrip("\r\n"))
        self._over.emit()
