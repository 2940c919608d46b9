"""Recording in one click that she was told of a service: what that changes in an encounter."""

from typing import NamedTuple

from desktop.directory.services import Entry

FORM = "encounter"
SIGNPOSTED, NAMED = "/data/support/signposted", "/data/support/services_named"
"""The questions that say what kind of help she was told of, and which services."""
NOTHING = "nothing"
"""The choice that stands alone, and goes as soon as something is named."""
NUM, LOCAL = "num", "local_project"
_NUM_NAME = "National Ugly Mugs"
_CHOICES = {
    "slavery": "modern_slavery",
    "sexual_violence": "sarc",
    "domestic_abuse": "domestic_abuse",
    "sex_work": LOCAL,
    "sexual_health": "sexual_health",
    "health": "health",
    "drugs_alcohol": "drugs_alcohol",
    "mental_health": "mental_health",
    "housing": "housing",
    "benefits": "money_benefits",
    "money": "money_benefits",
    "legal": "legal",
    "education": "learning",
}


class Signposted(NamedTuple):
    """The values of the two questions."""

    kinds: str
    services: str


def choice_of(entry: Entry) -> str:
    """The encounter's word for the kind of help that a service gives; blank where it has none."""
    if entry.name == _NUM_NAME:
        return NUM
    found = (_CHOICES[kind] for kind in entry.kinds if kind in _CHOICES)
    return next(found, LOCAL if entry.own else "")


def told_of(before: Signposted, entry: Entry) -> Signposted:
    """The answers after she was told of `entry`; nothing is written twice."""
    kinds = [kind for kind in before.kinds.split() if kind != NOTHING]
    choice = choice_of(entry)
    if choice and choice not in kinds:
        kinds.append(choice)
    services = before.services.splitlines()
    if entry.name not in services:
        services.append(entry.name)
    return Signposted(" ".join(kinds), "\n".join(services))
