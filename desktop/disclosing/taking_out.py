"""What was chosen and what was taken out so far; small, and fit to be kept over a lock.

It holds places, never words: a record, an answer's path, from where to where, and why.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from desktop.disclosing.material import Material
from exports.disclosure import Cut, Ground, widened
from storage import RecordId

Place = tuple[str, Cut]
"""A cut, and the record that it is made in."""


class TakingOut:
    """The choices behind one disclosure copy, with a way back."""

    def __init__(self) -> None:
        """Nothing is chosen, and nothing taken out."""
        self.records: list[RecordId] = []
        self.left_out: set[str] = set()
        self.files: set[str] = set()
        self._cuts: list[Place] = []
        self._before: list[list[Place]] = []

    @property
    def can_undo(self) -> bool:
        """Whether something was taken out or put back."""
        return bool(self._before)

    @property
    def count(self) -> int:
        """How many cuts there are."""
        return len(self._cuts)

    def cuts(self, record: str) -> list[Cut]:
        """What was taken out of one record."""
        return [cut for where, cut in self._cuts if where == record]

    def take_out(self, places: Iterable[Place]) -> int:
        """Take out more; gives how many cuts were new."""
        new = [place for place in places if place not in self._cuts]
        if new:
            self._before.append(self._cuts)
            self._cuts = self._cuts + new
        return len(new)

    def put_back(self, record: str, path: str, start: int, end: int, text: str) -> int:
        """Undo every cut of the answer `text` that touches `start` to `end`; gives how many."""

        def touched(place: Place) -> bool:
            where, cut = place
            if where != record or cut.path != path:
                return False
            first, last = widened(text, cut.start, cut.end)
            return first <= max(start, end - 1) and start < last

        staying = [place for place in self._cuts if not touched(place)]
        gone = len(self._cuts) - len(staying)
        if gone:
            self._before.append(self._cuts)
            self._cuts = staying
        return gone

    def undo(self) -> None:
        """Take back the last step."""
        if self._before:
            self._cuts = self._before.pop()

    def place(self) -> dict[str, Any]:
        """All of it, fit for JSON."""
        return {
            "records": list(self.records),
            "left_out": sorted(self.left_out),
            "files": sorted(self.files),
            "cuts": [
                [where, cut.path, cut.start, cut.end, str(cut.ground)] for where, cut in self._cuts
            ],
        }

    @classmethod
    def at(cls, place: dict[str, Any]) -> "TakingOut":
        """What `place` gave."""
        made = cls()
        made.records = [RecordId(each) for each in place.get("records", [])]
        made.left_out = set(place.get("left_out", []))
        made.files = set(place.get("files", []))
        made._cuts = [
            (where, Cut(path, start, end, Ground(ground)))
            for where, path, start, end, ground in place.get("cuts", [])
        ]
        return made


def everywhere(words: str, materials: Iterable[Material], ground: Ground) -> list[Place]:
    """Every place in `materials` where `words` stand, whatever their capitals and accents."""
    sought = re.findall(r"\w+", _plain(words))
    if not sought:
        return []
    pattern = re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, sought)) + r"(?!\w)")
    return [
        (material.record, Cut(passage.path, *found.span(), ground))
        for material in materials
        for passage in material.passages
        if passage.is_answer
        for found in pattern.finditer(_plain(passage.text))
    ]


def _plain(text: str) -> str:
    """`text` without capitals and accents, character for character."""
    return "".join(_base(character) for character in text)


def _base(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].casefold()
    return base if len(base) == 1 else character
