"""What may be carried from one form into another that is begun from it; all else stays where it is.

The rule is nothing. What a person told was told for her own sake (purpose wall, `passing_on`), and
each form goes to another receiver: National Ugly Mugs, the Home Office, a council, the unit. So a
line stands here only where the receiver needs just that, and the officer sees it before it goes on.
No line leads to an intelligence report, to National Ugly Mugs, to a crime report, or to evidence of
an advert: these are written anew. (Data Protection Act 2018, s.36; design.)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from forms import Form, FormEngine

_EVENT = "/data/event_time"
_UNDER_18 = {"yes": "not_sure", "doubt": "not_sure"}
"""That somebody may be a child is all an officer on the spot can say; the form asks for no more."""
_SIGNS = ("fear", "papers_held", "forced_drugs", "keeps_nothing", "guarded", "injuries")
_MORE_SIGNS = ("branding", "locked_in", "moved")


@dataclass(frozen=True)
class Carried:
    """One answer that may go on.

    Attributes:
        source: its path; of a repeat's question without numbers, and then every instance is read.
        target: where it goes; several answers are put together, choices in a choice of several.
        why: why the receiver needs it.
        values: what a choice becomes; one that is not named does not go on. Empty for as it is.
        beside: in the same instance of a repeat, a question and the value it must have.
    """

    source: str
    target: str
    why: str
    values: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[str, str] = ("", "")


_WHEN = Carried(_EVENT, _EVENT, "the same meeting")
_VIEWS = "a child’s own views go to those who protect the child (Northumbria, Consider, 8)"

CARRIED: Mapping[tuple[str, str], tuple[Carried, ...]] = {
    ("encounter", "child_concern"): (
        _WHEN,
        Carried("/data/support/wishes", "/data/child/views", _VIEWS),
    ),
    ("prompts", "child_concern"): (
        Carried(
            "/data/further_signs/sign_words",
            "/data/child/why_under_18",
            "the words behind that very sign",
            beside=("sign", "may_be_under_18"),
        ),
    ),
    ("child_concern", "concern_notification"): (
        _WHEN,
        Carried("/data/child/views", "/data/person/views", _VIEWS),
        Carried("/data/safe_now/risks", "/data/concern/risks", "what the notification is for"),
    ),
    ("encounter", "concern_notification"): (_WHEN,),
    ("encounter", "support_needs"): (
        _WHEN,
        Carried(
            "/data/support/exit_asked_by_her",
            "/data/needs_wishes/exit_asked_by_her",
            "help to leave is offered where she asked (NPCC 2019, 5.4)",
        ),
    ),
    ("encounter", "safety_plan"): (
        Carried(
            "/data/support/exit_asked_by_her",
            "/data/start/exit_asked_by_her",
            "help to leave is offered where she asked (NPCC 2019, 5.4)",
        ),
        Carried("/data/next/safe_way", "/data/kept/safe_contact", "it is her own plan"),
    ),
    ("encounter", "referral"): (
        _WHEN,
        Carried(
            "/data/safety/under_18",
            "/data/way/under_18",
            "a child is referred without consent, and first to the local authority",
            _UNDER_18,
        ),
    ),
    ("prompts", "referral"): (
        Carried(
            "/data/further_signs/sign",
            "/data/seen/indicators",
            "the form asks which indicators were seen; each can be taken out again",
            {sign: sign for sign in (*_SIGNS, *_MORE_SIGNS)},
        ),
    ),
}
"""By the form that is there and the form that is begun."""

FIXED: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("child_concern", "concern_notification"): {"/data/person/adult_or_child": "child"},
}
"""What follows from where it was begun."""


def carried(sources: Iterable[FormEngine], target: str) -> dict[str, str]:
    """The answers with which a new record of the form `target` begins, by their paths there."""
    found: dict[str, list[str]] = {}
    between: dict[str, str] = {}
    for source in sources:
        pair = (source.form.id, target)
        for path, value in FIXED.get(pair, {}).items():
            found.setdefault(path, []).append(value)
        for one in CARRIED.get(pair, ()):
            found.setdefault(one.target, []).extend(_answers(source, one))
            between[one.target] = " " if one.values else "\n"
    return {
        path: between.get(path, "").join(dict.fromkeys(values))
        for path, values in found.items()
        if values
    }


def begun(
    form: Form, answers: Mapping[str, str], language: str, properties: Mapping[str, str]
) -> bytes | None:
    """A new instance of `form` that holds `answers`, as a draft; None where there are none."""
    if not answers:
        return None
    engine = FormEngine(form, language=language, properties=properties)
    for path, value in answers.items():
        engine.set(path, value)
    return engine.draft()


def _answers(source: FormEngine, one: Carried) -> list[str]:
    group, _, name = one.source.rpartition("/")
    paths = [one.source]
    if any(item.kind == "repeat" and item.path == group for item in source.body()):
        paths = [f"{each.path}/{name}" for each in source.body(group)]
    values = []
    for path in paths:
        state = source.node(path)
        value = one.values.get(state.value, "") if one.values else state.value
        if state.relevant and value and _stands_beside(source, path, one.beside):
            values.append(value)
    return values


def _stands_beside(source: FormEngine, path: str, beside: tuple[str, str]) -> bool:
    name, wanted = beside
    return not name or source.node(f"{path.rpartition('/')[0]}/{name}").value == wanted
