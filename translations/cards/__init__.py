"""The information cards, in English: Markdown beside this, read once and kept compiled."""

from translations.cards.kept import default
from translations.cards.model import (
    Block,
    Card,
    CardErrors,
    CardProblem,
    Cards,
    Kind,
    Message,
    Service,
    UnknownCard,
)

__all__ = [
    "Block",
    "Card",
    "CardErrors",
    "CardProblem",
    "Cards",
    "Kind",
    "Message",
    "Service",
    "UnknownCard",
    "default",
]
