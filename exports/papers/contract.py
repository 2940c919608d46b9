"""The victim contract: what was agreed, what can never be promised, and both signatures."""

from collections.abc import Iterator

from exports.papers.answers import Answers
from exports.papers.paper import Cells, Heading, Notice, Paper, Part, Picture, Words
from exports.record import RecordDocument
from translations.interface import _

_SIGN = "/data/sign"
_ROOM = 44.0
"""Points of room for a signature by hand."""


def victim_contract(document: RecordDocument) -> Paper:
    """The contract in its newest version; a signature that is not there is left to be written."""
    answers = Answers(document)
    return Paper(
        file_title=_("Fieldbook record {reference}").format(reference=document.reference),
        title=document.form.title(document.language),
        subtitle=document.reference,
        marking=document.marking,
        force=document.force,
        reference=document.reference,
        language=document.language,
        produced=document.produced,
        parts=tuple(_parts(document, answers)),
    )


def _parts(document: RecordDocument, answers: Answers) -> Iterator[Part]:
    yield from answers.fields(["/data/event_time"])
    for line in answers.lines:
        if line.kind == "group" and line.depth == 0 and line.path not in (_SIGN, "/data/limits"):
            yield Heading(line.label)
            yield from answers.under(line.path)
    yield Heading(_("What cannot be promised"))
    yield Notice(
        _(
            "Nobody can promise silence about a child at risk, a life at risk, what the law makes"
            " the police disclose, or what a court orders."
        )
    )
    yield from answers.under("/data/limits")
    yield Words(
        _("Both can change this or end it at any time. Whoever ends it need not give a reason.")
    )
    yield Heading(_("Signatures"))
    pictures = {file.name: file.picture for file in document.files if file.picture}
    for name, label in (("her_signature", _("Yours")), ("officer_signature", _("The officer’s"))):
        picture = pictures.get(answers.raw(f"{_SIGN}/{name}"))
        if picture:
            yield Words(label, small=True)
            yield Picture(picture)
        else:
            yield Cells(((label, ""), (_("Date"), "")), _ROOM)
    yield from answers.fields([f"{_SIGN}/review"])
