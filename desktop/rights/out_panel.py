"""What the panels have alike by which something leaves, as a file or on paper."""

from PySide6.QtCore import Signal

from desktop.rights.panel import Panel
from desktop.widgets.where_to import WhereTo
from translations.interface import _


class OutPanel(Panel):
    """Subclasses make `out`, the field for the path."""

    told = Signal(str)
    """What was done."""
    out: WhereTo

    def was_printed(self, printer: str) -> None:
        """It lies in the `printer`: say so, and go."""
        self.told.emit(_("Given to the printer {name}.").format(name=printer))
        self.accept()

    def was_written(self, problem: str | None, *, sealed: bool = False) -> None:
        """It stands at `out`: say so, and go; or say what the `problem` is, and stay.

        None is for what was stopped: nothing stands there.
        """
        if problem is None:
            self.reject()
            return
        if problem:
            self.say(_("Nothing was written: {problem}").format(problem=problem))
            return
        words = (
            _("Written, sealed to the force: {path}")
            if sealed
            else _("Written, not encrypted: {path}")
        )
        self.told.emit(words.format(path=self.out.text()))
        self.accept()
