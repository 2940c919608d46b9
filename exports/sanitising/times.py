"""Finds exact times, which perhaps only one person could know."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re
from collections.abc import Iterator

from exports.sanitising.kinds import Finding, Kind
from exports.sanitising.reading import small
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
_DAILY = (
    r"(?:school\s+(?:run|pick[- ]?up|drop[- ]?off|bell|gates)|nursery\s+(?:run|pick[- ]?up)|bed\s?time|breakfast|bath\s?time|last\s+orders|closing\s+time"
    r"|opening\s+time|kick[- ]?off|half[- ]?time|full[- ]?time|final\s+whistle|evening\s+prayers?|(?:morning|afternoon|lunch|play)\s?(?:break|time)|assembly|morning\s+prayers?|friday\s+prayers?|mass|evensong"
    r"|shift\s+change|handover|tea\s?break|lunch\s?break|sun(?:rise|set)|first\s+light|daybreak|dawn|dusk|bin\s+(?:day|collection)|the\s+post(?!\s+office))"
)
_EVENT = (
    rf"(?:{_DAILY}|school|nursery|lunch|dinner|supper|tea|church|prayers?|mosque|temple|news|match\s+(?:began|started|kicked|ended|finished)|shop\s+(?:shut|closed|opened)|shops?|pubs?\s+(?:shut|closed|opened)"
    r"|(?:shut|closed|opened|began|started|finished|ended|kicked\s+off|rang)(?=\s*(?:[.,;)]|$|with|on|he|she|they))|kids|children|bin\s?men|dustmen|postman|milkman"
    r"|post\s+(?:came|arrived)|bus|train|tram|curfew|news\s+began|lights\s+(?:went|came)|alarm|shift|fireworks|bells?)"
)
_RULES = tuple(
    re.compile(pattern, re.MULTILINE)
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
        rf"\b(?:five|ten|twenty|twenty[ -]five)\s+to\s+(?:{_HOUR}|midnight|noon|midday)(?={_WHEN}|\s+as\b|\s+(?:with|when|and|he|she|they)\b)",
        rf"\b(?:at|by|about|around|just)\s+(?:five|ten|twenty|twenty[ -]five)\s+to\s+(?:{_HOUR}|midnight|noon|midday)\b",
        rf"\b(?:at|by|around|about)\s+{_HOUR}[ -](?:{_MINUTE})\b",
        rf"\bhalf\s+{_HOUR}\b",
        rf"\bat\s+(?:\d{{1,2}}|{_HOUR})\s+(?:last|this|yesterday|today|tomorrow|that|every|each|most)\s+(?:night|morning|evening|afternoon|day|\w+day)\b",
        r"\bthe\s+(?:very\s+|same\s+|exact\s+)?(?:minute|second|instant)\s+(?:that|when|he|she|they|it|the|after|before)\b",
        r"(?:@|\bat)\s?(?:[01]\d|2[0-3])[0-5]\d\b(?=\s*(?:[.,;)]|$|on\b|and\b|hrs))|\d{1,2}/\d{1,2}\s*(?:@|at|,)\s*(?:[01]\d|2[0-3])[:.]?[0-5]\d\b",
        rf"\bback\s+o[f'’]?\s+(?:{_HOUR}|\d{{1,2}})\b",
        r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})[,;]?\s*(?:at|@|-)?\s*(?:[01]\d|2[0-3])[:.]?[0-5]\d\b",
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
        rf"\b(?:\d{{1,3}}|{_MINUTE}|a\s+few|some|a\s+couple\s+of)\s+(?:minutes?|seconds?|moments?)\s+(?:after|before|later|earlier)\b",
        r"(?<![\d£$€.,])(?:[01]?\d|2[0-3])\.[0-5]\d\b(?=\s+(?:train|bus|coach|flight|ferry|service|news|on\s|to\s+be|in\s+the|exactly|precisely|sharp|that\s))",
        r"(?:(?:day|night|morning|evening|afternoon|\d{1,2}(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|\d{4})\s?[,;(–-]?\s(?:at\s|@\s?)?)(?<![\d.])(?:[01]?\d|2[0-3])[.h][0-5]\d(?![\d.]|\s?(?:%|per\b|m\b|km|miles|kg|million))(?=[\s.,;)]|$)",
        rf"\b(?:oh|zero|nought|eighteen|nineteen|twenty(?:[ -](?:one|two|three))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[ -](?:{_HOUR}[ -])?(?:hundred|{_MINUTE}|oh[ -]{_HOUR}|{_HOUR})[ -](?:hours|hrs)\b",
        rf"\b(?:oh|zero|nought)[ -]{_HOUR}[ -](?:hundred|{_MINUTE})\b",
        r"\b(?:at|about|around|circa|approx\w*|by|from)\s+(?:about\s+|around\s+|circa\s+|exactly\s+|precisely\s+|roughly\s+|approx\w*\s+)?(?:[01]\d|2[0-3])[0-5]\d\b(?=\s*[.,;)]|\s*$|\s+(?:on|that|in\s+the|he|she|they|the|a|and|with)\b)",
        rf"(?:day|night|morning|evening|afternoon|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|\d{{4}}),?\s+at\s+(?:\d{{1,2}}|{_HOUR})\b(?!\s*(?:%|per|of\s+the|places|addresses|locations|different|premises|or))",
        rf"\b(?:clock|bells?)\s+(?:struck|strikes|striking|chimed)\b(?:\s+{_HOUR})?",
        rf"\bat\s+(?!one\s+that)(?!one\s+the){_HOUR}\s+(?:last|that|on|the)\b",
        rf"\b(?:just\s+)?gone\s+(?:{_HOUR}|\d{{1,2}})\b",
        r"\bon\s+the\s+(?:stroke|dot)\s+of\b(?:\s+\w+)?|\bon\s+the\s+(?:hour|half\s+hour|dot)\b",
        r"\b(?:just|right|moments|seconds|straight|immediately|minutes)\s+(?:after|before|as)\s+(?:the|her|his|their|she|he|they|it|an?|morning|afternoon|evening|closing|opening)\b(?!\s+(?:start|end|beginning|turn|middle)?\s*(?:of\s+)?(?:the\s+)?(?:new\s+|last\s+)?(?:year|month|spring|summer|autumn|winter|holidays?|pandemic|war|weekend|week)\b)(?:\s+\w+){1,3}",
        r"\b(?:during|before|after|at|on)\s+her\s+(?:\w+\s+)?(?:test|exams?|lessons?|class|appointments?|scan|birthday|shift|break|lunch|dinner|trip|flight|journey|holiday|operation|interview|hearing|wedding|treatment|bath|shower|walk|first|last|day\s+off|night\s+off)\b|\bduring\s+her\s+\w+",
        r"\b(?:night|morning|evening|day|afternoon)\s+(?:of|after|before)\s+(?:the|her|his)\s+\w+",
        rf"\b(?:coming\s+up\s+(?:to|for)|getting\s+on\s+for|(?:just\s+)?shy\s+of|going\s+on|approaching|nearly|almost|close\s+to|just\s+(?:before|after))\s+(?:{_HOUR}|\d{{1,2}}|midnight|noon|midday)(?={_WHEN}|\s+(?:at|in|o['’]?\s?clock))",
        r"\bduring\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:half|match|news|film|final|interval|storm|power\s+cut|blackout|eclipse|fireworks|lesson|service|sermon|funeral|wedding|party|exam|fire\s+drill)\b",
        r"\b(?!(?:19|20)\d\d\s?[-–]\s?20)(?:[01]\d|2[0-3])[0-5]\d\s?[-–]\s?(?:[01]\d|2[0-3])[0-5]\d\b",
        r"(?<![\d£$€.,])(?:[01]?\d|2[0-3])\.[0-5]\d(?=\s+(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)",
        rf"\b(?:just|right|shortly|straight|immediately|moments|soon|directly|seconds|minutes)\s+(?:after|before|as|when|ahead\s+of|following)\s+(?:\w+\s+){{0,4}}?{_EVENT}\b",
        rf"\b(?:as|when|while|whilst|by\s+the\s+time)\s+(?:the|her|his|they|she|he|it)\s+(?:\w+\s+){{0,3}}?{_EVENT}\b",
        rf"\b(?:during|after|before|at|straight\s+after)\s+(?:the\s+|her\s+|his\s+|their\s+)?(?:\w+\s+){{0,2}}?{_DAILY}\b",
        r"\b(?:as|when|while|whilst)\s+(?:she|the\s+(?:girl|woman|source|victim|worker|lady))\s+(?:(?:was|were|is)\s+(?:in|at|on|out|away|asleep|having|still|\w+ing)|had\s+just|got|came|went|woke|slept|stepped|sat|stood|lay|left|returned|arrived|finished|started)\b",
    )
)  # fmt: skip
_ROUND = rf"(?:(?:0?\d|1\d|2[0-4])(?:[:.]?00)?(?:{_HALVES}|\s?hrs|\s?hours)?|midnight|noon|midday|{_HOUR}(?:{_HALVES})?)"
_VAGUE = re.compile(
    rf"\b(?:between\s+{_ROUND}\s+and|from\s+{_ROUND}\s+(?:to|until|till)|around|about|roughly"
    rf"|approximately|before|after|until|till|from|since)\s+{_ROUND}(?:\s+(?:and|to|until|till)\s+{_ROUND})?"
    rf"(?![\d:.]\d)(?:\s+(?:in the (?:morning|afternoon|evening)|at night))?"
)


def find_times(text: str) -> Iterator[Finding]:
    """The exact times in `text`. A full hour with “about”, or a span of full hours, is vague."""
    lower = small(text)
    vague = [match.span() for match in _VAGUE.finditer(lower)]
    for rule in _RULES:
        for match in rule.finditer(lower):
            start, end = match.span()
            if any(first <= start and end <= last for first, last in vague):
                continue
            if lower[start : end + 5] in ("at one that", "by one that"):
                continue
            why = _(
                "An exact time that only one person may know. Say it roughly: “in the evening”."
            )
            yield Finding(Kind.TIME, start, end, text[start:end], why)
