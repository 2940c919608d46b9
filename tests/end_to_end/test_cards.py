"""Cards by the command line, on a machine without a vault."""

import json
from pathlib import Path

import pytest

from .test_command_line import fieldbook


def test_33_languages_are_listed_with_every_card_and_phrase() -> None:
    done = fieldbook("cards", "list", "--json")
    assert done.returncode == 0, done.stderr
    listed = json.loads(done.stdout)
    assert len(listed["languages"]) == 33
    assert len(listed["phrases"]) == 30
    assert len(listed["cards"]) == 20
    for language in listed["languages"]:
        assert language["translated"] == language["total"], language
        assert language["status"] in {"source", "draft", "revised", "approved"}
    assert fieldbook("cards", "list").stdout.startswith("en       source")


def test_every_catalog_keeps_every_rule() -> None:
    done = fieldbook("cards", "check")
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("cards", "show", "--lang", "xx"), "There are no cards in “xx”"),
        (("cards", "pdf", "--lang", "xx", "--out", "x.pdf"), "There are no cards in “xx”"),
        (("catalog", "export", "xx", "x.po"), "There are no cards in “xx”"),
        (("catalog", "import", "ro", "nowhere.po", "--reviewer", "A"), "nowhere.po is no file"),
        (("catalog", "import", "ro", "nowhere.po", "--reviewer", " "), "Say who has read it"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments: tuple[str, ...], told: str) -> None:
    done = fieldbook(*arguments)
    assert done.returncode == 1
    assert done.stderr.startswith(f"fieldbook: {told}")
    assert done.stderr.count("\n") == 1


def test_a_catalog_goes_out_and_comes_back_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "ro.po"
    done = fieldbook("catalog", "export", "ro", str(file))
    assert done.returncode == 0, done.stderr
    text = file.read_text(encoding="utf-8")
    assert 'msgctxt "your_rights.title"' in text
    assert "#. source: " in text
    file.write_text(text.replace('msgctxt "your_rights.title"', 'msgctxt "nobody.knows"'), "utf-8")
    done = fieldbook("catalog", "import", "ro", str(file), "--reviewer", "Somebody")
    assert done.returncode == 1
    assert "nobody.knows" in done.stderr
    file.write_text("msgid", encoding="utf-8")
    done = fieldbook("catalog", "import", "ro", str(file), "--reviewer", "Somebody")
    assert done.returncode == 1
    assert "cannot be read as a catalog" in done.stderr
