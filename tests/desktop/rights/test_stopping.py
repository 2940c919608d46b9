"""What does not leave after all, stopped or refused: nothing stands outside, the log says so."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.leaving.notebook_panel import NotebookPanel
from desktop.rights.log_panel import LogPanel
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


def test_a_log_that_was_not_written_was_not_exported(
    notebook: Notebook, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = notebook.log.ask_export()
    _refuse(panel, vault, tmp_path, qtbot)


def test_a_notebook_that_was_not_written_was_not_exported(
    notebook: Notebook, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = notebook.outgoing.ask_notebook()
    panel.reason.setText("supervision")
    _refuse(panel, vault, tmp_path, qtbot)


def _refuse(panel: LogPanel | NotebookPanel, vault: Vault, tmp_path: Path, qtbot: QtBot) -> None:
    panel.show()
    panel.recipient.setText("my line manager")
    panel.out.setText(str(tmp_path / "gone" / "out.pdf"))
    panel.act()
    qtbot.waitUntil(lambda: "Nothing was written" in panel.message, timeout=20_000)

    def last() -> str:
        return vault.query(lambda session: list(session.audit.entries())[-1].reason).result()

    qtbot.waitUntil(lambda: last() == "The file was not written.")
