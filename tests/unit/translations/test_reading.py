"""Cards are read whole, or each thing that is wrong is named with its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from translations import cards
from translations.cards import CardErrors
from translations.cards.kept import open_folder
from translations.cards.reading import read

SAMPLE = Path(__file__).with_name("sample")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "cards"))


def wrong(folder: Path) -> list[str]:
    with pytest.raises(CardErrors) as caught:
        read(folder)
    return str(caught.value).splitlines()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_cards_stand_in_their_order_with_their_blocks() -> None:
    found = read(SAMPLE)
    assert [card.id for card in found.cards] == ["who_we_are", "your_rights"]
    rights = found.card("your_rights")
    assert rights.title == "Your rights"
    assert [(block.id, block.kind) for block in rights.blocks] == [
        ("title", "heading"),
        ("say_no", "paragraph"),
        ("more", "subheading"),
        ("list_intro", "paragraph"),
        ("ring", "item"),
        ("home", "item"),
    ]
    assert rights.blocks[1].source == "NPCC 2019, 5.1a; verify"
    assert rights.blocks[3].text == "You can ask:"
    assert found.services[rights.blocks[4].service].web == "nationaluglymugs.org"
    assert [block.id for block in found.pointing] == ["say_wait"]
    assert [block.id for block in found.answers] == ["answer_yes"]
    assert found.messages()[0].id == "who_we_are.title"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("; source: design -->\n# Y", "; source: -->\n# Y", "line 5: “title” has no source."),
        ("<!-- id: more; source: design -->", "", ": A comment with id and source must"),
        ("<!-- id: more; source: design -->", "<!-- more -->", "line 11: A comment reads"),
        ("id: list_intro", "id: say_no", "line 14: The id “say_no” stands here twice."),
        ("service: num", "service: nobody", "line 18: There is no service “nobody”"),
        ("{officer}", "{name}", "line 9: Nothing fills in {name}."),
        ("**no**", "*no*", "line 9: Words are plain here"),
        ("- You have", "### You have", "Only # and ## stand before headings."),
        ("- You have 30 days.", "", "No block follows “home”."),
        ("id: your_rights", "id: rights", "line 1: The head must say id: your_rights."),
        ("order: 2", "order: two", "order: two is no number."),
        ("# Your rights", "Your rights", "A card begins with its title"),
        ("## More help", "---", "Only headings, paragraphs and lists stand in a card."),
    ],
)
def test_what_is_wrong_in_a_card_is_named(folder: Path, old: str, new: str, told: str) -> None:
    change(folder / "your_rights.md", old, new)
    assert any(line.startswith("your_rights.md, line") and told in line for line in wrong(folder))


def test_everything_wrong_is_told_at_once(folder: Path) -> None:
    change(folder / "your_rights.md", "{officer}", "{name}")
    change(folder / "who_we_are.md", "source: NPCC 2019, 5.1", "source:")
    (folder / "frame.md").unlink()
    (folder / "services.toml").write_text("[num\n", encoding="utf-8")
    told = wrong(folder)
    files = {"your_rights.md", "who_we_are.md", "frame.md", "services.toml"}
    assert {line.partition(",")[0] for line in told} == files


def test_what_is_kept_is_what_was_read_and_made_anew_when_a_card_changes(
    folder: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    first = open_folder(folder, kept)
    assert first == read(folder)
    assert open_folder(folder, kept) == first
    change(folder / "your_rights.md", "30 days", "31 days")
    assert open_folder(folder, kept).card("your_rights").blocks[-1].text == "You have 31 days."


def test_cards_are_read_where_nothing_can_be_kept(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder would be", encoding="utf-8")
    assert open_folder(folder, tmp_path / "taken") == read(folder)


def test_the_cards_that_ship_are_whole() -> None:
    found = cards.default()
    assert len(found.cards) >= 19
    assert len(found.pointing) == 30
    assert len(found.answers) >= 6
    ids = [message.id for message in found.messages()]
    assert len(ids) == len(set(ids))
    assert all(message.text and message.source for message in found.messages())
