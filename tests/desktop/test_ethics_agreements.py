"""The ethics table, her agreements: asked one by one, kept in her words, taken back at any time."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import safety_plan
from desktop.app import Notebook
from desktop.handing_over.panel import HandoverPanel
from exports.leaving import leaving
from exports.papers import export_paper, paper_of
from storage import RecordId, Vault
from storage.handover.keys import own_key, public_text
from tests.desktop.linkgraph.sample import record
from tests.desktop.people.conftest import PERSON, notebook, person, vault
from tests.desktop.test_ethics import filled
from tests.unit.exports import records
from tests.unit.exports.reading import text

__all__ = ["notebook", "person", "vault"]
LAST = "/data/support/agreements[1]"

# National Ugly Mugs loses trust without consent

NUM = {
    "/data/direction": "her_report",
    "/data/account/happened": "What she told, which stays.",
    "/data/text/exact_text": "A man in a silver van.",
}
CONSENTS = ("alert_anonymous", "police_anonymous", "named")


def test_num_three_separate_consents_which_begin_open_and_can_be_taken_back() -> None:
    report = filled("num_report", NUM)
    assert [report.node(f"/data/consents/{name}").value for name in CONSENTS] == ["", "", ""]
    refusal = leaving("num_report", report.draft())[0].refusal
    assert "agreed to none" in refusal
    for name in CONSENTS:
        report.set(f"/data/consents/{name}", "yes" if name == "alert_anonymous" else "no")
    rule, leaves = leaving("num_report", report.draft())
    assert rule.refusal == ""
    assert b"silver van" in leaves
    assert b"which stays" not in leaves
    report.set("/data/consents/withdrawn", date.today().isoformat())
    assert "took her agreement back" in leaving("num_report", report.draft())[0].refusal


def test_num_the_paper_is_the_exact_text_that_she_was_shown(tmp_path: Path) -> None:
    document = records.document(
        records.version(1, filled("num_report", NUM).draft()), form_id="num_report"
    )
    export_paper(paper_of("num_report", document), tmp_path / "num.pdf")
    printed = text(tmp_path / "num.pdf")
    assert "A man in a silver van." in printed
    assert "which stays" not in printed


def test_the_text_of_a_plan_is_kept_only_while_she_agrees() -> None:
    plan = {"/data/start/paper_safe": "yes", "/data/plan/always/worries": "Her own words."}
    without = safety_plan.to_keep("safety_plan", filled("safety_plan", plan).draft())
    assert b"Her own words" not in without
    agreed = filled("safety_plan", plan | {"/data/kept/keep_text": "yes"}).draft()
    assert b"Her own words" in safety_plan.to_keep("safety_plan", agreed)


def test_agreements_are_recorded_and_can_be_taken_back(vault: Vault) -> None:
    first = "/data/support/agreements[1]"
    engine = filled("person", PERSON | {f"{first}/withdrawn": date.today().isoformat()})
    assert engine.node(f"{first}/withdrawn").relevant
    offered = {choice.value for choice in engine.choices(f"{first}/agreement")}
    assert {"contact", "num_others", "num_police", "num_named", "plan_text", "handover"} <= offered


def handing_over(notebook: Notebook, vault: Vault, who: RecordId, folder: Path) -> HandoverPanel:
    """The window that hands `who` over to this vault's own key."""
    key = folder / "key.txt"
    key.write_text(public_text(vault.perform(own_key).result().public), encoding="utf-8")
    panel = HandoverPanel(notebook.shell, vault, who)
    panel.take_key(key)
    return panel


def test_a_person_is_handed_over_only_with_what_she_said(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = handing_over(notebook, vault, person, tmp_path)
    qtbot.waitUntil(lambda: bool(panel._rows))
    panel.fill("she has moved", "", tmp_path / "out.fieldbook-handover")
    panel.hand_over()
    assert "Ask her first" in panel.message
    assert not (tmp_path / "out.fieldbook-handover").exists()


@pytest.mark.parametrize(
    "said",
    [
        {"/data/handling/handover": "declined"},
        {f"{LAST}/agreement": "handover", f"{LAST}/agreed": "no"},
        {
            f"{LAST}/agreement": "handover",
            f"{LAST}/agreed": "yes",
            f"{LAST}/withdrawn": date.today().isoformat(),
        },
    ],
)
def test_who_said_no_to_it_is_not_handed_over(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path, said: dict[str, str]
) -> None:
    panel = handing_over(notebook, vault, record(vault, "person", PERSON | said), tmp_path)
    qtbot.waitUntil(lambda: bool(panel._rows))
    panel.fill("she has moved", "yes, on Friday", tmp_path / "out.fieldbook-handover")
    panel.hand_over()
    assert "does not want to be handed over" in panel.message
    assert not (tmp_path / "out.fieldbook-handover").exists()
