"""How long records of each form are proposed to stay on a laptop, and their retention group.

Groups after the Police Information and Records Management Code 2023 and MoPI (verify): 1 public
protection, reviewed every ten years to age 100; 2 other sexual, violent or serious, reviewed after
ten clear years; 3 other, at least six years; 4 undetected or miscellaneous, about six years. They
are for the force's own record. The days are a design decision: a laptop is no archive; what is
kept longer is handed over to the force's record, then purged here.
"""

from storage.tables.retention import Rule, Rules
from translations.interface import _

_MONTH, _YEAR = 31, 366

RULES = Rules(
    {
        "visit": Rule(4, 6 * _MONTH),
        "encounter": Rule(4, 6 * _MONTH),
        "prompts": Rule(4, 6 * _MONTH),
        "premises": Rule(4, 6 * _MONTH),
        "contact": Rule(3, _YEAR),
        "person": Rule(3, _YEAR),
        "safety_plan": Rule(3, 3 * _MONTH),
        "victim_contract": Rule(3, 6 * _MONTH),
        "support_needs": Rule(3, 6 * _MONTH),
        "num_report": Rule(3, 6 * _MONTH),
        "intelligence_report": Rule(3, 3 * _MONTH),
        "advert_evidence": Rule(2, 6 * _MONTH),
        "incident": Rule(2, 6 * _MONTH),
        "referral": Rule(2, 6 * _MONTH),
        "concern_notification": Rule(1, 6 * _MONTH),
        "child_concern": Rule(1, 6 * _MONTH),
    },
    Rule(4, 6 * _MONTH),
)


def group_words(group: int) -> str:
    """What a retention group is, in a line."""
    return {
        1: _("1 · public protection: to age 100, looked at every ten years"),
        2: _("2 · other sexual, violent or serious: looked at after ten clear years"),
        3: _("3 · other: at least six years"),
        4: _("4 · undetected or miscellaneous: about six years"),
    }[group]


def hold_words(kind: str) -> str:
    """What a kind of hold is called."""
    return {
        "cpia": _("Criminal case (CPIA)"),
        "complaint": _("Complaint or inquiry"),
        "other": _("Another reason"),
    }[kind]


def purge_rules() -> tuple[tuple[str, str], ...]:
    """By which rule something may be purged: what the receipt says, and what people choose."""
    return (
        ("handed over, short life on a laptop", _("Handed over to the force’s record")),
        ("review: no longer needed (DPA 2018, s.39)", _("Reviewed: no longer needed")),
        ("erasure asked for (DPA 2018, s.47)", _("She asked for it to be erased")),
        ("agreement withdrawn", _("Her agreement was withdrawn")),
        ("written in error", _("Written in error")),
    )
