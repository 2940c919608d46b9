"""Makes blocks of set text: normalises, checks that every character can be drawn, shapes words."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from exports.errors import MissingGlyph
from exports.text.block import Block, BlockStyle
from exports.text.faces import face
from exports.text.look import Look, Piece
from exports.text.shaping import shape
from exports.text.words import Run, Word

BreakFinder = Callable[[str], Sequence[int]]
"""Gives the offsets at which a new line may begin, ascending, the text's own end included."""

_SPACE = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000\u200b"
_BREAKS = re.compile(rf"(?<=[{_SPACE}\n])(?![{_SPACE}\n])|(?<=\n)|(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
_TRAILING = re.compile(rf"[{_SPACE}\n]*$")
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(  # characters that change their neighbours or nothing, and are never drawn
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


def spaces_and_hyphens(text: str) -> Sequence[int]:
    """Where a line of a European language may end: after spaces, hyphens, dashes and slashes."""
    return [match.start() for match in _BREAKS.finditer(text)] + [len(text)]


class Typesetter:
    """Sets the texts of one document; what was shaped once is not shaped again."""

    def __init__(self, language: str, break_finder: BreakFinder = spaces_and_hyphens) -> None:
        """Set text of `language` (BCP 47), with lines broken where `break_finder` allows."""
        self._language = language
        self._break_finder = break_finder
        self._runs: dict[tuple[str, Look], Run] = {}

    def block(self, pieces: Sequence[Piece] | Piece, style: BlockStyle, where: str) -> Block:
        """A block of `pieces`, set one after the other.

        Raises MissingGlyph, with the place `where`, if a character can't be drawn.
        """
        if isinstance(pieces, Piece):
            pieces = (pieces,)
        clean = [Piece(_clean(piece.text), piece.look) for piece in pieces]
        _check(clean, where)
        return Block(list(self._words(clean)), style)

    def _words(self, pieces: Sequence[Piece]) -> Iterator[Word]:
        """The words of `pieces`; a word may run through several of them."""
        text = "".join(piece.text for piece in pieces)
        bounds = _bounds(pieces)
        start = 0
        for end in self._break_finder(text):
            if end == start:
                continue
            trail = _TRAILING.search(text, start, end)
            visible = trail.start() if trail else end
            feeds = text.count("\n", visible, end)
            yield Word(
                tuple(self._cut(text, start, visible, bounds)),
                tuple(
                    run
                    for run in self._cut(text, visible, end, bounds)
                    if run.clusters[0].text != "\n"
                ),
                feeds > 0,
            )
            for _ in range(feeds - 1):
                yield Word((), (), ends_line=True)
            start = end

    def _cut(
        self, text: str, start: int, end: int, bounds: Sequence[tuple[int, int, Look]]
    ) -> Iterator[Run]:
        """Runs of `text` from `start` to `end`, cut where the look changes."""
        for first, last, look in bounds:
            if first < end and start < last:
                stretch = text[max(first, start) : min(last, end)].replace("\n", "")
                if stretch:
                    yield self._run(stretch, look)

    def _run(self, text: str, look: Look) -> Run:
        run = self._runs.get((text, look))
        if run is None:
            ours = face(look.weight)
            run = Run.of(shape(text, ours, self._language), ours, look)
            self._runs[text, look] = run
        return run


def _clean(text: str) -> str:
    """`text` composed (NFC), with one kind of line end and no tabs."""
    return _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", "    ")


def _bounds(pieces: Sequence[Piece]) -> list[tuple[int, int, Look]]:
    """Where each piece begins and ends in the joined text, with its look."""
    bounds = []
    start = 0
    for piece in pieces:
        bounds.append((start, start + len(piece.text), piece.look))
        start += len(piece.text)
    return bounds


def _check(pieces: Sequence[Piece], where: str) -> None:
    """Raise MissingGlyph for the first character that its face cannot draw."""
    for piece in pieces:
        covered = face(piece.look.weight).covered
        for character in dict.fromkeys(piece.text):
            drawn = ord(character) in covered and unicodedata.category(character) != "Cc"
            if not drawn and character != "\n" and not _UNSEEN.match(character):
                raise MissingGlyph(character, where)
