"""Finds where a door is told, whoever lives behind it: numbers, codes, or what it is beside."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re
from collections.abc import Iterator

from exports.sanitising.doors import (
    BESIDE,
    COUNT,
    DWELLS,
    HOME,
    KEPT_BESIDE,
    LANDMARK,
    LEVEL,
    NOUN,
    SITED,
    SPELT,
    STRONG,
    TYPE,
    UNIT,
    WEAK,
)
from exports.sanitising.kinds import Finding, Kind
from exports.sanitising.reading import small
from exports.sanitising.spelling import spelt_out
from translations.interface import _

_POSTCODE_APART = (
    r"\b[A-Z]{1,2}\s?\d[A-Z\d]?[\s.,/-]{0,3}\d\s?[ABD-HJLNP-UW-Z]\s?[ABD-HJLNP-UW-Z]\b"
)
POSTCODE = r"\b[a-z]{1,2}\d[a-z\d]?\s{0,3}[-.]?\s{0,2}\d[abd-hjlnp-uw-z]{2}\b"
_RULES = tuple(
    (re.compile(pattern), not flags)  # with flags: on small letters
    for pattern, flags in (
        (POSTCODE, re.IGNORECASE),
        (_POSTCODE_APART, 0),
        (
            r"\b(?:code|pin|combination|passcode)\W{0,3}(?:is\s+|for\s+the\s+\w+\s+(?:is\s+)?)?[a-z]?\d{3,6}[a-z]?\b"
            r"|\b(?:side|back|rear|front|basement|fire)\s+(?:entrance|exit|gate|escape)\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:at|in|behind|above|over|near|opposite|from)\s+the\s+(?:[A-Z][\w'’]+\s+){1,3}(?:Inn|Arms|Hotel|Tavern|Head|Motel|Guest\s?House|Hostel|Spa|Sauna)\b",
            0,
        ),
        (
            r"\b(?:stone['’]?s\s+throw|\w+\s+(?:minutes?|yards?|metres?|doors?|paces|steps)['’]?(?:s?\s+walk)?)\s*(?:away\s+)?(?:from|off)\s+(?:the|a|an)\s+\w+"
            r"|\b(?:with)?in\s+(?:sight|earshot|view|the\s+shadow|hearing)\s+of\s+(?:the|a|an)\s+\w+|\b(?:number\s+)?\d{1,3}\s+bus\b|\b(?:last|first)\s+stop\b|\bterminus\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:north|south|east|west)(?:ern)?[- ](?:side|end|corner)\s+of\s+(?:the\s+)?\w+",
            re.IGNORECASE,
        ),
        (r"(?<!\w)(?:[a-z]\s){1,2}\d(?:\s?[a-z\d])?\s+\d\s+[a-z]\s+[a-z](?!\w)", re.IGNORECASE),
        (r"\b(?:the|that|this)\s+(?:only\s+|last\s+|first\s+)?one\s+(?:with|on|by|past|after|before|next|opposite|at|behind|above|below|facing|over|between)\b(?:\s+\w+){1,3}", re.IGNORECASE),
        (
            rf"\b{HOME}\s+(?:has|had|is\s+painted|is\s+fronted\s+by)\s+(?:\w+\s+){{0,5}}?(?:outside|in\s+front|gate|door|shutters?|curtains|blinds|fence|hedge|skip|porch|steps"
            r"|balcony|scaffolding|flag|sign|railings?|windows|roof|tree|drive|ramp|letter\s?box|knocker)\b",
            re.IGNORECASE,
        ),
        (
            rf"\b(?:cellar|basement|attic|loft|back|rear|rooms?|flat|yard|outbuilding|shed|annexe?|top\s+floor|upstairs|stockroom|store\s?room|kitchen)\s+(?:of|at|in|behind)\s+(?:the|a|an)\s+"
            rf"(?:\w+\s+){{0,2}}?{LANDMARK}\b",
            re.IGNORECASE,
        ),
        (
            rf"\b{LANDMARK}\s+(?:that\s+)?(?:facing|faces|opposite|outside|nearest|near|by|beside|behind|in\s+front\s+of|next\s+to|across\s+from|below|under)\s+(?:the|her|their)\s+(?:\w+\s+)?{HOME}\b",
            re.IGNORECASE,
        ),
        (
            rf"\b(?:no\.?\s?|number\s|#)?(?:\d{{1,4}}\s?[a-z]?|{SPELT})[,]?\s+"
            rf"(?:[A-Z][\w'’-]+\s+){{1,3}}(?i:{TYPE})\b\.?",
            0,
        ),
        (
            r"\b\d{1,4}[a-z]?[,]?\s+(?:[a-z'’-]{3,}\s+){1,2}"
            r"(?:road|rd|street|avenue|ave|lane|drive|crescent|terrace|grove|mews|gardens|close)\b",
            re.IGNORECASE,
        ),
        (rf"\b{UNIT}\s?(?:no\.?|number|#|:)?\s?-?{COUNT}", re.IGNORECASE),
        (rf"\b(?:at|to|from|of)\s+(?:house\s+)?number\s+{COUNT}", re.IGNORECASE),
        (rf"\b(?:house|door|flat)\s+number\b\W{{0,3}}(?:is\s+)?{COUNT}", re.IGNORECASE),
        (
            r"\b(?:first|second|third|fourth|fifth|sixth|next|last|\d(?:st|nd|rd|th))\s+(?:left|right|turning|turn|exit|house|gate|entrance"
            r"|landing|staircase|door|flat|block|(?:one\s+)?on\s+(?:the|your)\s+(?:left|right))\b(?!\s+(?:hand\s+of|arm|leg|eye|ear|foot))",
            re.IGNORECASE,
        ),
        (
            r"\b(?:at|to|by|near)\s+the\s+(?:very\s+|far\s+)?(?:end|top|bottom|foot|head)\s+of\s+(?:the|a|that|this|her)\s+(?:\w+\s+)?(?:corridor|passage|landing|row"
            r"|cul-de-sac|terrace|street|road|lane|track|stairs|drive|alley|hall|yard|garden)\b"
            r"|\b(?:across|same|along)\s+(?:the\s+)?(?:landing|hallway|corridor)\b",
            re.IGNORECASE,
        ),
        (
            rf"\b(?:{HOME}|one|place)\s+with\s+(?:the\s+|a\s+|an\s+|its\s+)?(?:[\w-]+\s+){{0,3}}?(?:door|gates?|windows?|curtains|blinds|fence|balcony"
            r"|shutters|roof|sign|steps|porch|hedge|scaffolding|ramp|satellite\s+dish|flag|gnomes?|garden|chimney|extension|drive(?:way)?|railings?|wall"
            r"|letter\s?box|knocker|plants?|tree|bins|trampoline|boat|sofa)\b",
            re.IGNORECASE,
        ),
        (r"\b(?:[A-Z][\w'’-]+\s+){1,2}(?:Cottage|Villas?|Mansions|Apartments|Bungalow|Farmhouse|Barn|Lodge|Vicarage|Rectory)\b", 0),
        (r"\b(?:house)?boat\s+(?:called|named|moored)\b(?:\s+[\w'’]+){0,2}", re.IGNORECASE),
        (
            r"\b(?:up|down|through|along)\s+(?:the|an?|some)\s+(?:\w+\s+)?(?:steps|stairs|staircase|alley|alleyway|ginnel|snicket|ramp|lane|path|track|passage|hill|entry|close|yard|drive|wynd|vennel)"
            r"\s+(?:by|beside|behind|past|next\s+to|near|off|to|under|opposite|from|at|after|before|between|with)\s+\w+(?:\s+\w+){0,2}",
            re.IGNORECASE,
        ),
        (
            r"\b(?:one|two|three|four|five|\d)\s+(?:up|down|along|flights?|floors?|stairs?|landings?)(?:\s+\w+){0,2}?\s+(?:on\s+)?(?:the\s+|your\s+)?(?:left|right|front|back)\b"
            r"|\b(?:first|second|third|fourth|last|next|\d(?:st|nd|rd|th))\s+(?:tram|bus|train|tube|metro)\s+(?:stop|station)\b",
            re.IGNORECASE,
        ),
        (
            rf"\b(?:one|two|three|four|five|six|next|\d)\s+(?:doors?|houses?|gates?)\s+(?:along|down|up|away|on)\b"
            rf"|\b(?:floor|lift|staircase|stairwell|block|entrance|corridor)\s+(?:\d{{1,2}}|[a-h]|{SPELT})\b"
            r"|\b(?:opposite|outside|below|under|facing|by|near|behind|next\s+to|above|over|across\s+from|beside)\s+(?:her|their)\s+(?:\w+\s+)?(?:windows?|doors?|flat|house|room|gate|home|place|building|balcony|bedroom|street)\b",
            re.IGNORECASE,
        ),
        (rf"\b{LEVEL}[ -]+floor\b(?:\s+{HOME})?", re.IGNORECASE),
        (r"\b(?:top|bottom|middle|first|second|third|left|right|upper|lower)(?:[ -]hand)?\s+(?:bell|buzzer|door|window)\b", re.I),
        (r"\b(?:basement|attic|loft|upstairs|downstairs|end|corner)\s+(?:flat|house|room|terrace)\b", re.I),
        (
            rf"\b(?:(?:only|last|first|second|third|fourth|middle|end)\s+{HOME}|{HOME}\s+with\s+(?:the|a|an))"
            rf"\s+(?:before|after|behind|beside|by|on|in|at|off|down|up|left|right|past|along|\w+\s+(?:door|gate|windows?|curtains|blinds|fence"
            r"|balcony|shutters|roof|sign|steps|porch|hedge))\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:red|blue|green|black|white|yellow|brown|grey|gray|pink|purple|orange|dark|pale|bright"
            r"|wooden|glass|metal|steel|painted)\s+(?:front\s+|back\s+)?(?:doors?|gates?|shutters?|curtains|blinds)\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:door|entry|gate|key\s?safe|access|lock)\s?(?:code|pin|number)\b(?:\W{0,3}(?:is\s)?\W?\d{2,})?",
            re.IGNORECASE,
        ),
        (
            r"(?:on|at|near|by)\s+the\s+(?:corner|junction|crossing)(?:\s+of\s+|\s+where\s+)\S+(?:\s+\S+){0,4}",
            re.IGNORECASE,
        ),
        (r"(?<![\d.])-?\d{1,2}\.\d{3,}\s?°?\s?[NS]?\s?[,;\s]\s?-?\d{1,3}\.\d{3,}\s?°?\s?[EW]?", 0),
        (r"/{2,3}\s?[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}\b|\bwhat3words\b\S*", re.IGNORECASE),
        (r"\b[HNST][A-HJ-Z]\s?\d{3,5}\s?\d{3,5}\b", 0),
    )
)  # fmt: skip
_NEXT_TO = re.compile(rf"(?i:\b{STRONG})(?:{NOUN}|\s+(?i:number\s+\w+|hers?|mine|where))")
_SOMEWHERE = re.compile(rf"(?i:\b{WEAK})(?:{NOUN})")
_LANDMARK_ALONE = re.compile(rf"\b{LANDMARK}\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+")


def told(text: str) -> Iterator[Finding]:
    """The places where somebody's door is told, or nearly; several may overlap."""
    why = _("This shows which door. Say the area, or leave it out.")
    lower = small(text)
    for rule, exactly in _RULES:
        for match in rule.finditer(text if exactly else lower):
            start, end = match.span()
            yield Finding(Kind.ADDRESS, start, end, text[start:end], why)
    why = _("This says where a door is without an address. Say the area, or leave it out.")
    for start, end, said in spelt_out(text):
        if re.search(POSTCODE, said, re.IGNORECASE):
            yield Finding(Kind.ADDRESS, start, end, text[start:end], why)
    for sentence in _SENTENCE.finditer(text):
        for match in _NEXT_TO.finditer(text, *sentence.span()):
            if _LANDMARK_ALONE.search(match[0]) or DWELLS.search(sentence[0]):
                yield Finding(Kind.ADDRESS, match.start(), match.end(), match[0], why)
        for rule in (BESIDE, KEPT_BESIDE, SITED):
            for match in rule.finditer(text, *sentence.span()):
                yield Finding(Kind.ADDRESS, match.start(), match.end(), match[0], why)
        for match in _SOMEWHERE.finditer(text, *sentence.span()):
            dwells = DWELLS.search(text[sentence.start() : match.start()])
            if dwells and _LANDMARK_ALONE.search(match[0]):
                yield Finding(Kind.ADDRESS, match.start(), match.end(), match[0], why)
