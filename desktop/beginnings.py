"""Which of the library's forms are begun where: by themselves, in a visit, with a person.

An encounter and a visit have buttons of their own, as a contact has with its person, and prompts
with their note. Premises are never begun with a person (`desktop.premises`), and nothing becomes
intelligence from a liaison record but by the deliberate step in `desktop.sending.passing_on`.
"""

from collections.abc import Iterable

from desktop.definitions import FormShelf
from forms import FormSummary

BY_THEMSELVES = (
    "incident",
    "support_needs",
    "child_concern",
    "advert_evidence",
    "premises",
    "safety_plan",
    "victim_contract",
    "intelligence_report",
    "referral",
    "num_report",
    "concern_notification",
)
IN_A_VISIT = ("incident", "child_concern", "advert_evidence")
"""Beside the notes of people met, and the place."""
WITH_A_PERSON = (
    "encounter",
    "support_needs",
    "incident",
    "advert_evidence",
    "num_report",
    "referral",
    "concern_notification",
)
"""Beside contacts, and the plan and contract that are written together with her."""


def offered(shelf: FormShelf, forms: Iterable[str]) -> tuple[FormSummary, ...]:
    """The summaries of `forms` in the versions that are in use; what is not in use is left out."""
    found = {one.summary.id: one.summary for one in shelf.standings() if one.in_use}
    return tuple(found[form] for form in forms if form in found)
