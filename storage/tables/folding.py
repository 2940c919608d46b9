"""Folding text for search: whatever a person types should find whatever was written.

Both what is indexed and what is sought is folded: compatibility forms taken apart, case folded,
accents dropped in scripts where people leave them out, digits made European, and text without
spaces between words cut into single characters, which are then sought as a phrase. An Arabic word
is indexed as it stands and without its article, so that either finds it while it is being typed.
"""

import re
import unicodedata

_FIRST_SCRIPT_THAT_NEEDS_ITS_MARKS = 0x0900  # Devanagari; below: Latin, Greek, Cyrillic, Arabic …
_LETTERS = {
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "ø": "o",
    "ħ": "h",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "ð": "d",
    "þ": "th",
    "ə": "e",
    "ɓ": "b",
    "ɗ": "d",
    "ƙ": "k",
    "ƴ": "y",
    "ʼ": "'",  # a letter to Unicode, an apostrophe to a keyboard
    "ʻ": "'",
    "ى": "ي",
    "ی": "ي",
    "ک": "ك",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ـ": "",
    "\u200b": " ",  # spaces of no width; all other invisible characters are dropped
    "\u200c": " ",
}
_ARABIC_WORD = re.compile("[\u0620-\u06d3]+")
_ARTICLE = re.compile("(?:[وفبك]?ال|لل)(?=...)")  # what is left has three letters or more
_UNSPACED = (  # scripts written without spaces between words
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # CJK radicals
    (0x3005, 0x3007),
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),  # CJK
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)


def fold(text: str) -> str:
    """`text` as the index holds it: words apart by single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(_ARABIC_WORD.sub(_with_and_without_article, _plain(text)).split())


def words(text: str) -> list[str]:
    """What `text` seeks: folded words, those of unspaced scripts as phrases of characters."""
    folded = (" ".join(_ARABIC_WORD.sub(_stem, _plain(word)).split()) for word in text.split())
    return [word for word in folded if any(character.isalnum() for character in word)]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).casefold().translate(_PIECES)


class _Pieces(dict[int, str]):
    """What each code point becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _piece(chr(code))
        return self[code]


def _piece(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    code = ord(character)
    if code < _FIRST_SCRIPT_THAT_NEEDS_ITS_MARKS and unicodedata.combining(character):
        return ""
    if any(first <= code <= last for first, last in _UNSPACED):
        return f" {character} "
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return "" if unicodedata.category(character) in ("Cf", "Cs") else character


_PIECES = _Pieces()


def _stem(word: re.Match[str]) -> str:
    return _ARTICLE.sub("", word[0], count=1) if _ARTICLE.match(word[0]) else word[0]


def _with_and_without_article(word: re.Match[str]) -> str:
    stem = _stem(word)
    return word[0] if stem == word[0] else f"{word[0]} {stem}"
