"""The row of what can be done with the chosen words, each with its key."""

from PySide6.QtWidgets import QWidget

from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.choosers import Chooser
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from desktop.theme.look import current
from exports.disclosure import Ground
from exports.disclosure.words import ground_words
from translations.interface import _


class Tools(QWidget):
    """Take out, take out everywhere, put back, and why."""

    def __init__(self) -> None:
        super().__init__()
        self.ground = Chooser()
        words = _("Why is it taken out?")
        for ground in Ground:
            self.ground.addItem(ground_words(ground), ground)
        self.ground.setAccessibleName(words)
        self.ground.setMinimumHeight(current().px(40))
        self.take = Button(_("Take out"), keys="Del")
        self.whole = Button(_("Whole answer"), keys="Shift+Del")
        self.every = Button(_("Everywhere"), keys="Ctrl+Del")
        self.every.setToolTip(_("Takes the chosen words out of every record in this copy"))
        self.back = Button(_("Put back"), keys="Ins")
        self.undo = Button(_("Undo"), icon="undo-2", keys="Ctrl+Z")
        self.as_read = Check(_("Show as it will be read"))
        label = Label(words, "label", wrap=False)
        label.setBuddy(self.ground)
        flow = Flow(self, 8)
        for part in (label, self.ground, self.take, self.whole, self.every, self.back, self.undo):
            flow.addWidget(part)
        flow.addWidget(self.as_read)

    @property
    def why(self) -> Ground:
        """The ground that is chosen."""
        return Ground(self.ground.currentData())

    def allow(self, *, choosing: bool, undo: bool) -> None:
        """Let words be chosen or not, and the last step be taken back or not."""
        for button in (self.take, self.whole, self.every, self.back):
            button.setEnabled(choosing)
        self.ground.setEnabled(choosing)
        self.undo.setEnabled(undo)
