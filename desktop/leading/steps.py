"""What a note may lead to, each with its source; an officer chooses, nothing is decided here."""

from collections.abc import Iterable
from typing import NamedTuple

from forms import FormEngine
from translations.interface import _

EXIT_ASKED = "/data/support/exit_asked_by_her"
NOTE, CHILD = "encounter", "child_concern"


class Step(NamedTuple):
    """One thing that may be done next.

    Attributes:
        form: what it begins.
        words: what it is.
        about: what it is for, in a sentence.
        source: where it comes from, as forms cite it.
    """

    form: str
    words: str
    about: str
    source: str


def steps(sources: Iterable[FormEngine]) -> tuple[Step, ...]:
    """What is offered for the notes in `sources`: her own safety and support before reports.

    Help to leave is there only where she asked for it herself (NPCC 2019, 5.4).
    """
    found = {engine.form.id: engine for engine in sources}
    if CHILD in found and NOTE not in found:
        return (_notification(),)
    hers = _support()
    note = found.get(NOTE)
    if note is not None and note.node(EXIT_ASKED).value == "yes":
        hers.insert(1, _leaving())
    return (*hers, *_reports())


def _support() -> list[Step]:
    return [
        Step(
            "safety_plan",
            _("Safety plan"),
            _("Her own assessment of risk gone through with her, and a plan that is hers."),
            "NPCC 2019, 5.5",
        ),
        Step(
            "support_needs",
            _("Support and special measures"),
            _("What she would like help with, and what protects her in court."),
            "NPCC 2019, 5.12",
        ),
    ]


def _reports() -> list[Step]:
    return [
        Step(
            "num_report",
            _("National Ugly Mugs"),
            _("A warning to others; what goes, and to whom, is hers to say."),
            "NPCC 2019, 3.9",
        ),
        Step(
            "incident",
            _("Crime report"),
            _("With the steps that victims of hate crime are given, where it fits."),
            "NPCC 2019, 5.2",
        ),
        Step(
            "advert_evidence",
            _("Evidence of an advert"),
            _("An advert kept with its address and times before it is taken down."),
            "NPCC 2019, 6.7",
        ),
        Step(
            "intelligence_report",
            _("Intelligence report"),
            _("About those who exploit or harm, never about her."),
            "NPCC 2019, 5.12",
        ),
        Step(
            "referral",
            _("NRM or Duty to Notify"),
            _("Preparing the online form; nothing is referred until that is sent."),
            "NPCC 2019, 5.10",
        ),
        _notification(),
        Step(
            CHILD,
            _("Child concern"),
            _("Any doubt whether somebody is 18 is enough."),
            "Northumbria, Children and Young People",
        ),
    ]


def _notification() -> Step:
    return Step(
        "concern_notification",
        _("Concern notification"),
        _("For an adult in need of care, or for a child, to those who can help."),
        "Northumbria, Supporting sex workers to leave, 5",
    )


def _leaving() -> Step:
    return Step(
        "safety_plan",
        _("Help to leave, as she asked"),
        _("Her plan with the parts on leaving: her reasons, her pace, and no penalty."),
        "NPCC 2019, 5.4",
    )
