"""The contact log of one person: every contact in the order in which it happened."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from exports.papers.answers import Answers
from exports.papers.heading import paper_of
from exports.papers.paper import Field, Heading, Notice, Paper, Part, Words
from exports.record import RecordDocument
from exports.times import short_time
from translations.interface import _, ngettext


def contact_log(person: RecordDocument, contacts: Sequence[RecordDocument]) -> Paper:
    """The log of `contacts`, which all belong to `person`; her name stands nowhere in the head."""
    ordered = sorted(contacts, key=_when)
    answers = Answers(person)
    parts: list[Part] = []
    if _caveat(answers):
        parts.append(
            Notice(
                _("This information is not to be given over the radio unless secure transmission.")
            )
        )
    for contact in ordered:
        parts.extend(_contact(contact))
    if not ordered:
        parts.append(Words(_("No contact is written down.")))
    count = len(ordered)
    told = ngettext("One contact", "{count} contacts", count).format(count=count)
    return paper_of(person, parts, title=_("Contact log"), subtitle=f"{person.reference} · {told}")


def _caveat(answers: Answers) -> bool:
    return any(
        line.path.endswith("/handling_caveat") and line.raw == "yes" for line in answers.lines
    )


def _when(contact: RecordDocument) -> datetime:
    """When it happened, or when it was written if that was not said."""
    newest = contact.versions[-1]
    return newest.event_time or contact.versions[0].entry_time


def _contact(contact: RecordDocument) -> Iterator[Part]:
    newest = contact.versions[-1]
    yield Heading(short_time(_when(contact), contact.language))
    for line in Answers(contact).lines:
        if line.kind == "question" and not line.path.endswith("/event_time"):
            yield Field(line.label, (line.text,))
    written = _("{author}, {time}; {reference}, version {number}").format(
        author=newest.author,
        time=short_time(newest.entry_time, contact.language),
        reference=contact.reference,
        number=newest.number,
    )
    yield Field(_("Written"), (written,), (newest.hash,))
