"""Every appearance of the ODK documentation: what is said to be drawn is, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.attachments import UploadAnswer
from desktop.widgets.attachments_files import Attached, Offered
from desktop.widgets.factory import make_answer
from forms import Choice, Form, Item
from forms.drawing import drawn, is_drawn
from tests.desktop.widgets.page import Page

Make = Callable[..., Form]

# docs.getodk.org, "Form question types", and XLSForm.org, "Appearance": by type of question
SELECTS = (
    "minimal autocomplete search quick quickcompact quickcompact-2 compact compact-2 columns"
    " columns-1 columns-2 columns-5 columns-pack columns-flex no-buttons horizontal"
    " horizontal-compact likert label list-nolabel list map image-map url"
)
CALENDARS = "ethiopian coptic islamic bikram-sambat myanmar persian buddhist"
ODK = {
    "text": "multiline textarea numbers thousands-sep masked url printer ex:app w2 bearing",
    "integer": "counter thousands-sep masked bearing ex:app w2",
    "decimal": "counter thousands-sep masked bearing ex:app",
    "date": f"no-calendar month-year year {CALENDARS} w1",
    "time": "no-calendar",
    "dateTime": f"no-calendar month-year year {CALENDARS}",
    "select_one": SELECTS,
    "select_multiple": SELECTS,
    "rank": "minimal compact w1",
    "range": "vertical no-ticks picker rating w1",
    "geopoint": "maps placement-map hide-input",
    "geotrace": "maps placement-map",
    "geoshape": "maps placement-map",
    "barcode": "hidden-answer front masked",
    "note": "url multiline",
    "trigger": "minimal",
    "image": "signature draw annotate new new-front",
    "audio": "new voice-only",
    "video": "new new-front selfie",
    "file": "new",
}
VALUES = {
    "text": "some words",
    "integer": "12345",
    "decimal": "12345.5",
    "date": "2026-11-22",
    "time": "10:30:00.000+00:00",
    "dateTime": "2026-11-22T10:30:00.000+00:00",
    "select_one": "c1",
    "select_multiple": "c1 c3",
    "rank": "c2 c1 c3",
    "range": "3",
    "geopoint": "53.8 -1.5 0 0",
    "geotrace": "53.8 -1.5 0 0; 53.9 -1.5 0 0",
    "geoshape": "53.8 -1.5 0 0; 53.9 -1.5 0 0; 53.9 -1.4 0 0; 53.8 -1.5 0 0",
    "barcode": "4006381333931",
}
CHOICES = [Choice(f"c{n}", words) for n, words in enumerate(["One", "Two or so", "3", "Four"] * 3)]
CASES = [(kind, name) for kind, names in ODK.items() for name in names.split()]


class NoFiles:
    """A place for files that holds none yet."""

    def take(self, offered: Offered, receiver: QObject, **_calls: object) -> Callable[[], None]:
        del offered, receiver
        return lambda: None

    def look_up(self, name: str, receiver: QObject, found: Callable[[None], None]) -> None:
        del name, receiver
        found(None)

    def picture(self, file: Attached, receiver: QObject, show: object) -> None:
        """There is none."""

    def show(self, file: Attached, parent: QWidget) -> None:
        """There is none."""


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_what_is_said_to_be_drawn_is(kind: str, name: str, qtbot: QtBot) -> None:
    looks_otherwise = [
        portrait(kind, frozenset({name}), count, qtbot) != portrait(kind, frozenset(), count, qtbot)
        for count in ((3, 12) if kind.startswith("select") else (3,))
    ]
    assert any(looks_otherwise) == is_drawn(kind, name)


def test_nothing_is_claimed_that_the_documentation_does_not_have() -> None:
    for kind, names in ODK.items():
        known = {"columns-n" if name == "columns-2" else name for name in names.split()}
        known = {f"{name[:-2]}-n" if name.endswith("compact-2") else name for name in known}
        assert drawn(kind) <= known


def test_the_check_names_what_is_not_drawn(make_form: Make) -> None:
    form = make_form(
        """type | name | label | appearance
        text | a | A | multiline
        select_one yn | b | B | columns-2
        select_one yn | c | C | image-map
        date | d | D | ethiopian
        begin group | g | G | field-list
        geopoint | e | E | placement-map
        end group | | |"""
    )
    assert list(form.remarks) == [
        "/data/c: the appearance image-map is not drawn for select_one; the choices stand in a"
        " list.",
        "/data/d: the appearance ethiopian is not drawn for date; the date is Gregorian.",
        "/data/g/e: the appearance placement-map is not drawn for geopoint; the place is typed.",
    ]


def test_a_quick_question_leads_on_when_it_is_decided(
    open_page: Callable[..., Page], qtbot: QtBot
) -> None:
    page = open_page(
        """type | name | label | appearance
        select_one yn | a | A | quick
        select_one yn | b | B |
        text | c | C |"""
    )
    buttons = page.question("/data/a").answer.parts()
    assert isinstance(buttons[1], QAbstractButton)
    page.focus("/data/a")
    buttons[1].click()
    assert page.engine.node("/data/a").value == "n"
    assert QApplication.focusWidget() in page.question("/data/b").answer.parts()


def test_a_table_list_is_a_table(open_page: Callable[..., Page]) -> None:
    page = open_page(
        """type | name | label | appearance
        begin group | g | How it went | table-list
        select_one yn | a | Warm | |
        select_one yn | b | Safe, and with words that are rather long for a table | |
        end group | | |"""
    )
    marks = [page.question(f"/data/g/{name}").answer.parts() for name in "ab"]
    places = [[mark.mapTo(page.window, mark.rect().center()).x() for mark in row] for row in marks]
    assert places[0] == places[1]
    marks[1][0].click()  # type: ignore[attr-defined]
    assert page.engine.node("/data/g/b").value == "y"


def portrait(kind: str, looks: frozenset[str], count: int, qtbot: QtBot) -> Any:
    """What can be seen of a question, and what it does, filled and blank."""
    settings = {"start": "1", "end": "5", "step": "1"}
    answer = make_answer(Item("question", "/data/q", kind, looks), CHOICES[:count], settings)
    qtbot.addWidget(answer)
    answer.describe("What", "")
    if isinstance(answer, UploadAnswer):
        answer.serve(NoFiles())
    answer.resize(900, 400)
    seen: list[Any] = [type(answer), answer.moves_on]
    for value in ("", VALUES.get(kind, "")):
        answer.show_value(value)
        answer.leave()
        answer.show()
        QApplication.processEvents()
        seen.append(answer.grab().toImage())
    seen.append([_keys(part) for part in answer.parts()])
    answer.close()
    return seen


def _keys(part: QWidget) -> object:
    if isinstance(part, QLineEdit | QPlainTextEdit):
        return part.inputMethodHints()
    return part.isVisibleTo(part.parentWidget())
