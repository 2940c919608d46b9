"""A new passphrase by the keyboard alone."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.unlock.new_passphrase import NewPassphrase

WORDS = "four words nobody guesses"


def test_tab_leads_from_the_passphrase_to_the_same_again(qtbot: QtBot) -> None:
    """Spaces typed on a button between the two would throw the words away for others."""
    fields = NewPassphrase(lambda: ())
    qtbot.addWidget(fields)
    fields.show()
    fields.activateWindow()
    fields.first.setFocus()
    qtbot.waitUntil(fields.first.hasFocus)
    qtbot.keyClicks(fields.first, WORDS)
    qtbot.keyClick(fields.first, Qt.Key.Key_Tab)
    assert fields.again.hasFocus()
    qtbot.keyClicks(fields.again, WORDS)
    assert (fields.first.text(), fields.again.text()) == (WORDS, WORDS)
