"""The cards that ship with the notebook, without parsing Markdown at every start."""

from functools import cache
from pathlib import Path
from typing import Any

from translations import compiled
from translations.cards.model import Block, Card, Cards, Service

FOLDER = Path(__file__).parent


@cache
def default() -> Cards:
    """The cards that ship with the notebook; raises CardErrors."""
    return open_folder(FOLDER, compiled.FOLDER)


def open_folder(folder: Path, keep_in: Path) -> Cards:
    """The cards in `folder`, kept compiled in `keep_in`; raises CardErrors."""
    value = compiled.kept("cards", key(folder), lambda: _made(folder), keep_in)
    *cards, phrases, frame = (_card(each) for each in value["cards"])
    services = {row[0]: Service(*row) for row in value["services"]}
    return Cards(tuple(cards), phrases, frame, services)


def key(folder: Path = FOLDER) -> str:
    """A key that changes with any file of the cards."""
    return compiled.key_of_files(
        path for path in sorted(folder.iterdir()) if path.suffix in {".md", ".toml"}
    )


def _made(folder: Path) -> dict[str, Any]:
    from translations.cards.reading import read  # a parser of Markdown takes its time to load

    cards = read(folder)
    return {
        "cards": [*cards.cards, cards.phrases, cards.frame],
        "services": list(cards.services.values()),
    }


def _card(value: list[Any]) -> Card:
    id, blocks = value
    return Card(id, tuple(Block(*block) for block in blocks))
