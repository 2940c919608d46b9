"""Finds telephone numbers: those the vault knows, however split or spelt, and any other."""

import re
from collections.abc import Iterable, Iterator

import phonenumbers

from exports.sanitising.digits import Digits, digits
from exports.sanitising.kinds import Finding, Kind, Known
from translations.interface import _

_HOME = "GB"
_REACH = 240  # characters in which the parts of one number are sought
_SHORTEST = 5  # digits a known number must have to be looked for
_TELLING = 6  # digits that tell a number by themselves
_CUED = 3  # digits that tell it after “ending in”
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
        self._begun: dict[str, list[tuple[str, Known]]] = {}
        self._parts: dict[str, Known] = {}
        for number in known:
            value = national(number.text)
            if len(value) >= _SHORTEST:
                self._learn(value, number)

    def _learn(self, value: str, known: Known) -> None:
        """Keeps every beginning of the number and every end of it, to be looked up at once."""
        for prefix in ("", "0", "44", "440", "0044", "00440"):
            whole = prefix + value
            for size in range(1, len(whole) + 1):
                self._begun.setdefault(whole[:size], []).append((whole[size:], known))
        for size in range(_CUED, len(value) + 1):
            self._parts.setdefault(value[-size:], known)
            self._parts.setdefault(f"0{value}"[:size], known)

    def find(self, text: str) -> Iterator[Finding]:
        """The places where a telephone number, or a telling part of a known one, stands."""
        groups = digits(text)
        why = _("This is a telephone number the notebook knows, or a part of it. Leave it out.")
        for place, group in enumerate(groups):
            found = self._whole(groups, place) or self._part(groups, place, text)
            if found is not None:
                start, (end, known) = _with_plus(text, group.start), found
                yield Finding(Kind.NUMBER, start, end, text[start:end], why, known)
        for start, end in _numbers(groups, text):
            why = _("This is a telephone number. Leave it out, or say why it is not hers.")
            yield Finding(Kind.NUMBER, start, end, text[start:end], why)

    def _whole(self, groups: list[Digits], place: int) -> tuple[int, Known] | None:
        """Where the known number that begins with this group ends: its parts in order."""
        limit = groups[place].start + _REACH
        for left, known in self._begun.get(groups[place].value, ()):
            end = _rest(left, groups, place, limit, _SKIPS) if left else groups[place].end
            if end is not None:
                return end, known
        return None

    def _part(self, groups: list[Digits], place: int, text: str) -> tuple[int, Known] | None:
        """Where a part of a known number ends that begins here and is long enough to tell it."""
        run = ""
        found = None
        start = groups[place].start
        cue = _ENDING.search(text[max(0, start - 60) : start])
        for here, group in enumerate(groups[place : place + 8], place):
            if here > place and not _is_light(text[groups[here - 1].end : group.start]):
                break
            run += group.value
            known = self._parts.get(run) or self._parts.get(run[-10:] if len(run) > 10 else run)
            if known is not None and (len(run) >= _TELLING or cue):
                found = group.end, known
        return found


def national(number: str) -> str:
    """The digits of `number` without its country's code or its leading 0."""
    plain = "".join(group.value for group in digits(number))
    prefix = "+" if number.strip().startswith(("+", "＋")) else ""
    try:
        parsed = phonenumbers.parse(prefix + plain, _HOME)
    except phonenumbers.NumberParseException:
        return plain.removeprefix("0044").removeprefix("0")
    return str(parsed.national_number)


def _rest(left: str, groups: list[Digits], place: int, limit: int, skips: int) -> int | None:
    """Where the digits `left` end that follow `groups[place]`, with `skips` groups passed over."""
    for step in range(1, skips + 2):
        here = place + step
        if here >= len(groups) or groups[here].start > limit:
            return None
        value = groups[here].value
        if left == value:
            return groups[here].end
        if left.startswith(value):
            end = _rest(left[len(value) :], groups, here, limit, skips - step + 1)
            if end is not None:
                return end
    return None


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
