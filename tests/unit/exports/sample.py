"""A plain document to try the engine with: one block for each text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reportlab.platypus import Flowable

from exports import styles
from exports.page import Furniture
from exports.text import Piece, Typesetter


@dataclass(frozen=True)
class Plain:
    """Paragraphs between the head and the foot of a page."""

    texts: Sequence[str | Sequence[Piece]]
    language: str = "en"
    produced: datetime = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    title: str = "Fieldbook record SAMPLE-1"
    marking: str = "OFFICIAL"

    @property
    def furniture(self) -> Furniture:
        return Furniture(self.marking, "Sample Force", "SAMPLE-1", "Produced in a test")

    def story(self, typesetter: Typesetter) -> list[Flowable]:
        return [
            typesetter.block(
                Piece(text, styles.ANSWER) if isinstance(text, str) else text,
                styles.ANSWER_BLOCK,
                f"paragraph {number}",
            )
            for number, text in enumerate(self.texts, 1)
        ]
