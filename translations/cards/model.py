"""What cards are made of: blocks of plain words, each with an id and a source."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal["heading", "subheading", "paragraph", "item"]


class Block(NamedTuple):
    """One idea of a card, one message of a catalog.

    Attributes:
        id: stable within its card, in snake_case.
        kind: what it is on the page.
        text: in English; `**` stands around what is bold, `{officer}` and the like are filled in.
        source: the paragraph, section or service that it rests on, or "design".
        service: key of the service that it names, "" where it names none.
    """

    id: str
    kind: Kind
    text: str
    source: str
    service: str = ""


class Card(NamedTuple):
    """One information card; its first block is its title."""

    id: str
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The English title."""
        return self.blocks[0].text

    def message(self, block: Block) -> str:
        """The id of a block in the catalogs: `your_rights.say_no`."""
        return f"{self.id}.{block.id}"


class Service(NamedTuple):
    """A service that cards name, as the force is to verify it.

    Attributes:
        key: how cards refer to it.
        name: its official name, which stays in English.
        phone: as it is dialled, "" where the force has yet to verify it.
        web: its domain, "" where there is none.
        source: where this was seen.
        seen: the day on which it was seen, ISO 8601, or "".
        verified_by_force: who of the force has verified it and when, "" until then.
    """

    key: str
    name: str
    phone: str = ""
    web: str = ""
    source: str = ""
    seen: str = ""
    verified_by_force: str = ""


class Message(NamedTuple):
    """One text to translate: its id (the catalogs' msgctxt), its English, and its source."""

    id: str
    text: str
    source: str


class Cards(NamedTuple):
    """Everything that is shown to people, in English.

    Attributes:
        cards: the information cards in their order.
        phrases: the card of phrases to point at; see `pointing` and `answers`.
        frame: the texts around cards, such as the banner of a draft.
        services: what cards refer to, by key.
    """

    cards: tuple[Card, ...]
    phrases: Card
    frame: Card
    services: Mapping[str, Service]

    @property
    def pointing(self) -> tuple[Block, ...]:
        """The phrases that an officer, or she, points at."""
        return tuple(block for block in self.phrases.blocks if block.id.startswith("say_"))

    @property
    def answers(self) -> tuple[Block, ...]:
        """The answers to point back."""
        return tuple(block for block in self.phrases.blocks if block.id.startswith("answer_"))

    def card(self, id: str) -> Card:
        """The card of that id; raises UnknownCard."""
        for card in self.cards:
            if card.id == id:
                return card
        raise UnknownCard(f"There is no card “{id}”, only: {', '.join(c.id for c in self.cards)}.")

    def messages(self) -> tuple[Message, ...]:
        """Every text, in reading order: cards, phrases, frame."""
        return tuple(
            Message(card.message(block), block.text, block.source)
            for card in (*self.cards, self.phrases, self.frame)
            for block in card.blocks
        )


class UnknownCard(LookupError):
    """No card has this id."""


class CardProblem(NamedTuple):
    """One thing that is wrong in a card's file."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        """All of it in one line."""
        return f"{self.file}, line {self.line}: {self.text}"


class CardErrors(Exception):
    """Everything that is wrong with the cards' files, gathered before it is raised."""

    def __init__(self, problems: tuple[CardProblem, ...]) -> None:
        """Tell of all `problems` at once."""
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems
