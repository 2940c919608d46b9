"""The line under a record's head: until when it stays, what holds it, what its times are worth."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.definitions import FormShelf
from desktop.operations import Operation
from desktop.profile import Profile
from desktop.rights.decisions import HoldPanel, LiftPanel, ReviewPanel, long_day
from desktop.rights.person import PERSON
from desktop.rights.person_panel import PersonPanel
from desktop.rights.purge_panel import PurgePanel
from desktop.rights.receipts import ReceiptPanel
from desktop.rights.rules import RULES, hold_words
from desktop.theme.frames import row
from desktop.theme.labels import Chip, Label
from desktop.times import moment
from storage import RecordId, Session, Vault
from storage.tables.purging import Receipt
from storage.tables.retention import Hold, Retention
from storage.tables.timekeeping import Doubt
from translations.interface import _


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the line shows of one record."""

    form: str
    kept: Retention
    holds: list[Hold]
    doubts: list[Doubt]
    receipts: list[Receipt]


class KeepingBar(QWidget):
    """Shows how long a record is kept, and changes it."""

    told = Signal(str)
    """What the officer should know now."""
    purged = Signal(str)
    """The record with this id is gone."""
    log_asked = Signal(str)
    """The log of the record with this id shall be shown."""

    def __init__(self, vault: Vault, shelf: FormShelf, profile: Profile, language: str) -> None:
        """Work on records of `vault`; documents are made with `shelf` and `profile`."""
        super().__init__()
        self._vault, self._shelf, self._profile = vault, shelf, profile
        self._language = language
        self.record = RecordId("")
        self.keeping: Keeping | None = None
        self._words = Label("", "muted")
        self._hold = Chip("", "amber")
        self._hold.hide()
        self._doubts = Label("", "error")
        self._doubts.hide()
        self._purged = Label("", "muted")
        self._purged.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        line = row(self._words)
        line.setStretch(0, 1)
        line.addWidget(self._hold, alignment=Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        column.addWidget(self._purged)
        column.addWidget(self._doubts)

    def show_record(self, record: RecordId) -> None:
        """Show `record` from now on."""
        self.record = record
        self.refresh()

    def refresh(self) -> None:
        """Fetch anew what is shown."""
        record = self.record

        def work(session: Session) -> Keeping:
            return Keeping(
                session.records.row(record).form,
                session.retention.of(record, RULES),
                session.retention.holds(record),
                session.clock.doubts(record),
                session.purging.receipts(record),
            )

        Operation(self, self._vault.query(work)).on_success(
            lambda keeping: self._show(record, keeping)
        ).on_failure(lambda _error: self.hide()).start()

    def ask_review(self) -> ReviewPanel:
        """The panel for another review date; show it with `open`."""
        assert self.keeping
        panel = ReviewPanel(self, self._vault, self.keeping.kept)
        panel.decided.connect(self._done)
        return panel

    def ask_hold(self) -> HoldPanel:
        """The panel that places a hold; show it with `open`."""
        panel = HoldPanel(self, self._vault, self.record)
        panel.decided.connect(self._done)
        return panel

    def ask_lift(self, hold: Hold) -> LiftPanel:
        """The panel that lifts `hold`; show it with `open`."""
        panel = LiftPanel(self, self._vault, hold)
        panel.decided.connect(self._done)
        return panel

    def _lift(self, hold: Hold) -> None:
        self.ask_lift(hold).open()

    def ask_purge(self) -> PurgePanel:
        """The panel that purges the record; show it with `open`."""
        panel = PurgePanel(self, self._vault, self.record)
        panel.purged.connect(self._gone)
        return panel

    def ask_person(self) -> PersonPanel:
        """The panel that hands out all about the person; show it with `open`."""
        panel = PersonPanel(
            self, self._vault, self._shelf, self._profile, self.record, self._language
        )
        panel.told.connect(self.told)
        return panel

    def _show(self, record: RecordId, keeping: Keeping) -> None:
        if record != self.record:
            return  # another record was chosen meanwhile
        self.keeping = keeping
        kept = keeping.kept
        self._words.setText(_review_words(kept, date.today()))
        self._hold.setVisible(bool(keeping.holds))
        if keeping.holds:
            kinds = sorted({hold_words(hold.kind) for hold in keeping.holds})
            self._hold.setText(_("Hold: {kinds}").format(kinds=", ".join(kinds)))
        self._purged.setText("\n".join(_purged_words(receipt) for receipt in keeping.receipts))
        self._purged.setVisible(bool(keeping.receipts))
        self._doubts.setText("\n".join(_doubt_words(doubt) for doubt in keeping.doubts))
        self._doubts.setVisible(bool(keeping.doubts))
        self.show()

    def offer(self, menu: QMenu) -> None:
        """Add to `menu` what can be done about the keeping of the record that is shown."""
        if self.keeping is None:
            return
        add = menu.addAction
        add(_("Keep it longer …"), lambda: self.ask_review().open())
        add(_("Place a hold …"), lambda: self.ask_hold().open())
        for hold in self.keeping.holds:
            words = _("Lift the hold: {kind} …").format(kind=hold_words(hold.kind))
            add(words, partial(self._lift, hold))
        add(_("Who looked at this"), lambda: self.log_asked.emit(self.record))
        menu.addSeparator()
        if self.keeping.form == PERSON:
            add(_("Hand out all about this person …"), lambda: self.ask_person().open())
        purge = add(_("Purge …"), lambda: self.ask_purge().open())
        purge.setEnabled(not self.keeping.holds)

    def _done(self, words: str) -> None:
        self.told.emit(words)
        self.refresh()

    def _gone(self, receipt: Receipt) -> None:
        self.hide()
        self.purged.emit(receipt.record)
        ReceiptPanel(self.window(), self._vault, self._profile, receipt).open()


def _review_words(kept: Retention, today: date) -> str:
    """When it is reviewed, who says so, and how the force's record is kept."""
    review = date.fromisoformat(kept.review)
    due = _("Review due since {day}") if review <= today else _("Review on {day}")
    return " · ".join(
        (
            due.format(day=long_day(review)),
            _("set by {person}").format(person=kept.person) if kept.person else _("proposed"),
            _("retention group {group}").format(group=kept.group),
        )
    )


def _purged_words(receipt: Receipt) -> str:
    return _("Versions up to {number} were purged on {time} by {person}: {reason}").format(
        number=receipt.last,
        time=moment(receipt.time),
        person=receipt.person,
        reason=receipt.reason,
    )


def _doubt_words(doubt: Doubt) -> str:
    sentence = (
        _("Version {number}: afterwards the clock was set back from {before} to {after}.")
        if doubt.ahead
        else _("Version {number}: before it the clock was set back from {before} to {after}.")
    )
    times = {"before": moment(doubt.before), "after": moment(doubt.after)}
    return sentence.format(number=doubt.version, **times) + " " + _("Its time may be wrong.")
