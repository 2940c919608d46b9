"""What the sanitisation check knows and what it points at."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a finding may give away."""

    NAME = "name"
    NUMBER = "number"
    ADVERT = "advert"
    ADDRESS = "address"
    NATIONALITY = "nationality"
    SPEECH = "speech"
    TIME = "time"
    PLATE = "plate"


@dataclass(frozen=True)
class Known:
    """Something the vault knows of somebody who must not be found through a report.

    `kind` is NAME (also an alias or a working name), NUMBER, ADVERT (a page, a handle, an e-mail
    address), ADDRESS or PLATE (of a vehicle); `text` is as it was written; `record` names where it
    stands, or nothing.
    """

    kind: Kind
    text: str
    record: str = ""


@dataclass(frozen=True)
class Finding:
    """A place in a text that could show who the source or the worker is.

    `start` and `end` count characters of the text, `text` is what stands there, `why` is said to
    the officer; `known` is what it resembles, None where a rule alone points at it.
    """

    kind: Kind
    start: int
    end: int
    text: str
    why: str
    known: Known | None = None
