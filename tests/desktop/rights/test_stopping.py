"""What leaves can be stopped while it is written: nothing stands outside, and the log says so."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from storage import RecordId, Vault
from tests.desktop.rights.test_rights import entries, show


def test_all_about_a_person_is_stopped(
    notebook: Notebook, vault: Vault, person: RecordId, tmp_path: Path, qtbot: QtBot
) -> None:
    show(notebook, person, qtbot)
    panel = notebook.reading.keeping.ask_person()
    panel.show()
    out = tmp_path / "about"
    panel.out.setText(str(out))
    panel.recipient.setText("herself")
    panel.reason.setText("she asked")
    panel.plain.setChecked(True)
    panel.act()
    qtbot.waitUntil(lambda: not panel.progress.isHidden())
    panel._cancel.click()
    qtbot.waitUntil(panel.isHidden, timeout=30_000)
    assert not out.exists()
    qtbot.waitUntil(lambda: "not written" in entries(vault, person)[-1].reason)
