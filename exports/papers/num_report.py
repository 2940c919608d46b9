"""The NUM report: what she agreed to, then the text that she was shown, word for word."""

from collections.abc import Iterator

from exports.papers.answers import Answers
from exports.papers.heading import paper_of
from exports.papers.paper import Heading, Notice, Paper, Part, Words
from exports.record import RecordDocument
from translations.interface import _

_CONSENTS, _TEXT = "/data/consents", "/data/text"


def num_report(document: RecordDocument) -> Paper:
    """What goes to National Ugly Mugs; the account behind it stays in the record."""
    answers = Answers(document)
    return paper_of(document, _parts(answers))


def _parts(answers: Answers) -> Iterator[Part]:
    yield from answers.fields(["/data/direction", f"{_TEXT}/urgency"])
    if answers.raw("/data/direction") == "her_report":
        yield Heading(next((a.label for a in answers.lines if a.path == _CONSENTS), ""))
        yield Notice(_allowed(answers))
        yield from answers.fields(
            [f"{_CONSENTS}/{name}" for name in ("alert_anonymous", "police_anonymous", "named")]
        )
    yield Heading(answers.label(f"{_TEXT}/exact_text"))
    for line in answers.text(f"{_TEXT}/exact_text").splitlines():
        yield Words(line)


def _allowed(answers: Answers) -> str:
    """What may be done with it, in a sentence for who passes it on."""
    if answers.text(f"{_CONSENTS}/withdrawn"):
        return _("She took her agreement back. Nothing of this may be passed on.")
    if answers.raw(f"{_CONSENTS}/named") == "yes":
        return _("For National Ugly Mugs. She agrees that it is reported with her name.")
    if answers.raw(f"{_CONSENTS}/police_anonymous") == "yes":
        return _("For National Ugly Mugs. The police may be told too, without her name.")
    if answers.raw(f"{_CONSENTS}/alert_anonymous") == "yes":
        return _(
            "For National Ugly Mugs alone, to warn others without her name. She does not agree that"
            " it is used as police information: pass it on, and keep no copy."
        )
    return _("She has agreed to nothing yet. Nothing of this may be passed on.")
