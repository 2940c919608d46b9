"""The concern notification: the person's own views first, then the concern, then what was done."""

from collections.abc import Iterator

from exports.papers.answers import Answers
from exports.papers.heading import paper_of
from exports.papers.paper import Heading, Notice, Paper, Part
from exports.record import RecordDocument
from translations.interface import _

_PERSON, _CONCERN, _ACTION = "/data/person", "/data/concern", "/data/action_section"


def concern_notification(document: RecordDocument) -> Paper:
    """What those who can protect an adult or a child are told."""
    answers = Answers(document)
    return paper_of(document, _parts(answers))


def _parts(answers: Answers) -> Iterator[Part]:
    if answers.raw(f"{_PERSON}/adult_or_child") == "child":
        yield Notice(
            _("A child, or perhaps a child. No agreement is needed; the child’s views are heard.")
        )
    elif answers.raw(f"{_PERSON}/agreement") != "yes":
        yield Notice(
            _("An adult whose agreement to this is not written down. Why it is sent stands below.")
        )
    yield from answers.fields(["/data/event_time"])
    for group in (_PERSON, _CONCERN, _ACTION):
        inside = list(answers.under(group))
        label = next((line.label for line in answers.lines if line.path == group), "")
        if inside:
            yield Heading(label)
        for part in inside:
            yield Heading(part.text, 1) if isinstance(part, Heading) else part
    yield Notice(_("Writing this down protects nobody: telephone first where it can’t wait."))
