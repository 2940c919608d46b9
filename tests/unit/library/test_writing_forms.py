"""docs/writing-forms.md is held to the code: its form, its commands, its tables."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.commands.parser import parser
from desktop.widgets.factory import make_answer
from desktop.widgets.plain import LaterAnswer
from forms import FormEngine, FormErrors, Item, instance, load, secondary, xlsform
from forms.xpath import syntax

DOC = Path(__file__).parents[3] / "docs" / "writing-forms.md"
TEXT = DOC.read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", TEXT, re.DOTALL)
FORM = next(text for kind, text in BLOCKS if kind == "markdown")
STEPS = next(text for kind, text in BLOCKS if kind == "json")
COMMANDS = [
    (commands, BLOCKS[number + 1][1] if BLOCKS[number + 1 :] else "")
    for number, (kind, commands) in enumerate(BLOCKS)
    if kind == "sh" and "preview" not in commands
]
ONE_QUESTION = """
| survey | type | name | label | relevant | appearance | calculation |
|---|---|---|---|---|---|---|
| | text | said | What she said | | | |
| | {type} | way | Way | {relevant} | {appearance} | {calculation} |

| choices | list_name | name | label |
|---|---|---|---|
| | yes_no | yes | Yes |
| | yes_no | no | No |

| settings | form_title | form_id | version |
|---|---|---|---|
| | Sample | sample | 1 |
"""


def table(heading: str) -> list[list[str]]:
    """The first table under a heading, without its header."""
    section = TEXT.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [row for row in section.splitlines() if row.startswith("|")]
    cells = (re.split(r"(?<=\s)\|(?=\s)", row[1:-1]) for row in rows[2:])
    return [[cell.strip().strip("`") for cell in row] for row in cells]


def question(
    folder: Path, type: str = "text", appearance: str = "", relevant: str = ""
) -> FormEngine:
    path = folder / "sample.md"
    calculation = "1 + 1" if type == "calculate" else ""
    path.write_text(
        ONE_QUESTION.format(
            type=type, appearance=appearance, relevant=relevant, calculation=calculation
        ),
        encoding="utf-8",
    )
    return FormEngine(load(path))


@pytest.mark.parametrize(("commands", "printed"), COMMANDS)
def test_the_commands_print_what_the_page_says(tmp_path: Path, commands: str, printed: str) -> None:
    (tmp_path / "dropin.md").write_text(FORM, encoding="utf-8")
    slip = FORM.replace("select_one yes_no", "select_one yesno").replace("{again}", "{agian}")
    (tmp_path / "slip.md").write_text(slip, encoding="utf-8")
    (tmp_path / "steps.json").write_text(STEPS, encoding="utf-8")
    name, *arguments = shlex.split(commands)
    assert name == "fieldbook"
    done = subprocess.run(
        [sys.executable, "-m", "desktop.command_line", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(DOC.parents[1]), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    told = (done.stdout + done.stderr).strip()
    wanted, _dots, _rest = printed.partition("…")
    assert told.startswith(wanted.strip())
    assert _dots or told == wanted.strip()


def test_the_preview_command_is_one(tmp_path: Path) -> None:
    (given,) = [text for kind, text in BLOCKS if kind == "sh" and "preview" in text]
    options = parser().parse_args(shlex.split(given)[1:])
    assert (str(options.file), options.lang) == ("dropin.md", "cy")


@pytest.mark.parametrize("row", table("Questions that Fieldbook draws"), ids=" ".join)
def test_what_is_said_to_be_drawn_is_drawn(tmp_path: Path, row: list[str], qapp: object) -> None:
    type, appearance, _words = row
    engine = question(tmp_path, type, appearance)
    assert not [remark for remark in engine.form.remarks if "/way" in remark]
    items = [item for item in engine.body() if item.path == "/data/way"]
    assert len(items) == (0 if type == "calculate" else 1)
    for item in items:
        assert not isinstance(_answer(engine, item), LaterAnswer)


def _answer(engine: FormEngine, item: Item) -> object:
    return make_answer(item, engine.choices(item.path), engine.parameters(item.path))


@pytest.mark.parametrize("row", table("What is refused, and why"), ids=lambda row: row[1])
def test_what_is_refused_is_refused_for_that_reason(tmp_path: Path, row: list[str]) -> None:
    with pytest.raises(FormErrors) as caught:
        question(tmp_path, relevant=row[0])
    assert row[1] in str(caught.value)
    assert "sheet survey, row 3, column relevant" in str(caught.value)


def test_the_limits_are_those_of_the_code() -> None:
    limits = (
        (syntax.MAX_LENGTH, "signs"),
        (syntax.MAX_DEPTH, "levels deep"),
        (xlsform.MAX_ROWS, "rows"),
        (secondary.MAX_ITEMS, "items"),
        (instance.MAX_INSTANCES, "instances"),
    )
    for limit, what in limits:
        assert f"{limit:,} {what}" in TEXT
