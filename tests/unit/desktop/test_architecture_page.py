"""docs/architecture.md is held to the tree: every room is on its map, and none that is gone."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
ROOMS = ("desktop", "exports", "storage", "forms", "translations")
NOT_ROOMS = {"__pycache__", "compiled", "icons", "wordlists"}
"""Caches, and pictures and words that belong to the room around them."""


def test_every_room_is_on_the_map() -> None:
    there = {
        (room, inner.name)
        for room in ROOMS
        for inner in (ROOT / room).iterdir()
        if inner.is_dir() and inner.name not in NOT_ROOMS
    }
    missing = {
        f"{room}/{name}"
        for room, name in there
        if f"`{room}/{name}/`" not in PAGE and f"`{name}/`" not in _map_of(room)
    }
    assert missing == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_is_on_the_map_once(room: str) -> None:
    table = "".join(line for line in _map_of(room).splitlines() if line.startswith("| `"))
    named = re.findall(r"`(\w+)`", table)
    modules = {path.stem for path in (ROOT / room).glob("*.py")} - {"__init__"}
    assert sorted(named) == sorted(modules)


def test_what_the_map_names_is_there() -> None:
    named = re.findall(rf"`((?:{'|'.join(ROOMS)}|tests)/[\w./]*)`", PAGE)
    assert len(named) > 20
    assert [path for path in named if not (ROOT / path).exists()] == []


def _map_of(room: str) -> str:
    """What the page says of the inside of `room`."""
    heading = "## Inside `desktop/`" if room == "desktop" else f"### `{room}/`"
    return re.split(r"\n##+ ", PAGE.split(heading)[1])[0]
