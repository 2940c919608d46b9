"""The ethics table, row by row: what critics say of such notebooks, and the rule that answers.

Each test fails if its rule is taken away. What no form and no window has is in
`test_ethics_fields.py`, what she agrees to in `test_ethics_agreements.py`; `docs/ethics.md` tells
the table to people.
"""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import profile
from desktop.app import Notebook
from desktop.beginnings import WITH_A_PERSON
from desktop.cards.deck import Deck
from desktop.leading.carrying import CARRIED, FIXED
from desktop.linkgraph.gathering import gather
from desktop.premises import may_be_tied
from desktop.profile import Profile
from desktop.profile.model import DESTINATION_KINDS, SENDABLE_FORMS
from desktop.rights.set_dates import agreed_reviews
from desktop.sending.passing_on import SOURCES, PassingOn
from exports.leaving import RULES, leaving
from exports.papers import KINDS, contact_log, export_paper
from forms import FormEngine, FormInvalid, Library
from storage import RecordId, Vault
from tests.desktop.linkgraph.sample import record
from tests.desktop.people.conftest import NAME, PERSON, notebook, person, vault
from tests.desktop.people.test_people import opened, reasons, said
from tests.unit.exports import records
from tests.unit.exports.reading import text

__all__ = ["notebook", "person", "vault"]
LIBRARY = Library.default()
HERS = {"person", "contact", "safety_plan", "victim_contract", "support_needs", "prompts", "visit"}
"""Forms that are written for her sake."""

DESKTOP = Path(__file__).parents[2] / "desktop"
RECIPIENTS = {
    "intelligence_report": "/data/use/recipients",
    "concern_notification": "/data/action_section/recipient",
}


def filled(form: str, answers: dict[str, str] | None = None) -> FormEngine:
    engine = FormEngine(LIBRARY.get(form), language="en")
    for path, value in (answers or {}).items():
        engine.set(path, value)
    return engine


# “Welfare visits” took names, hours, prices and tenancy, later used for closure orders


def test_the_purpose_is_fixed_and_asked_before_the_visit() -> None:
    visit = filled("visit")
    first = next(item.path for item in visit.body() if item.kind == "group")
    assert [item.path for item in visit.body(first)][:2] == [
        "/data/why/purpose", "/data/why/purpose_said"
    ]  # fmt: skip
    kinds = {item.path: item.type for item in visit.body(first)}
    assert kinds["/data/why/purpose"] == "select_one"


def test_bookings_and_tenancy_have_no_question_without_a_ground_that_is_explained() -> None:
    premises = filled("premises")
    booking = "/data/exploitation/booking_tenancy"
    assert not premises.node(booking).relevant
    premises.set("/data/exploitation/exploitation_ground", "coercion")
    with pytest.raises(FormInvalid):
        premises.finalise()


def test_a_place_is_never_tied_to_somebody(vault: Vault, person: RecordId) -> None:
    encounter = record(vault, "encounter", {"/data/meeting/setting": "flat"})
    for whom in (person, encounter):
        assert not vault.query(lambda s, w=whom: may_be_tied(s, "premises", w)).result()
    assert "premises" not in WITH_A_PERSON


# Migrants were removed after joint raids


def test_nothing_can_be_sent_towards_immigration() -> None:
    assert set(DESTINATION_KINDS) == {"folder", "openrosa", "mail"}
    assert set(SENDABLE_FORMS) == set(RULES)
    assert set(SENDABLE_FORMS) == {
        "intelligence_report", "referral", "num_report", "concern_notification"
    }  # fmt: skip
    assert set(KINDS) == {
        "intelligence_report", "safety_plan", "pocket_plan", "victim_contract", "referral",
        "special_measures", "concern_notification", "num_report",
    }  # fmt: skip
    for form, path in RECIPIENTS.items():
        told = " ".join(choice.label for choice in filled(form).choices(path))
        assert told
        assert not re.search("immigra|border|home office|visa", told, re.I)


@pytest.mark.parametrize("consent", ["", "no"])
def test_a_referral_of_an_adult_does_not_leave_without_her_consent(consent: str) -> None:
    way = {"/data/way/under_18": "no", "/data/way/route": "nrm", "/data/way/consent": consent}
    rule, _xml = leaving("referral", filled("referral", way).draft())
    assert "consent" in rule.refusal
    agreed, _xml = leaving(
        "referral", filled("referral", way | {"/data/way/consent": "yes"}).draft()
    )
    assert agreed.refusal == ""


# The police cannot promise a firewall


def of_force(policy: str) -> Profile:
    sample = profile.read(profile.SAMPLE)
    written = {"en": policy} if policy else {}
    return sample._replace(is_sample=False, immigration_policy=written)


def card(name: str, force: Profile) -> str:
    deck = Deck(force)
    deck.go(name)
    return "\n".join(passage.text for passage in deck.passages())


def test_the_card_says_what_cannot_be_promised_and_the_forces_policy_as_it_stands() -> None:
    without, written = card("what_we_write", of_force("")), "Our sample policy, word for word."
    assert "We cannot promise that immigration officers" in without
    assert "{" not in without
    with_it = card("what_we_write", of_force(written))
    assert "We cannot promise that immigration officers" in with_it
    assert written in with_it
    assert written not in without


# Raids rarely lead to trafficking victims


def test_prompts_keep_what_was_said_or_seen_with_an_ordinary_explanation() -> None:
    prompts = filled("prompts", {"/data/area_money/money": "observed"})
    assert {choice.value for choice in prompts.choices("/data/area_money/money")} == {
        "not_discussed", "said", "observed"
    }  # fmt: skip
    assert prompts.node("/data/area_money/money_ordinary_explanation").relevant


# An “intelligence picture” of workers


def test_nobody_who_is_met_is_ever_drawn(vault: Vault, person: RecordId) -> None:
    record(vault, "encounter", {"/data/words/said": "“Sample.”", "/data/present[1]/who": "her"})
    record(vault, "contact", {"/data/how/way": "text"})
    assert person
    assert vault.query(gather).result().things == ()


def test_the_wall_nothing_goes_into_intelligence_by_itself() -> None:
    assert not [pair for pair in (*CARRIED, *FIXED) if pair[1] == "intelligence_report"]
    assert not HERS & set(SOURCES)
    assert "intelligence_report" not in WITH_A_PERSON


def test_the_wall_its_one_door_opens_by_hand_asks_why_and_is_logged(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    note = record(vault, "encounter", {"/data/words/observed": "A grey van."})
    version = vault.query(lambda s: s.records.newest(note)).result()
    window: PassingOn = notebook.sending.pass_on(version)
    assert not any(check.isChecked() for check, _passage in window.checks)
    assert not window.begin.isEnabled()
    window.checks[0][0].setChecked(True)
    window.reason.setText("others are in danger")
    window.begin.click()
    qtbot.waitUntil(lambda: notebook.write.writing is not None)
    last = reasons(vault, note)[-1]
    assert (last.action, "others are in danger" in last.reason) == ("combination", True)
    links = vault.query(lambda s: s.links.of(note)).result()
    assert not links, "who told it is not linked with the report"


def test_the_wall_a_liaison_record_offers_nothing_to_pass_on(
    notebook: Notebook, vault: Vault, person: RecordId
) -> None:
    version = vault.query(lambda s: s.records.newest(person)).result()
    assert notebook.sending.pass_on(version).checks == []


# A marker that says why somebody is believed to sell sex


def test_a_liaison_record_tells_its_caveat_and_asks_for_no_label(
    notebook: Notebook, person: RecordId, qtbot: QtBot, tmp_path: Path
) -> None:
    assert filled("person").node("/data/handling/handling_caveat").value == "yes"
    assert "not over the radio unless secure" in said(opened(notebook, person, qtbot))
    content = filled("person", PERSON).draft()
    own = records.document(records.version(1, content), form_id="person")
    export_paper(contact_log(own, []), tmp_path / "log.pdf")
    assert "not to be given over the radio" in text(tmp_path / "log.pdf")


def test_every_look_has_its_reason_in_the_log_and_nothing_is_read_before(
    notebook: Notebook, vault: Vault, person: RecordId, qtbot: QtBot
) -> None:
    notebook.open_person(person)
    notebook.people.gate.reason.returnPressed.emit()
    assert notebook.people.sheet is None
    assert NAME not in said(opened(notebook, person, qtbot))
    assert reasons(vault, person)[-1].reason == "contact agreed for today"


def test_no_title_and_no_notification_names_anybody(
    notebook: Notebook, person: RecordId, qtbot: QtBot
) -> None:
    sheet = opened(notebook, person, qtbot)
    sheet.reveal.click()
    assert NAME in sheet.name.text()
    assert {window.windowTitle() for window in QApplication.topLevelWidgets()} <= {"", "Fieldbook"}
    finder = notebook.find(lambda: None)
    qtbot.addWidget(finder)
    finder.seek(NAME)
    qtbot.waitUntil(lambda: not finder.is_seeking)
    assert not [thing for thing in finder.found if thing.kind == "person"]
    source = "".join(path.read_text("utf-8") for path in DESKTOP.rglob("*.py"))
    assert set(re.findall(r"setWindowTitle\((.*)\)", source)) == {'"Fieldbook"'}
    assert not re.search(r"QSystemTrayIcon|Notifications\b|notify-send|NotifyOS", source)


def test_a_liaison_record_ends_and_its_end_comes_up(vault: Vault) -> None:
    alias = {"/data/person/alias": "Linnet"}
    with pytest.raises(FormInvalid):
        filled("person", alias).finalise()
    today = date.today()
    ends = alias | {"/data/handling/expiry": today.isoformat()}
    kept = record(vault, "person", ends)
    due = vault.query(lambda s: agreed_reviews(s, today)).result()
    assert [each.row.id for each in due] == [kept]
    yesterday = today - timedelta(days=1)
    assert vault.query(lambda s: agreed_reviews(s, yesterday)).result() == []


# Support and enforcement are mixed in one officer


def test_the_role_is_declared_on_the_card_that_introduces_the_officer() -> None:
    force = of_force("")._replace(role="Liaison officer", number="0000")
    assert "My role is: Liaison officer" in card("who_we_are", force)


def test_who_enforces_is_not_the_liaison_officer() -> None:
    engine = filled("person", {"/data/liaison/not_enforcer": "no"})
    assert engine.node("/data/liaison/enforcer_note").relevant


def test_a_visit_warns_against_going_to_an_outreach_place() -> None:
    engine = filled("visit", {"/data/dignity/outreach_venue": "not_agreed"})
    note = engine.node("/data/dignity/outreach_note")
    assert note.relevant
    assert note.label.startswith("Do not go there")
