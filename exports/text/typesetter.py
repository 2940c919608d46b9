"""Makes blocks of set text: normalises, checks that every character can be drawn, shapes words."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby

from exports.direction import is_leftward
from exports.errors import MissingGlyph
from exports.text.bidi import base_level, is_plain
from exports.text.bidi import levels as bidi_levels
from exports.text.block import Block, BlockStyle
from exports.text.faces import Face, can_draw, itemise, shipped
from exports.text.look import Look, Piece
from exports.text.shaping import Cluster, shape
from exports.text.words import Run, Word

BreakFinder = Callable[[str], Sequence[int]]
"""Gives where in a paragraph a new line may begin, ascending, the paragraph's end included."""

_SPACE = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u200b"
_BREAKS = re.compile(rf"(?<=[{_SPACE}])(?![{_SPACE}])|(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
_DONE = frozenset("\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")


def spaces_and_hyphens(text: str) -> Sequence[int]:
    """Where a line of a European language may end: after spaces, hyphens, dashes and slashes."""
    return [*(match.start() for match in _BREAKS.finditer(text)), len(text)]


class Typesetter:
    """Sets the texts of one document; what was shaped once is not shaped again."""

    def __init__(
        self,
        language: str,
        break_finder: BreakFinder = spaces_and_hyphens,
    ) -> None:
        """Set text of `language` (BCP 47); lines are broken where `break_finder` allows."""
        self._language = language
        self._break_finder = break_finder
        self._runs: dict[tuple[str, Look, int, str], tuple[Run, ...]] = {}
        self._shapes: dict[tuple[str, Face, str, bool], tuple[Cluster, ...]] = {}

    @property
    def leftward(self) -> bool:
        """Whether the document's language is written from the right."""
        return is_leftward(self._language)

    def block(
        self,
        pieces: Sequence[Piece] | Piece,
        style: BlockStyle,
        where: str,
        language: str = "",
    ) -> Block:
        """A block of `pieces`, set one after the other.

        `language` (BCP 47) is the passage's, where that is not the document's: it chooses faces
        and letter forms, the side where paragraphs begin, and is told to screen readers.

        Raises MissingGlyph, with the place `where`, if a character can't be drawn.
        """
        if isinstance(pieces, Piece):
            pieces = (pieces,)
        clean = [Piece(_clean(piece.text), piece.look) for piece in pieces]
        tongue = language or self._language
        self._check(clean, tongue, where)
        block = Block(list(self._words(clean, tongue)), style)
        block.language = language if language != self._language else ""
        return block

    def _check(self, pieces: Sequence[Piece], language: str, where: str) -> None:
        """Raise MissingGlyph for the first character that no face can draw."""
        for piece in pieces:
            faces = shipped(piece.look.weight, language)
            for character in dict.fromkeys(piece.text):
                if character != "\n" and not can_draw(character, faces):
                    raise MissingGlyph(character, where)

    def _words(self, pieces: Sequence[Piece], language: str) -> Iterator[Word]:
        """The words of `pieces`, paragraph for paragraph; a word may run through several pieces."""
        text = "".join(piece.text for piece in pieces)
        looks = _Looks(pieces)
        start = 0
        for paragraph in text.split("\n"):
            end = start + len(paragraph)
            yield from self._paragraph(paragraph, start, looks, language, ends=end < len(text))
            start = end + 1

    def _paragraph(
        self, text: str, at: int, looks: "_Looks", language: str, ends: bool
    ) -> Iterator[Word]:
        """The words of one paragraph, which begins at `at` of the whole text."""
        leftward = is_leftward(language) or base_level(text) == 1
        levels = None if is_plain(text) and not leftward else bidi_levels(text, int(leftward))
        start = 0
        for end in self._break_finder(text) if text else ():
            if end > start:
                visible = start + len(text[start:end].rstrip(_SPACE))
                yield Word(
                    self._cut(
                        text, start, looks.between(at + start, at + visible), levels, language
                    ),
                    self._cut(
                        text, visible, looks.between(at + visible, at + end), levels, language
                    ),
                    ends_line=ends and end == len(text),
                    leftward=leftward,
                )
                start = end
        if ends and not text:
            yield Word((), (), ends_line=True)

    def _cut(
        self,
        text: str,
        start: int,
        looks: Sequence[tuple[int, Look]],
        levels: Sequence[int] | None,
        language: str,
    ) -> tuple[Run, ...]:
        """Runs of `text` from `start` on, cut where look or level change."""
        if levels is None and len(looks) == 1:
            ((length, look),) = looks
            return self._shaped(text[start : start + length], look, 0, language)
        runs: list[Run] = []
        for length, look in looks:
            stretch = levels[start : start + length] if levels else [0] * length
            for level, same in groupby(stretch):
                stop = start + len(list(same))
                runs.extend(self._shaped(text[start:stop], look, level, language))
                start = stop
        return tuple(runs)

    def _shaped(self, text: str, look: Look, level: int, language: str) -> tuple[Run, ...]:
        """The runs of `text`, one for each face that it needs."""
        runs = self._runs.get((text, look, level, language))
        if runs is None:
            leftward = level % 2 == 1
            faces = shipped(look.weight, language)
            if text.isspace() and not leftward:  # as wide as beside Latin letters and digits
                faces = shipped(look.weight, "en")
            stretches = itemise(text, faces)
            shaped = (
                (self._clusters(part, face, language, leftward), face) for part, face in stretches
            )
            runs = tuple(
                Run.of(clusters, face, look, level) for clusters, face in shaped if clusters
            )
            self._runs[text, look, level, language] = runs
        return runs

    def _clusters(
        self, text: str, face: Face, language: str, leftward: bool
    ) -> tuple[Cluster, ...]:
        """What `text` is drawn with, at any size."""
        key = text, face, language, leftward
        clusters = self._shapes.get(key)
        if clusters is None:
            clusters = self._shapes[key] = _seen(shape(text, face, language, leftward))
        return clusters


class _Looks:
    """Which look holds where in the joined text of some pieces."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._looks = [piece.look for piece in pieces]
        self._ends = list(accumulate(len(piece.text) for piece in pieces))

    def between(self, start: int, end: int) -> list[tuple[int, Look]]:
        """The looks from `start` to `end`, each with the number of characters that it holds for."""
        found = []
        i = bisect_right(self._ends, start)
        while start < end:
            stop = min(self._ends[i], end)
            if stop > start:
                found.append((stop - start, self._looks[i]))
            start, i = stop, i + 1
        return found


def _seen(clusters: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """`clusters` without direction marks and break points: they have done their work.

    Drawn, even as nothing, they would fill the space beside them for readers.
    """
    return tuple(cluster for cluster in clusters if not _DONE.issuperset(cluster.text))


def _clean(text: str) -> str:
    """`text` composed (NFC), with one kind of line end and no tabs."""
    return _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", "    ")
