"""The timeline in its card: what is chosen stands in words beside the picture."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.people.reading import Contact
from desktop.people.timeline import Timeline
from desktop.theme.buttons import Button
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside, Flow
from desktop.times import moment
from translations.interface import _, ngettext


class TimelineCard(Card):
    """Contact over time, with buttons for what keys and wheel do."""

    chosen = Signal(str)
    """The record of the contact that was opened."""
    leaving_asked = Signal(bool)
    """It shall be printed (True), or written as a PDF."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        """Show `contacts`, oldest first."""
        super().__init__()
        self.timeline = Timeline(contacts)
        self.timeline.opened.connect(self.chosen)
        head = QWidget()
        across = Beside(head, 12)
        across.addWidget(Label(_("Contact over time"), "heading"))
        across.addWidget(Label(_told(contacts), "muted", wrap=False))
        self.column.addWidget(head)
        self.column.addWidget(self.timeline)
        nearer, farther, whole = Button(_("Nearer")), Button(_("Farther")), Button(_("All"))
        nearer.clicked.connect(lambda: self.timeline.zoom(0.5))
        farther.clicked.connect(lambda: self.timeline.zoom(2))
        whole.clicked.connect(self.timeline.show_all)
        printing, writing = Button(_("Print …")), Button(_("Write PDF …"))
        printing.clicked.connect(lambda: self.leaving_asked.emit(True))
        writing.clicked.connect(lambda: self.leaving_asked.emit(False))
        hint = Label(_("Arrows choose, + and − zoom, Enter reads."), "hint")
        buttons = QWidget()
        flow = Flow(buttons, 8)
        for button in (nearer, farther, whole, printing, writing):
            flow.addWidget(button)
        self.column.addWidget(buttons)
        self.column.addWidget(hint)


def _told(contacts: Sequence[Contact]) -> str:
    count = len(contacts)
    words = ngettext("1 contact", "{count} contacts", count).format(count=count)
    last = moment(contacts[-1].at.isoformat())[:-6]
    return _("{contacts} · last {day}").format(contacts=words, day=last)
