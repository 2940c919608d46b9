"""Sample notes for benchmarks: long ones, of a vocabulary as uneven as that of real language."""

import random

from storage import Filled

WORDS_A_NOTE = 600
_VOCABULARY = 30_000
_SYLLABLES = [first + vowel for first in "bcdfghjklmnprstvwz" for vowel in "aeiou"]


class Notes:
    """A stream of notes, and of words that somebody might look for in them."""

    def __init__(self, seed: int, words: int = WORDS_A_NOTE) -> None:
        self.rng = random.Random(seed)
        self._words = words
        self.vocabulary = [
            "".join(self.rng.choices(_SYLLABLES, k=self.rng.randint(1, 5)))
            for _ in range(_VOCABULARY)
        ]
        weights = [1 / (rank + 2) for rank in range(_VOCABULARY)]  # Zipf's law
        self._text = self.rng.choices(self.vocabulary, weights, k=2_000_000)

    def words(self, count: int) -> list[str]:
        """`count` words as they follow each other somewhere; common words are likely."""
        place = self.rng.randrange(len(self._text) - count)
        return self._text[place : place + count]

    def note(self) -> Filled:
        text = " ".join(self.words(self._words))
        return Filled(
            "encounter",
            "1",
            f"<data><note>{text}</note></data>".encode(),
            "Encounter",
            text[:120],
            text,
            "2026-11-21T22:50:00+00:00",
        )

    def query(self) -> str:
        """What somebody types: a common word, a rare one, two words, or the start of a word."""
        kind = self.rng.randrange(4)
        if kind == 0:
            return self.words(1)[0]
        if kind == 1:
            return self.rng.choice(self.vocabulary)
        if kind == 2:
            return " ".join(self.words(2))
        return self.words(1)[0][:4]
