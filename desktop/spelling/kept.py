"""Whether spelling is checked, and the officer's own words: sealed in the vault, nowhere else."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from storage import Session

_NAME = "spelling"


@dataclass(frozen=True, slots=True)
class Kept:
    """What one notebook keeps about spelling; `words` in the order in which they were added."""

    on: bool = False
    words: tuple[str, ...] = ()

    def with_word(self, word: str) -> "Kept":
        """The same, knowing `word` too."""
        return self if word in self.words else replace(self, words=(*self.words, word))

    def without(self, word: str) -> "Kept":
        """The same, not knowing `word` any more."""
        return replace(self, words=tuple(each for each in self.words if each != word))


def read(session: Session) -> Kept:
    """What is kept; checking is off where nothing is."""
    told = session.settings.get(_NAME, {})
    return Kept(bool(told.get("on", False)), tuple(told.get("words", ())))


def keep(kept: Kept) -> Callable[[Session], None]:
    """The work that seals `kept`."""
    return lambda session: session.settings.set(_NAME, asdict(kept))
