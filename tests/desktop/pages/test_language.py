"""The interface's language: switched in an open notebook, which goes on where its officer was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop import preferences
from desktop.locking import Locker
from desktop.preferences import Preferences
from desktop.profile import SAMPLE, read
from desktop.standing import Standing
from desktop.unlock import OpenedVault
from desktop.wearing import wear
from storage import Vault
from translations import interface
from translations.interface import _
from translations.interface_catalogs.pseudo import LONGER, MIRRORED


@pytest.fixture
def standing(vault: Vault, qtbot: QtBot) -> Iterator[Standing]:
    opened = OpenedVault(vault, vault.folder, "", read(SAMPLE))
    keeper = Standing(opened, Locker(10, lambda _line: None))
    keeper.notebook.shell.show()
    qtbot.waitExposed(keeper.notebook.shell)
    yield keeper
    keeper.notebook.seal()
    keeper.notebook.shell.hide()
    preferences.save(Preferences())
    wear(Preferences())


def test_the_officer_goes_on_with_the_words_half_typed(standing: Standing, qtbot: QtBot) -> None:
    notebook = standing.notebook
    notebook.new_note()

    def fields() -> list[QPlainTextEdit]:
        return [f for f in notebook.write.findChildren(QPlainTextEdit) if f.isVisible()]

    qtbot.waitUntil(lambda: bool(fields()))
    field = fields()[0]
    field.setFocus()
    qtbot.keyClicks(field, "She wants to be called on Tuesday")
    liked = Preferences(language=LONGER)
    notebook.settings.chosen.emit(liked)
    qtbot.waitUntil(lambda: standing.notebook is not notebook)
    after = standing.notebook
    assert after.shell.isVisible()
    assert after.shell.windowTitle() == "Fieldbook"
    qtbot.waitUntil(lambda: after.shell.place()["page"] == "write", timeout=5000)

    def typed() -> list[str]:
        return [f.toPlainText() for f in after.write.findChildren(QPlainTextEdit)]

    qtbot.waitUntil(lambda: "She wants to be called on Tuesday" in typed(), timeout=5000)


def test_the_choice_is_on_the_page_of_looks_and_kept(standing: Standing, qtbot: QtBot) -> None:
    before = standing.notebook
    before.settings._choose(language="cy")
    assert preferences.load().language == "cy"
    qtbot.waitUntil(lambda: standing.notebook is not before)
    assert interface.language() == "cy"
    assert QLocale().language() == QLocale.Language.Welsh
    assert standing.notebook.settings._preferences.language == "cy"


def test_forms_follow_the_language(standing: Standing, qtbot: QtBot) -> None:
    before = standing.notebook
    before.settings.chosen.emit(Preferences(language="cy"))
    qtbot.waitUntil(lambda: standing.notebook is not before)
    notebook = standing.notebook
    notebook.new_note()
    qtbot.waitUntil(lambda: notebook.write.writing is not None)
    assert notebook.write.writing is not None
    engine = notebook.write.writing.engine
    assert engine.language == "cy"
    assert engine.form.title(engine.language) == "Cyfarfyddiad"
    offered = [action.text() for action in notebook.today.other_forms.menu().actions()]
    assert "Adroddiad cudd-wybodaeth" in offered


def test_a_mirrored_language_turns_the_windows(standing: Standing, qtbot: QtBot) -> None:
    before = standing.notebook
    before.settings.chosen.emit(Preferences(language=MIRRORED))
    qtbot.waitUntil(lambda: standing.notebook is not before)
    assert standing.notebook.shell.layoutDirection() == Qt.LayoutDirection.RightToLeft
    standing.notebook.settings.chosen.emit(Preferences(language="en"))
    assert QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_qts_own_buttons_speak_it_too(standing: Standing) -> None:
    wear(Preferences(language=LONGER))
    assert QApplication.translate("QPlatformTheme", "Cancel") == _("Cancel") != "Cancel"
    wear(Preferences(language="en"))
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
