"""The sanitisation check of one text: every rule, its findings in reading order."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from exports.sanitising.addresses import Addresses
from exports.sanitising.adverts import Adverts
from exports.sanitising.idiom import plain_english
from exports.sanitising.kinds import Finding, Kind, Known
from exports.sanitising.names import Names
from exports.sanitising.nationality import Nationalities
from exports.sanitising.numbers import Numbers
from exports.sanitising.plates import Plates
from exports.sanitising.speech import Speech
from exports.sanitising.times import find_times

_LINE = re.compile(r"[^\n]+")
_LETTERS_OF_A_HANDLE = 3


class Checker:
    """Looks for what could show who a source or a worker is (domain.md, section 1).

    `known` is what the vault knows of people to be kept safe. One checker serves many texts.
    """

    def __init__(self, known: Iterable[Known]) -> None:
        of = _by_kind(known)
        self._finders = (
            Names(of[Kind.NAME]),
            Numbers(of[Kind.NUMBER]),
            Adverts(of[Kind.ADVERT]),
            Addresses(of[Kind.ADDRESS]),
            Nationalities(of[Kind.ADDRESS]),
            Plates(of[Kind.PLATE], of[Kind.NAME]),
            Speech(of[Kind.NAME]),
        )
        self._of_phrases = tuple(
            finder for finder in self._finders if isinstance(finder, Addresses | Speech)
        )

    def find(self, text: str) -> tuple[Finding, ...]:
        """The findings of `text` in reading order; those of one kind that touch are one."""
        found = [finding for finder in self._finders for finding in finder.find(text)]
        found.extend(find_times(text))
        found.extend(self._in_plain_english(text))
        found.sort(key=lambda finding: (finding.kind, finding.start, -finding.end))
        merged = [
            finding
            for _kind, group in groupby(found, attrgetter("kind"))
            for finding in _merge(text, list(group))
        ]
        return tuple(sorted(merged, key=lambda finding: (finding.start, finding.end)))

    def _in_plain_english(self, text: str) -> Iterator[Finding]:
        """What is found of a text once its dialect and shorthand are written out."""
        for line in _LINE.finditer(text):
            reading = plain_english(line[0])
            if reading is None:
                continue
            plain = [one for finder in self._of_phrases for one in finder.find(reading.text)]
            for one in (*plain, *find_times(reading.text)):
                start = line.start() + reading.place(one.start)
                end = line.start() + reading.place(one.end)
                if start < end:
                    yield Finding(one.kind, start, end, text[start:end], one.why, one.known)


def _by_kind(known: Iterable[Known]) -> dict[Kind, list[Known]]:
    sorted_out: dict[Kind, list[Known]] = {kind: [] for kind in Kind}
    for one in known:
        sorted_out[one.kind].append(one)
        letters = sum(sign.isalpha() for sign in one.text)
        if one.kind is Kind.NUMBER and letters >= _LETTERS_OF_A_HANDLE:
            sorted_out[Kind.ADVERT].append(one)  # what was asked for a number may be a handle
    return sorted_out


def _merge(text: str, found: list[Finding]) -> list[Finding]:
    """Overlapping findings as one, with the reason of the one that knows most."""
    merged: list[Finding] = []
    for finding in found:
        if merged and finding.start < merged[-1].end:
            last = merged[-1]
            best = last if last.known is not None or finding.known is None else finding
            end = max(last.end, finding.end)
            merged[-1] = Finding(
                last.kind, last.start, end, text[last.start : end], best.why, best.known
            )
        else:
            merged.append(finding)
    return merged
