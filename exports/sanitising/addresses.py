"""Finds the addresses that the vault knows, however they are written, and any other door."""

import re
from collections.abc import Iterator, Sequence

from exports.sanitising.directions import POSTCODE, told
from exports.sanitising.doors import TYPES, UNIT
from exports.sanitising.kinds import Finding, Kind, Known
from exports.sanitising.nations import TOWNS
from exports.sanitising.ordinary import is_also_a_word, is_common
from exports.sanitising.reading import Word, words
from exports.sanitising.sounds import Crowd, is_near_across_scripts
from translations.interface import _

_NUMBERED = re.compile(r"\d")
_BETWEEN = frozenset({"y", "yr", "the", "de", "of", "o"})  # Heol y Bedw, Heol Bedw
_LONG = 7  # letters of an address written as one word that tell it


class Addresses:
    """The addresses to look for, and the rules for all others."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._streets: list[tuple[tuple[str, ...], bool, Known]] = []
        for address in known:
            for line in re.split(r"[,;\n]", address.text):
                self._learn(line, address)
        self._with: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
        for names, _foreign, address in self._streets:
            for name in names:
                self._with.setdefault(name, []).append((names, address))
        self._words = frozenset(self._with)
        self._foreign = {
            name for names, foreign, _known in self._streets if foreign for name in names
        }
        self._crowd = Crowd(self._words - self._foreign)
        self._joined = {"".join(names): known for names, _foreign, known in self._streets}
        self._joined_crowd = Crowd(self._joined)
        self._one_word = {
            "".join(word.latin for word in words(part) if word.latin != "the"): address
            for address in known
            for part in re.split(r"[,;\n]", address.text)
            if len(words(part)) > 1 and not re.fullmatch(POSTCODE, part.strip(), re.IGNORECASE)
        }
        self._seen: dict[tuple[str, bool], set[str]] = {}

    def _learn(self, line: str, known: Known) -> None:
        pieces = [
            word for word in words(line) if len(word.latin) > 1 and word.latin not in _BETWEEN
        ]
        names = [word for word in pieces if word.latin not in TYPES] or pieces[:-1]
        if not names or re.fullmatch(POSTCODE, line.strip(), re.IGNORECASE):
            return
        if re.match(UNIT, line.strip(), re.IGNORECASE):
            return
        is_street = len(names) < len(pieces) or any(word.foreign for word in pieces)
        if is_street or _NUMBERED.search(line):
            latin = tuple(word.latin for word in names)
            self._streets.append((latin, any(word.foreign for word in names), known))

    def find(self, text: str) -> Iterator[Finding]:
        """The places where somebody's door is told, or nearly; several may overlap."""
        yield from self._known(text)
        yield from told(text)

    def _known(self, text: str) -> Iterator[Finding]:
        why = self._why()
        tokens = [word for word in words(text) if word.latin not in _BETWEEN]
        like = [self._like(word) for word in tokens]
        for place, word in enumerate(tokens):
            whole_line = self._one_word.get(word.latin) if len(word.latin) >= _LONG else None
            if whole_line is not None:
                yield Finding(Kind.ADDRESS, word.start, word.end, word.text, why, whole_line)
            if place + 2 < len(tokens) and word.is_capital:
                yield from self._broken(text, tokens, place)
            if not like[place]:
                continue
            ends = _street_after(tokens, place)
            for names, known in {
                street[0]: street for name in like[place] for street in self._with[name]
            }.values():
                span = like[place : place + len(names)]
                whole = len(span) == len(names) and all(map(set.__contains__, span, names))
                last = tokens[min(place + len(names), len(tokens)) - 1]
                stretch = tokens[place : place + len(names)]
                if whole and _is_street(stretch, tokens[place + len(names) :][:1]):
                    end = max(last.end, ends or 0)
                elif ends and any(len(name) > 4 and name in like[place] for name in names):
                    end = ends
                else:
                    continue
                yield Finding(Kind.ADDRESS, word.start, end, text[word.start : end], why, known)

    def _broken(self, text: str, tokens: Sequence[Word], place: int) -> Iterator[Finding]:
        """A street whose name is written as two words: Castle Gate."""
        word, second = tokens[place : place + 2]
        ends = _street_after(tokens, place + 1)
        both = word.latin + second.latin
        near = self._joined_crowd.near(both) if ends else None
        known = self._joined[near] if near is not None else None
        if ends and known is not None:
            why = self._why()
            yield Finding(Kind.ADDRESS, word.start, ends, text[word.start : ends], why, known)

    def _why(self) -> str:
        return _(
            "This is, or is like, an address the notebook knows. Say the area, or leave it out."
        )

    def _like(self, word: Word) -> set[str]:
        """The words of known streets that `word` may be."""
        if (word.latin, word.foreign) not in self._seen:
            self._seen[word.latin, word.foreign] = self._same(word)
        return self._seen[word.latin, word.foreign]

    def _same(self, word: Word) -> set[str]:
        if word.foreign:
            return {name for name in self._words if is_near_across_scripts(name, word.latin)}
        across = {name for name in self._foreign if is_near_across_scripts(name, word.latin)}
        if word.latin in self._words:
            across.add(word.latin)
        if len(word.latin) < 3 or word.latin in TOWNS or is_common(word.latin, 5000):
            return across
        return across | {name for name in self._crowd.all_near(word.latin) if len(name) > 3}


def _street_after(tokens: Sequence[Word], place: int) -> int | None:
    """Where “Road” or the like ends, one or two words on."""
    following = tokens[place + 1 : place + 3]
    return next((word.end for word in following if word.latin in TYPES), None)


def _is_street(stretch: Sequence[Word], following: Sequence[Word]) -> bool:
    """Whether these words mean the street: by the word after them, or by not being ordinary."""
    if following and following[0].latin in TYPES:
        return True
    return any(
        word.foreign
        or (
            word.is_capital
            and not is_common(word.latin, 20_000 if word.opens else 3000)
            and not is_also_a_word(word.latin)
        )
        for word in stretch
    )
