"""Real forms in real windows: what every test of the widgets begins with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.theme import Theme, apply
from forms import Form, FormEngine, load
from tests.desktop.widgets.page import Page

YES_NO = "list_name | name | label\nyn | y | Yes\nyn | n | No"


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    apply(qapp, Theme.LIGHT)
    yield
    QLocale.setDefault(before)


@pytest.fixture
def make_form(tmp_path: Path) -> Callable[[str], Form]:
    """A form from rows "type | name | label | further columns as given in the first row"."""

    def make(survey: str, choices: str = YES_NO) -> Form:
        settings = "form_title | form_id | version\nTest form | test_form | 1"
        sheets = {"survey": survey, "choices": choices, "settings": settings}
        path = tmp_path / "test_form.md"
        path.write_text("\n\n".join(map(_sheet, sheets, sheets.values())), encoding="utf-8")
        return load(path)

    return make


@pytest.fixture
def open_page(qtbot: QtBot, make_form: Callable[..., Form]) -> Callable[..., Page]:
    """A page for a form given as rows, or for an engine."""

    def open_(form: str | FormEngine, choices: str = YES_NO) -> Page:
        engine = FormEngine(make_form(form, choices)) if isinstance(form, str) else form
        return Page(engine, qtbot)

    return open_


def _sheet(name: str, text: str) -> str:
    """A sheet of an XLSForm in Markdown."""
    header, *rows = (row.strip() for row in text.strip().splitlines())
    rule = "|---" * (header.count("|") + 2) + "|"
    return "\n".join([f"| {name} | {header} |", rule, *(f"| | {row} |" for row in rows)])
