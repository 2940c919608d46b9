"""Evidence of an advert: begun where it belongs; its custody only grows; the log is its proof."""

import io
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import custody, papers, profile
from desktop.app import Notebook
from desktop.beginnings import BY_THEMSELVES, IN_A_VISIT, WITH_A_PERSON
from desktop.leading.steps import steps
from exports.errors import PaperRefused
from storage import Addition, RecordId, Vault
from tests.desktop.rights.conftest import add
from tests.unit.exports.reading import text

STEP = "/data/chain/custody[1]"
ADVERT = {
    "/data/advert/address": "https://adverts.example/1234",
    f"{STEP}/custody_who": "PC 0000",
    f"{STEP}/custody_what": "Copied to a disc",
}
FORM = "advert_evidence"


@pytest.fixture
def advert(vault: Vault) -> RecordId:
    return add(vault, FORM, ADVERT)


def maker(notebook: Notebook, vault: Vault) -> papers.Maker:
    sample = profile.read(profile.SAMPLE)
    return papers.Maker(vault, notebook.shelf, sample, "en", datetime.now().astimezone())


def test_it_begins_from_a_person_a_visit_a_note_and_by_itself() -> None:
    for places in (WITH_A_PERSON, IN_A_VISIT, BY_THEMSELVES, [one.form for one in steps(())]):
        assert FORM in places


def test_a_step_that_is_written_down_can_be_added_to_and_never_changed(
    notebook: Notebook, vault: Vault, advert: RecordId, qtbot: QtBot
) -> None:
    newest = vault.query(lambda s: s.records.newest(advert)).result()
    notebook.desk.amend(newest)
    page = notebook.write.writing
    assert page is not None
    page.reason.setText("sample: a second step")
    page.fill(f"{STEP}/custody_what", "Never copied")
    told: list[str] = []
    page.state.connect(told.append)
    page.finalise()
    assert "stays; add another step" in told[-1]
    page.fill(f"{STEP}/custody_what", "Copied to a disc")
    page.fill(f"{STEP}/custody_to", "Exhibit store (sample)")
    with qtbot.waitSignal(page.finalised):
        page.finalise()
    assert len(vault.query(lambda s: s.records.versions(advert)).result()) == 2


def test_a_step_may_not_go_though_others_come(vault: Vault) -> None:
    def content(*steps: str) -> bytes:
        custody_of = "".join(
            f"<custody><custody_what>{each}</custody_what></custody>" for each in steps
        )
        return f"<data><chain>{custody_of}</chain></data>".encode()

    assert not custody.lost(FORM, content("a", "b"), content("c", "a", "b"))
    assert custody.lost(FORM, content("a", "b"), content("b", "c"))
    assert custody.lost(FORM, content("a", "a"), content("a"))
    assert not custody.lost(FORM, content(""), content())
    assert not custody.lost("encounter", content("a"), content())


def test_the_sheet_tells_what_the_log_knows_of_each_file(
    notebook: Notebook, vault: Vault, advert: RecordId, tmp_path: Path
) -> None:
    kept = vault.attach(Addition(io.BytesIO(b"sample"), "advert.png", "image/png", advert)).result()
    vault.perform(lambda s: s.attachments.consulted(kept.id, "looked at in the notebook")).result()
    vault.perform(lambda s: s.attachments.disclosed(kept.id, "CPS (sample)", "case file")).result()
    versions = vault.query(lambda s: s.records.versions(advert)).result()
    out = tmp_path / "sheet.pdf"
    papers.to_file(maker(notebook, vault), papers.EVIDENCE, versions, out, pictures=False)
    printed = text(out)
    for part in (
        "Taken into the notebook, and hashed: advert.png",
        "Looked at: advert.png",
        "A copy left the notebook: advert.png",
        "To CPS (sample)",
        kept.sha256.hex()[:16],
    ):
        assert part in printed, part
    assert papers.EVIDENCE in papers.offered(FORM)


def test_it_is_made_of_an_advert_alone(notebook: Notebook, vault: Vault) -> None:
    encounter = add(vault, "encounter", {"/data/meeting/setting": "street"})
    with pytest.raises(PaperRefused):
        papers.paper(maker(notebook, vault), papers.EVIDENCE, encounter)
