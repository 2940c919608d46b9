"""Finds exact times, which perhaps only one person could know."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re
from collections.abc import Iterator

from exports.sanitising.kinds import Finding, Kind
from translations.interface import _

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTE = (
    rf"(?:(?:twenty|thirty|forty|fifty)(?:[ -]{_HOUR})?|oh[ -]{_HOUR}|{_HOUR}|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|a\s+quarter|quarter|half|\d{1,2})"
)
_HALVES = r"\s?(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?)"
_PART = r"(?:in the (?:morning|afternoon|evening)|at night|o['’]?\s?clock|sharp|exactly|precisely)"
_WHEN = (
    r"(?:\s+(?:on|every|each|that|tonight|yesterday|today|in the|last|this|most)\b|\s*[.,;)]|\s*$)"
)
_RULES = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"(?<![\d:.])(?:[01]?\d|2[0-4])\s?:\s?[0-5]\d(?:\s?:\s?[0-5]\d)?(?![\d:])"
        rf"(?:{_HALVES}|\s?(?:hrs|hours|h)\b)?",
        rf"(?<![\d£$€.])(?:0?[1-9]|1[0-2])(?:[.:]?[0-5]\d)?{_HALVES}",
        r"(?<![\d£$€])(?:[01]\d|2[0-3])[.:]?[0-5]\d\s?(?:hrs|hours|h)\b",
        r"(?<![\w£])(?:[01]?\d|2[0-3])h[0-5]\d\b",
        r"\b(?:at|by|around|about|from|until|till|before|after|since|exactly|precisely)\s+"
        r"(?:[01]?\d|2[0-3])\.[0-5]\d\b(?!\s?(?:%|per|m\b|km|miles))",
        rf"\b(?:{_HOUR}|\d{{1,2}})\s?o['’]?\s?clock\b",
        rf"\b{_MINUTE}[\s-]+(?:minutes?\s+)?past\s+(?:{_HOUR}|\d{{1,2}}|midnight|noon)\b",
        rf"\b(?:{_MINUTE}\s+minutes?|(?:a\s+)?quarter)\s+(?:to|before|after)\s+(?:{_HOUR}|\d{{1,2}}|midnight|noon)\b",
        rf"\b(?:five|ten|twenty|twenty[ -]five)\s+to\s+{_HOUR}(?={_WHEN}|\s+(?:with|when|and|he|she|they)\b)",
        rf"\b(?:at|by)\s+(?:five|ten|twenty|twenty[ -]five)\s+to\s+{_HOUR}\b",
        rf"\b(?:at|by|around|about)\s+{_HOUR}[ -](?:{_MINUTE})\b",
        rf"\bhalf\s+{_HOUR}\b",
        rf"\bquarter\s+of\s+{_HOUR}\b",
        r"\bat\s+(?:[01]\d|2[0-3])[0-5]\d\b(?!\s+(?:prices|metres|rpm))",
        r"\b(?:exactly|precisely)\s+\d{1,2}\b(?=\s*[.,;)]|\s+(?:on|every|and|in)\b)",
        r"\b(?:[1-9]|1[0-2])\s+on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
        r"\b(?:midnight|noon|midday)\s+(?:exactly|precisely|sharp|on\s+the\s+dot)\b",
        rf"\b{_HOUR}[ -](?:fifteen|thirty|forty[ -]five|oh[ -]{_HOUR}|twenty|forty|fifty|ten)\b"
        rf"(?:{_HALVES}|\s+{_PART}|{_WHEN})",
        rf"\b(?:{_HOUR}|\d{{1,2}}){_HALVES}",
        rf"\b(?:{_HOUR}|\d{{1,2}})\s+{_PART}",
        rf"\b(?:at|by)\s+(?:exactly\s+|precisely\s+|just\s+(?:before|after|gone)\s+)?{_HOUR}(?={_WHEN})",
        r"\b(?:at|exactly|precisely|just (?:after|before)|stroke of)\s+(?:midnight|noon|midday)\b",
        r"(?<!\d)(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:on|that)\s+(?:the|mon|tue|wed|thu|fri|sat|sun|\d))",
        r"\b\d{1,3}\s+(?:minutes?|seconds?)\s+(?:after|before|later|earlier)\b",
    )
)  # fmt: skip
_ROUND = rf"(?:(?:0?\d|1\d|2[0-4])(?:[:.]?00)?(?:{_HALVES}|\s?hrs|\s?hours)?|midnight|noon|midday|{_HOUR}(?:{_HALVES})?)"
_VAGUE = re.compile(
    rf"\b(?:between\s+{_ROUND}\s+and|from\s+{_ROUND}\s+(?:to|until|till)|around|about|roughly"
    rf"|approximately|before|after|until|till|from|since)\s+{_ROUND}(?:\s+(?:and|to|until|till)\s+{_ROUND})?"
    rf"(?![\d:.]\d)(?:\s+(?:in the (?:morning|afternoon|evening)|at night))?",
    re.IGNORECASE,
)


def find_times(text: str) -> Iterator[Finding]:
    """The exact times in `text`. A full hour with “about”, or a span of full hours, is vague."""
    vague = [match.span() for match in _VAGUE.finditer(text)]
    for rule in _RULES:
        for match in rule.finditer(text):
            start, end = match.span()
            if any(first <= start and end <= last for first, last in vague):
                continue
            why = _(
                "An exact time that only one person may know. Say it roughly: “in the evening”."
            )
            yield Finding(Kind.TIME, start, end, match[0], why)
