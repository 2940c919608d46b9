"""What people read of the forms is merged in from the catalogs, and falls back to English."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from forms import FormEngine, Library
from forms.translating import texts
from translations.cards import Message
from translations.catalogs.template import read_template
from translations.languages import TRANSLATED

PLAIN = Library.default()
SHOWN = ("num_report", "prompts", "safety_plan", "victim_contract")


class Pretended:
    """Every text in every language, as the English with the language's code before it."""

    def __init__(self, key: str = "1", word: str = "") -> None:
        self._key, self._word = key, word

    def key(self) -> str:
        return self._key

    def of_form(self, form_id: str) -> Mapping[str, Mapping[str, str]]:
        found = texts(PLAIN.get(form_id).xml)
        return {
            each.form_name: {text.id: f"{each.code}{self._word} {text.text}" for text in found[1:]}
            for each in TRANSLATED
        }


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(PLAIN.sources, tmp_path / "compiled", Pretended())


def test_the_template_is_what_the_forms_say() -> None:
    found = [Message(*text) for form in PLAIN.forms() for text in texts(PLAIN.get(form.id).xml)]
    assert found == list(read_template()), "run tools/form_texts.py"
    assert {message.id.split(".")[1] for message in found} == set(SHOWN)
    assert len(found) < 200


@pytest.mark.parametrize("form_id", SHOWN)
def test_each_text_is_shown_in_each_language(library: Library, form_id: str) -> None:
    form = library.get(form_id)
    assert form.languages == ("en", "cy", *(each.code for each in TRANSLATED if each.code != "cy"))
    shown = texts(form.xml)
    assert shown == texts(PLAIN.get(form_id).xml)
    for code in ("ro", "zh-Hans", "ckb"):
        said = "".join(form.xml.decode().partition(f"({code})")[2].partition("</translation>")[0])
        assert all(f"{code} " in said for _ in shown[1:])
    assert "cy My" not in form.xml.decode()


def test_a_plan_is_read_in_her_language_and_the_rest_in_english(library: Library) -> None:
    engine = FormEngine(library.get("safety_plan"), language="ro")
    assert engine.node("/data/plan/always/trusted").label == "ro Who I trust"
    assert engine.node("/data/plan/always/trusted").hint == "ro A first letter is enough."
    assert engine.node("/data/start/outcome").label == "A plan was"
    assert [choice.label for choice in engine.choices("/data/start/path")] == ["ro If I stay"]
    engine.set_language("cy")
    assert engine.node("/data/plan/always/trusted").label == "Pwy rwy’n ymddiried ynddyn nhw"


def test_openings_are_translated_and_what_the_officer_notes_is_not(library: Library) -> None:
    engine = FormEngine(library.get("prompts"), language="th")
    path = "/data/area_money/money"
    assert engine.node(path).label.startswith("th “Is it yours")
    assert engine.choices(path)[0].label == "Not discussed"


def test_what_is_kept_follows_the_catalogs(library: Library, tmp_path: Path) -> None:
    library.compile_all()
    kept = {path.name for path in library.compiled.iterdir()}
    assert len([name for name in kept if "+" in name]) == 2 * len(SHOWN)
    again = Library(PLAIN.sources, library.compiled, Pretended("2", "!"))
    engine = FormEngine(again.get("safety_plan"), language="ro")
    assert engine.node("/data/plan/always/trusted").label == "ro! Who I trust"
    assert len([path for path in library.compiled.iterdir() if "+" in path.name]) == len(
        [name for name in kept if "+" in name]
    )
    assert {each.languages for each in again.forms() if each.id == "visit"} == {("en", "cy")}
