"""The safety plan: in full for the file, and as a small sheet that does not say where it is from.

The pocket version holds her own words alone: no force, no marking, no reference, nothing of what
she asks of the police, and it is folded to A6. It is written only where she said that paper is
safe to keep. If one of her answers holds a word that would give her away, it is not written, and
the officer hears where the word stands, so that she can choose another. (Design; NPCC 2019, 5.1b.)
"""

import re
from collections.abc import Iterator

from exports.errors import PaperRefused
from exports.papers.answers import Answers
from exports.papers.heading import paper_of
from exports.papers.paper import Field, Heading, Notice, Paper, Part, Words
from exports.record import RecordDocument
from translations.interface import _

_PLAN, _POLICE = "/data/plan", "/data/plan/from_police"
_TELLING = re.compile(
    r"police|polic[ií]|poli[țţt]i|polis|poliz|policj|heddlu|полиц|поліц|αστυνομ|警|경찰|ตำรวจ"
    r"|cảnh sát|شرط|پلیس|پولیس|पुलिस|পুলিশ|ਪੁਲਿਸ|ፖሊስ"
    r"|sex[\s-]*work|gwaith rhyw|gweithi\w+ rhyw|prostitu|putein|проститу",
    re.IGNORECASE,
)
"""What would tell a stranger who finds the sheet; longer words that hold one count too."""


def safety_plan(document: RecordDocument) -> Paper:
    """The whole plan, as it stands in the record."""
    answers = Answers(document)
    return paper_of(
        document,
        (*map(_draft, document.draft), *_full(answers)),
        subtitle=_("It belongs to the person. {reference}").format(reference=document.reference),
    )


def pocket_plan(document: RecordDocument) -> Paper:
    """Her own words on a small sheet.

    Raises PaperRefused where paper is not said to be safe, where there are no words to print, and
    where one of them would give her away.
    """
    answers = Answers(document)
    if answers.raw("/data/start/paper_safe") != "yes":
        raise PaperRefused(
            _("Paper is not said to be safe for her. Ask her first, and print only if she says so.")
        )
    words = [
        line
        for line in answers.lines
        if line.path.startswith(_PLAN + "/")
        and line.path != _POLICE
        and not line.path.startswith(_POLICE + "/")
    ]
    if not any(line.kind == "question" for line in words):
        raise PaperRefused(
            _("There are no words of hers to print: the plan left with her, or is still empty.")
        )
    for line in words:
        if found := _TELLING.search(line.text):
            raise PaperRefused(
                _(
                    "“{label}” holds “{word}”, which would tell whoever finds the sheet. Choose"
                    " other words with her, or leave it out."
                ).format(label=line.label, word=found[0])
            )
    return Paper(
        file_title="1",
        title=_title(answers),
        subtitle=_title(answers.beside) if answers.beside else "",
        marking="",
        force="",
        reference="",
        language=document.language,
        produced=document.produced,
        parts=tuple(_pocket(document, answers)),
        discreet=True,
    )


def _title(answers: Answers) -> str:
    """The label of the plan itself, in the language of the sheet."""
    return next((line.label for line in answers.lines if line.path == _PLAN), "")


def _pocket(document: RecordDocument, answers: Answers) -> Iterator[Part]:
    for part in answers.under(_PLAN, but=[_POLICE]):
        if isinstance(part, Field):
            yield Heading(part.label, 1, part.beside)
            yield from map(Words, part.lines)
        else:
            yield part
    for text, language in document.draft:
        if not _TELLING.search(text):
            yield Words(text, small=True, language=language)


def _draft(told: tuple[str, str]) -> Words:
    """That the translation is a draft."""
    return Words(told[0], small=True, language=told[1])


def _full(answers: Answers) -> Iterator[Part]:
    yield from answers.fields(["/data/event_time"])
    yield from answers.under("/data/start")
    plan = list(answers.under(_PLAN))
    if plan:
        yield from plan
    else:
        yield Notice(_("The text left with her. The notebook keeps only what stands here."))
    kept = list(answers.under("/data/kept"))
    if kept:
        yield Heading(_("What is kept"))
        yield from kept
