"""A leaflet of cards to hand to somebody: what it is made of; plain words, no catalog needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Paper = Literal["A5", "A6-fold", "A4"]
Kind = Literal["heading", "subheading", "paragraph", "item"]


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a passage, bold or not."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One idea of a card.

    Attributes:
        kind: what it is on the page.
        words: in reading order, with the marks and break points that its language needs.
        language: the one that it is in (BCP 47).
    """

    kind: Kind
    words: Sequence[Words]
    language: str


@dataclass(frozen=True, slots=True)
class Code:
    """A service with the square that a phone reads.

    Attributes:
        content: what the phone opens, such as "https://…" or "tel:…".
        name: of the service.
        lines: its number and address, as people read them.
    """

    content: str
    name: str
    lines: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class LeafletCard:
    """One card.

    Attributes:
        passages: the first is its title.
        beside: the same in the second language, passage for passage; empty for none.
        codes: the services that it names.
        draft: the sentences that say it is not approved, each with its language; empty if it is.
        picture: a PNG or JPEG that stands under its title, such as an officer's photo; or nothing.
        picture_says: the same in words, in English, for who cannot see it.
    """

    passages: Sequence[Passage]
    beside: Sequence[Passage] = ()
    codes: Sequence[Code] = ()
    draft: Sequence[tuple[str, str]] = ()
    picture: bytes = b""
    picture_says: str = ""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """All that a leaflet is made of; equal input gives an equal file.

    Attributes:
        cards: at least one.
        language: of the leaflet (BCP 47).
        produced: when it is made, with its offset.
        paper: "A5" and "A4" pages, or "A6-fold": A6 pages, two on each side of an A5 sheet.
        title: neutral, for the file's metadata.
        page: how pages are numbered, in `language`, with "{page}" and "{pages}".
        scan: what to do with a code, in `language`.
        foot: the words at the foot of every page, in `language`.
        issuer: who hands it out, in English; "" for nobody.
        watermark: across every page of a draft, in English; "" for none.
    """

    cards: Sequence[LeafletCard]
    language: str
    produced: datetime
    paper: Paper = "A5"
    title: str = "Fieldbook leaflet"
    page: str = "{page} / {pages}"
    scan: str = ""
    foot: str = ""
    issuer: str = ""
    watermark: str = ""
