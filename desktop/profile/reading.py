"""Reads and checks a force profile; every error is told at once."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desktop.profile import rules
from desktop.profile.model import (
    SENDABLE_FORMS,
    Destination,
    Liaison,
    Profile,
    ProfileError,
    ProfileErrors,
    Service,
)
from translations.interface import _

LARGEST_FILE = 256 * 1024
"""Bytes; a profile is a page of text, and some services."""

Table = Mapping[str, Any]


def read(source: Path, is_sample: bool) -> Profile:
    """The profile in the TOML file `source`; raises ProfileErrors with all that is wrong.

    Files that it names are looked for beside it.
    """
    values = _parsed(source)
    errors = [*_wrong_tables(values), *_wrong_lists(values), *_wrong_policy(values)]
    errors += _unknown(values)
    if not errors:
        errors = [*_wrong_files(values, source.parent), *_wrong_destinations(values)]
    if errors:
        raise ProfileErrors(source, tuple(errors))
    return _made(_stripped(values), source, is_sample)


def _made(values: Table, source: Path, is_sample: bool) -> Profile:
    """The profile of values that are known to be right."""
    officer, liaison, keys = (values.get(table, {}) for table in ("officer", "liaison", "keys"))
    beside = source.parent
    return Profile(
        force=values["force"]["name"],
        officer=officer["name"],
        role=officer["role"],
        number=officer.get("number", ""),
        photo=_file(beside, officer.get("photo", "")),
        idle_minutes=values["lock"]["idle_minutes"],
        marking=values["documents"]["marking"],
        liaison=Liaison(**liaison),
        roles={role: who for role, who in values.get("roles", {}).items() if who},
        areas=tuple(values.get("areas", {}).get("references", ())),
        immigration_policy={k: text for k, text in values.get(rules.POLICY, {}).items() if text},
        escrow_keys=tuple(beside / name for name in keys.get("escrow", ())),
        sealing_keys=tuple(beside / name for name in keys.get("sealing", ())),
        destinations=tuple(_destination(one, beside) for one in values.get("destinations", ())),
        services=tuple(_service(one) for one in values.get("services", ())),
        source=source,
        is_sample=is_sample,
    )


def _destination(values: Table, beside: Path) -> Destination:
    return Destination(
        name=values["name"],
        kind=values["kind"],
        folder=_file(beside, values.get("folder", "")),
        url=values.get("url", ""),
        address=values.get("address", ""),
        pinned_key=values.get("pinned_key", ""),
        client_certificate=_file(beside, values.get("client_certificate", "")),
        forms=tuple(values.get("forms", ())) or SENDABLE_FORMS[:1],
    )


def _service(values: Table) -> Service:
    return Service(**{field: values.get(field, "") for field in Service._fields})


def _file(beside: Path, name: str) -> Path | None:
    return beside / name if name else None


def _stripped(value: Any) -> Any:
    """`value` with blanks around its texts taken off."""
    if isinstance(value, dict):
        return {key: _stripped(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_stripped(inner) for inner in value]
    return value.strip() if isinstance(value, str) else value


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


def _wrong_tables(values: Table) -> Iterator[ProfileError]:
    for table, wanted in rules.TABLES.items():
        given = values.get(table, {})
        if not isinstance(given, dict):
            yield _no_table(table, f"[{table}]")
            continue
        yield from _wrong_keys(table, given, wanted)


def _wrong_lists(values: Table) -> Iterator[ProfileError]:
    for table, wanted in rules.LISTS.items():
        given = values.get(table, [])
        if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
            yield _no_table(table, f"[[{table}]]")
        elif len(given) > rules.MOST_ENTRIES:
            problem = _("There are more than {count}.").format(count=rules.MOST_ENTRIES)
            yield ProfileError(table, problem, _("Shorten it."))
        else:
            for number, one in enumerate(given, 1):
                yield from _wrong_keys(f"{table}.{number}", one, wanted)


def _wrong_keys(table: str, given: Table, wanted: rules.Rules) -> Iterator[ProfileError]:
    for key, rule in wanted.items():
        wrong = rules.wrong(given[key], rule) if key in given else rules.missing(rule)
        if wrong:
            yield ProfileError(f"{table}.{key}", *wrong)
    for key in given:
        if key not in wanted:
            yield _unexpected(f"{table}.{key}", list(wanted), key)


def _wrong_policy(values: Table) -> Iterator[ProfileError]:
    given = values.get(rules.POLICY, {})
    if not isinstance(given, dict):
        yield _no_table(rules.POLICY, f"[{rules.POLICY}]")
        return
    for language, text in given.items():
        key = f"{rules.POLICY}.{language}"
        if not rules.is_language(language):
            yield ProfileError(key, _("This is no language."), _('Write a tag such as "en".'))
        elif wrong := rules.wrong(text, rules.POLICY_RULE):
            yield ProfileError(key, *wrong)
    if any(given.values()) and not given.get("en"):
        problem = _("The English text is missing.")
        yield ProfileError(f"{rules.POLICY}.en", problem, _("Write it; it stands beside the rest."))


def _unknown(values: Table) -> list[ProfileError]:
    """Tables that no profile has; most often they are slips of the pen."""
    known = [*rules.TABLES, *rules.LISTS, rules.POLICY]
    return [_unexpected(table, known, table) for table in values if table not in known]


def _wrong_files(values: Table, beside: Path) -> Iterator[ProfileError]:
    """Files that are named and not there."""
    named = [("officer.photo", values["officer"].get("photo", ""))]
    named += [
        (f"keys.{key}", name) for key, all_ in values.get("keys", {}).items() for name in all_
    ]
    named += [
        (f"destinations.{number}.client_certificate", one.get("client_certificate", ""))
        for number, one in enumerate(values.get("destinations", ()), 1)
    ]
    for key, name in named:
        if name.strip() and not (beside / name.strip()).is_file():
            problem = _("There is no file {name} beside the profile.").format(name=name)
            yield ProfileError(key, problem, _("Put it there, or correct its name."))


def _wrong_destinations(values: Table) -> Iterator[ProfileError]:
    """Destinations without the one thing that their kind needs."""
    needs = {"folder": "folder", "openrosa": "url", "mail": "address"}
    seen = set()
    for number, one in enumerate(values.get("destinations", ()), 1):
        key = needs[one["kind"]]
        if not one.get(key, "").strip():
            problem = _("This destination needs it.")
            yield ProfileError(f"destinations.{number}.{key}", problem, _("Write it."))
        if one["name"].strip() in seen:
            problem = _("Two destinations have this name.")
            yield ProfileError(f"destinations.{number}.name", problem, _("Rename one."))
        seen.add(one["name"].strip())


def _no_table(key: str, heading: str) -> ProfileError:
    remedy = _("Write {heading}.").format(heading=heading)
    return ProfileError(key, _("This must be a table."), remedy)


def _unexpected(name: str, known: list[str], given: str) -> ProfileError:
    import difflib  # only a faulty profile needs it, and it would slow every start

    near = difflib.get_close_matches(given, known, 1)
    remedy = _("Did you mean {name}?").format(name=near[0]) if near else _("Take it out.")
    return ProfileError(name, _("Fieldbook does not know this."), remedy)
