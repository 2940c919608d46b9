"""The preparation of a referral (NRM or Duty to Notify), in the order of the online form."""

from collections.abc import Iterator

from exports.papers.answers import Answers
from exports.papers.heading import paper_of
from exports.papers.paper import Heading, Notice, Paper, Part, Words
from exports.record import RecordDocument
from translations.interface import _


def referral(document: RecordDocument) -> Paper:
    """What is ready to be copied into the online form; the page says that it refers nothing."""
    answers = Answers(document)
    return paper_of(
        document,
        _parts(answers),
        subtitle=_("Preparation only. {reference}").format(reference=document.reference),
    )


def _parts(answers: Answers) -> Iterator[Part]:
    sent = answers.text("/data/sending/portal_ref")
    yield Notice(
        _("Nothing is referred until the online form is sent.")
        + " "
        + (
            _("The reference of the form that was sent: {reference}.").format(reference=sent)
            if sent
            else _("This page has no reference of a form that was sent.")
        )
    )
    yield from answers.fields(["/data/event_time"])
    if answers.raw("/data/way/under_18") in ("yes", "unsure", "doubt", "not_sure"):
        yield Notice(
            _(
                "Treat the person as a child. No consent is needed; tell the local authority"
                " first, and an Independent Child Trafficking Guardian where there is one."
            )
        )
    for line in answers.lines:
        if line.kind == "group" and line.depth == 0:
            yield Heading(line.label)
            for part in answers.under(line.path):
                yield Heading(part.text, 1) if isinstance(part, Heading) else part
    yield Words(
        _(
            "Police are first responders (Modern Slavery Act 2015, s.52). Questions:"
            " nrm@modernslavery.gov.uk, 0300 072 4345. Check both before you use them."
        ),
        small=True,
    )
