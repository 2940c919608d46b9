"""Finds a nationality said together with a place: few people answer to both."""
# ruff: noqa: E501 - a pattern is easier to judge in one piece than folded

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from exports.sanitising.kinds import Finding, Kind, Known
from exports.sanitising.nations import COUNTRIES, NOT_A_PERSON, PEOPLES, REGIONS, TOWNS
from exports.sanitising.ordinary import is_common, is_written_small
from exports.sanitising.reading import words
from exports.sanitising.sounds import sound
from translations.interface import _

_AMBIGUOUS = frozenset({"polish", "turkey", "china", "roma", "asia", "guinea"})
_HERE = frozenset({"welsh", "scottish"})
_LONG = tuple(sorted(people for people in PEOPLES if len(people) > 5))
_SOUNDS = frozenset(map(sound, _LONG))
_SENTENCE = re.compile(r"[^.!?\n]*[^.!?\n\s][^.!?\n]*")
_REGION = re.compile("|".join(rf"\b{region}\b" for region in REGIONS), re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:from|of|national of|born in|citizen of|passport of|back (?:to|in)|home (?:to|in|is|was)|home for \w+ (?:is|was)|(?:mother|children|son|daughter|parents|family) (?:is |are )?in|money to|family in"
    r"|(?:came|come|flew|travelled|travels|moved|brought) (?:over |here )?from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?i:in|at|near|around|on|off|across|outside|by|behind|opposite|above|throughout|within|to|from)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+)?(?:[A-Z][\w'’-]+)"
    r"|\b(?i:city|town|village|district|area|street|road|lane|avenue|estate|suburb|flat|apartment|house"
    r"|hotel|parlour|sauna|brothel|premises|cottage|farm|unit|bar|shop|salon|spa|club|pub|coast|pier|docks|seaside|hostel|address|station|park|quarter|neighbourhood"
    r"|centre|postcode)\b"
)
_NOT_PLACES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "english",
        "i",
        "christmas",
        "easter",
    ]
)
_WHO = re.compile(
    r"\s+(?:girl|wom[ae]n|lad(?:y|ies)|national|passport|escort|accent|dialect|speaker|citizen|background|origin|heritage|descent)s?\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:born(?:\s+and\s+raised)?|raised|brought\s+up|grew\s+up|originally|hails|native|comes|came\s+over|family\s+(?:is|are)|travelled)\s+(?:in|of|from|near|to)\s+([A-Z][\w’'-]+)"
)
_THING = re.compile(rf"[ -]+{NOT_A_PERSON}\b", re.IGNORECASE)


class Nationalities:
    """The rule, and the places the vault knows."""

    def __init__(self, addresses: Iterable[Known]) -> None:
        self._places = {
            word.latin
            for address in addresses
            for word in words(address.text)
            if len(word.latin) > 3 and not is_common(word.latin, 3000)
        }

    def find(self, text: str) -> Iterator[Finding]:
        """Each nationality that has a place in its sentence or in one beside it."""
        sentences = [match.span() for match in _SENTENCE.finditer(text)]
        origins = [list(_origins(text, start, end)) for start, end in sentences]
        placed = [
            self._has_place(text[start:end], [(a - start, b - start) for a, b in spans])
            for (start, end), spans in zip(sentences, origins, strict=True)
        ]
        why = _("A nationality and a place together can mean one person. Leave one out.")
        for index, spans in enumerate(origins):
            if any(placed[max(0, index - 1) : index + 2]):
                for start, end in spans:
                    yield Finding(Kind.NATIONALITY, start, end, text[start:end], why)

    def _has_place(self, sentence: str, origins: list[tuple[int, int]]) -> bool:
        for match in _PLACE.finditer(sentence):
            last = match[0].split()[-1].strip("'’-").lower()
            inside = any(start < match.end() and match.start() < end for start, end in origins)
            if not inside and last not in _NOT_PLACES | PEOPLES | COUNTRIES:
                return True
        return any(word.latin in TOWNS or word.latin in self._places for word in words(sentence))


def _origins(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where between `start` and `end` somebody's origin is said."""
    for match in _BORN.finditer(text, start, end):
        if match[1].lower() not in TOWNS | COUNTRIES:
            yield match.span(1)
    regions = [match.span() for match in _REGION.finditer(text, start, end)]
    for first, last in regions:
        if not _THING.match(text, last):
            yield first, last
    for word in words(text[start:end]):
        first, last = start + word.start, start + word.end
        if any(a <= first < b for a, b in regions) or _THING.match(text, last):
            continue
        latin = word.latin
        if latin in _AMBIGUOUS and not word.is_capital:
            continue
        if (
            _is_people(latin)
            or _is_people(latin.removesuffix("s"))
            or (
                latin in COUNTRIES
                and (_FROM.search(text[max(start, first - 40) : first]) or _WHO.match(text, last))
            )
        ):
            yield first, last


@lru_cache(maxsize=10_000)
def _is_people(word: str) -> bool:
    if word in PEOPLES:
        return word not in _HERE
    if len(word) < 6 or is_common(word) or is_written_small(word):
        return False
    if sound(word) in _SOUNDS:
        return True
    return process.extractOne(word, _LONG, scorer=OSA.distance, score_cutoff=1) is not None
