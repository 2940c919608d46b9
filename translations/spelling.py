"""Whether words are spelled as the dictionary of their language has them; nothing is asked outside.

The work is Hunspell's (Németh László and others), in this process. It reads two files that are
shipped in `translations/dictionaries`, and nothing else.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_FOLDER = Path(__file__).parent / "dictionaries"
DICTIONARIES = {"en": "en_GB", "cy": "cy"}
"""The dictionary of each language that has one."""
LONGEST = 64
"""Characters of the longest word that is looked at; what is longer is no word."""
SUGGESTIONS = 5
"""How many words are offered in the place of one."""

_PIECE = re.compile(r"\S+")
_NO_WORDS = re.compile(r"@|://|^www\.", re.IGNORECASE)
_LATIN = r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0300-\u036f]"
_WORD = re.compile(rf"(?<!\w){_LATIN}+(?:['’]{_LATIN}+)*(?!\w)")
_BEGINNING = re.compile(r"(?:\A|[.!?…:\n][)\]”’\"']*)[\s\"'“‘(\[–-]*\Z")
_BEFORE = 16  # characters before a word that say whether a sentence begins with it
_ACCENTS = frozenset("\u0300\u0301\u0302\u0303\u0308\u0327")


def is_installed() -> bool:
    """Whether Hunspell is there: it comes with `pip install fieldbook[spelling]`."""
    return find_spec("hunspell") is not None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, from `start` to `stop` (characters)."""

    text: str
    start: int
    stop: int


def words(text: str) -> Iterator[Word]:
    """What of `text` can be right or wrong.

    Left out: other scripts, numbers and what stands with them, addresses, words in capitals, and
    words with a capital within a sentence, for they are names.
    """
    for piece in _PIECE.finditer(text):
        if _NO_WORDS.search(piece.group()):
            continue
        for found in _WORD.finditer(text, piece.start(), piece.end()):
            word = found.group()
            if 1 < len(word) <= LONGEST and not word.isupper() and not _is_name(text, found):
                yield Word(word, found.start(), found.end())


def _is_name(text: str, found: "re.Match[str]") -> bool:
    if not found.group()[0].isupper():
        return False
    before = text[max(0, found.start() - _BEFORE) : found.start()]
    return not _BEGINNING.search(before)


class Speller:
    """The dictionary of one language, with the words that its reader has added."""

    def __init__(self, language: str, own: Iterable[str] = ()) -> None:
        """Read the dictionary of `language`, a code of `DICTIONARIES`: about 0.1 to 0.2 s.

        Raises:
            KeyError: there is no dictionary of that language.
            ModuleNotFoundError: Hunspell is not installed (`is_installed`).
        """
        from hunspell import Hunspell

        name = DICTIONARIES[language]
        # "UTF-8" has it open a path with any letters on Windows too.
        self._hunspell = Hunspell(name, hunspell_data_dir=str(_FOLDER), system_encoding="UTF-8")
        self._plain = language == "en"  # its dictionary has café as cafe
        self._own: frozenset[str] = frozenset()
        self.take(own)

    def take(self, own: Iterable[str]) -> None:
        """Know the words `own`, however they are capitalised, and no others of a reader's."""
        self._own = frozenset(_folded(word) for word in own)

    def knows(self, word: str) -> bool:
        """Whether `word` is in the dictionary, in one of its forms, or among the reader's own."""
        word = word.replace("’", "'")
        folded = _folded(word)
        if folded in self._own or folded.removesuffix("'s") in self._own:
            return True
        composed = unicodedata.normalize("NFC", word)
        if self._hunspell.spell(composed):
            return True
        plain = _without_accents(composed) if self._plain else composed
        return plain != composed and bool(self._hunspell.spell(plain))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first: takes up to about 0.3 s."""
        found = self._hunspell.suggest(unicodedata.normalize("NFC", word.replace("’", "'")))
        curly = "’" in word
        return tuple(each.replace("'", "’") if curly else each for each in found[:SUGGESTIONS])


def _folded(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace("’", "'").casefold()


def _without_accents(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if part not in _ACCENTS)
