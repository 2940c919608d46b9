"""The evidence sheet of an advert: what was copied, its hashes, and through whose hands it went.

What it does to her work, the name and the numbers that she shows, and other adverts stay in the
record: whoever receives the exhibits needs none of it (NPCC 2019, 5.11 and 6.7; CPIA 1996).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from exports.papers.answers import Answers
from exports.papers.heading import paper_of
from exports.papers.paper import Field, Heading, Notice, Paper, Part, Words
from exports.record import DocumentFile, RecordDocument
from exports.times import short_time
from translations.interface import _

_ADVERT, _FILES, _CUSTODY = "/data/advert", "/data/advert/files", "/data/chain/custody"
_FOUND = (
    "/data/event_time",
    "/data/authority_section/authority",
    "/data/authority_section/authority_ref",
    f"{_ADVERT}/platform",
    f"{_ADVERT}/site",
    f"{_ADVERT}/address",
    f"{_ADVERT}/captured",
    f"{_ADVERT}/taken_down",
    "/data/her/who_edits",
    "/data/her/who_controls_number",
)


@dataclass(frozen=True, slots=True)
class Handled:
    """What the notebook's log knows of the record's files: one entry in it.

    Attributes:
        at: when, with its offset; `who` did it.
        what: in words; `why` and `to` are empty where there is neither.
        file: the file's own name; empty where it is about the whole record.
    """

    at: datetime
    who: str
    what: str
    why: str = ""
    to: str = ""
    file: str = ""


def evidence_sheet(document: RecordDocument, handled: Sequence[Handled]) -> Paper:
    """The sheet of a record of advert evidence, with what the log says was done with its files."""
    return paper_of(
        document, _parts(document, Answers(document), handled), title=_("Evidence sheet")
    )


def _parts(
    document: RecordDocument, answers: Answers, handled: Sequence[Handled]
) -> Iterator[Part]:
    yield Notice(
        _("Evidence about somebody who harms or exploits. The person in the advert is no suspect.")
    )
    yield from answers.fields(_FOUND)
    yield Heading(_("Files"))
    for file in document.files:
        yield from _file(document, answers, file)
    if not document.files:
        yield Words(_("No file belongs to this record."))
    contacts = list(answers.under("/data/suspect"))
    if contacts:
        yield Heading(_("The suspect"))
        yield from (
            Heading(part.text, 1) if isinstance(part, Heading) else part for part in contacts
        )
    yield from _site(answers)
    yield Heading(_("Custody, as it was written down"))
    steps = answers.instances(_CUSTODY)
    if not steps:
        yield Words(_("No step is written down."))
    for step in steps:
        yield _step(answers, step)
    yield Heading(_("Custody, as the notebook’s log has it"))
    for each in handled:
        yield _entry(document, each)
    newest = document.versions[-1]
    yield Words(
        _(
            "The log is a chain in which no entry can be changed or left out unseen. This is"
            " version {number} of the record; its hash is {hash}."
        ).format(number=newest.number, hash=newest.hash),
        small=True,
    )


def _file(document: RecordDocument, answers: Answers, file: DocumentFile) -> Iterator[Part]:
    """A file with its hash; a hash in the record that is another's must not be overlooked."""
    place = next(
        (one for one in answers.instances(_FILES) if answers.raw(f"{one}/file") == file.name), ""
    )
    added = _("Added {time} by {author}").format(
        time=short_time(file.added, document.language), author=file.author
    )
    shows = answers.text(f"{place}/shows") if place else ""
    lines = tuple(filter(None, (shows, file.facts, added)))
    yield Field(file.title, lines, (f"SHA-256 {file.sha256}",))
    written = answers.raw(f"{place}/sha256").strip().lower() if place else ""
    if written and written != file.sha256:
        yield Notice(
            _("The hash that was written into the record is not that of this file: {hash}").format(
                hash=written
            )
        )


def _site(answers: Answers) -> Iterator[Part]:
    fields = list(answers.fields(["/data/site_data/site_holds", "/data/site_data/request"]))
    if fields:
        yield Heading(_("What the site holds"))
        yield from fields


def _step(answers: Answers, step: str) -> Field:
    when = answers.text(f"{step}/custody_at") or _("No time is written down.")
    named = (
        (_("By {who}"), "custody_who"),
        (_("From {who}"), "custody_from"),
        (_("To {who}"), "custody_to"),
        (_("Why: {who}"), "custody_why"),
    )
    lines = [answers.text(f"{step}/custody_what")]
    for sentence, name in named:
        if said := answers.text(f"{step}/{name}"):
            lines.append(sentence.format(who=said))
    return Field(when, tuple(filter(None, lines)) or ("–",))


def _entry(document: RecordDocument, entry: Handled) -> Field:
    lines = [entry.what if not entry.file else f"{entry.what}: {entry.file}"]
    lines.append(_("By {who}").format(who=entry.who))
    if entry.to:
        lines.append(_("To {who}").format(who=entry.to))
    if entry.why:
        lines.append(_("Why: {who}").format(who=entry.why))
    return Field(short_time(entry.at, document.language), tuple(lines))
