"""docs/translating.md is held to the code: its commands, its columns, and what a draft means."""

from __future__ import annotations

import gettext
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from forms import load

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs" / "translating.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
COLUMNS = re.findall(r"^\| ([A-Z][\w, ]+) \| `(.*?)`, `(.*?)` \| `(.*?)` \|$", TEXT, re.MULTILINE)


def run(command: str, folder: Path) -> None:
    name, *arguments = shlex.split(command)
    assert name == "pybabel"
    pybabel = "from babel.messages.frontend import main; main()"
    subprocess.run(
        [sys.executable, "-c", pybabel, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
        capture_output=True,
        timeout=120,
    )


def test_the_commands_lead_from_the_code_to_a_catalog_without_its_drafts(tmp_path: Path) -> None:
    extract, init, update, compile = COMMANDS
    for name in ("desktop", "exports"):
        (tmp_path / name).symlink_to(ROOT / name)
    run(extract, tmp_path)
    run(init, tmp_path)
    path = tmp_path / "translations/catalogs/cy/LC_MESSAGES/interface.po"
    with path.open("rb") as source:
        catalog = read_po(source)
    assert len(catalog) > 300
    catalog["Settings"].string = "Gosodiadau"
    catalog["Notes"].string = "Nodiadau"
    catalog["Notes"].flags.add("fuzzy")
    with path.open("wb") as target:
        write_po(target, catalog)
    run(update, tmp_path)
    run(compile, tmp_path)
    spoken = gettext.translation("interface", tmp_path / "translations/catalogs", ["cy"])
    assert spoken.gettext("Settings") == "Gosodiadau"
    assert spoken.gettext("Notes") == "Notes", "a draft is not shown"


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
    assert len(COMMANDS) == 4
    assert len(COLUMNS) == 3
