"""Choosing the place of a visit among those on record, by typing a few letters of its reference.

A line says what a place is called, of what category it is and when it was looked at. It says
nothing of the visits that went there, and of nobody who works there: that is kept nowhere.
"""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import premises
from desktop.operations import Operation
from desktop.times import moment
from desktop.visits.naming import category
from desktop.widgets.seeking import SeekingDialog, Sought, begins_words
from forms import markup
from storage import RecordId, Session, Vault
from translations.interface import _

_PLACES = 2000
"""The newest; older ones are found among the notes."""


@dataclass(frozen=True, slots=True)
class PlaceOnRecord:
    """A place that can be chosen; `looked_at` is ISO 8601 with offset."""

    id: RecordId
    title: str
    category: str
    looked_at: str


class ChoosingPlace(SeekingDialog):
    """The places on record, those written last first."""

    chosen = Signal(str)
    """The id of the record of a place."""

    def __init__(self, parent: QWidget, vault: Vault, but: Collection[str]) -> None:
        """Offer the places of `vault` `but` those that belong with the visit already."""
        super().__init__(
            parent,
            _("Find a place by its reference or category"),
            _("No place on record is called so. Describe it as a new one."),
        )
        self._every: list[PlaceOnRecord] = []
        self.found: list[PlaceOnRecord] = []

        def work(session: Session) -> list[PlaceOnRecord]:
            return [place for place in places_on_record(session) if place.id not in but]

        Operation(self, vault.query(work)).on_success(self._take_places).start()

    def seek(self, text: str) -> None:
        """Show the places whose reference and category begin so."""
        self.found = [
            place
            for place in self._every
            if begins_words(f"{place.title} {category(place.category)}", text)
        ]
        self.show_lines([_line(place) for place in self.found])

    def take(self, row: int) -> None:
        """That place is the one."""
        self.chosen.emit(self.found[row].id)

    def _take_places(self, places: list[PlaceOnRecord]) -> None:
        self._every = places
        self.seek(self.field.text())


def places_on_record(session: Session) -> list[PlaceOnRecord]:
    """The places that are on record, those written last first."""
    rows = session.records.page(_PLACES, form=premises.FORM)
    contents = {
        version.record: version.content
        for version in session.records.newest_of([row.id for row in rows])
    }
    return [
        PlaceOnRecord(
            row.id,
            row.title,
            (markup.parse(contents[row.id]).findtext(".//{*}category") or "").strip(),
            row.event_time or row.entry_time,
        )
        for row in rows
    ]


def choose(session: Session, place: str, visit: str) -> None:
    """Let a place on record belong with the draft of a visit, until that is finalised."""
    if premises.may_be_tied(session, premises.KIND, visit):
        session.ties.tie(place, visit, premises.KIND)


def _line(place: PlaceOnRecord) -> Sought:
    when = _("looked at {time}").format(time=moment(place.looked_at))
    return Sought(place.title, when, category(place.category))
