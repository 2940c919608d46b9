"""A window with work beside it, which its Cancel stops before anything of it stands outside."""

import threading

from PySide6.QtWidgets import QWidget

from desktop.theme.fitting import FittingDialog
from desktop.theme.notices import Progress
from translations.interface import _


class StoppingDialog(FittingDialog):
    """Put `progress` into the foot; go between `begin_work` and `end_work`."""

    def __init__(self, width: int, parent: QWidget) -> None:
        """`width` in pixels at 100 % text."""
        super().__init__(width, parent)
        self._stopped, self.is_running = threading.Event(), False
        self.progress = Progress("", can_cancel=False)  # the window has Cancel
        self.progress.hide()

    def begin_work(self, words: str) -> None:
        """Something is done beside the window now: a bar moves under `words`."""
        self._stopped.clear()
        self.is_running = True
        self.progress.begin(words)

    def end_work(self) -> None:
        """It is done, or was refused, or has stopped."""
        self.is_running = False
        self.progress.hide()

    def is_stopped(self) -> bool:
        """Whether the work should stop; asked from any thread."""
        return self._stopped.is_set()

    def reject(self) -> None:
        """Cancel: what is under way stops first, and whoever began it closes the window."""
        if self.is_running:
            self._stopped.set()
            self.progress.set_words(_("Stopping"))
        else:
            super().reject()
