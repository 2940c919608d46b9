"""Reads the sets that mark what gives somebody away in double brackets."""

import re
from collections.abc import Iterator

from exports.sanitising import Checker, Kind, Known
from tests.sanitising.leaks import Leak

_MARK = re.compile(r"\[\[(.*?)\]\]")


def known_of(lines: str) -> list[Known]:
    """What a set's vault knows: a kind, a bar and a text on each line."""
    pairs = (line.split(" | ", 1) for line in lines.strip().splitlines())
    return [Known(Kind(kind), text) for kind, text in pairs]


def marked(lines: str) -> Iterator[Leak]:
    """The leaks of a set, each with its whole text; a line with two marks is two leaks."""
    for line in lines.strip().splitlines():
        kind, text = line.split(" | ", 1)
        plain, places, end = "", [], 0
        for match in _MARK.finditer(text):
            plain += text[end : match.start()]
            places.append((len(plain), len(plain) + len(match[1])))
            plain += match[1]
            end = match.end()
        plain += text[end:]
        for start, stop in places:
            yield Leak(Kind(kind), "by hand", plain, start, stop)


def missed(checker: Checker, leaks: list[Leak]) -> list[Leak]:
    """Those that no finding of their own kind touches."""
    return [
        leak
        for leak in leaks
        if not any(
            finding.kind is leak.kind and finding.start < leak.end and leak.start < finding.end
            for finding in checker.find(leak.text)
        )
    ]
