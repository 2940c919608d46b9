"""Folding text for search: whatever a person types should find whatever was written.

Both what is indexed and what is sought is folded: compatibility forms taken apart, case folded,
accents dropped in scripts where people leave them out, and text without spaces between words cut
into single characters, which are then sought as a phrase.
"""

import unicodedata

_FIRST_SCRIPT_THAT_NEEDS_ITS_MARKS = 0x0900  # Devanagari; below: Latin, Greek, Cyrillic, Arabic …
_LETTERS = str.maketrans(
    {
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
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ـ": "",
    }
)
_ARTICLE = "ال"
_SHORTEST_AFTER_ARTICLE = 3
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
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    return " ".join(_without_article(word) for word in "".join(map(_piece, plain)).split())


def words(text: str) -> list[str]:
    """What `text` seeks: folded words, those of unspaced scripts as phrases of characters."""
    folded = (fold(word) for word in text.split())
    return [word for word in folded if any(character.isalnum() for character in word)]


def _piece(character: str) -> str:
    code = ord(character)
    if code < _FIRST_SCRIPT_THAT_NEEDS_ITS_MARKS:
        return "" if unicodedata.combining(character) else character
    if any(first <= code <= last for first, last in _UNSPACED):
        return f" {character} "
    return character


def _without_article(word: str) -> str:
    if word.startswith(_ARTICLE) and len(word) >= len(_ARTICLE) + _SHORTEST_AFTER_ARTICLE:
        return word[len(_ARTICLE) :]
    return word
