"""Her view and the officer's fill in one form: nothing is lost between them, nor by a lock."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.demo.officer import type_into
from desktop.pages.writing import WritingPage
from desktop.theme.labels import Label
from desktop.together.choosing import ChoiceButtons
from desktop.together.view import CLOSING, TogetherView
from desktop.widgets.question import Question
from tests.desktop.together.conftest import her_view

PAPER, WORRIES = "/data/start/paper_safe", "/data/plan/always/worries"
Write = Callable[[str], WritingPage]


def said(view: TogetherView) -> list[str]:
    assert view.her_page is not None
    return [label.text() for label in view.her_page.findChildren(Label)]


def field(view: TogetherView) -> QPlainTextEdit:
    assert view.her_page is not None
    return view.her_page.findChildren(QPlainTextEdit)[0]


def test_it_begins_with_paper_in_her_language(write: Write) -> None:
    view = her_view(write("safety_plan"), "ro")
    assert "Plan de siguranță" in said(view)
    view.step(1)
    assert view.place == PAPER
    assert "Este sigur să păstrați hârtia?" in said(view)
    assert "Is paper safe to keep?" in view.english.accessibleName()
    assert "Before you begin" not in said(view)  # not hers to read


def test_it_asks_for_her_language_by_own_names_first(write: Write) -> None:
    page = write("safety_plan")
    assert page.together is not None
    page.together.turned.open()
    view = page.together.turned.view
    assert view is not None
    assert view.languages.isVisible()
    names = [cell.spans[0].text for cell in view.languages.grid.cells.offered]
    assert "Română" in names
    assert len(names) == 33


def test_what_the_officer_answers_alone_is_not_on_her_screen(write: Write) -> None:
    view = her_view(write("safety_plan"), "ro", PAPER)
    places = []
    while view.place != CLOSING:
        places.append(view.place)
        view.step(1)
    assert "/data/start/outcome" not in places
    assert "/data/start/exit_asked_by_her" not in places
    assert not any(place.startswith("/data/plan/leaving") for place in places)
    assert "/data/kept/keep_agreed" not in places


def test_switching_to_and_fro_loses_no_character(write: Write, qtbot: QtBot) -> None:
    page = write("safety_plan")
    view = her_view(page, "ar", WORRIES)
    type_into(field(view), "أن يعرف صاحب البيت")
    view.closed.emit()
    assert view.isHidden()
    qtbot.waitUntil(lambda: page._form.part(WORRIES) is not None)
    part = page._form.part(WORRIES)
    assert isinstance(part, Question)
    shown = part.findChildren(QPlainTextEdit)[0]
    assert shown.toPlainText() == "أن يعرف صاحب البيت"
    assert part.state.label == "My main worries"
    shown.moveCursor(QTextCursor.MoveOperation.End)
    type_into(shown, " والجيران")
    assert page.together is not None
    page.together.turned.open()
    assert view.place == WORRIES
    assert field(view).toPlainText() == "أن يعرف صاحب البيت والجيران"
    assert view.code == "ar"


def test_a_lock_in_her_view_keeps_every_word(
    notebook: Notebook, write: Write, reopened: Callable[[], Notebook], qtbot: QtBot
) -> None:
    page = write("safety_plan")
    view = her_view(page, "vi", WORRIES)
    type_into(field(view), "Chủ nhà biết")
    notebook.seal()
    again = reopened()
    qtbot.waitUntil(lambda: again.write.writing is not None)
    back = again.write.writing
    assert back is not None
    assert back.engine.node(WORRIES).value == "Chủ nhà biết"
    assert back.together is not None
    assert back.together.turned.code == "vi"
    back.together.turned.open()
    assert back.together.turned.view is not None
    assert back.together.turned.view.place == WORRIES


def test_a_page_that_is_left_takes_her_view_with_it(notebook: Notebook, write: Write) -> None:
    view = her_view(write("safety_plan"), "pl", WORRIES)
    type_into(field(view), "klucze")
    notebook.shell.go("today")
    assert view.isHidden()
    drafts = notebook.vault.query(lambda s: s.drafts.all()).result()
    assert any(b"klucze" in draft.content for draft in drafts)


def test_pages_turn_the_way_she_reads(write: Write) -> None:
    view = her_view(write("safety_plan"), "ar", PAPER)
    assert view.her_page is not None
    assert view.her_page.isRightToLeft()
    view.her_page.swiped.emit(1)
    first = view.place
    assert first != PAPER
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.place == PAPER
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.place == first
    assert view.her_page is not None
    size = view.her_page.size()
    QTest.mousePress(view.her_page, Qt.MouseButton.LeftButton, pos=QPoint(10, size.height() - 12))
    QTest.mouseRelease(
        view.her_page, Qt.MouseButton.LeftButton, pos=QPoint(210, size.height() - 12)
    )
    assert view.place not in (PAPER, first)


def test_a_turned_page_takes_answers(write: Write, qtbot: QtBot) -> None:
    page = write("safety_plan")
    view = her_view(page, "ar", PAPER)
    view.turn(True)
    assert view.her_page is not None
    choice = view.her_page.findChild(ChoiceButtons)
    assert choice is not None
    button = choice.parts()[1]
    middle = button.mapTo(view.her_page, button.rect().center())
    shown = view.turnable
    opposite = QPoint(shown.width() - middle.x(), shown.height() - middle.y())
    scene = shown._view.viewport()
    QTest.mouseClick(scene, Qt.MouseButton.LeftButton, pos=opposite)
    qtbot.waitUntil(lambda: page.engine.node(PAPER).value == "unsure")
    assert any("تطبعوها" in text for text in said(view))  # the note that it is not printed


def test_large_words_and_other_languages_keep_the_place(write: Write) -> None:
    view = her_view(write("victim_contract"), "ro", "/data/contact/words")
    view.zoom_by(2)
    assert view.place == "/data/contact/words"
    view.speak("th")
    assert view.place == "/data/contact/words"
    view.show_all()
    view.questions.chosen.emit("/data/contact/hours")
    assert view.place == "/data/contact/hours"
