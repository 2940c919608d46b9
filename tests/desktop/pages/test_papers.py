"""A record's page writes it as the paper of its form, and says why one is refused."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.filling import filled
from forms import FormEngine, Library
from storage import RecordId, Vault
from tests.unit.exports.papers.test_pocket_plan import PLAN
from tests.unit.exports.reading import text


def plan(vault: Vault, **answers: str) -> RecordId:
    engine = FormEngine(Library.default().get("safety_plan"), language="en")
    for path, value in PLAN.items():
        engine.set(path, answers.get(path.rpartition("/")[2], value))
    content = filled(engine, engine.finalise())
    return vault.perform(lambda session: session.records.add(content)).result().record


def test_the_pocket_plan_is_chosen_and_written(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    record = plan(vault)
    notebook.open_record(record)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    panel = notebook.record.ask_export()
    panel.show()
    panel.choose_document("pocket_plan")
    panel.fill("herself", "her plan", tmp_path / "1.pdf")
    with qtbot.waitSignal(panel.written, timeout=20_000):
        panel.write()
    found = text(tmp_path / "1.pdf")
    assert "Ananas" in found
    assert "police" not in found.lower()


def test_a_pocket_plan_is_not_written_where_paper_is_not_safe(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    record = plan(vault, paper_safe="no")
    notebook.open_record(record)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    panel = notebook.record.ask_export()
    panel.show()
    panel.choose_document("pocket_plan")
    panel.fill("herself", "her plan", tmp_path / "1.pdf")
    panel.write()
    qtbot.waitUntil(lambda: "Paper is not said to be safe" in panel.message, timeout=20_000)
    assert list(tmp_path.glob("*.pdf")) == []
    qtbot.waitUntil(lambda: actions(vault, record)[-2:] == ["disclosure", "administration"])
    panel.reject()


def actions(vault: Vault, record: RecordId) -> list[str]:
    entries = vault.query(lambda session: session.audit.entries(record)).result()
    return [str(entry.action) for entry in entries]
