"""The services of the directory: national ones with their source, and the force's own.

The national rows are those that cards name (`translations/cards/services.toml`); what each is for
stands in `about.toml`, by the same key. A row that nobody of the force has verified says so and has
no number; a row without any contact stays out: it would only look like help.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from desktop.profile import Profile
from translations.cards.model import Service
from translations.interface import form_language

ABOUT = Path(__file__).with_name("about.toml")


class Entry(NamedTuple):
    """One service as the directory shows it.

    Attributes:
        name: its own name.
        what: what it is for, in a few plain words.
        kinds: the needs that it answers, as `support_needs` names them.
        phone, web: blank where there is none; a number also while nobody has verified it.
        area: where it works, blank for the whole country.
        source: where the row was seen, with the date where that is known; blank for the force's.
        verified: who of the force has checked it and when, blank while nobody has.
        own: whether the force added it.
    """

    name: str
    what: str
    kinds: tuple[str, ...]
    phone: str
    web: str
    area: str
    source: str
    verified: str
    own: bool


def entries(profile: Profile, national: Mapping[str, Service]) -> tuple[Entry, ...]:
    """The force's own rows first, then the `national` ones of the cards, each group by name.

    A national service that the force has a row for, by name, is shown as the force has it. Raises
    KeyError where `about.toml` lacks a service.
    """
    own = sorted(_own(profile), key=_by_name)
    replaced = {entry.name.casefold() for entry in own}
    others = (entry for entry in _national(national) if entry.name.casefold() not in replaced)
    return (*own, *sorted(others, key=_by_name))


def _own(profile: Profile) -> Iterator[Entry]:
    for row in profile.services:
        yield Entry(
            row.name, row.what, (), row.phone, row.web, row.area, "", row.verified, own=True
        )


def _national(national: Mapping[str, Service]) -> Iterator[Entry]:
    about: dict[str, dict[str, Any]] = tomllib.loads(ABOUT.read_text(encoding="utf-8"))
    for key, row in national.items():
        if not row.phone and not row.web:
            continue
        told = about[key]
        source = ", ".join(filter(None, (row.source, row.seen)))
        yield Entry(
            row.name,
            told.get(f"what_{form_language()}", told["what"]),
            tuple(told["kinds"]),
            row.phone if row.verified_by_force else "",
            row.web,
            told.get("area", ""),
            source,
            row.verified_by_force,
            own=False,
        )


def _by_name(entry: Entry) -> str:
    return entry.name.casefold()
