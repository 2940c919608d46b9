"""Guidance and the directory of services in the interface's language, or in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import directory, guidance, profile
from translations import interface
from translations.cards import default

ENGLISH_TOPIC = "# Law\nprefix: Act\n\n- **s.1** It is allowed.\n"
WELSH_TOPIC = "# Cyfraith\nprefix: Act\n\n- **s.1** Fe’i caniateir.\n"


@pytest.fixture
def welsh() -> Iterator[None]:
    """The interface speaks Welsh."""
    interface.use("cy")
    yield
    interface.use(interface.ENGLISH)


def test_a_topic_is_read_in_its_translation_where_there_is_one(tmp_path: Path) -> None:
    tmp_path.joinpath("law.md").write_text(ENGLISH_TOPIC, encoding="utf-8")
    tmp_path.joinpath("law.cy.md").write_text(WELSH_TOPIC, encoding="utf-8")
    tmp_path.joinpath("more.md").write_text("# More\n\n- **term** Told.\n", encoding="utf-8")
    law, more = guidance.read(tmp_path, "cy")
    assert (law.title, law.language) == ("Cyfraith", "cy")
    assert law.passages[0].citation == "Act, s.1"
    assert (more.title, more.language) == ("More", "en")
    assert guidance.read(tmp_path)[0].title == "Law"


@pytest.mark.usefixtures("welsh")
def test_every_service_says_in_welsh_what_it_is_for() -> None:
    read = profile.read(profile.SAMPLE)
    welsh = directory.entries(read, default().services)
    interface.use(interface.ENGLISH)
    english = directory.entries(read, default().services)
    assert [row.name for row in welsh] == [row.name for row in english]
    same = [row.name for row in welsh if row in english and not row.own]
    assert same == []
