"""The victim contract: what was agreed, what can never be promised, and both signatures."""

from collections.abc import Iterator

from exports.papers.answers import Answers
from exports.papers.heading import paper_of
from exports.papers.paper import Cells, Heading, Notice, Paper, Part, Picture, Words
from exports.record import RecordDocument
from translations.framing import words
from translations.interface import _

_SIGN, _LIMITS, _ENDING = "/data/sign", "/data/limits", "/data/ending"
_LATER = (_SIGN, _LIMITS, _ENDING)
_FIELDS = ("sign_asked", "sign_interpreter", "review")
_LINE = "\n"
_ROOM = 44.0
"""Points of room for a signature by hand."""


def victim_contract(document: RecordDocument) -> Paper:
    """The contract in its newest version; a signature that is not there is left to be written."""
    answers = Answers(document)
    return paper_of(document, _parts(document, answers))


def _parts(document: RecordDocument, answers: Answers) -> Iterator[Part]:
    for text, language in document.draft:
        yield Words(text, small=True, language=language)
    yield from answers.fields(["/data/event_time"])
    for line in answers.lines:
        if line.kind == "group" and line.depth == 0 and line.path not in _LATER:
            yield answers.heading(line)
            yield from answers.under(line.path)
    yield from _limits(answers)
    yield Heading(answers.asked(_SIGN), 0, _beside(answers, _SIGN))
    for name in ("her_signature", "officer_signature"):
        yield from _signature(document, answers, f"{_SIGN}/{name}")
    yield from answers.fields([f"{_SIGN}/{name}" for name in _FIELDS])
    yield from _ending(answers)


def _limits(answers: Answers) -> Iterator[Part]:
    """What can't be promised, and that either may end it, in her words and in the officer's."""
    yield Heading(answers.asked(_LIMITS), 0, _beside(answers, _LIMITS))
    for each in filter(None, (answers, answers.beside)):
        yield Notice(answers.whole(each.asked(f"{_LIMITS}/limits_note")))
    yield from answers.under(_LIMITS)
    for each in filter(None, (answers, answers.beside)):
        said = each.asked(f"{_LIMITS}/withdrawal_note") or _either_may_end_it()
        yield Words(answers.whole(said))


def _signature(document: RecordDocument, answers: Answers, path: str) -> Iterator[Part]:
    """What was drawn, or what was typed instead; else room for a signature by hand."""
    pictures = {file.name: file.picture for file in document.files if file.picture}
    picture, typed = pictures.get(answers.raw(path)), answers.raw(f"{path}_typed")
    label = _both(answers, path)
    if picture:
        yield Words(label, small=True)
        yield Picture(picture)
    elif typed:
        yield Cells(((label, typed),))
    else:
        spoken = [document.language, *([document.beside] if document.beside else [])]
        dates = dict.fromkeys(words("date", code) for code in spoken)
        yield Cells(((label, ""), (_LINE.join(dates), "")), _ROOM)


def _ending(answers: Answers) -> Iterator[Part]:
    """That it was ended, by whom and when."""
    for line in answers.lines:
        if line.kind == "group" and line.path == _ENDING:
            yield answers.heading(line)
            yield from answers.under(_ENDING)


def _beside(answers: Answers, path: str) -> str:
    """What is asked at `path` in the second language, if there is one."""
    return answers.beside.asked(path) if answers.beside else ""


def _both(answers: Answers, path: str) -> str:
    return _LINE.join(filter(None, (answers.asked(path), _beside(answers, path))))


def _either_may_end_it() -> str:
    """For contracts of a version of the form that did not say it itself."""
    return _("Both can change this or end it at any time. Whoever ends it need not give a reason.")
