"""Special measures for court: what was offered, what she wants, in her words; nothing else of her.

Youth Justice and Criminal Evidence Act 1999, s.16 to 30. What services help her, and with what,
stays in the record: the prosecutor decides on measures and needs none of it (NPCC 2019, 6.3).
"""

from collections.abc import Iterator

from exports.papers.answers import Answers
from exports.papers.heading import paper_of
from exports.papers.paper import Field, Heading, Notice, Paper, Part, Words
from exports.record import RecordDocument
from translations.interface import _

_MEASURES = "/data/court/measures"
_BESIDE = tuple(
    f"/data/with_her/{name}"
    for name in ("isva_idva", "support_worker", "interpreter", "intermediary")
)
_ONLY_S16 = frozenset({"s29", "s30"})
"""Measures for witnesses who are eligible by age or incapacity alone (s.16)."""


def special_measures(document: RecordDocument) -> Paper:
    """The measures of a record of support needs, for whoever applies for them."""
    answers = Answers(document)
    return paper_of(
        document,
        _parts(answers),
        title=_("Special measures"),
        subtitle=_("For the prosecutor. {reference}").format(reference=document.reference),
    )


def _parts(answers: Answers) -> Iterator[Part]:
    yield Notice(
        _("Nothing is granted by this page. An application is made for her, and the court decides.")
    )
    yield from answers.fields(["/data/event_time", "/data/court/told_cps"])
    instances = answers.instances(_MEASURES)
    yield Heading(_("Measures (Youth Justice and Criminal Evidence Act 1999)"))
    if not instances:
        yield Words(_("No measure is written down."))
    for instance in instances:
        yield _measure(answers, instance)
    if any(answers.raw(f"{instance}/section") in _ONLY_S16 for instance in instances):
        yield Words(
            _(
                "Sections 29 and 30 are open to witnesses who are eligible by age or incapacity"
                " (s.16). Say in the application why she is."
            ),
            small=True,
        )
    beside = list(answers.fields(_BESIDE))
    if beside:
        yield Heading(_("Who stands by her"))
        yield from beside
    if gaps := answers.text("/data/court/gaps"):
        yield Heading(_("What is missing"))
        yield Words(gaps)
    yield Words(
        _(
            "Witnesses in cases of sexual offences and of modern slavery are eligible unless they"
            " do not want it (s.17). Check the sections before you rely on them."
        ),
        small=True,
    )


def _measure(answers: Answers, instance: str) -> Field:
    """One measure: its section, her answer, and her words in direct speech."""
    lines = [answers.text(f"{instance}/measure_answer") or _("No answer is written down.")]
    if words := answers.text(f"{instance}/measure_words"):
        lines.append(words)
    return Field(answers.text(f"{instance}/section") or _("Not said"), tuple(lines))
