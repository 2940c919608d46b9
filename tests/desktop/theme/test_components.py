"""The components by hand and by key, and what they tell a screen reader."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.theme import Theme, apply, current
from desktop.theme.buttons import KINDS, Button
from desktop.theme.checks import Check, ChipCheck, Radio
from desktop.theme.fields import ErrorLine, Field, SearchField, TextField, WritingField
from desktop.theme.frames import Card, RaisedCard
from desktop.theme.icons import icon, names
from desktop.theme.labels import STATES, Chip, Keys, Label
from desktop.theme.notices import EmptyState, Progress, Toast
from desktop.theme.rows import Role, RowList
from desktop.theme.segmented import Segmented
from desktop.theme.stylesheet import faded


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> QWidget:
    apply(qapp, Theme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(800, 600)
    made.show()
    return made


def _put(page: QWidget, widget: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    QApplication.processEvents()


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_pressed_by_mouse_and_key(page: QWidget, qtbot: QtBot, kind: str) -> None:
    button = Button("Plan & go", kind, icon="plus", keys="Ctrl+G")
    _put(page, button)
    page.activateWindow()
    QApplication.processEvents()
    told: list[str] = []
    button.clicked.connect(lambda: told.append("clicked"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(button, key)
    assert len(told) == 5
    name = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    assert name == "Plan & go"


def test_main_actions_are_wide_enough_to_touch(page: QWidget) -> None:
    button = Button("OK", "primary", big=True)
    _put(page, button)
    assert button.sizeHint().height() >= 44
    assert button.sizeHint().width() >= 44


def test_keys_stand_beside_the_words_and_never_on_them(page: QWidget) -> None:
    plain, keyed = Button("New note", big=True), Button("New note", big=True, keys="Ctrl+N")
    _put(page, plain)
    _put(page, keyed)
    hint = keyed.findChild(Keys)
    assert hint is not None
    assert keyed.sizeHint().width() >= plain.sizeHint().width() + hint.width()


def test_segments_are_radio_buttons_of_a_named_group(page: QWidget, qtbot: QtBot) -> None:
    segments = Segmented([("a", "Yes"), ("b", "Partly"), ("c", "No")])
    segments.setAccessibleName("Spoken to alone")
    _put(page, segments)
    told: list[str] = []
    segments.chosen.connect(told.append)
    first, second, _third = segments.segments()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert told == ["a", "b", ""]
    assert QAccessible.queryAccessibleInterface(first).role() == QAccessible.Role.RadioButton
    group = QAccessible.queryAccessibleInterface(segments)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "Spoken to alone"


def test_segments_stand_below_each_other_where_it_is_narrow(page: QWidget) -> None:
    segments = Segmented([(str(n), f"A long choice number {n}") for n in range(3)])
    _put(page, segments)
    first, _second, third = segments.segments()
    assert first.y() == third.y()
    page.setFixedWidth(260)
    QApplication.processEvents()
    assert first.y() < third.y()
    assert first.width() == third.width()


def test_segments_keep_their_choice_when_their_words_change(page: QWidget) -> None:
    segments = Segmented([("a", "Yes"), ("b", "No")])
    segments.set_value("b")
    segments.set_choices([("a", "Ie"), ("b", "Na")])
    assert segments.value() == "b"
    segments.set_choices([("a", "Ie")])
    assert segments.value() == ""


def test_words_of_rows_wrap(page: QWidget) -> None:
    for row in (Check("word " * 40), Radio("word " * 40)):
        _put(page, row)
        assert row.heightForWidth(200) > row.heightForWidth(700) >= 32
    chip = ChipCheck("Housing")
    _put(page, chip)
    assert chip.sizeHint().height() >= 36


def test_a_field_tells_its_label_hint_and_error(page: QWidget) -> None:
    editor = TextField()
    field = Field("Alias", editor, hint="Never a real name.", required=True)
    _put(page, field)
    field.set_error("This is taken.")
    told = QAccessible.queryAccessibleInterface(editor)
    assert told.text(QAccessible.Text.Name) == "Alias (required)"
    assert "This is taken." in told.text(QAccessible.Text.Description)
    assert "Never a real name." in told.text(QAccessible.Text.Description)
    assert editor.property("state") == "danger"
    field.set_error("")
    assert editor.property("state") == ""


def test_an_error_of_no_field_comes_and_goes(page: QWidget) -> None:
    line = ErrorLine()
    _put(page, line)
    line.say("The disk is full.")
    assert line.isVisible()
    told = QAccessible.queryAccessibleInterface(line)
    assert told.text(QAccessible.Text.Name) == "The disk is full."
    line.say("")
    assert line.isHidden()


def test_writing_grows_and_shrinks_with_its_words(page: QWidget) -> None:
    field = WritingField(2)
    _put(page, field)
    empty = field.height()
    field.setPlainText("line\n" * 12)
    assert field.height() > empty * 2
    field.clear()
    assert field.height() == empty


def test_search_is_emptied_by_escape(page: QWidget, qtbot: QtBot) -> None:
    search = SearchField("Find a note")
    _put(page, search)
    search.setFocus()
    qtbot.keyClicks(search, "abc")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_the_icons_of_a_search_grow_with_the_words(page: QWidget, qapp: QApplication) -> None:
    search = SearchField("Find a note")
    _put(page, search)
    wide = []
    for scale in (1.0, 1.5):
        apply(qapp, Theme.LIGHT, scale)
        QApplication.processEvents()
        image = search.grab().toImage()
        muted = QColor(current().colours.muted)
        drawn = {
            x
            for x in range(2, 40)
            for y in range(2, image.height() - 2)
            if image.pixelColor(x, y) == muted
        }
        wide.append(max(drawn) - min(drawn))
    assert wide[1] >= wide[0] * 1.4


def test_the_box_of_a_row_stands_where_its_column_begins(page: QWidget) -> None:
    for row in (Check("Said"), Radio("Said")):
        _put(page, row)
        row.setFocus()
        image = row.grab().toImage()
        ground = image.pixelColor(0, 0)
        first = next(
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y) != ground for y in range(image.height()))
        )
        assert first <= 1
        between = {image.pixelColor(22, y).name() for y in range(image.height())}
        assert between == {ground.name()}, "the ring is around the words, and never on the box"


def test_the_icon_of_what_cannot_be_used_has_the_colour_of_its_words(page: QWidget) -> None:
    drawn = icon("send", "accent_text").pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()
    whole = {drawn.pixelColor(x, y).name().upper() for x in range(24) for y in range(24)}
    assert faded(current().colours) in whole


def test_a_toast_undoes_once(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    told: list[str] = []
    toast.say("Removed", lambda: told.append("undone"))
    button = toast.findChild(Button)
    assert button is not None
    assert toast.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["undone"]
    assert not toast.isVisible()


def test_progress_is_cancelled_once(page: QWidget, qtbot: QtBot) -> None:
    progress = Progress("Writing")
    _put(page, progress)
    progress.advance(3, 10)
    button = progress.findChild(Button)
    assert button is not None
    with qtbot.waitSignal(progress.cancelled):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isEnabled()


def test_every_icon_is_drawn_in_the_colour_asked_for(page: QWidget) -> None:
    for name in names():
        image = icon(name, "danger").pixmap(QSize(24, 24)).toImage()
        drawn = {
            image.pixelColor(x, y).name().upper()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert current().colours.danger in drawn, name


def test_everything_is_painted_in_every_theme(page: QWidget, qapp: QApplication) -> None:
    model = QStandardItemModel()
    for title in ("Heron", "Juniper"):
        item = QStandardItem(title)
        item.setData("Text only", Role.DETAIL)
        item.setData(("safe now", "teal"), Role.CHIP)
        model.appendRow(item)
    rows = RowList("People")
    rows.setModel(model)
    raised = RaisedCard()
    raised.column.addWidget(Label("Words", "heading"))
    card = Card("amber")
    card.column.addWidget(rows)
    for state in STATES:
        card.column.addWidget(Chip("state", state))
    for widget in (raised, card, EmptyState("users", "Nobody yet.", "Add")):
        _put(page, widget)
    pictures = []
    for theme in (Theme.LIGHT, Theme.DARK, Theme.CONTRAST):
        apply(qapp, theme)
        qapp.processEvents()
        pictures.append(page.grab().toImage())
    assert len({bytes(picture.constBits()) for picture in pictures}) == 3
    apply(qapp, Theme.LIGHT)
