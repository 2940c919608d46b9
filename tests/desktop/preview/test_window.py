"""The preview follows its file: saved, replaced, spoilt and mended."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.preview.problem_list import ProblemList, place
from desktop.preview.window import PreviewWindow
from desktop.theme.labels import Label
from desktop.widgets.question import Question
from forms import Problem
from tests.desktop.preview.conftest import FORM

Open = Callable[..., PreviewWindow]


def label(window: PreviewWindow, path: str) -> str:
    assert window.preview.view is not None
    part = window.preview.view.part(path)
    assert isinstance(part, Question)
    return part.state.label


def answer(window: PreviewWindow, path: str, value: str) -> None:
    assert window.preview.view is not None
    part = window.preview.view.part(path)
    assert isinstance(part, Question)
    part.answer.answer_changed.emit(path, value)


def replace(path: Path, text: str) -> None:
    """Save as careful editors do: another file, moved into the place of the first."""
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)


def test_the_form_is_shown_with_what_it_would_store(
    file: Path, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(file)
    assert label(window, "/data/said") == "What she said"
    answer(window, "/data/said", "sample words")
    qtbot.waitUntil(lambda: "<said>sample words</said>" in window.preview.stored.toPlainText())
    assert "where" not in window.preview.stored.toPlainText(), "not relevant, so not stored"


def test_saving_shows_the_form_anew_and_keeps_what_was_filled_in(
    file: Path, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(file)
    answer(window, "/data/said", "kept words")
    file.write_text(FORM.replace("What she said", "Her own words"), encoding="utf-8")
    qtbot.waitUntil(lambda: label(window, "/data/said") == "Her own words", timeout=20_000)
    assert window.preview.engine is not None
    assert window.preview.engine.node("/data/said").value == "kept words"


def test_a_file_put_in_its_place_is_followed_again_and_again(
    file: Path, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(file)
    for words in ("First words", "Second words"):
        replace(file, FORM.replace("What she said", words))
        qtbot.waitUntil(lambda w=words: label(window, "/data/said") == w, timeout=20_000)


def test_all_errors_stand_in_place_of_the_form_until_it_is_mended(
    file: Path, open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(file)
    answer(window, "/data/said", "kept words")
    wrong = FORM.replace("${again}", "${agian}").replace("select_one yn", "select_one yess")
    replace(file, wrong)
    shown = window.preview.problems
    qtbot.waitUntil(lambda: len(shown.problems) == 2 and shown.isVisible(), timeout=20_000)
    words = [one.text() for one in shown.findChildren(Label)]
    assert "2 errors in own.md" in words
    assert any("row 4" in one and "relevant" in one for one in words)
    replace(file, FORM)
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=20_000)
    assert window.preview.engine is not None
    assert window.preview.engine.node("/data/said").value == "kept words"


def test_a_wrong_form_can_be_opened_first(file: Path, open_window: Open) -> None:
    file.write_text(FORM.replace("own_sample", ""), encoding="utf-8")
    window = open_window(file)
    assert window.preview.view is None
    assert "form_id" in window.preview.problems.problems[0].message
    assert not window.preview.languages.isVisible()


def test_the_language_is_switched_and_mirrored(file: Path, open_window: Open) -> None:
    window = open_window(file, "ar")
    assert label(window, "/data/said") == "ما قالته"
    view = window.preview.view
    assert view is not None
    assert view.widget().layoutDirection() == Qt.LayoutDirection.RightToLeft
    offered = window.preview.languages
    names = [offered.itemText(index) for index in range(offered.count())]
    assert names == ["English", "العربية"]
    offered.activated.emit(0)
    assert label(window, "/data/said") == "What she said"
    assert view.widget().layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.preview.stored.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_chosen_language_outlives_saving(file: Path, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(file)
    window.preview.set_language("ar")
    replace(file, FORM.replace("ما قالته", "كلماتها"))
    qtbot.waitUntil(lambda: label(window, "/data/said") == "كلماتها", timeout=20_000)


def test_finalising_can_be_tried(file: Path, open_window: Open) -> None:
    window = open_window(file)
    window.preview.try_to_finalise()
    assert "could be finalised" in window.foot.text()
    answer(window, "/data/again", "y")
    window.preview.try_to_finalise()
    assert window.foot.text() == "1 answer is needed."


def test_a_list_in_a_file_beside_it_is_followed(
    file: Path, open_window: Open, qtbot: QtBot
) -> None:
    beside = file.with_name("places.csv")
    beside.write_text("name,label\na,First place\n", encoding="utf-8")
    row = "| | select_one_from_file places.csv | place | Place | مكان | | |\n"
    file.write_text(FORM.replace("\n| choices", f"{row}\n| choices", 1), encoding="utf-8")
    window = open_window(file)

    def offered() -> list[str]:
        assert window.preview.engine is not None
        return [choice.label for choice in window.preview.engine.choices("/data/place")]

    assert offered() == ["First place"]
    replace(beside, "name,label\na,First place\nb,Second place\n")
    qtbot.waitUntil(lambda: len(offered()) == 2, timeout=20_000)


def test_where_a_problem_is_is_said_as_its_author_finds_it() -> None:
    assert place(Problem("m", sheet="survey", row=7, cell="C7")) == "Sheet survey, row 7, cell C7"
    markdown = Problem("m", sheet="survey", row=7, cell="relevant")
    assert place(markdown) == "Sheet survey, row 7, column relevant"
    assert place(Problem("m", where="/data/q")) == "/data/q"
    assert place(Problem("m")) == ""


def test_many_errors_can_be_shown(qtbot: QtBot) -> None:
    shown = ProblemList()
    qtbot.addWidget(shown)
    shown.show_problems("own.md", [Problem(f"Sample {n}", "Mend it.") for n in range(200)])
    assert len(shown.findChildren(Label)) == 401
