"""What each key of a force profile must hold, and what is wrong with a value that does not."""

import datetime
import re
from typing import NamedTuple

from desktop.profile.model import (
    DESTINATION_KINDS,
    IDLE_MINUTES,
    MARKINGS,
    ROLES,
    SENDABLE_FORMS,
)
from translations.interface import _

LONGEST_TEXT = 80
LONGEST_POLICY = 600
"""Characters; a policy is read over a table, by somebody who may be frightened."""
MOST_ENTRIES = 500
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


class Rule(NamedTuple):
    """What one key must hold.

    Attributes:
        type: `str`, `int`, or `list` for a list of texts.
        blank: whether nothing will do.
        required: whether the key must be there.
        allowed: the only values, or none.
        longest: characters of a text.
        form: "" for any text in one line, else "https", "date" or "file".
    """

    type: type
    blank: bool = False
    required: bool = True
    allowed: range | tuple[str, ...] = ()
    longest: int = LONGEST_TEXT
    form: str = ""


Rules = dict[str, Rule]

_OPTIONAL = Rule(str, blank=True, required=False)
_PATH = Rule(str, blank=True, required=False, longest=1024, form="file")
_PATHS = Rule(list, blank=True, required=False, longest=1024, form="file")

TABLES: dict[str, Rules] = {
    "force": {"name": Rule(str)},
    "officer": {"name": Rule(str), "role": Rule(str), "number": _OPTIONAL, "photo": _PATH},
    "lock": {"idle_minutes": Rule(int, allowed=IDLE_MINUTES)},
    "documents": {"marking": Rule(str, allowed=MARKINGS)},
    "liaison": {"name": _OPTIONAL, "phone": _OPTIONAL, "deputy": _OPTIONAL},
    "roles": dict.fromkeys(ROLES, _OPTIONAL),
    "areas": {"references": Rule(list, blank=True, required=False)},
    "keys": {"escrow": _PATHS, "sealing": _PATHS},
}
"""The tables that stand once."""

POLICY = "immigration_policy"
"""The table of one text by language (BCP 47)."""
POLICY_RULE = Rule(str, blank=True, required=False, longest=LONGEST_POLICY)

LISTS: dict[str, Rules] = {
    "destinations": {
        "name": Rule(str),
        "kind": Rule(str, allowed=DESTINATION_KINDS),
        "folder": Rule(str, blank=True, required=False, longest=1024),
        "url": Rule(str, blank=True, required=False, longest=1024, form="https"),
        "address": _OPTIONAL,
        "pinned_key": _OPTIONAL,
        "client_certificate": _PATH,
        "forms": Rule(list, blank=True, required=False, allowed=SENDABLE_FORMS),
    },
    "services": {
        "name": Rule(str),
        "what": Rule(str, longest=200),
        "phone": _OPTIONAL,
        "web": _OPTIONAL,
        "area": _OPTIONAL,
        "verified": Rule(str, form="date"),
    },
}
"""The tables that stand as often as there are entries."""

Wrong = tuple[str, str]


def missing(rule: Rule) -> Wrong | None:
    """The problem with a key that is not there and its remedy; `None` if it needn't be."""
    return (_("This is missing."), wanted(rule)) if rule.required else None


def wrong(value: object, rule: Rule) -> Wrong | None:
    """The problem with `value` and its remedy; `None` if it fits `rule`."""
    if type(value) is not rule.type:  # a bool is an int, but no number of minutes
        return _("This is of the wrong kind."), wanted(rule)
    if isinstance(value, list):
        return _wrong_list(value, rule)
    if rule.allowed:
        if value in rule.allowed:
            return None
        return _("{value} cannot be used here.").format(value=value), wanted(rule)
    return _wrong_text(str(value).strip(), rule)


def is_language(text: str) -> bool:
    """Whether `text` looks like a language tag."""
    return _LANGUAGE.fullmatch(text) is not None


def _wrong_list(values: list[object], rule: Rule) -> Wrong | None:
    one = rule._replace(type=str, blank=False)
    if len(values) > MOST_ENTRIES:
        problem = _("There are more than {count}.").format(count=MOST_ENTRIES)
        return problem, _("Shorten it.")
    return next((found for value in values if (found := wrong(value, one))), None)


def _wrong_text(text: str, rule: Rule) -> Wrong | None:
    if not text:
        return None if rule.blank else (_("This is blank."), wanted(rule))
    if len(text) > rule.longest:
        problem = _("This is longer than {count} characters.").format(count=rule.longest)
        return problem, _("Shorten it.")
    if not text.isprintable():
        return _("This holds a line break or a control character."), _("Write it in one line.")
    if rule.form == "https" and not text.startswith("https://"):
        return _("This is no safe address."), _('Write one that begins with "https://".')
    if rule.form == "date" and not _is_date(text):
        return _("This is no date."), _("Write year, month and day, such as 2026-11-22.")
    return None


def _is_date(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def wanted(rule: Rule) -> str:
    """What to write instead."""
    if isinstance(rule.allowed, range):
        lowest, highest = rule.allowed[0], rule.allowed[-1]
        return _("Write a whole number from {lowest} to {highest}.").format(
            lowest=lowest, highest=highest
        )
    if rule.allowed:
        return _("Write one of: {values}.").format(
            values=", ".join(f'"{value}"' for value in rule.allowed)
        )
    if rule.type is list:
        return _('Write texts in brackets, such as ["one", "two"].')
    if rule.blank:
        return _('Write a text in quotes; "" stands for none.')
    return _("Write a text in quotes.")
