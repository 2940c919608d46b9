"""What our documents have alike around their text: a neutral title, the head and the foot."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from reportlab.platypus import Flowable

from exports.page import Furniture, Surroundings
from exports.text import Typesetter
from exports.times import short_time
from translations.interface import _


class Imprint(Protocol):
    """What a document must know of where it comes from; see `RecordDocument`."""

    @property
    def marking(self) -> str:
        """The protective marking."""

    @property
    def force(self) -> str:
        """Who it comes from."""

    @property
    def language(self) -> str:
        """Of the whole document (BCP 47)."""

    @property
    def produced(self) -> datetime:
        """When it is made."""


class LaidOut(ABC):
    """A document laid out; who inherits writes its parts."""

    def __init__(self, document: Imprint, title: str, reference: str) -> None:
        """Stand around `document`.

        Parameters:
            title: for the file's metadata; no name and no subject.
            reference: the neutral one, on every page.
        """
        self.language, self.produced, self.title = document.language, document.produced, title
        produced = _("Produced {time}").format(time=short_time(document.produced, self.language))
        self.furniture: Surroundings = Furniture(
            document.marking, document.force, reference, produced
        )

    def story(self, typesetter: Typesetter) -> list[Flowable]:
        """The parts in reading order.

        Raises MissingGlyph for the first character that cannot be printed.
        """
        return list(self.parts(typesetter))

    @abstractmethod
    def parts(self, typesetter: Typesetter) -> Iterator[Flowable]:
        """The parts in reading order, one by one."""
