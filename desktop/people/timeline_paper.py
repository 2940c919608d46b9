"""The timeline of one person as a document: her reference alone, no name and no alias."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from desktop.breaking import line_breaks
from desktop.leaving import Leaving, Part
from desktop.people.reading import Contact, Person
from desktop.people.timeline import standing_out
from desktop.people.timescale import DAY, Scale
from desktop.profile import Profile
from exports.export import timeline_bytes
from storage import reference
from translations.interface import _, form_language

_WIDE, _ROOM = 470.0, 64.0  # points of the axis, and of the words under a mark
_HOW = "timeline of contact"


def leaving(
    profile: Profile, person: Person, contacts: Sequence[Contact], *, printing: bool
) -> Leaving:
    """The timeline of `contacts` (at least one, oldest first) with `person`."""
    own = reference(person.record)
    marks, parts = _axis(contacts)
    words = [standing_out(each) for each in contacts]
    parts_of = [Part(person.record, person.number, _HOW)]
    parts_of += [Part(each.record, each.number, _HOW) for each in contacts]

    def made(_recipient: str) -> bytes:
        from exports.timeline import Dot, TimelineDocument  # brings ReportLab

        document = TimelineDocument(
            tuple(
                Dot(part, each.at, each.way, word)
                for part, each, word in zip(parts, contacts, words, strict=True)
            ),
            marks,
            own,
            person.caveat,
            profile.marking,
            profile.force,
            profile.officer,
            form_language(),
            datetime.now().astimezone(),
        )
        return timeline_bytes(document, break_finder=line_breaks)

    return Leaving(
        _("Print contact over time") if printing else _("Write contact over time"),
        _("When there was contact, and in what way. Nothing of what was said, and no name."),
        own,
        tuple(parts_of),
        made,
    )


def _axis(contacts: Sequence[Contact]) -> tuple[tuple[tuple[float, str], ...], list[float]]:
    """The marks of the axis, and where on it (0 to 1) each contact stands."""
    times = [each.at.timestamp() for each in contacts]
    margin = max((times[-1] - times[0]) * 0.02, DAY)
    scale = Scale(times[0] - margin, times[-1] + margin, _WIDE)
    pattern, marks = scale.marks(_ROOM)
    named = tuple(
        (
            scale.x(mark.timestamp()) / _WIDE,
            QLocale().toString(QDate(mark.year, mark.month, mark.day), pattern),
        )
        for mark in marks
    )
    return named, [scale.x(at) / _WIDE for at in times]
