"""Referrals, NUM reports and concern notifications: each leaves by its own rule, or stays."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import profile
from desktop.app import Notebook
from desktop.beginnings import BY_THEMSELVES, offered
from desktop.profile.model import SENDABLE_FORMS, Destination, Profile
from desktop.sending.passing_on import PassingOn
from exports.envelope.unsealing import unseal
from storage import Vault
from storage.keys.escrow import PrivateKey
from storage.outbox.states import State
from tests.desktop.sending.conftest import PASSPHRASE
from tests.desktop.sending.test_report import checked, finalised, previewed
from tests.storage.helpers import ask
from tests.unit.exports.reading import text

FORCE = PrivateKey.new("Sample Force")
UNITS = "Safeguarding desk"
ANONYMOUS = {
    "/data/way/under_18": "no",
    "/data/way/consent": "no",
    "/data/way/route": "duty_to_notify",
    "/data/way/co_operate": "no",
    "/data/crime/no_crime_reason": "She does not want one.",
    "/data/account/happened": "She may not leave a flat where others keep the money.",
    "/data/about_her/gender": "Woman",
}
CONCERN = {
    "/data/person/adult_or_child": "adult",
    "/data/person/about": "Sample Person, known to the clinic",
    "/data/person/views": "“I do not want anybody to come.”",
    "/data/person/agreement": "yes",
    "/data/concern/concerns": "No food, no heating.",
}


@pytest.fixture
def force(tmp_path: Path, share: Path) -> Profile:
    key = tmp_path / "force.pub"
    key.write_text(FORCE.public.text(), encoding="utf-8")
    reports = Destination("Intelligence share", "folder", share / "elsewhere")
    units = Destination(UNITS, "folder", share, forms=SENDABLE_FORMS[1:])
    return profile.read(profile.SAMPLE)._replace(sealing_keys=(key,), destinations=(reports, units))


def sent(notebook: Notebook, vault: Vault, form: str, answers: dict[str, str], qtbot: QtBot) -> str:
    """The answers after they were checked, seen and confirmed; gives the window's last words."""
    page = checked(notebook, finalised(vault, form, answers), qtbot)
    assert page.checked is not None
    assert page.checked.open == ()
    preview = previewed(page, qtbot)
    assert preview.destination.value() == UNITS
    preview.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(page.queued, timeout=20_000):
        preview.confirm()
    qtbot.waitUntil(lambda: ask(vault, lambda s: s.outbox.counts()) == {State.RECEIVED: 1})
    return preview.message


def opened(share: Path, out: Path) -> tuple[str, str]:
    """The XML and the words of the PDF that the force gets."""
    [envelope] = share.glob("*.fbs")
    xml, pdf = unseal(envelope, FORCE, out, datetime.now(UTC)).files
    return xml.read_text(encoding="utf-8"), text(pdf)


def test_an_anonymous_duty_to_notify_is_seen_sealed_and_arrives(
    notebook: Notebook, vault: Vault, share: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    sent(notebook, vault, "referral", ANONYMOUS, qtbot)
    xml, paper = opened(share, tmp_path / "out")
    assert "She may not leave a flat" in xml
    assert "She may not leave a flat" in paper
    assert "Nothing is referred until the online form is sent" in paper
    assert "<named>" not in xml


def test_a_concern_names_whom_it_is_about_and_nothing_points_at_that(
    notebook: Notebook, vault: Vault, share: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    names = {"/data/person/alias": "Heron", "/data/person/name": "Sample Person"}
    finalised(vault, "person", names | {"/data/handling/expiry": "2099-01-01"})
    sent(notebook, vault, "concern_notification", CONCERN, qtbot)
    xml, paper = opened(share, tmp_path / "out")
    assert "Sample Person" in xml
    assert "Sample Person" in paper


def test_a_num_report_without_her_agreement_stays_and_says_why(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    consents = ("alert_anonymous", "police_anonymous", "named")
    answers = {f"/data/consents/{name}": "no" for name in consents}
    answers |= {"/data/direction": "her_report", "/data/text/exact_text": "A man in a grey van."}
    page = checked(notebook, finalised(vault, "num_report", answers), qtbot)
    assert page.checked is not None
    assert "none of the three" in page.checked.refusal
    assert not page.see.isEnabled()
    assert page.show_preview() is None


def test_what_no_destination_takes_is_not_offered_to_be_sent(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    bar = notebook.sending.bar
    assert not bar._profile.destinations_of("encounter")
    for form, answers in (("concern_notification", CONCERN), ("support_needs", {})):
        notebook.open_record(finalised(vault, form, answers).record)
        qtbot.waitUntil(lambda: notebook.record.shown == bar._record)
        qtbot.waitUntil(lambda form=form: bar.isVisible() == (form in SENDABLE_FORMS))


def test_a_concern_begins_with_what_is_chosen_of_a_note(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    answers = {"/data/words/said": "Her own words.", "/data/words/observed": "No food."}
    note = finalised(vault, "encounter", answers)
    window: PassingOn = notebook.sending.pass_on(note)
    window.open()
    window.kind.set_value("concern_notification")
    window.checks[1][0].setChecked(True)
    assert not window.begin.isEnabled()
    window.reason.setText("sample: others are in danger")
    window.begin.click()
    qtbot.waitUntil(lambda: notebook.write.writing is not None)
    writing = notebook.write.writing
    assert writing is not None
    assert writing.engine.form.id == "concern_notification"
    assert writing.engine.node("/data/concern/concerns").value == "No food."
    assert b"Her own words" not in writing.engine.draft()


def test_each_of_them_can_be_begun_by_itself(notebook: Notebook) -> None:
    assert set(SENDABLE_FORMS) <= {one.id for one in offered(notebook.shelf, BY_THEMSELVES)}
    for form in SENDABLE_FORMS:
        notebook.new_note(form)
        writing = notebook.write.writing
        assert writing is not None
        assert writing.engine.form.id == form
