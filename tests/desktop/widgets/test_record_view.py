"""A record shows what stands, what was struck, when and why; a record's text is never markup."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.theme import Theme, apply, current
from desktop.widgets import RecordView, ShownVersion
from forms import Line


def _line(path: str, label: str, text: str, depth: int = 0) -> Line:
    kind = "question" if text else "group"
    return Line(path, depth, kind, "text", label, text, text)


FIRST = ShownVersion(
    1,
    [
        _line("/data/w", "Words", ""),
        _line("/data/w/said", "What was said", "He came back on <b>Tuesday</b> late.", 1),
        _line("/data/w/seen", "What was seen", "Two phones.", 1),
    ],
    "PC 0000",
    "21 Nov 23:12",
    "",
)
SECOND = ShownVersion(
    2,
    [
        _line("/data/w", "Words", ""),
        _line("/data/w/said", "What was said", "He came back on Wednesday late.", 1),
    ],
    "PC 0000",
    "22 Nov 09:40",
    "I misheard the day.",
)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> RecordView:
    apply(qapp, Theme.LIGHT)
    made = RecordView()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def _texts(view: RecordView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_one_version_is_shown_as_it_stands(view: RecordView, qapp: QApplication) -> None:
    view.show_versions([FIRST])
    qapp.processEvents()
    assert "He came back on <b>Tuesday</b> late." in _texts(view)
    label = next(each for each in view.findChildren(QLabel) if "Tuesday" in each.text())
    assert label.textFormat().name == "PlainText"
    assert not any("Version" in text for text in _texts(view))


def test_what_was_struck_stays_readable(view: RecordView, qapp: QApplication) -> None:
    view.show_versions([FIRST, SECOND])
    qapp.processEvents()
    said = next(text for text in _texts(view) if "Wednesday" in text)
    assert "<s " in said
    assert "&lt;b&gt;Tuesday&lt;/b&gt;" in said
    assert "struck in version 2" in said
    seen = next(text for text in _texts(view) if "Two phones." in text)
    assert "<s " in seen
    assert "Reason: I misheard the day." in _texts(view)
    assert "Version 2 · PC 0000 · written 22 Nov 09:40" in _texts(view)


def test_what_was_struck_is_also_told_to_a_screen_reader(view: RecordView) -> None:
    view.show_versions([FIRST, SECOND])
    label = next(
        each for each in view.findChildren(QLabel) if each.accessibleName() == "What was said"
    )
    assert "Struck in version 2" in label.accessibleDescription()
    assert "Added in version 2: Wednesday" in label.accessibleDescription()


def test_struck_words_follow_the_theme(view: RecordView, qapp: QApplication) -> None:
    view.show_versions([FIRST, SECOND])
    apply(qapp, Theme.DARK)
    qapp.processEvents()
    said = next(text for text in _texts(view) if "Wednesday" in text)
    assert current().colours.muted in said
    apply(qapp, Theme.LIGHT)


def test_room_for_labels_follows_the_text_size(view: RecordView, qapp: QApplication) -> None:
    view.show_versions([FIRST])
    qapp.processEvents()
    before = view.findChildren(QLabel)[-1].x()
    apply(qapp, Theme.LIGHT, 1.5)
    qapp.processEvents()
    assert view.findChildren(QLabel)[-1].x() > before
    apply(qapp, Theme.LIGHT)


def test_a_page_reads_the_way_its_language_does(view: RecordView) -> None:
    view.show_versions([FIRST], "ar")
    assert view.isRightToLeft()
    view.show_versions([FIRST], "en")
    assert not view.isRightToLeft()
