"""A notebook to play in: made by two clicks, says that it is sample, never meets the real force."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.profile import SAMPLE, read
from desktop.sample import place
from desktop.unlock import Door, Notebooks, OpenedVault
from desktop.unlock.choosing import ChoosingPage
from desktop.unlock.playing import PlayingPage
from desktop.unlock.secret import PassphrasePage
from storage import RecordId, check
from tests.desktop.unlock.conftest import MakeDoor
from tests.desktop.unlock.test_door import button, give, words
from tests.storage.helpers import CHEAP, ME

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.vault.vault.calibrate", lambda: CHEAP)


def play(door: Door, qtbot: QtBot) -> OpenedVault:
    """From the page of all notebooks into the one to play in."""
    if isinstance(door.window.page, PassphrasePage):
        button(door.window.page, "Another notebook").click()
    button(door.window.page, "Try with sample data").click()
    page = door.window.page
    assert isinstance(page, PlayingPage)
    assert place.PASSPHRASE in words(page)
    with qtbot.waitSignal(door.opened, timeout=30_000) as opened:
        page.open_button.click()
    found = opened.args[0]
    assert isinstance(found, OpenedVault)
    return found


def test_it_is_made_filled_and_opened_again(make_door: MakeDoor, qtbot: QtBot) -> None:
    real = read(SAMPLE)._replace(officer="PC 4711", force="A real force", is_sample=False)
    door = make_door(load_profile=lambda: real)
    opened = play(door, qtbot)
    assert opened.profile == read(SAMPLE), "nothing of it can reach the real force"
    rows = opened.vault.query(lambda session: session.records.page()).result()
    drafts = opened.vault.query(lambda session: session.drafts.all()).result()
    assert {row.form for row in rows} == {"encounter", "person", "contact"}
    assert {draft.form for draft in drafts} == {"encounter", "visit"}
    for row in rows:
        kept = opened.vault.query(lambda s, id=row.id: s.records.newest(RecordId(id))).result()
        assert b"SAMPLE DATA" in kept.content
        assert kept.author == "PC 0000"
    assert all(b"SAMPLE DATA" in draft.content for draft in drafts)
    person = next(row.id for row in rows if row.form == "person")
    links = opened.vault.query(lambda session: session.links.of(person)).result()
    assert {link.kind for link in links} == {"contact"}
    opened.vault.close()
    assert check(place.folder(), ME, passphrase=place.PASSPHRASE) == []
    again = play(make_door(load_profile=lambda: real), qtbot)
    assert again.profile.is_sample
    assert again.vault.query(lambda session: session.records.count()).result() == len(rows)
    again.vault.close()


def test_its_passphrase_stands_above_the_field(make_door: MakeDoor, qtbot: QtBot) -> None:
    play(make_door(), qtbot).vault.close()
    door = make_door()
    assert f"The passphrase is: {place.PASSPHRASE}" in words(door.window.page)
    with qtbot.waitSignal(door.opened, timeout=30_000) as opened:
        give(qtbot, door, place.PASSPHRASE)
    assert opened.args[0].profile.is_sample
    opened.args[0].vault.close()


def test_it_is_deleted_after_being_asked_once(make_door: MakeDoor, qtbot: QtBot) -> None:
    play(make_door(), qtbot).vault.close()
    door = make_door()
    button(door.window.page, "Another notebook").click()
    page = door.window.page
    assert isinstance(page, ChoosingPage)
    button(page, "Delete").click()
    assert place.is_there()
    sure = next(each for each in page.findChildren(QPushButton) if each.text() == "Delete for good")
    assert sure.hasFocus()
    sure.click()
    assert not place.folder().exists()
    assert Notebooks().all() == ()


def test_one_that_could_not_be_made_leaves_nothing(make_door: MakeDoor, qtbot: QtBot) -> None:
    place.folder().parent.parent.mkdir(parents=True)
    place.folder().parent.write_text("in the way")  # no folder can be made here
    door = make_door()
    button(door.window.page, "Try with sample data").click()
    page = door.window.page
    assert isinstance(page, PlayingPage)
    page.open_button.click()
    qtbot.waitUntil(lambda: door.window.page is not page, timeout=30_000)
    with pytest.raises(StopIteration):
        button(door.window.page, "Open")
    assert not place.is_there()
