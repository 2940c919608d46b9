"""Which script a letter belongs to, and which scripts a language is written in."""

import unicodedata

_PREFIXES = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "ARABIC": "Arab",
    "HEBREW": "Hebr",
    "THAI": "Thai",
    "GURMUKHI": "Guru",
    "DEVANAGARI": "Deva",
    "BENGALI": "Beng",
    "ETHIOPIC": "Ethi",
    "CJK": "Hani",
    "HANGUL": "Hang",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
}
_HAN = {"Hans": "Hani", "Hant": "Hani"}


def script_of(character: str) -> str:
    """ISO 15924 code of a letter's script; "" of what belongs to all, as digits and signs do."""
    if not (character.isalpha() or unicodedata.category(character) in {"Mn", "Mc"}):
        return ""
    name = unicodedata.name(character, "")
    if name.startswith("COMBINING"):
        return ""
    return _PREFIXES.get(name.partition(" ")[0].partition("-")[0], "Zzzz")


def letters_of(script: str) -> str:
    """The script of the letters that text in `script` is made of: Han for both Chinese."""
    return _HAN.get(script, script)
