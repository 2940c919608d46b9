"""Finds adverts, pages, handles and e-mail addresses, also written so as to be overlooked."""

import re
from collections.abc import Iterable, Iterator

from exports.sanitising.kinds import Finding, Kind, Known
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
        rf"(?<![\w-]){_DOMAIN}(?:/\S*[\w/])?",
        r"(?<![\w@])@\s?\w[\w.]{2,}",
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
        "instagram",
        "telegram",
        "snap",
    ]
)


class Adverts:
    """The pages and handles to look for, and the rules for all others."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._known = [
            (pattern, advert) for advert in known for pattern in _patterns(advert.text.casefold())
        ]

    def find(self, text: str) -> Iterator[Finding]:
        """The places where a page, an address or a handle stands; several may overlap."""
        for pattern, known in self._known:
            for match in pattern.finditer(text):
                why = _("This leads to a page or a handle the vault knows. Leave it out.")
                yield Finding(Kind.ADVERT, match.start(), match.end(), match[0], why, known)
        for rule in _RULES:
            for match in rule.finditer(text):
                if _OFFICIAL.search(match[0]) or _is_sentence(match[0]):
                    continue
                why = _("This is a page, a handle or an address online. Leave it out.")
                yield Finding(Kind.ADVERT, match.start(), match.end(), match[0], why)


def _patterns(advert: str) -> Iterator[re.Pattern[str]]:
    """What of a page's address tells it: all of it, and each part that is not everywhere."""
    parts = [part for part in _TELLING.findall(advert) if part not in _EVERYWHERE]
    whole = r"(?:[\W_]|\b(?:dot|slash|dash|hyphen|underscore)\b)*".join(
        re.escape(part) for part in _TELLING.findall(advert)
    )
    if whole:
        yield re.compile(rf"(?<!\w){whole}(?!\w)", re.IGNORECASE)
    path = advert.split("://")[-1]
    if "/" in path:
        path = path.partition("/")[2]
    else:  # a site alone, or a handle, perhaps after the name of its service
        path = "" if re.search(rf"\.{_TOP}$", path) else path.split()[-1] if path else ""
    for part in parts:
        digits = sum(letter.isdigit() for letter in part)
        if digits >= 4 or (part in path and len(part) >= 6 and digits):
            apart = r"[ .\-_]?".join(re.escape(letter) for letter in part)
            yield re.compile(rf"(?<![^\W_]){apart}(?![^\W_])", re.IGNORECASE)
    handle = [part for part in _TELLING.findall(path) if part not in _EVERYWHERE]
    if handle and len("".join(handle)) >= 6 and "@" not in path:
        spread = r"(?:[\W_]{0,3}|\s(?:dot|slash|dash|hyphen|underscore)\s)".join(
            re.escape(part) for part in handle
        )
        yield re.compile(rf"(?<![^\W_]){spread}(?![^\W_])", re.IGNORECASE)


def _is_sentence(found: str) -> bool:
    """Whether this is only the end of a sentence and the next one: “to the flat. It was”."""
    return re.search(r"\.\s+[A-Z]?[a-z]*$", found) is not None and not _SPOKEN.search(found)
