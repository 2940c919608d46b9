"""A catalog of real messages, translated for the test's sake."""

from __future__ import annotations

from pathlib import Path

import pytest

from translations.cards import Message
from translations.catalogs import messages
from translations.catalogs.entries import Entry, Written, path_of, write
from translations.languages import language

ROMANIAN = language("ro")


def pretended(message: Message) -> str:
    """Something that breaks no rule: the English itself, with letters that it has not."""
    return f"{message.text} ăț"


@pytest.fixture(scope="session")
def wanted() -> tuple[Message, ...]:
    return messages(ROMANIAN)


@pytest.fixture
def folder(tmp_path: Path, wanted: tuple[Message, ...]) -> Path:
    """A folder with a Romanian catalog, all of it drafts."""
    entries = {m.id: Entry(m.id, m.text, pretended(m)) for m in wanted}
    write(path_of(ROMANIAN, tmp_path), ROMANIAN, wanted, Written(entries, day="2026-11-01"))
    return tmp_path
