"""Curly quotes: an author's in what people read, a slip of the keyboard in an expression."""

from __future__ import annotations

from pathlib import Path

from forms import FormEngine, Library
from tests.unit.forms.build import loaded

SURVEY = """
| | type | name | label | hint | relevant | required_message | required |
| | select_one yn | likes | “it’s ‘fine’” | don’t ask twice | | | |
| | text | why | Why? | | ${likes} = ‘yes’ | It’s needed | yes |
"""
CHOICES = "| | list_name | name | label |\n| | yn | yes | She’d like it |"


def test_texts_keep_their_quotes_and_expressions_are_mended(tmp_path: Path) -> None:
    engine = FormEngine(loaded(tmp_path, SURVEY, CHOICES))
    state = engine.node("/data/likes")
    assert state.label == "“it’s ‘fine’”"
    assert state.hint == "don’t ask twice"
    assert engine.choices("/data/likes")[0].label == "She’d like it"
    assert not engine.node("/data/why").relevant
    engine.set("/data/likes", "yes")
    assert engine.node("/data/why").relevant
    assert engine.node("/data/why").message == "It’s needed"


def test_the_library_keeps_the_quotes_of_its_sources() -> None:
    library = Library.default()
    source = (library.sources / "prompts.md").read_text("utf-8")
    assert "’" in source
    assert "’" in library.get("prompts").xml.decode("utf-8")
    assert not any("\ue000" <= sign <= "\uf8ff" for sign in library.get("prompts").xml.decode())
