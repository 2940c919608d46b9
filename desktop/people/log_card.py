"""The contact log of one person: the newest first, each with its day and what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.people.reading import Contact
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, line
from desktop.theme.labels import Chip, Label
from desktop.theme.look import current
from desktop.times import moment
from translations.interface import _

SHOWN = 20
_DAY = 72
_LONGEST = 140


class LogCard(Card):
    """Shows the newest contacts; more of them come with a button."""

    chosen = Signal(str)
    """The contact's record."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        """Show `contacts`, given oldest first."""
        super().__init__()
        self._rest = list(reversed(contacts))
        self.column.setSpacing(12)
        self.column.addWidget(Label(_("Contact log"), "heading"))
        self._more = Button("", "quiet")
        self._more.clicked.connect(self._show_more)
        self.column.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)
        if not contacts:
            self.column.addWidget(
                Label(_("No contact yet. What is logged stands here, newest first."), "muted")
            )
        self._show_more()

    def _show_more(self) -> None:
        shown, self._rest = self._rest[:SHOWN], self._rest[SHOWN:]
        for contact in shown:
            place = self.column.count() - 1
            if place > 1:
                self.column.insertWidget(place, line())
                place += 1
            self.column.insertLayout(place, self._row(contact))
        self._more.set_words(_("{count} earlier").format(count=len(self._rest)))
        self._more.setVisible(bool(self._rest))

    def _row(self, contact: Contact) -> QHBoxLayout:
        day = QLocale().toString(
            QDate(contact.at.year, contact.at.month, contact.at.day), "d MMM yy"
        )
        when = Label(day, "strong", wrap=False)
        when.setMinimumWidth(current().px(_DAY))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(summary(contact)))
        under = _under(contact)
        if under:
            words.addWidget(Label(under, "muted"))
        read = Button(_("Read"))
        read.setAccessibleName(f"{read.text()}: {day}")
        read.clicked.connect(self._opener(contact.record))
        made = QHBoxLayout()
        made.setSpacing(12)
        made.addWidget(when, alignment=Qt.AlignmentFlag.AlignTop)
        made.addLayout(words, 1)
        if contact.promise:
            made.addWidget(_promise(contact), alignment=Qt.AlignmentFlag.AlignVCenter)
        made.addWidget(read, alignment=Qt.AlignmentFlag.AlignVCenter)
        return made

    def _opener(self, record: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(record)


def summary(contact: Contact) -> str:
    """The way, and what she wanted or said, on one line."""
    words = " ".join((contact.wishes or contact.said).split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rstrip() + "…"
    return ". ".join(filter(None, (contact.way, words))) or _("Contact")


def _under(contact: Contact) -> str:
    if contact.next is None:
        return ""
    return _("next contact {time}").format(time=moment(contact.next.isoformat()))


def _promise(contact: Contact) -> Chip:
    if contact.promise_kept == "kept":
        return Chip(_("promise kept"), "teal")
    if contact.promise_kept == "not_kept":
        return Chip(_("promise not kept"), "neutral")
    if contact.promise_due:
        day = QDate.fromString(contact.promise_due, Qt.DateFormat.ISODate)
        return Chip(_("promised by {day}").format(day=QLocale().toString(day, "d MMM")), "amber")
    return Chip(_("promised"), "amber")
