"""A card as it is shown in a language: filled in, directed, English where words are missing."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from translations.cards.model import Block, Card, Kind
from translations.direction import isolated, unbroken
from translations.languages import ENGLISH, Language
from translations.words import Span

Words = Callable[[str], str | None]
"""The translation of a message by its id; None where there is none."""

_SLOT = re.compile(r"\{(\w+)\}")
_BOLD = "**"


class Passage(NamedTuple):
    """One block as it is drawn, on screen and on paper.

    Attributes:
        message: the id of its message.
        kind: what it is on the page.
        spans: its words, with the marks and break points that its language needs.
        language: the one it is in; English where it has no translation.
        service: key of the service that it names, or "".
    """

    message: str
    kind: Kind
    spans: tuple[Span, ...]
    language: Language
    service: str = ""

    @property
    def text(self) -> str:
        """Its words without what is bold."""
        return "".join(span.text for span in self.spans)


def passages(
    card: Card,
    language: Language,
    words: Words,
    slots: Mapping[str, str],
    blocks: Iterable[Block] | None = None,
) -> tuple[Passage, ...]:
    """The card, or those of its `blocks`, in a language.

    `words` gives translations by id, `slots` what the force profile fills in. A block with a slot
    that the profile leaves blank is left out, and a subheading after which nothing follows.
    """
    shown = [
        passage(card.message(block), block, language, words, slots)
        for block in (card.blocks if blocks is None else blocks)
        if all(slots.get(name) for name in _SLOT.findall(block.text))
    ]
    return tuple(
        each
        for each, after in zip(shown, [*shown[1:], None], strict=True)
        if each.kind != "subheading" or (after is not None and after.kind not in _HEADINGS)
    )


_HEADINGS = {"heading", "subheading"}


def passage(
    message: str, block: Block, language: Language, words: Words, slots: Mapping[str, str]
) -> Passage:
    """One block in a language, in English where it has no translation."""
    text = words(message)
    spoken = ENGLISH if text is None else language
    return Passage(
        message,
        block.kind,
        spans(block.text if text is None else text, spoken, slots),
        spoken,
        block.service,
    )


def spans(text: str, language: Language, slots: Mapping[str, str]) -> tuple[Span, ...]:
    """A message filled in and cut into its bold and plain parts.

    What fills a slot is words of the force: asterisks in it are not markers.
    """
    found = []
    for place, part in enumerate(text.split(_BOLD)):
        filled = unbroken(_SLOT.sub(lambda slot: slots.get(slot[1], slot[0]), part))
        if filled:
            words = isolated(filled) if language.right_to_left else filled
            found.append(Span(words, bold=place % 2 == 1))
    return tuple(found)
