"""The commands of the command line for forms."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from desktop.commands import forms as commands
from forms import Library
from tests.unit.forms.build import markdown, xform


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    commands.add_parser(parser.add_subparsers(required=True))
    options = parser.parse_args(["forms", *arguments])
    return int(options.func(options))


def sample(folder: Path) -> Path:
    return markdown(
        folder,
        """
| | type | name | label::English (en) | label::Welsh (cy) | required |
| | text | q | Name | Enw | yes |
| | begin repeat | r | R | R | |
| | text | t | T | T | |
| | end repeat | | | | |
""",
        settings="| | form_id | version | default_language |\n| | sample | 3 | English (en) |",
    )


def test_list_shows_the_library(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert {row["id"] for row in found} == {form.id for form in Library.default().forms()}
    assert run("list") == 0
    assert "encounter" in capsys.readouterr().out


def test_check_tells_every_error_of_every_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = sample(tmp_path)
    bad = tmp_path / "bad.xml"
    bad.write_bytes(
        xform("<q/>", '<bind nodeset="/data/q" relevant="nope()" required="/data/gone"/>')
    )
    assert run("check", str(good), str(bad)) == 1
    printed = capsys.readouterr()
    assert "sample.md: sample, version 3, en, cy: no errors" in printed.out
    assert len(printed.err.splitlines()) == 2
    assert "nope" in printed.err


def test_run_takes_steps_and_prints_one_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = tmp_path / "steps.json"
    steps.write_text(
        json.dumps(
            [
                {"set": "/data/q", "value": "Ann"},
                {"add": "/data/r"},
                {"set": "/data/r[2]/t", "value": "x"},
                {"remove": "/data/r[1]"},
                {"language": "cy"},
                {"finalise": True},
            ]
        ),
        "utf-8",
    )
    assert run("run", str(sample(tmp_path)), "--steps", str(steps), "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["form"] == {
        "id": "sample",
        "version": "3",
        "title": "sample",
        "languages": ["en", "cy"],
    }
    assert document["nodes"]["/data/q"] == {
        "relevant": True,
        "required": True,
        "readonly": False,
        "value": "Ann",
        "label": "Enw",
        "violation": None,
    }
    assert document["nodes"]["/data/r[1]/t"]["value"] == "x"
    assert document["instance"].startswith("<data ")


def test_run_says_why_a_record_cannot_be_finalised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = tmp_path / "steps.json"
    steps.write_text('[{"finalise": true}]', "utf-8")
    assert run("run", str(sample(tmp_path)), "--steps", str(steps)) == 1
    printed = capsys.readouterr()
    assert "Name" in printed.err
    assert "violates required" in printed.out


@pytest.mark.parametrize("text", ["{", "{}", '[{"jump": 1}]', "[3]"])
def test_steps_that_are_none_are_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    steps = tmp_path / "steps.json"
    steps.write_text(text, "utf-8")
    assert run("run", str(sample(tmp_path)), "--steps", str(steps)) == 2
    assert capsys.readouterr().err


def test_an_unknown_language_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("run", str(sample(tmp_path)), "--lang", "ro") == 1
    assert "ro" in capsys.readouterr().err
