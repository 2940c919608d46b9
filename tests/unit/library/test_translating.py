"""docs/translating.md is held to the code: its commands, its columns, and what a draft means."""

from __future__ import annotations

import gettext
import io
import json
import re
import shlex
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from forms import load
from translations import extracting
from translations.extracting import read
from translations.interface_catalogs import FOLDER

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs" / "translating.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
COLUMNS = re.findall(r"^\| ([A-Z][\w, ]+) \| `(.*?)`, `(.*?)` \| `(.*?)` \|$", TEXT, re.MULTILINE)


def run(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a command of the page in `folder`, on the catalogs there."""
    words, _, target = command.strip().partition(" > ")
    python, dash_m, module, *arguments = shlex.split(words)
    assert (python, dash_m, module) == ("python", "-m", extracting.__name__)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(extracting, "FOLDER", folder)
    monkeypatch.setattr(extracting, "TEMPLATE", folder / "interface.pot")
    said = io.StringIO()
    with redirect_stdout(said):
        assert extracting.main(arguments) == 0
    if target:
        (folder / target).write_text(said.getvalue(), encoding="utf-8")


def test_the_commands_lead_from_the_code_to_a_whole_catalog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract, left, fill = COMMANDS
    catalog = read(FOLDER / "cy.po")
    catalog.delete("Settings")
    with (tmp_path / "cy.po").open("wb") as target:
        write_po(target, catalog)
    run(extract, tmp_path, monkeypatch)
    run(left, tmp_path, monkeypatch)
    room = json.loads((tmp_path / "left.json").read_text(encoding="utf-8"))
    assert room["Settings"] == ""
    (tmp_path / "left.json").write_text('{"Settings": "Gosodiadau"}', encoding="utf-8")
    run(fill, tmp_path, monkeypatch)
    filled = read(tmp_path / "cy.po")
    assert filled["Settings"].string == "Gosodiadau"
    assert len(list(extracting.left(filled))) == len(room) - 1


def test_a_marked_text_of_the_interface_is_not_shown() -> None:
    catalog = Catalog(locale="cy")
    catalog.add("Settings", "Gosodiadau")
    catalog.add("Notes", "Nodiadau", flags=("fuzzy",))
    made = io.BytesIO()
    write_mo(made, catalog)
    spoken = gettext.GNUTranslations(io.BytesIO(made.getvalue()))
    assert spoken.gettext("Settings") == "Gosodiadau"
    assert spoken.gettext("Notes") == "Notes"


@pytest.mark.parametrize(("name", "label", "hint", "title"), COLUMNS)
def test_a_language_is_added_by_its_columns(
    tmp_path: Path, name: str, label: str, hint: str, title: str
) -> None:
    code = label.rpartition("(")[2].rstrip(")")
    path = tmp_path / "sample.md"
    path.write_text(
        f"""
| survey | type | name | label::English (en) | {label} | hint::English (en) | {hint} |
|---|---|---|---|---|---|---|
| | text | said | What she said | translated | Her words | |

| settings | form_title | {title} | form_id | version | default_language |
|---|---|---|---|---|---|
| | Sample | translated title | sample | 1 | English (en) |
""",
        encoding="utf-8",
    )
    form = load(path)
    assert form.languages == ("en", code)
    assert form.title(code) == "translated title"


def test_the_page_has_all_that_is_tested() -> None:
    assert len(COMMANDS) == 3
    assert len(COLUMNS) == 3
