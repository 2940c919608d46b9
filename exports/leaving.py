"""What of a record leaves in a submission, and what must be true before it may.

A form asks for more than its receiver should have. Here stands, form by form, what leaves: nothing
else does, so a question that a form gains stays in the vault until it is named here. The rules are
those of the guidance for each form: source unit and covert questions of a report stay; a Duty to
Notify is anonymous unless she will co-operate; of a NUM report the text that she was shown leaves,
with what she agreed to; a concern about an adult leaves with agreement, or with the reason for
going on without. (Design; NRM online form; NPCC 2019, 3.9 and 5.10; West Yorkshire 2017.)
"""

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from translations.interface import _

Say = Callable[[str], str]
"""Gives the value at a path, "" where there is none."""


class Rule(NamedTuple):
    """What leaves of one filled form.

    Attributes:
        refusal: why it may not leave as it stands; "" if it may.
        leaves: the questions and groups that leave, with all that is in them.
        asked: of these, where somebody's identity or place is what is asked for, so that the
            sanitisation check has nothing to say there.
        open_speech: whether the receiver may know from whom it came, so that the check does not
            point at words such as “she told me”.
        files: whether files that were attached to the record itself leave; one that an answer
            names leaves with that answer.
    """

    refusal: str
    leaves: tuple[str, ...]
    asked: tuple[str, ...] = ()
    open_speech: bool = False
    files: bool = True


def leaving(form: str, xml: bytes) -> tuple[Rule, bytes]:
    """The rule for a record of `form` and the XML that leaves of its instance `xml`.

    Raises KeyError for a form that is not sent; see `RULES`.
    """
    root = _parsed(xml)
    rule = RULES[form](lambda path: _value(root, path))
    _prune(root, "/data", (*rule.leaves, _NUMBER))
    return rule, bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _report(say: Say) -> Rule:
    """How the officer came to know it, and what she thinks of it, stay in the vault."""
    del say
    return Rule(
        "",
        (
            "/data/event_time",
            "/data/gates/threat_to_life",
            "/data/her/source_risk",
            "/data/her/source_risk_why",
            "/data/report",
            "/data/items",
            "/data/picture",
            "/data/use",
        ),
    )


def _referral(say: Say) -> Rule:
    route, is_adult = say("/data/way/route"), say("/data/way/under_18") == "no"
    named = route == "nrm" or say("/data/way/co_operate") == "yes"
    leaves = (
        "/data/event_time",
        "/data/safe_first/immediate_needs",
        "/data/safe_first/safe_contact",
        "/data/way",
        "/data/own",
        "/data/account",
        "/data/seen",
        "/data/where",
        "/data/crime",
        "/data/about_her/gender",
        "/data/about_her/nationalities",
        "/data/sending/referrer",
        "/data/sending/evidence_list",
        "/data/sending/portal_ref",
    )
    hers = (
        "/data/safe_first/safe_contact_more",
        "/data/about_her/named",
        "/data/sending/decision_to",
        "/data/sending/decision_safe",
    )
    asked = ("/data/about_her", "/data/where", "/data/account/when", "/data/way/local_authority")
    if not named:
        return Rule(_wrong_route(say, route, is_adult), leaves, ("/data/about_her",), True, False)
    return Rule(_wrong_route(say, route, is_adult), (*leaves, *hers), (*asked, *hers), True)


def _wrong_route(say: Say, route: str, is_adult: bool) -> str:
    consent = say("/data/way/consent")
    if not say("/data/way/under_18"):
        return _("Say first whether the person is under 18; not sure counts as a child.")
    if not route:
        return _("Choose the route first: the National Referral Mechanism, or a Duty to Notify.")
    if not is_adult:
        if route == "duty_to_notify":
            return _(
                "A child is referred to the National Referral Mechanism; no consent is needed."
            )
        return ""
    if route == "nrm" and consent != "yes":
        return _("An adult is referred only with consent, and she has not given it.")
    if route == "duty_to_notify" and consent != "no":
        return _("A Duty to Notify is for an adult who was asked and does not consent.")
    return ""


def _num_report(say: Say) -> Rule:
    direction, text = say("/data/direction"), say("/data/text/exact_text")
    agreed = ("alert_anonymous", "police_anonymous", "named")
    refusal = ""
    if direction in ("", "bulletin"):
        refusal = _("Say what this is; a bulletin that was received is not sent.")
    elif not text.strip():
        refusal = _("Only the exact text leaves, and it is not written yet.")
    elif direction == "her_report" and say("/data/consents/withdrawn"):
        refusal = _("She took her agreement back: nothing more leaves.")
    elif direction == "her_report" and not any(
        say(f"/data/consents/{name}") == "yes" for name in agreed
    ):
        refusal = _("She has agreed to none of the three, so nothing leaves.")
    consents = tuple(f"/data/consents/{name}" for name in agreed)
    leaves = ("/data/direction", "/data/text/exact_text", "/data/text/urgency")
    return Rule(refusal, leaves + (consents if direction == "her_report" else ()), files=False)


def _concern(say: Say) -> Rule:
    who, agreement = say("/data/person/adult_or_child"), say("/data/person/agreement")
    refusal = ""
    if not who:
        refusal = _("Say first whether it is about an adult or a child; in doubt, a child.")
    elif not (say("/data/person/views") or say("/data/person/views_missing_why")).strip():
        refusal = _("Give the person’s own views, or say why there are none.")
    elif who == "adult" and not agreement:
        refusal = _("Ask for the adult’s agreement first, or say that it could not be asked for.")
    elif who == "adult" and agreement != "yes" and not say("/data/person/override_reason").strip():
        refusal = _("Going on without an adult’s agreement needs its reason.")
    leaves = ("/data/event_time", "/data/person", "/data/concern", "/data/action_section")
    asked = ("/data/person/about", "/data/concern/dependants", "/data/action_section")
    return Rule(refusal, leaves, asked, True)


RULES: dict[str, Callable[[Say], Rule]] = {
    "intelligence_report": _report,
    "referral": _referral,
    "num_report": _num_report,
    "concern_notification": _concern,
}
"""The forms whose records are sent, each with what decides about it."""

_NUMBER = "/data/meta/instanceID"


def is_under(path: str, places: tuple[str, ...]) -> bool:
    """Whether a question at `path` (instances of repeats numbered or not) is in one of `places`."""
    bare = "/".join(step.partition("[")[0] for step in path.split("/"))
    return any(bare == place or bare.startswith(place + "/") for place in places)


def _prune(node: etree._Element, path: str, leaves: tuple[str, ...]) -> None:
    """Take out of `node` (at `path`) all that neither leaves nor leads to what leaves."""
    for child in list(node):
        if not isinstance(child.tag, str):  # a comment
            node.remove(child)
            continue
        here = f"{path}/{etree.QName(child).localname}"
        if here in leaves:
            continue
        if any(one.startswith(here + "/") for one in leaves):
            _prune(child, here, leaves)
        else:
            node.remove(child)


def _value(root: etree._Element, path: str) -> str:
    node: etree._Element | None = root
    for step in path.removeprefix("/data/").split("/"):
        node = node.find(f"{{*}}{step}") if node is not None else None
    return (node.text or "") if node is not None else ""


def _parsed(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(xml, parser)
