"""docs/command-line.md is held to the parser: no command undocumented, none that is not there."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.commands.parser import parser

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "command-line.md").read_text(encoding="utf-8")
PAGES = [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]


def _commands(
    of: argparse.ArgumentParser, name: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    inner = [each for each in of._actions if isinstance(each, argparse._SubParsersAction)]
    if not inner:
        yield " ".join(name), of
    for each in inner:
        for word, made in each.choices.items():
            yield from _commands(made, (*name, word))


COMMANDS = dict(_commands(parser()))


def options(command: str) -> set[str]:
    made = COMMANDS[command]
    return {each for action in made._actions for each in action.option_strings} - {"-h", "--help"}


def named(words: str) -> str:
    """The command that `words` begin with, or ""."""
    parts = words.split()
    return next((n for i in (3, 2, 1) if (n := " ".join(parts[:i])) in COMMANDS), "")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_on_the_page_with_all_its_options(command: str) -> None:
    assert re.search(rf"`(?:fieldbook )?{command}\b", PAGE), "the page does not name it"
    rows = "\n".join(row for row in PAGE.splitlines() if re.search(rf"\b{command}\b", row))
    said = PAGE.split("| command | does |")[0] + PAGE.rpartition("|\n")[2] + rows
    assert {each for each in options(command) if each not in said} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_says_of_a_command_is_true(page: Path) -> None:
    text = page.read_text(encoding="utf-8").replace("\\|", "|")
    for words in re.findall(r"(?:`|^)fieldbook ([a-z][^`\n#]*)", text, re.MULTILINE):
        command = named(words)
        if not page.stem.endswith("-format"):  # a format's words for keys begin like commands
            assert words.split()[0] in {each.split()[0] for each in COMMANDS}, words
        if command:
            said = set(re.findall(r"(?<!\S)\[?(--[a-z-]+)", words))
            assert said <= options(command), f"{page.name}: fieldbook {words}"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_explains_each_command(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        COMMANDS[command].parse_args(["--help"])
    assert ended.value.code == 0
    assert f"fieldbook {command}" in capsys.readouterr().out
