"""Which papers there are, and from which form each is made."""

from collections.abc import Callable

from exports.papers.concern import concern_notification
from exports.papers.contract import victim_contract
from exports.papers.intelligence import intelligence_report
from exports.papers.measures import special_measures
from exports.papers.num_report import num_report
from exports.papers.paper import Paper
from exports.papers.plan import pocket_plan, safety_plan
from exports.papers.referral import referral
from exports.record import RecordDocument

KINDS: dict[str, tuple[str, Callable[[RecordDocument], Paper]]] = {
    "intelligence_report": ("intelligence_report", intelligence_report),
    "safety_plan": ("safety_plan", safety_plan),
    "pocket_plan": ("safety_plan", pocket_plan),
    "victim_contract": ("victim_contract", victim_contract),
    "referral": ("referral", referral),
    "special_measures": ("support_needs", special_measures),
    "concern_notification": ("concern_notification", concern_notification),
    "num_report": ("num_report", num_report),
}
"""Name of the paper: the form that it is made from, and how."""


def kinds_of(form: str) -> tuple[str, ...]:
    """The papers that a record of `form` can be written as, the usual one first."""
    return tuple(kind for kind, (made_from, _make) in KINDS.items() if made_from == form)


def paper_of(kind: str, document: RecordDocument) -> Paper:
    """The paper `kind` of the record of `document`.

    Raises ValueError if no such paper is made from its form, PaperRefused where one must not be.
    """
    if kind not in kinds_of(document.form.id):
        raise ValueError(f"No {kind} is made from a record of the form {document.form.id}.")
    return KINDS[kind][1](document)
