"""Sample leaflets in every script, and the share of their words that a reader finds again."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from exports.leaflet import Code, Leaflet, LeafletCard, Paper, Passage, Words
from translations.direction import isolated, without_marks

FIXTURE = Path(__file__).parents[2] / "fixtures" / "scripts" / "passages.json"
PASSAGES: dict[str, list[str]] = json.loads(FIXTURE.read_text(encoding="utf-8"))
"""By language: a title, and paragraphs with a number, an address and a bold part. Sample text."""
LEFTWARD = frozenset({"ar", "fa", "ckb", "ur", "he"})
UNSPACED = frozenset({"zh-Hans", "zh-Hant", "ja", "th"})
_KINDS = ("heading", "paragraph", "paragraph", "item", "item")


def passages(language: str) -> list[Passage]:
    return [
        Passage(kind, _words(text, language), language)
        for kind, text in zip(_KINDS, PASSAGES[language], strict=True)
    ]


def leaflet(language: str, paper: Paper = "A5", beside: str = "") -> Leaflet:
    card = LeafletCard(
        passages(language),
        passages(beside) if beside else (),
        [Code("https://nationaluglymugs.org", "National Ugly Mugs", ["nationaluglymugs.org"])],
    )
    return Leaflet([card], language, datetime(2026, 11, 22, tzinfo=UTC), paper)


def _words(text: str, language: str) -> list[Words]:
    return [
        Words(isolated(part) if language in LEFTWARD else part, bold=place % 2 == 1)
        for place, part in enumerate(text.split("**"))
        if part
    ]


def extracted(file: Path) -> str:
    """The text of a PDF as poppler gives it."""
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def units(text: str, language: str) -> list[str]:
    """What is counted: words; where a script has no spaces, single letters."""
    plain = without_marks(text).replace("**", "")
    return re.findall(r"\S", plain) if language in UNSPACED else plain.split()


def recovered(wanted: Sequence[str], found: str, language: str) -> float:
    """The share of the units of the `wanted` texts that stand in the text `found`."""
    asked = Counter(unit for text in wanted for unit in units(text, language))
    there = Counter(units(found, language))
    return sum((asked & there).values()) / sum(asked.values())
