"""Finding guidance by what somebody types: a citation, a term, words of the text."""

import unicodedata
from collections.abc import Iterable

from desktop.guidance.reading import Passage, Topic


def find(topics: Iterable[Topic], text: str) -> list[Passage]:
    """The passages that hold every word of `text`; those whose citation holds them come first.

    Case and accents make no difference. No text finds all, in reading order.
    """
    words = _folded(text).split()
    found = [
        passage
        for topic in topics
        for passage in topic.passages
        if all(word in _words(passage) for word in words)
    ]
    return sorted(found, key=lambda passage: not _cited(passage, words))


def _cited(passage: Passage, words: list[str]) -> bool:
    citation = _folded(passage.citation)
    return all(word in citation for word in words)


def _words(passage: Passage) -> str:
    return _folded(" ".join((passage.citation, passage.text, passage.heading, passage.topic)))


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
