"""Finds telephone numbers: those the vault knows, however split or spelt, and any other."""

import re
from collections.abc import Iterable, Iterator

import phonenumbers

from exports.sanitising.digits import Digits, digits
from exports.sanitising.kinds import Finding, Kind, Known
from translations.interface import _

_HOME = "GB"
_REACH = 240  # characters in which the parts of one number are sought
_SKIPS = 4  # groups in between that are no part of it ("the second one is …")
_LIGHT = re.compile(
    r"(?:[^\w/:]|and|then|space|dash|dot|hyphen|gap|pause|stop|point|plus|followed|by|the|next|ends?"
    r"|ending|starts?|starting|begins?|beginning|finally|last|first|rest|is|are|with|in)*",
    re.IGNORECASE,
)
_ENDING = re.compile(
    r"(?:end(?:s|ed|ing)?|last|final|finish(?:es|ed|ing)?|start(?:s|ing)?|begin(?:s|ning)?|digits?"
    r"|number|phone|mobile)\b[^.\n]{0,30}$",
    re.IGNORECASE,
)


class Numbers:
    """The numbers to look for, and the rule for all others."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = [(national(number.text), number) for number in known]
        self._known = [(value, number) for value, number in self._known if len(value) >= 5]

    def find(self, text: str) -> Iterator[Finding]:
        """The places where a telephone number, or a telling part of a known one, stands."""
        groups = digits(text)
        for value, known in self._known:
            for start, end in _spans(value, groups, text):
                why = _(
                    "This is a telephone number the vault knows, or a part of it. Leave it out."
                )
                yield Finding(Kind.NUMBER, start, end, text[start:end], why, known)
        for start, end in _numbers(groups, text):
            why = _("This is a telephone number. Leave it out, or say why it is not hers.")
            yield Finding(Kind.NUMBER, start, end, text[start:end], why)


def national(number: str) -> str:
    """The digits of `number` without its country's code or its leading 0."""
    plain = "".join(group.value for group in digits(number))
    prefix = "+" if number.strip().startswith(("+", "＋")) else ""
    try:
        parsed = phonenumbers.parse(prefix + plain, _HOME)
    except phonenumbers.NumberParseException:
        return plain.removeprefix("0044").removeprefix("0")
    return str(parsed.national_number)


def _spans(value: str, groups: list[Digits], text: str) -> Iterator[tuple[int, int]]:
    last = -1
    for place, group in enumerate(groups):
        if group.start < last:
            continue
        end = _whole(value, groups, place) or _part(value, groups, place, text)
        if end is not None:
            last = end
            yield _with_plus(text, group.start), end


def _whole(value: str, groups: list[Digits], place: int) -> int | None:
    """Where the number that begins with `groups[place]` ends, or None: its parts in order."""
    first = groups[place]
    limit = first.start + _REACH
    for prefix in ("", "0", "44", "440", "0044", "00440"):
        end = _rest(prefix + value, groups, place, limit, _SKIPS)
        if end is not None:
            return end
    inside = first.value.find(value)  # within a longer run, as a foreign code before it
    return first.end if inside >= 0 and len(first.value) - len(value) <= 6 else None


def _rest(left: str, groups: list[Digits], place: int, limit: int, skips: int) -> int | None:
    if place >= len(groups) or groups[place].start > limit:
        return None
    group = groups[place]
    if left == group.value:
        return group.end
    if left.startswith(group.value):
        for step in range(1, skips + 2):
            end = _rest(left[len(group.value) :], groups, place + step, limit, skips - step + 1)
            if end is not None:
                return end
    return None


def _part(value: str, groups: list[Digits], place: int, text: str) -> int | None:
    """Where a part of the number ends that begins here and is long enough to tell it."""
    run = ""
    end = None
    cue = _ENDING.search(text[max(0, groups[place].start - 60) : groups[place].start])
    for here, group in enumerate(groups[place : place + 8], place):
        if here > place and not _is_light(text[groups[here - 1].end : group.start]):
            break
        run += group.value
        telling = value.endswith(run) or f"0{value}".startswith(run)
        if telling and (len(run) >= 6 or (len(run) >= 3 and cue)):
            end = group.end
    return end


def _numbers(groups: list[Digits], text: str) -> Iterator[tuple[int, int]]:
    place = 0
    while place < len(groups):
        found = place
        run = ""
        for here in range(place, min(place + 14, len(groups))):
            if here > place and not _is_light(text[groups[here - 1].end : groups[here].start]):
                break
            run += groups[here].value
            if _is_possible(run, text[max(0, groups[place].start - 1) : groups[place].start]):
                found = here + 1
        if found > place:
            yield _with_plus(text, groups[place].start), groups[found - 1].end
        place = max(found, place + 1)


def _is_possible(run: str, before: str) -> bool:
    if not 9 <= len(run) <= 15:
        return False
    if before in ("+", "＋") or run.startswith("00"):
        number = f"+{run.removeprefix('00')}"
    elif run.startswith("44") and len(run) == 12:
        number = f"+{run}"
    elif run.startswith("0") or (run.startswith("7") and len(run) == 10):
        number = run
    else:
        return False
    try:
        parsed = phonenumbers.parse(number, _HOME)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(parsed)


def _is_light(between: str) -> bool:
    return len(between) <= 40 and _LIGHT.fullmatch(between) is not None


def _with_plus(text: str, start: int) -> int:
    return start - 1 if text[max(0, start - 1) : start] in ("+", "＋") else start
