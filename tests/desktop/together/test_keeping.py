"""What is kept is seen before it is; her words leave on paper, and can be purged."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.filling import filled
from desktop.pages.pocket_panel import PocketPanel
from desktop.pages.taking_back import TakingBackPanel
from desktop.pages.writing import WritingPage
from desktop.theme.labels import Label
from desktop.together.keeping import KeptPanel
from forms import FormEngine
from storage import RecordId, Vault
from tests.desktop.pages.conftest import notebook as _notebook
from tests.desktop.pages.conftest import vault as _vault
from tests.desktop.together.conftest import her_view
from tests.unit.exports.reading import text

notebook, vault = _notebook, _vault  # one for each test: records and the log are counted

WORDS = "Umbrela roșie stă la vecină"
ANSWERS = {
    "/data/start/outcome": "made",
    "/data/start/paper_safe": "yes",
    "/data/plan/always/worries": WORDS,
    "/data/plan/from_police/police_do": "quietquinquereme",
    "/data/kept/holder": "herself",
}
AGREED = {
    "/data/kept/keep_text": "yes",
    "/data/kept/keep_agreed": "keep it for me",
    "/data/kept/keep_asked": "interpreter",
    "/data/kept/keep_interpreter": "interpreter 0000",
}
Write = Callable[[str], WritingPage]


def fill(page: WritingPage, answers: dict[str, str]) -> None:
    for path, value in answers.items():
        page.engine.set(path, value)
    page.keeper.touch()


def panel(notebook: Notebook) -> KeptPanel:
    return notebook.shell.findChildren(KeptPanel)[-1]


def said(panel: KeptPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(Label))


def finalise(notebook: Notebook, page: WritingPage, qtbot: QtBot) -> RecordId:
    page.finalise()
    with qtbot.waitSignal(page.finalised, timeout=20_000) as signal:
        panel(notebook).go_on.click()
    assert signal.args is not None
    return RecordId(signal.args[0])


def test_what_is_kept_is_shown_before_it_is_and_her_words_are_erased(
    notebook: Notebook, vault: Vault, write: Write, qtbot: QtBot
) -> None:
    page = write("safety_plan")
    fill(page, ANSWERS)
    page.finalise()
    shown = panel(notebook)
    assert "Only this is kept" in said(shown)
    assert "Who holds the plan: She does" in said(shown)
    assert WORDS not in said(shown)
    shown.reject()
    assert not vault.query(lambda s: s.records.page()).result()
    record = finalise(notebook, page, qtbot)
    content = vault.query(lambda s: s.records.newest(record)).result().content
    assert WORDS.encode() not in content
    assert b"quietquinquereme" not in content
    assert not vault.query(lambda s: s.drafts.all()).result()


def test_the_pocket_plan_leaves_before_her_words_are_erased(
    notebook: Notebook, vault: Vault, write: Write, qtbot: QtBot, tmp_path: Path
) -> None:
    page = write("safety_plan")
    fill(page, ANSWERS)
    her_view(page, "ro").closed.emit()
    assert page.together is not None
    pocket = page.together.pocket()
    assert isinstance(pocket, PocketPanel)
    assert pocket.tongue.language == "ro"
    assert pocket.where.text().endswith("1.pdf")
    pocket.where.setText(str(tmp_path / "1.pdf"))
    with qtbot.waitSignal(pocket.written, timeout=20_000):
        pocket.write()
    found = text(tmp_path / "1.pdf")
    assert WORDS in found
    assert "Principalele mele griji" in found
    assert "My main worries" not in found
    assert "quietquinquereme" not in found
    log = vault.query(lambda s: s.audit.entries()).result()
    assert [each.recipient for each in log if each.action == "disclosure"] == ["herself"]


def test_no_pocket_plan_while_paper_is_not_safe(write: Write, vault: Vault, tmp_path: Path) -> None:
    page = write("safety_plan")
    fill(page, ANSWERS | {"/data/start/paper_safe": "unsure"})
    assert page.together is not None
    pocket = page.together.pocket()
    pocket.where.setText(str(tmp_path / "1.pdf"))
    pocket.write()
    assert "Paper is not said to be safe" in pocket.message
    assert not list(tmp_path.glob("*.pdf"))
    assert pocket.print_it() is None
    log = vault.query(lambda s: s.audit.entries()).result()
    assert all(entry.action != "disclosure" for entry in log)


def test_she_takes_it_back_and_it_is_purged_with_a_receipt(
    notebook: Notebook, vault: Vault, write: Write, qtbot: QtBot
) -> None:
    page = write("safety_plan")
    fill(page, ANSWERS | AGREED)
    page.finalise()
    assert "The whole plan is kept" in said(panel(notebook))
    panel(notebook).reject()
    record = finalise(notebook, page, qtbot)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    qtbot.waitUntil(lambda: _offered(notebook) is not None)
    action = _offered(notebook)
    assert action is not None
    action.trigger()
    notebook.shell.findChildren(TakingBackPanel)[-1].go_on.click()

    def gone() -> bool:
        versions = vault.query(lambda s: s.records.versions(record)).result()
        return all(WORDS.encode() not in each.content for each in versions)

    qtbot.waitUntil(gone, timeout=20_000)
    (receipt,) = vault.query(lambda s: s.purging.receipts(record)).result()
    assert [each.number for each in receipt.versions] == [1]
    assert not vault.query(lambda s: s.search.find("umbrela")).result()
    assert not vault.query(lambda s: s.search.find("interpreter 0000")).result()


def _offered(notebook: Notebook) -> QAction | None:
    notebook.record.menu.aboutToShow.emit()
    actions = notebook.record.menu.actions()
    return next((each for each in actions if "agreement back" in each.text()), None)


def test_a_plan_begins_with_a_person(notebook: Notebook) -> None:
    notebook.people.begin_asked.emit("safety_plan", "0" * 32)
    assert notebook.write.writing is not None
    assert notebook.write.writing.about == "0" * 32


def test_a_contract_begins_from_a_note(notebook: Notebook, vault: Vault, qtbot: QtBot) -> None:
    engine = FormEngine(notebook.shelf.get("encounter"), language="en")
    engine.set("/data/support/wishes", "A lamp by the arches.")
    content = filled(engine, engine.finalise())
    record = vault.perform(lambda s: s.records.add(content)).result().record
    notebook.open_record(record)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    notebook.record.menu.aboutToShow.emit()
    action = next(a for a in notebook.record.menu.actions() if a.text() == "Victim contract …")
    action.trigger()
    page = notebook.write.writing
    assert page is not None
    assert page.engine.form.id == "victim_contract"
    assert page.about == record
