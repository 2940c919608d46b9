"""What the card screen shows: which card, in which language, in which words; knows no widgets."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop.cards.slots import slots
from desktop.profile import Profile
from translations import cards as english_cards
from translations import catalogs as all_catalogs
from translations.cards import Block, Card, Service
from translations.cards.showing import Passage, passages, spans
from translations.catalogs import Catalog, Status
from translations.languages import ENGLISH, Language, language

IDENTITY = "who_we_are"
"""The card that bears the officer's photo."""


class Saying(NamedTuple):
    """A phrase or answer: its message, its words in the language, and the same in English."""

    message: str
    passage: Passage
    english: str


class Deck:
    """The cards in one language at a time, filled in from the force profile."""

    def __init__(self, profile: Profile | None, code: str = "") -> None:
        """Begin with the first card; `code` is the language, English without it."""
        self._cards = english_cards.default()
        self._catalogs = all_catalogs.default()
        self._profile = profile
        self._catalog = self._catalogs.get(code or ENGLISH.code)
        self._index = 0

    @property
    def language(self) -> Language:
        """The language that is shown."""
        return self._catalog.language

    @property
    def card(self) -> Card:
        """The card that is shown."""
        return self._cards.cards[self._index]

    @property
    def place(self) -> tuple[int, int]:
        """Which card of how many, from 1."""
        return self._index + 1, len(self._cards.cards)

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards in their order."""
        return self._cards.cards

    @property
    def profile(self) -> Profile | None:
        """Where officer and force come from."""
        return self._profile

    def speak(self, code: str) -> None:
        """Go on in another language; raises UnknownLanguage."""
        self._catalog = self._catalogs.get(language(code).code)

    def go(self, card: str) -> None:
        """Show the card of that id; raises UnknownCard."""
        self._index = self._cards.cards.index(self._cards.card(card))

    def step(self, by: int) -> bool:
        """Go forward or, with a negative number, back; False where there is no card."""
        if not 0 <= self._index + by < len(self._cards.cards):
            return False
        self._index += by
        return True

    def neighbour(self, by: int) -> Card | None:
        """The card so many after this one."""
        index = self._index + by
        return self._cards.cards[index] if 0 <= index < len(self._cards.cards) else None

    def passages(self) -> tuple[Passage, ...]:
        """The card in the language."""
        return self._shown(self.card, self._catalog)

    def english(self) -> tuple[Passage, ...]:
        """The same in English."""
        return self._shown(self.card, self._catalogs.get(ENGLISH.code))

    def title(self, card: Card) -> Passage:
        """A card's title in the language."""
        return self._shown(card, self._catalog, card.blocks[:1])[0]

    def phrases(self) -> tuple[Saying, ...]:
        """The phrases to point at."""
        return self._sayings(self._cards.pointing)

    def answers(self) -> tuple[Saying, ...]:
        """The answers to point back."""
        return self._sayings(self._cards.answers)

    def phrases_passages(self) -> tuple[Passage, ...]:
        """The card of phrases and answers, as one page to read."""
        return self._shown(self._cards.phrases, self._catalog)

    def phrases_english(self) -> tuple[Passage, ...]:
        """The same in English."""
        return self._shown(self._cards.phrases, self._catalogs.get(ENGLISH.code))

    def framed(self, block: str, code: str = "") -> str:
        """A text around the cards, in the language or that of `code`."""
        catalog = self._catalogs.get(code) if code else self._catalog
        text = catalog.text(f"{self._cards.frame.id}.{block}")
        spoken = catalog.language if text is not None else ENGLISH
        if text is None:
            text = next((b.text for b in self._cards.frame.blocks if b.id == block), "")
        return "".join(span.text for span in spans(text, spoken, {}))

    def services(self) -> tuple[Service, ...]:
        """The services that the card names and that have a site or a number, each once."""
        keys = dict.fromkeys(block.service for block in self.card.blocks if block.service)
        found = [self._cards.services[key] for key in keys]
        return tuple(each for each in found if each.web or each.phone)

    @property
    def status(self) -> Status:
        """How far the card's translation has come."""
        return self._catalog.status_of_card(self.card)

    @property
    def status_of_phrases(self) -> Status:
        """How far the phrases and answers have come."""
        return self._catalog.status_of_card(self._cards.phrases)

    def _sayings(self, blocks: Iterable[Block]) -> tuple[Saying, ...]:
        card = self._cards.phrases
        blocks = tuple(blocks)
        english = {
            each.message: each.text
            for each in self._shown(card, self._catalogs.get(ENGLISH.code), blocks)
        }
        return tuple(
            Saying(each.message, each, english[each.message])
            for each in self._shown(card, self._catalog, blocks)
        )

    def _shown(
        self, card: Card, catalog: Catalog, blocks: Iterable[Block] | None = None
    ) -> tuple[Passage, ...]:
        filled = slots(self._profile, catalog.language.code)
        return passages(card, catalog.language, catalog.text, filled, blocks)
