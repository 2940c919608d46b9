"""Signposting is one click from the note that is being written; no unverified number is shown."""

from pytestqt.qtbot import QtBot

from desktop import profile
from desktop.app import Notebook
from desktop.directory import entries
from desktop.directory.signposting import NAMED, SIGNPOSTED, Signposted, choice_of, told_of
from desktop.directory.window import reach
from desktop.pages.writing import WritingPage
from desktop.profile.model import Service
from translations.cards.kept import default

OWN = Service("Sample project", "Drop-in on Tuesdays", "01632 960001", "", "Sample Town", "2026-11")


def page(notebook: Notebook) -> WritingPage:
    assert notebook.write.writing is not None
    return notebook.write.writing


def test_a_click_writes_what_she_was_told_of(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.new_note()
    page(notebook).fill(SIGNPOSTED, "nothing")
    page(notebook).header.helps.click()
    window = notebook.desk.signposting.window
    assert window is not None
    window.field.setText("housing")
    assert "National Domestic Abuse Helpline" in window.buttons
    assert "Childline" not in window.buttons
    window.field.setText("ugly")
    window.buttons["National Ugly Mugs"].click()
    window.field.setText("galop")
    window.buttons["Galop"].click()
    assert not window.buttons["Galop"].isEnabled()
    window.accept()
    engine = page(notebook).engine
    assert engine.node(SIGNPOSTED).value == "num domestic_abuse"
    assert engine.node(NAMED).value == "National Ugly Mugs\nGalop"
    qtbot.waitUntil(lambda: bool(page(notebook).keeper.draft))


def test_a_number_is_there_only_once_the_force_has_verified_it() -> None:
    rows = entries(profile.read(profile.SAMPLE)._replace(services=(OWN,)), default().services)
    assert OWN.phone in reach(rows[0])
    for row in rows[1:]:
        assert not row.verified
        assert not row.phone
        assert "no number" in reach(row)


def test_nothing_is_written_twice_and_the_force_s_own_are_local_projects() -> None:
    own, *_others = entries(profile.read(profile.SAMPLE)._replace(services=(OWN,)), {})
    assert choice_of(own) == "local_project"
    once = told_of(Signposted("nothing", ""), own)
    assert once == told_of(once, own) == ("local_project", "Sample project")
