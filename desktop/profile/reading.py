"""Reads and checks a force profile; every error is told at once."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from desktop.profile.model import IDLE_MINUTES, MARKINGS, Profile, ProfileError, ProfileErrors
from translations.interface import _

LONGEST_TEXT = 80
LARGEST_FILE = 256 * 1024
"""Bytes; a profile is a page of text."""


class _Rule(NamedTuple):
    """What one key must hold: its type, whether blank will do, and which values are allowed."""

    type: type
    blank: bool = False
    allowed: range | tuple[str, ...] = ()


_RULES: dict[str, dict[str, _Rule]] = {
    "force": {"name": _Rule(str)},
    "officer": {"name": _Rule(str), "role": _Rule(str)},
    "lock": {"idle_minutes": _Rule(int, allowed=IDLE_MINUTES)},
    "destination": {"folder": _Rule(str, blank=True)},
    "documents": {"marking": _Rule(str, allowed=MARKINGS)},
}


def read(source: Path, is_sample: bool) -> Profile:
    """The profile in the TOML file `source`; raises ProfileErrors with all that is wrong."""
    values = _parsed(source)
    errors = [*_missing_and_wrong(values), *_unknown(values)]
    if errors:
        raise ProfileErrors(source, tuple(errors))
    folder = values["destination"]["folder"].strip()
    return Profile(
        force=values["force"]["name"].strip(),
        officer=values["officer"]["name"].strip(),
        role=values["officer"]["role"].strip(),
        idle_minutes=values["lock"]["idle_minutes"],
        destination=Path(folder) if folder else None,
        marking=values["documents"]["marking"],
        source=source,
        is_sample=is_sample,
    )


def _parsed(source: Path) -> dict[str, Any]:
    """The file as TOML sees it."""
    try:
        if source.stat().st_size > LARGEST_FILE:
            raise _one(source, _("The file is too large to be a profile."), _ask_for_another())
        return tomllib.loads(source.read_text(encoding="utf-8-sig"))
    except OSError as error:
        problem = _("The file cannot be read ({why}).").format(why=error.strerror)
        raise _one(source, problem, _ask_for_another()) from None
    except UnicodeDecodeError:
        problem = _("The file is not text in UTF-8.")
        raise _one(source, problem, _("Save it again as UTF-8.")) from None
    except tomllib.TOMLDecodeError as error:
        problem = _("The file is not valid TOML: {why}.").format(why=error)
        raise _one(source, problem, _("Compare that line with the sample profile.")) from None


def _one(source: Path, problem: str, remedy: str) -> ProfileErrors:
    return ProfileErrors(source, (ProfileError("", problem, remedy),))


def _ask_for_another() -> str:
    return _("Ask whoever looks after Fieldbook in your force for the right one.")


def _missing_and_wrong(values: Mapping[str, Any]) -> list[ProfileError]:
    """What is wrong with the keys that a profile must have."""
    errors = []
    for table, rules in _RULES.items():
        given = values.get(table, {})
        if not isinstance(given, dict):
            problem = _("This must be a table.")
            errors.append(ProfileError(table, problem, _("Write [{name}].").format(name=table)))
            continue
        for key, rule in rules.items():
            wrong = _wrong(given[key], rule) if key in given else _absent(rule)
            if wrong:
                errors.append(ProfileError(f"{table}.{key}", *wrong))
    return errors


def _absent(rule: _Rule) -> tuple[str, str]:
    return _("This is missing."), _wanted(rule)


def _wrong(value: object, rule: _Rule) -> tuple[str, str] | None:
    """The problem with `value` and its remedy; `None` if it fits `rule`."""
    if type(value) is not rule.type:  # a bool is an int, but no number of minutes
        return _("This is of the wrong kind."), _wanted(rule)
    if rule.allowed:
        allowed = value in rule.allowed
        return (
            None
            if allowed
            else (_("{value} cannot be used here.").format(value=value), _wanted(rule))
        )
    text = str(value).strip()
    if not text and not rule.blank:
        return _("This is blank."), _wanted(rule)
    if not rule.blank and len(text) > LONGEST_TEXT:
        problem = _("This is longer than {count} characters.").format(count=LONGEST_TEXT)
        return problem, _("Shorten it.")
    if not text.isprintable():
        return _("This holds a line break or a control character."), _("Write it in one line.")
    return None


def _wanted(rule: _Rule) -> str:
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
    return (
        _('Write a text in quotes; "" stands for none.')
        if rule.blank
        else _("Write a text in quotes.")
    )


def _unknown(values: Mapping[str, Any]) -> list[ProfileError]:
    """Tables and keys that no profile has; most often they are slips of the pen."""
    names = [table for table in values if table not in _RULES]
    for table, rules in _RULES.items():
        given = values.get(table)
        if isinstance(given, dict):
            names += [f"{table}.{key}" for key in given if key not in rules]
    return [_unexpected(name) for name in names]


def _unexpected(name: str) -> ProfileError:
    import difflib  # only a faulty profile needs it, and it would slow every start

    keys = [f"{table}.{key}" for table, rules in _RULES.items() for key in rules]
    near = difflib.get_close_matches(name, [*_RULES, *keys], 1)
    remedy = _("Did you mean {name}?").format(name=near[0]) if near else _("Take it out.")
    return ProfileError(name, _("Fieldbook does not know this."), remedy)
