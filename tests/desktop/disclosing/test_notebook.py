"""The notebook of a period is written from the log's page, and its proof stands beside it."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from exports.papers.notebook import check
from storage import Vault
from tests.desktop.rights.conftest import add


def test_it_is_written_with_a_proof_that_holds(
    notebook: Notebook, qtbot: QtBot, vault: Vault, tmp_path: Path
) -> None:
    add(vault, "encounter", {"/data/meeting/setting": "street"})
    panel = notebook.outgoing.ask_notebook()
    panel.open()
    panel.act()
    assert "for whom" in panel.message
    panel.recipient.setText("my sample manager")
    panel.reason.setText("sample supervision")
    panel.out.setText(str(tmp_path / "notebook.pdf"))
    with qtbot.waitSignal(panel.told, timeout=30_000):
        panel.act()
    pdf, proof = tmp_path / "notebook.pdf", tmp_path / "notebook.json"
    assert check(pdf.read_bytes(), proof.read_bytes()).problems == ()
    entries = vault.query(lambda session: session.audit.entries()).result()
    assert entries[-1].recipient == "my sample manager: notebook, sample supervision"
