"""The recovery code is asked back as a hand writes it, not as a machine prints it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.unlock.code import CodePage
from desktop.unlock.shown_code import ASKED

CODE = "5KEA-NAQA-TRJC-D09N-37N2-SN1W-Y1TD-9RGJ"


def _answer(page: CodePage, third: str, sixth: str) -> None:
    assert ASKED == (3, 6)
    for field, text in zip(page.answers, (third, sixth), strict=True):
        field.setText(text)
    page.done_button.click()


@pytest.mark.parametrize("sixth", ["SN1W", "sniw", " s n l w "])
def test_a_look_alike_is_taken_as_it_is_at_unlocking(qtbot: QtBot, sixth: str) -> None:
    page = CodePage(CODE)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.kept):
        _answer(page, "trjc", sixth)


def test_another_group_is_not_taken(qtbot: QtBot) -> None:
    page = CodePage(CODE)
    qtbot.addWidget(page)
    kept: list[None] = []
    page.kept.connect(lambda: kept.append(None))
    _answer(page, "TRJC", "SN2W")
    assert not kept


def test_the_wrong_group_is_gone_to_and_forgiven_as_it_is_mended(qtbot: QtBot) -> None:
    page = CodePage(CODE)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    _answer(page, "TRJX", "SN1W")
    wrong, right = page.answers
    qtbot.waitUntil(wrong.hasFocus)
    assert "Not the same." in wrong.accessibleDescription()
    assert "Not the same." not in right.accessibleDescription()
    qtbot.keyClicks(wrong, "TR")
    assert "Not the same." not in wrong.accessibleDescription()


def test_tab_leads_from_group_to_group(qtbot: QtBot) -> None:
    page = CodePage(CODE)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    third, sixth = page.answers
    third.setFocus()
    qtbot.keyClicks(third, "trjc")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(page.focusWidget(), "sn1w")
    assert sixth.text() == "sn1w"
