"""Every form of the library on the page: all of it drawn, named, readable, nothing cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QWidget,
)

from desktop.theme import Theme, apply
from desktop.widgets.question import Question
from forms import FormEngine, Library
from tests.desktop.widgets.page import Page

Open = Callable[..., Page]
LIBRARY = Library.default()
FORMS = [summary.id for summary in LIBRARY.forms()]
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSlider)


@pytest.mark.parametrize("form", FORMS)
def test_every_question_is_drawn_and_every_control_named(open_page: Open, form: str) -> None:
    page = open_page(FormEngine(LIBRARY.get(form)))
    for path, state in page.engine.states().items():
        if path in _questions(page.engine):
            question = page.question(path)
            assert question.isVisible() == state.relevant, path
    for control in page.view.findChildren(QWidget):
        if isinstance(control, CONTROLS) and control.isVisible() and _is_ours(control):
            told = QAccessible.queryAccessibleInterface(control)
            assert told.text(QAccessible.Text.Name).strip(), _where(control)
            assert told.role() != QAccessible.Role.NoRole


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("form", ["encounter", "person", "referral"])
def test_nothing_is_cut_and_nothing_overlaps(
    open_page: Open, qapp: QApplication, form: str, language: str, scale: float
) -> None:
    apply(qapp, Theme.LIGHT, scale)
    page = open_page(FormEngine(LIBRARY.get(form), language=language))
    page.view.set_language(language)
    page.settle()
    assert page.view.horizontalScrollBar().maximum() == 0
    for label in page.view.findChildren(QLabel):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
    for button in page.view.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and not button.hasHeightForWidth():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
    _assert_apart(page.view.widget())


def test_both_ends_of_the_form_are_at_the_edge_where_reading_begins(open_page: Open) -> None:
    page = open_page(FormEngine(LIBRARY.get("encounter")))
    page.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.view.widget().setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # type: ignore[union-attr]
    page.settle()
    for question in page.view.findChildren(Question):
        label = next(each for each in question.findChildren(QLabel) if each.text())
        if label.isVisible():
            assert label.alignment() & Qt.AlignmentFlag.AlignRight


def _questions(engine: FormEngine, path: str | None = None) -> list[str]:
    found = []
    for item in engine.body(path):
        if item.kind == "question":
            found.append(item.path)
        else:
            found += _questions(engine, item.path)
    return found


def _is_ours(control: QWidget) -> bool:
    """Not one of the parts that Qt itself makes within a control."""
    return type(control).__module__.startswith("desktop.")


def _where(control: QWidget) -> str:
    from desktop.widgets.focus import question_of

    question = question_of(control)
    return f"{type(control).__name__} of {question.answer.path if question else 'no question'}"


def _assert_apart(page: QWidget | None) -> None:
    assert page is not None
    shown = [each for each in page.findChildren(Question) if each.isVisible()]
    places = [(each.mapTo(page, each.rect().topLeft()), each) for each in shown]
    for index, (corner, one) in enumerate(places):
        rect = one.rect().translated(corner)
        for other_corner, other in places[index + 1 :]:
            assert not rect.intersects(other.rect().translated(other_corner)), (
                f"{one.answer.path} and {other.answer.path}"
            )
