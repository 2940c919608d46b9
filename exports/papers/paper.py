"""What a paper of the working day is made of, before anything is laid out."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading, or with `level` 1 one inside a section; `beside` is it in English."""

    text: str
    level: int = 0
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A label on the left and lines beside it; `small` ones are set small, such as hashes.

    `beside` is the label in a second language.
    """

    label: str
    lines: tuple[str, ...]
    small: tuple[str, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Cells:
    """Ruled cells side by side, each a label with its value; an empty value is left to write in.

    Attributes:
        cells: label and value, from left to right.
        height: of the value, in points, where it takes no more by itself.
    """

    cells: tuple[tuple[str, str], ...]
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Notice:
    """What must not be overlooked, on a soft ground."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `small` for what explains the paper itself.

    `language` (BCP 47) is the paragraph's, where that is not the paper's.
    """

    text: str
    small: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, PNG or JPEG, as it is."""

    data: bytes


Part = Heading | Field | Cells | Notice | Words | Picture


@dataclass(frozen=True, slots=True)
class Paper:
    """All that a paper is made of; equal input gives an equal file.

    Attributes:
        file_title: neutral, for the file's metadata.
        title, subtitle: at the head of the first page; either may be empty.
        marking, force, reference: on every page; empty in what must not show where it is from.
        language: of labels and dates (BCP 47).
        produced: when it is made, with its offset.
        parts: what stands in it, in reading order.
        discreet: whether it is a small sheet to fold whose pages bear nothing but their number.
    """

    file_title: str
    title: str
    subtitle: str
    marking: str
    force: str
    reference: str
    language: str
    produced: datetime
    parts: tuple[Part, ...]
    discreet: bool = False
