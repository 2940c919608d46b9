"""Finds addresses, flats, and ways of saying where a door is without an address."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re
from collections.abc import Iterable, Iterator

from exports.sanitising.kinds import Finding, Kind, Known
from exports.sanitising.ordinary import is_common
from exports.sanitising.reading import Word, words
from exports.sanitising.sounds import is_near, is_near_across_scripts
from translations.interface import _

_TYPES = [
    "road",
    "rd",
    "street",
    "st",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "dr",
    "close",
    "cl",
    "crescent",
    "cres",
    "court",
    "ct",
    "place",
    "pl",
    "terrace",
    "terr",
    "square",
    "sq",
    "gardens",
    "gdns",
    "grove",
    "gr",
    "way",
    "walk",
    "row",
    "hill",
    "mount",
    "parade",
    "view",
    "mews",
    "gate",
    "house",
    "park",
    "rise",
    "green",
    "yard",
    "quay",
    "wharf",
    "buildings",
    "heights",
    "towers",
    "tower",
    "point",
    "mansions",
    "villas",
]
_TYPE = rf"(?:{'|'.join(sorted(_TYPES, key=len, reverse=True))})"
_UNIT = (
    r"(?:flat|flt|apartment|apt|appt|unit|room|rm|suite|bedsit|studio|chalet|caravan|plot|lodge"
    r"|door|buzzer|bell|intercom|fob)"
)
_SPELT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_COUNT = rf"(?:\d{{1,4}}\s?[a-z]?|{_SPELT}|[A-H]\d{{0,3}})\b"
_LEVEL = (
    r"(?:ground|top|basement|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d{1,2}(?:st|nd|rd|th)|upper|lower|attic|bottom|loft)"
)
_HOME = (
    r"(?:flats?|apartments?|houses?|home|bedsit|studio|room|door|premises|property|address|place"
    r"|building|block|maisonette|annexe?|bungalow|terrace|staircase|entrance|gate|window|intercom)"
)
_LANDMARK = (
    r"(?:shop|store|bakery|baker['’]?s?|butcher['’]?s?|chippy|chip\s?shop|takeaway|take-away|kebab|caf[eé]"
    r"|restaurant|pizzeria|pub|bar|club|inn|church|chapel|mosque|temple|synagogue|gurdwara|school"
    r"|nursery|college|university|library|museum|cinema|theatre|gym|pool|park|playground|station"
    r"|bus\s?stop|tram\s?stop|stop|car\s?park|garage|petrol|bank|post\s?office|pharmacy|chemist['’]?s?"
    r"|hospital|surgery|clinic|dentist['’]?s?|doctor['’]?s|vet['’]?s?|hotel|hostel|supermarket|market"
    r"|superdrug|laundrette|launderette|laundry|barber['’]?s?|hairdresser['’]?s?|salon|nail\s?bar"
    r"|tattoo\s?(?:parlour|studio)|betting|bookie['’]?s?|bookmaker['’]?s?|off-licence|newsagent['’]?s?"
    r"|florist['’]?s?|factory|mill|warehouse|bridge|canal|roundabout|crossroads|junction|traffic\s?lights"
    r"|town\s?hall|court|police\s?station|fire\s?station|cemetery|football\s?ground|stadium|arena|depot"
    r"|tesco|asda|aldi|lidl|sainsbury['’]?s|morrisons|greggs|co-?op|boots|costa|starbucks|mcdonald['’]?s"
    r"|kfc|subway|b&m|wilko|iceland|spar|primark|ikea|halfords|screwfix|ladbrokes|wetherspoon['’]?s?)"
)
_OF = r"(?:\s+(?:the|a|an|that|this|old|new|big|small|little|local|former|main|corner|\w+['’]s))*"
_NOUN = rf"{_OF}\s+(?:[\w'’&-]+\s+){{0,3}}?{_LANDMARK}\b|{_OF}\s+(?:[A-Z][\w'’&-]+)(?:\s+[A-Z][\w'’&-]+)*"
_STRONG = (
    r"(?:above|over(?=\s+(?:the|a|an)\b)|upstairs\s+from|downstairs\s+from|underneath|next\s+door(?:\s+to)?|next\s+to"
    r"|\w+\s+(?:doors?|houses?|floors?)\s+(?:down|up|along|away|from|below|above|before|after|past)(?:\s+from)?"
    r"|directly\s+opposite|right\s+opposite|diagonally\s+opposite|across\s+(?:the\s+(?:road|street|way)\s+)?from"
    r"|(?:round|around|on|at|by)\s+the\s+(?:back|side|rear|end|corner|top|bottom)\s+of|on\s+top\s+of"
    r"|(?:just\s+)?(?:round|around)\s+the\s+corner\s+from|same\s+(?:building|block|street|road|floor)\s+as"
    r"|back(?:s|ing)?\s+on\s?to|overlook(?:s|ing)|wall\s+with|to\s+the\s+(?:rear|side|left|right)\s+of"
    r"|between(?=\s+the\b))"
)
_WEAK = (
    r"(?:opposite|facing|faces|behind|beside|near(?:est)?(?:\s+to)?|by|outside|in\s+front\s+of|beyond|past"
    r"|close\s+to|off|adjacent\s+to|alongside|under|beneath|below|at)"
)
_DWELLS = re.compile(
    rf"\b(?:{_HOME}|live[sd]?|living|stay(?:s|ed|ing)?|sleep(?:s|ing)?|work(?:s|ed|ing)?|based|rents?"
    r"|renting|lodg(?:es|ing)|she|her|hers|girl|woman|worker|find|found|victim|source|upstairs)\b",
    re.IGNORECASE,
)
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s{0,3}[-.]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2}\b"
_RULES = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (_POSTCODE, re.IGNORECASE),
        (
            rf"\b(?:no\.?\s?|number\s|#)?(?:\d{{1,4}}\s?[a-z]?|{_SPELT})[,]?\s+"
            rf"(?:[A-Z][\w'’-]+\s+){{1,3}}(?i:{_TYPE})\b\.?",
            0,
        ),
        (
            r"\b\d{1,4}[a-z]?[,]?\s+(?:[a-z'’-]{3,}\s+){1,2}"
            r"(?:road|rd|street|avenue|ave|lane|drive|crescent|terrace|grove|mews|gardens|close)\b",
            re.IGNORECASE,
        ),
        (rf"\b{_UNIT}\s?(?:no\.?|number|#|:)?\s?-?{_COUNT}", re.IGNORECASE),
        (rf"\b(?:at|to|from|of)\s+(?:house\s+)?number\s+{_COUNT}", re.IGNORECASE),
        (rf"\b(?:house|door|flat)\s+number\b\W{{0,3}}(?:is\s+)?{_COUNT}", re.IGNORECASE),
        (rf"\b{_LEVEL}[ -]+floor\b(?:\s+{_HOME})?", re.IGNORECASE),
        (r"\b(?:top|bottom|middle|first|second|third|left|right|upper|lower)(?:[ -]hand)?\s+(?:bell|buzzer|door|window)\b", re.I),
        (r"\b(?:basement|attic|loft|upstairs|downstairs|end|corner)\s+(?:flat|house|room|terrace)\b", re.I),
        (
            rf"\b(?:(?:only|last|first|second|third|fourth|middle|end)\s+{_HOME}|{_HOME}\s+with\s+(?:the|a|an))"
            rf"\s+(?:on|in|at|off|down|up|left|right|past|along|\w+\s+(?:door|gate|windows?|curtains|blinds|fence"
            r"|balcony|shutters|roof|sign|steps|porch|hedge))\b",
            re.IGNORECASE,
        ),
        (
            r"\b(?:red|blue|green|black|white|yellow|brown|grey|gray|pink|purple|orange|dark|pale|bright"
            r"|wooden|glass|metal|steel|painted)\s+(?:front\s+)?(?:door|gate|shutters?|curtains|blinds)\b",
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
_NEXT_TO = re.compile(rf"(?i:\b{_STRONG})(?:{_NOUN}|\s+(?i:number\s+\w+|hers?|mine|where))")
_SOMEWHERE = re.compile(rf"(?i:\b{_WEAK})(?:{_NOUN})")
_LANDMARK_ALONE = re.compile(rf"\b{_LANDMARK}\b", re.IGNORECASE)
_BESIDE = re.compile(
    rf"\b(?:{_HOME}|lives?|living|stays?|staying)\s+(?:just\s+|right\s+|is\s+)*(?:opposite|facing|behind|beside|next\s+to"
    r"|near|adjacent\s+to|in\s+front\s+of|overlooking|past|across\s+from|close\s+to|by)\s+(?:the|a|an)\s+[\w'’-]+(?:\s+[\w'’-]+)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_NUMBERED = re.compile(r"\d")


class Addresses:
    """The addresses to look for, and the rules for all others."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._streets: list[tuple[tuple[str, ...], bool, Known]] = []
        for address in known:
            for line in re.split(r"[,;\n]", address.text):
                self._learn(line, address)
        self._words = {
            (name, foreign) for names, foreign, _known in self._streets for name in names
        }
        self._seen: dict[tuple[str, bool], set[str]] = {}

    def _learn(self, line: str, known: Known) -> None:
        pieces = [word for word in words(line) if len(word.latin) > 1]
        names = [word for word in pieces if word.latin not in _TYPES]
        if not names or re.fullmatch(_POSTCODE, line.strip(), re.IGNORECASE):
            return
        if re.match(_UNIT, line.strip(), re.IGNORECASE):
            return
        is_street = len(names) < len(pieces) or any(word.foreign for word in pieces)
        if is_street or _NUMBERED.search(line):
            latin = tuple(word.latin for word in names)
            self._streets.append((latin, any(word.foreign for word in names), known))

    def find(self, text: str) -> Iterator[Finding]:
        """The places where somebody's door is told, or nearly; several may overlap."""
        yield from self._known(text)
        why = _("This shows which door. Say the area, or leave it out.")
        for rule in _RULES:
            for match in rule.finditer(text):
                yield Finding(Kind.ADDRESS, match.start(), match.end(), match[0], why)
        why = _("This says where a door is without an address. Say the area, or leave it out.")
        for sentence in _SENTENCE.finditer(text):
            for match in _NEXT_TO.finditer(text, *sentence.span()):
                if _LANDMARK_ALONE.search(match[0]) or _DWELLS.search(sentence[0]):
                    yield Finding(Kind.ADDRESS, match.start(), match.end(), match[0], why)
            for match in _BESIDE.finditer(text, *sentence.span()):
                yield Finding(Kind.ADDRESS, match.start(), match.end(), match[0], why)
            for match in _SOMEWHERE.finditer(text, *sentence.span()):
                dwells = _DWELLS.search(text[sentence.start() : match.start()])
                if dwells and _LANDMARK_ALONE.search(match[0]):
                    yield Finding(Kind.ADDRESS, match.start(), match.end(), match[0], why)

    def _known(self, text: str) -> Iterator[Finding]:
        why = _("This is, or is like, an address the vault knows. Say the area, or leave it out.")
        tokens = words(text)
        like = [self._like(word) for word in tokens]
        for place, word in enumerate(tokens):
            if not like[place]:
                continue
            ends = _street_after(tokens, place)
            for names, _foreign, known in self._streets:
                span = like[place : place + len(names)]
                whole = len(span) == len(names) and all(map(set.__contains__, span, names))
                last = tokens[min(place + len(names), len(tokens)) - 1]
                stretch = tokens[place : place + len(names)]
                if whole and _is_street(stretch, tokens[place + len(names) :][:1]):
                    end = max(last.end, ends or 0)
                elif ends and any(len(name) > 4 and name in like[place] for name in names):
                    end = ends
                else:
                    continue
                yield Finding(Kind.ADDRESS, word.start, end, text[word.start : end], why, known)

    def _like(self, word: Word) -> set[str]:
        """The words of known streets that `word` may be."""
        if (word.latin, word.foreign) not in self._seen:
            self._seen[word.latin, word.foreign] = {
                name for name, foreign in self._words if _same(name, word, foreign)
            }
        return self._seen[word.latin, word.foreign]


def _street_after(tokens: list[Word], place: int) -> int | None:
    """Where “Road” or the like ends, one or two words on."""
    following = tokens[place + 1 : place + 3]
    return next((word.end for word in following if word.latin in _TYPES), None)


def _same(name: str, word: Word, foreign: bool) -> bool:
    if foreign or word.foreign:
        return is_near_across_scripts(name, word.latin)
    if name == word.latin:
        return True
    return len(name) > 3 and not is_common(word.latin, 5000) and is_near(name, word.latin)


def _is_street(stretch: list[Word], following: list[Word]) -> bool:
    """Whether these words mean the street: by the word after them, or by not being ordinary."""
    if following and following[0].latin in _TYPES:
        return True
    return any(
        word.foreign or (word.is_capital and not is_common(word.latin, 3000)) for word in stretch
    )
