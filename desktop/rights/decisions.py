"""The panels of a record's keeping: another review date, a hold, and lifting it."""

from datetime import date, timedelta

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from desktop.rights.panel import Panel, line_field
from desktop.rights.rules import group_words, hold_words
from desktop.theme.labels import Label
from desktop.theme.segmented import Segmented
from storage import RecordId, Vault
from storage.tables.retention import GROUPS, Hold, HoldKind, Retention
from translations.interface import _

_MONTHS = ((3, 92), (6, 183), (12, 366), (24, 731))


class ReviewPanel(Panel):
    """Sets when a record is looked at again, and by which group the force keeps it."""

    decided = Signal(str)
    """What was done, for the officer."""

    def __init__(self, parent: QWidget, vault: Vault, kept: Retention) -> None:
        """Offer another date than the one that is `kept` now."""
        super().__init__(
            parent,
            _("Look at it again later"),
            _("What is no longer needed here is handed over to the force’s record, or purged."),
            _("Keep until then"),
        )
        self._vault, self._kept = vault, kept
        self.later = Segmented(
            [(str(days), _("{count} months").format(count=months)) for months, days in _MONTHS]
        )
        self.later.set_value(str(_MONTHS[1][1]))
        self.group = Segmented([(str(group), str(group)) for group in GROUPS])
        self.group.set_value(str(kept.group))
        self._means = Label(group_words(kept.group), "muted")
        self.group.chosen.connect(
            lambda group: self._means.setText(group and group_words(int(group)))
        )
        self.reason = line_field(_("For example: the case goes on"))
        self.ask(_("For how long from today?"), self.later)
        self.ask(_("Retention group of the force’s record"), self.group)
        self.fields.addWidget(self._means)
        self.ask(_("Why is it needed here?"), self.reason)

    def act(self) -> None:
        """Set it."""
        reason = self.reason.text().strip()
        if not reason or not self.later.value() or not self.group.value():
            self.say(_("Choose how long and the group, and say why."))
            return
        review = date.today() + timedelta(int(self.later.value()))
        group, record = int(self.group.value()), self._kept.record
        self.run(
            self._vault.perform(lambda s: s.retention.change(record, group, review, reason)),
            lambda _nothing: self._end(review),
        )

    def _end(self, review: date) -> None:
        self.decided.emit(_("It will be looked at again on {day}.").format(day=long_day(review)))
        self.accept()


class HoldPanel(Panel):
    """Keeps a record from being purged."""

    decided = Signal(str)

    def __init__(self, parent: QWidget, vault: Vault, record: RecordId) -> None:
        """Offer a hold on `record`."""
        super().__init__(
            parent,
            _("Place a hold"),
            _("Nobody can purge a record with a hold, until somebody lifts it and says why."),
            _("Place the hold"),
        )
        self._vault, self._record = vault, record
        self.kind = Segmented([(str(kind), hold_words(kind)) for kind in HoldKind])
        self.kind.set_value(str(HoldKind.CPIA))
        self.reason = line_field(_("For example: trial in spring, reference"))
        self.ask(_("What for?"), self.kind)
        self.ask(_("Why?"), self.reason)

    def act(self) -> None:
        """Place it."""
        reason = self.reason.text().strip()
        if not reason or not self.kind.value():
            self.say(_("Choose what it is for, and say why."))
            return
        kind = HoldKind(self.kind.value())
        self.run(
            self._vault.perform(lambda s: s.retention.hold(self._record, kind, reason)),
            lambda _hold: self._end(),
        )

    def _end(self) -> None:
        self.decided.emit(_("A hold stands on this record."))
        self.accept()


class LiftPanel(Panel):
    """Takes a hold away."""

    decided = Signal(str)

    def __init__(self, parent: QWidget, vault: Vault, hold: Hold) -> None:
        """Offer to lift `hold`."""
        super().__init__(
            parent,
            _("Lift the hold"),
            _("{kind}, placed by {person}: {reason}").format(
                kind=hold_words(hold.kind), person=hold.person, reason=hold.reason
            ),
            _("Lift the hold"),
        )
        self._vault, self._hold = vault, hold
        self.reason = line_field(_("For example: the case is closed"))
        self.ask(_("Why?"), self.reason)

    def act(self) -> None:
        """Lift it."""
        reason = self.reason.text().strip()
        if not reason:
            self.say(_("Say why."))
            return
        self.run(
            self._vault.perform(lambda s: s.retention.lift(self._hold.id, reason)),
            lambda _nothing: self._end(),
        )

    def _end(self) -> None:
        self.decided.emit(_("The hold is lifted."))
        self.accept()


def long_day(day: date) -> str:
    """A day as `21 November 2026`."""
    return QLocale().toString(day, "d MMMM yyyy")  # type: ignore[call-overload,no-any-return]
