"""The intelligence report in the 3x5x2 layout: each item with its own grade.

Only the newest version is written, so that nothing that was taken out leaves. What the form asks
for the vault alone stays there: how the officer came to know, what the source unit said, and what
the person thinks of passing it on. The unit's own fields are left blank for it.
"""

from collections.abc import Iterator

from exports.papers.answers import Answers
from exports.papers.paper import Cells, Field, Heading, Notice, Paper, Part, Words
from exports.record import RecordDocument
from exports.times import short_time
from translations.interface import _

_REPORT, _PICTURE, _USE = "/data/report", "/data/picture", "/data/use"
_MARKINGS = {"official": "OFFICIAL", "official_sensitive": "OFFICIAL-SENSITIVE"}
_BLANK = 22.0
"""Points of room for what the unit writes by hand."""


def intelligence_report(document: RecordDocument) -> Paper:
    """The report that the record of `document` holds.

    Raises KeyError for a marking above OFFICIAL-SENSITIVE, which the form refuses already.
    """
    answers = Answers(document)
    chosen = answers.raw(f"{_REPORT}/marking")
    marking = _MARKINGS[chosen] if chosen else document.marking
    return Paper(
        file_title=_("Report {reference}").format(reference=document.reference),
        title=document.form.title(document.language),
        subtitle=_("3x5x2 · {reference}").format(reference=document.reference),
        marking=marking,
        force=document.force,
        reference=answers.text(f"{_REPORT}/urn") or document.reference,
        language=document.language,
        produced=document.produced,
        parts=tuple(_parts(document, answers, marking)),
    )


def _parts(document: RecordDocument, answers: Answers, marking: str) -> Iterator[Part]:
    yield from _head(document, answers, marking)
    for number, item in enumerate(answers.instances("/data/items"), 1):
        yield from _item(answers, item, number)
    yield from _subjects(answers)
    yield from _source(answers)
    asked = list(answers.under(_USE))
    if asked:
        yield Heading(_("What is asked"))
        yield from asked
    yield Heading(_("For the intelligence unit"))
    yield Cells(((_("Re-evaluation"), ""), (_("Sanitised by"), "")), _BLANK)
    yield Cells(((_("Authorised by"), ""), (_("Review date"), "")), _BLANK)
    yield Words(
        _(
            "Source evaluation: 1 reliable, 2 untested, 3 not reliable. Intelligence assessment:"
            " A known directly, B known indirectly but corroborated, C known indirectly,"
            " D not known, E suspected to be false. Handling: P lawful sharing permitted,"
            " C lawful sharing permitted with conditions."
        ),
        small=True,
    )


def _head(document: RecordDocument, answers: Answers, marking: str) -> Iterator[Part]:
    if answers.raw("/data/gates/threat_to_life") in ("yes", "unsure"):
        yield Notice(
            _("A threat to life was reported. Call first; this report does not replace the call.")
        )
    if instruction := answers.text(f"{_REPORT}/handling_instruction"):
        yield Notice(f"{marking}: {instruction}")
    written = document.versions[0].entry_time
    newest = document.versions[-1]
    reporter = answers.text(f"{_REPORT}/reporter") or newest.author
    yield Cells(
        (
            (_("URN"), answers.text(f"{_REPORT}/urn")),
            (_("Reporter"), reporter),
            (_("Time of the report"), short_time(written, document.language)),
        )
    )
    yield from answers.fields(["/data/event_time"])
    yield from answers.fields(
        [
            f"{_REPORT}/{name}"
            for name in ("source_category", "purposes", "requirement", "level", "linked_crime")
        ]
    )


def _item(answers: Answers, item: str, number: int) -> Iterator[Part]:
    grade = "".join(
        answers.raw(f"{item}/{name}") or "–"
        for name in ("source_evaluation", "assessment", "handling")
    )
    yield Heading(_("Item {number}: {grade}").format(number=number, grade=grade))
    yield Words(answers.text(f"{item}/item"))
    yield Cells(
        (
            (_("Source evaluation"), answers.text(f"{item}/source_evaluation")),
            (_("Intelligence assessment"), answers.text(f"{item}/assessment")),
            (_("Handling"), answers.text(f"{item}/handling")),
        )
    )
    yield from answers.fields(
        [
            f"{item}/{name}"
            for name in (
                "how_known",
                "item_date",
                "not_reliable_why",
                "false_why",
                "conditions_codes",
                "conditions",
            )
        ]
    )


def _subjects(answers: Answers) -> Iterator[Part]:
    found = answers.instances(f"{_PICTURE}/subjects")
    money = list(answers.fields([f"{_PICTURE}/money_travel_booking"]))
    if not found and not money:
        return
    yield Heading(_("Subjects and links"))
    for subject in found:
        kind = answers.text(f"{subject}/subject_kind") or _("Subject")
        told = (answers.text(f"{subject}/subject"), answers.text(f"{subject}/subject_link"))
        yield Field(kind, tuple(filter(None, told)))
    yield from money


def _source(answers: Answers) -> Iterator[Part]:
    told = list(
        answers.fields(
            [f"{_PICTURE}/provenance", "/data/her/source_risk", "/data/her/source_risk_why"]
        )
    )
    if told:
        yield Heading(_("Provenance, and risk to the source"))
        yield from told
