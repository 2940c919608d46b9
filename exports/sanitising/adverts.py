"""Finds adverts, pages, handles and e-mail addresses, also written so as to be overlooked."""

import re
from collections.abc import Iterable, Iterator

from exports.sanitising.kinds import Finding, Kind, Known
from exports.sanitising.ordinary import is_common, is_written_small
from translations.interface import _

_DOT = r"(?:\s?\.\s?|\s*[\[({]\s*(?:\.|dot)\s*[\])}]\s*|\s+dot\s+)"
_AT = r"(?:@|\s*[\[({]\s*(?:@|at)\s*[\])}]\s*|\s+at\s+)"
_TOP = (
    r"(?:com|co|net|org|info|biz|me|tv|xxx|porn|sex|cam|escort|adult|dating|app|site|online|link|io"
    r"|uk|eu|ie|de|fr|es|it|nl|ro|pl|ru|ua|hu|bg|cz|sk|pt|br|ch|at|be|tk|to|ly|gg|is)"
)
_NAME = r"\w[\w-]{0,62}"
_DOMAIN = rf"{_NAME}(?:{_DOT}{_NAME})*?{_DOT}{_TOP}\b(?!{_DOT}{_TOP}\b)"
_OFFICIAL = re.compile(
    r"\.(?:gov|police|nhs|ac)\.uk\b|(?:^|\.|@)nationaluglymugs\.org", re.IGNORECASE
)
_SITES = (
    r"whats\s?app|telegram|signal|viber|wechat|line|snap(?:chat)?|insta(?:gram)?|tik\s?tok|twitter"
    r"|facebook|fb|messenger|only\s?fans|kik|skype|discord|tinder|grindr|badoo|vk"
)
_RULES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:h(?:tt|xx)ps?\s?:\s?//|www\s?\.\s?)\S+[\w/]",
        rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}{_DOMAIN}",
        r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
        rf"(?<![\w-]){_DOMAIN}(?:/\S*[\w/])?",
        r"(?<![\w@])@\s?\w[\w.]{2,}",
        r"(?<![\w-])[a-z\d]+(?:_[a-z\d]+)+(?![\w-])",
        r"(?<![\w.+-])[\w.+-]{2,64}(?:\s*[\[({]\s*(?:@|at)\s*[\])}]\s*|\s+at\s+)[\w-]{2,}(?:\s*[\[({]\s*(?:\.|dot)\s*[\])}]\s*|\s+dot\s+)\w{2,}\b",
        rf"\b(?:{_SITES})\s*[:=@/(-]\s*@?[\w.-]{{3,}}",
        rf"(?<![\w.])(?=[\w.]*[\d_.])[\w.]{{4,}}\s+on\s+(?:{_SITES})\b",
        r"(?<![\w.-])[\w-]+\.[a-z]{2,}/[\w+~@]\S*\w",
        rf"\b(?:{_SITES})\b\W{{0,3}}(?:(?:name|user(?:name)?|handle|account|id|is|as|called|at|under)"
        r"\W{1,3}){1,3}[\w.@-]{3,}",
        r"\b(?:user\s?name|handle|screen name|profile|nick(?:name)?)\s*(?:is|:|=)\s*[\w.@-]{3,}",
        r"\b(?:advert(?:isement)?|ad|listing|profile|post)\s*(?:id|no|number|ref(?:erence)?|#|№)?"
        r"\W{0,3}\d{4,}",
    )
)
_SPOKEN = re.compile(r"\s(?:dot|at)\s", re.IGNORECASE)
_TELLING = re.compile(r"[^\W_]{2,}")
_EVERYWHERE = frozenset(
    [
        "http",
        "https",
        "www",
        "com",
        "co",
        "uk",
        "net",
        "org",
        "html",
        "htm",
        "php",
        "ad",
        "ads",
        "advert",
        "adverts",
        "profile",
        "user",
        "id",
        "view",
        "listing",
        "post",
        "escort",
        "escorts",
        "girls",
        "women",
        "adult",
        "sex",
        "example",
        "page",
        "index",
        "the",
        "and",
        "model",
        "girl",
        "companions",
        "private",
        "ladies",
        "gallery",
        "instagram",
        "telegram",
        "snap",
    ]
)


_SPOKEN_SIGNS = re.compile(
    r"\b(?:dot|at|slash|dash|hyphen|underscore|under\s+score|period|point|stop|space|symbol)\b",
    re.IGNORECASE,
)
_LEET = str.maketrans("01345789@$!|€l", "oieastbgasiiei")
_SHORTEST = 6


class Adverts:
    """The pages and handles to look for, and the rules for all others."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known: dict[str, Known] = {}
        self._figures: list[tuple[re.Pattern[str], Known]] = []
        for advert in known:
            for piece in _pieces(advert.text.casefold()):
                self._known.setdefault(piece, advert)
            for part in _TELLING.findall(advert.text.casefold()):
                if sum(letter.isdigit() for letter in part) >= 4:
                    apart = r"[ .,\-_]?".join(re.escape(letter) for letter in part)
                    pattern = re.compile(rf"(?<![^\W_]){apart}(?![^\W_])", re.IGNORECASE)
                    self._figures.append((pattern, advert))

    def find(self, text: str) -> Iterator[Finding]:
        """The places where a page, an address or a handle stands; several may overlap."""
        why = _("This leads to a page or a handle the notebook knows. Leave it out.")
        for pattern, known in self._figures:
            for match in pattern.finditer(text):
                yield Finding(Kind.ADVERT, match.start(), match.end(), match[0], why, known)
        readings = (text, _without_spoken_signs(text)) if self._known else ()
        for compact, places in map(_compact, readings):
            for piece, known in self._known.items():
                for start, end in _whole_words(piece, compact, places, text):
                    yield Finding(Kind.ADVERT, start, end, text[start:end], why, known)
        why = _("This is a page, a handle or an address online. Leave it out.")
        for rule in _RULES:
            for match in rule.finditer(text):
                if not _OFFICIAL.search(match[0]) and not _is_sentence(match[0]):
                    yield Finding(Kind.ADVERT, match.start(), match.end(), match[0], why)


def _pieces(advert: str) -> Iterator[str]:
    """What of a page's address tells it, as compact letters: all of it, its path, a mailbox."""
    whole = advert.split("://")[-1].removeprefix("www.")
    box, at, _site = whole.partition("@")
    path = whole.partition("/")[2] if "/" in whole else whole
    if at and box:
        pieces = [whole, box]
    elif "/" in whole:
        pieces = [whole, whole.partition("/")[0], path, _telling(path)]
    elif re.search(rf"\.{_TOP}$", whole):
        pieces = [whole]
    else:  # a handle, perhaps after the name of its service
        pieces = [whole, whole.split()[-1] if whole.split() else ""]
    for piece in pieces:
        compact = _compact(piece)[0]
        if len(compact) >= _SHORTEST and not is_written_small(
            piece
        ):  # a word of the day tells nothing
            yield compact


def _telling(path: str) -> str:
    return " ".join(part for part in _TELLING.findall(path) if part not in _EVERYWHERE)


def _compact(text: str) -> tuple[str, list[int]]:
    """The letters and digits of `text` alone, signs that stand for letters read as those, and
    where each stands in `text`."""
    plain = text.casefold()
    if len(plain) != len(text):
        plain = text.lower() if len(text.lower()) == len(text) else text
    letters, places = [], []
    for place, letter in enumerate(plain):
        if letter.isalnum() or letter in "$€":
            letters.append(letter)
            places.append(place)
    return "".join(letters).translate(_LEET), places


def _without_spoken_signs(text: str) -> str:
    """`text` with “dot” or “underscore” blanked out, every letter in its place."""
    return _SPOKEN_SIGNS.sub(lambda match: " " * len(match[0]), text)


def _whole_words(
    piece: str, compact: str, places: list[int], text: str
) -> Iterator[tuple[int, int]]:
    """Where `piece` stands in the compact text, from the start of a word to the end of one."""
    at = compact.find(piece)
    while at >= 0:
        start, end = places[at], places[at + len(piece) - 1] + 1
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if not (before.isalnum() or after.isalnum()):
            yield start, end
        at = compact.find(piece, at + 1)


def _is_sentence(found: str) -> bool:
    """Whether this is only prose: the end of a sentence and the next one, “profile is there”."""
    if re.search(r"\w\.\s+[A-Z][a-z]*$", found):
        return True
    if re.search(r"\.\s+[a-z]*$", found) is not None and not _SPOKEN.search(found):
        return True
    said = re.search(r"\s(?:is|as|at|under|called)\s+([a-z]+)$", found, re.IGNORECASE)
    return said is not None and is_common(said[1].lower())
