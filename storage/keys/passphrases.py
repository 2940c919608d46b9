"""Passphrases: how hard one is to guess, and words thrown at random for those who want none of
their own.
"""

import enum
import functools
import math
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

SHORTEST = 12
"""Characters; what is shorter is tried one by one, whatever it consists of."""
WORDS = 6
"""Words of a generated passphrase: with 7,655 to choose from, 77 bits."""

_ENOUGH = 10.0  # log10 of guesses: zxcvbn's own mark for secrets that can be tried offline
_STRONG = 14.0
_LONGEST_JUDGED = 72  # zxcvbn takes no more, and its time grows with the square of the length


class Verdict(enum.Enum):
    """How good a passphrase is; each reader says it in their own words."""

    SHORT = "short"
    GUESSABLE = "guessable"
    ENOUGH = "enough"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Strength:
    """What `judge` found.

    Attributes:
        missing: characters that a SHORT one lacks, else 0.
        guesses: powers of ten of the guesses that somebody needs who knows what people choose;
            0 for a SHORT one.
    """

    verdict: Verdict
    missing: int
    guesses: float

    @property
    def enough(self) -> bool:
        """Whether a vault may be sealed with it."""
        return self.verdict in (Verdict.ENOUGH, Verdict.STRONG)


def judge(passphrase: str, known: Sequence[str] = ()) -> Strength:
    """How hard `passphrase` is to guess, as `zxcvbn` estimates it.

    `known` are words that somebody would try first: the officer's name, the notebook's.
    """
    from zxcvbn import zxcvbn  # type: ignore[import-untyped]  # not needed to open a vault

    missing = SHORTEST - len(passphrase)
    if missing > 0:
        return Strength(Verdict.SHORT, missing, 0.0)
    tried_first = ["fieldbook", *(word for name in known for word in (name, *name.split()))]
    found = zxcvbn(passphrase[:_LONGEST_JUDGED], user_inputs=tried_first)
    guesses = math.log10(found["guesses"])
    if guesses < _ENOUGH:
        return Strength(Verdict.GUESSABLE, 0, guesses)
    return Strength(Verdict.ENOUGH if guesses < _STRONG else Verdict.STRONG, 0, guesses)


def generate(words: int = WORDS) -> str:
    """A passphrase of so many `words`, thrown by the system's random numbers."""
    return " ".join(secrets.choice(word_list()) for _ in range(words))


@functools.cache
def word_list() -> tuple[str, ...]:
    """The words that a passphrase is thrown from (EFF's long list; licence beside it).

    Left out are those that nobody should have to type into a notebook about people, or that give
    away what it is for.
    """
    unfit = _words("unfit.txt")
    return tuple(word for word in _words("eff_long.txt") if word not in unfit)


def _words(file: str) -> list[str]:
    return (resources.files("storage") / "wordlists" / file).read_text(encoding="ascii").split()
