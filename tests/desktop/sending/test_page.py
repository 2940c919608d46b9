"""The page Send on a real outbox: what is shown, sent, taken back, tried again and tested."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.profile.model import Destination, Profile
from desktop.sending.device_window import DeviceWindow
from desktop.sending.network_test import NetworkTest
from desktop.sending.roads import credentials, keys_of
from desktop.theme.buttons import Button
from exports.delivery.queueing import Leaving, enqueue
from exports.envelope.verifying import verify
from storage import Vault
from storage.outbox.items import Item
from storage.outbox.states import State
from storage.tables.devices import read_list
from tests.desktop.sending.conftest import SHARE
from tests.storage.helpers import add, ask


def queue(vault: Vault, force: Profile, number: int = 1, destination: str = SHARE) -> Item:
    record = add(vault, f"sample {number}").record
    instance = f"uuid:00000000-0000-4000-8000-{number:012}"
    leaving = Leaving(instance, record, 1, "intelligence_report", "3", b"<data/>", destination)
    return enqueue(vault, leaving, keys_of(force))


def state(vault: Vault, item: Item) -> State:
    return ask(vault, lambda s: s.outbox.get(item.number)).state


def test_what_waits_is_sent_by_hand_and_its_receipt_shown(
    notebook: Notebook, vault: Vault, force: Profile, share: Path, qtbot: QtBot
) -> None:
    item = queue(vault, force)
    notebook.shell.go("send")
    qtbot.waitUntil(
        lambda: [one.number for one in notebook.sending.page.waiting.items] == [item.number]
    )
    notebook.sending.page.send.setFocus()
    notebook.sending.page.send.click()
    qtbot.waitUntil(lambda: notebook.sending.page.done.items != [])
    assert notebook.sending.page.send.hasFocus()
    assert notebook.sending.page.waiting.isHidden()
    assert notebook.sending.page.parked.isHidden()
    assert state(vault, item) == State.RECEIVED
    key = vault.device_key().result()
    known = read_list(key.enrolment("PC 0000"))
    [envelope] = share.glob("*.fbs")
    assert verify(envelope, known).result == "genuine"


def test_what_is_due_goes_by_itself(
    notebook: Notebook, vault: Vault, force: Profile, share: Path, qtbot: QtBot
) -> None:
    item = queue(vault, force)
    notebook.sending.courier.look()
    qtbot.waitUntil(lambda: state(vault, item) == State.RECEIVED)


def test_a_round_that_is_stopped_waits_for_a_hand(
    notebook: Notebook, vault: Vault, force: Profile, share: Path, qtbot: QtBot
) -> None:
    courier, page = notebook.sending.courier, notebook.sending.page
    items = [queue(vault, force, number) for number in range(1, 4)]
    notebook.shell.go("send")
    qtbot.waitUntil(page.send.isEnabled)
    (cancel,) = (b for b in page._progress.findChildren(Button) if b.text() == "Cancel")
    stopping = courier.under_way.connect(lambda running: cancel.click() if running else None)
    page.send.click()
    qtbot.waitUntil(lambda: "Stopped" in page._round.text())
    qtbot.waitUntil(page.send.isEnabled)
    assert page._progress.isHidden()
    assert not list(share.glob("*.fbs"))
    courier.look()
    assert not courier.is_under_way
    assert {state(vault, item) for item in items} == {State.SEALED}
    courier.disconnect(stopping)
    courier.send_now()
    qtbot.waitUntil(lambda: {state(vault, item) for item in items} == {State.RECEIVED})


def test_what_waits_can_be_taken_back(
    notebook: Notebook, vault: Vault, force: Profile, share: Path, qtbot: QtBot
) -> None:
    shutil.rmtree(share)  # the stick is pulled out
    item = queue(vault, force)
    notebook.shell.go("send")
    notebook.sending.courier.send_now()
    qtbot.waitUntil(lambda: "folder or stick is not there" in notebook.sending.page._trouble.text())
    assert state(vault, item) == State.SEALED
    notebook.sending.page.withdraw(item.number)
    qtbot.waitUntil(lambda: notebook.sending.page.done.items != [])
    assert state(vault, item) == State.WITHDRAWN


def test_the_network_test_says_what_is_in_the_way(
    notebook: Notebook, share: Path, qtbot: QtBot
) -> None:
    notebook.shell.go("send")
    shown = notebook.sending.page._results
    with qtbot.waitSignal(shown.finished):
        notebook.sending.page.test.click()
    assert shown.said(SHARE) == "Reports would arrive."
    shutil.rmtree(share)
    with qtbot.waitSignal(shown.finished):
        notebook.sending.page.test.click()
    assert "is not there" in shown.said(SHARE)


def test_the_device_is_shown_to_be_enrolled(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    notebook.shell.go("send")
    notebook.sending.page.show_device()
    qtbot.waitUntil(lambda: bool(notebook.sending.page.findChildren(DeviceWindow)))
    window = notebook.sending.page.findChildren(DeviceWindow)[0]
    window.save_to(tmp_path / "device.toml")
    [device] = read_list((tmp_path / "device.toml").read_text())
    assert device.public == vault.device_key().result().public
    window.save_to(tmp_path / "nowhere" / "device.toml")
    assert "Nothing could be written" in window._trouble.text()
    window.accept()


def test_what_a_server_wants_to_know_is_kept_sealed(
    vault: Vault, force: Profile, qtbot: QtBot
) -> None:
    server = Destination("Server", "openrosa", url="https://127.0.0.1:9/v1/projects/1")
    shown = NetworkTest(vault, force._replace(destinations=(server,)))
    qtbot.addWidget(shown)
    window = shown.sign_in("Server")
    window.user.setText("sample")
    window.password.setText("canary")
    with qtbot.waitSignal(shown.finished, timeout=20_000):
        window.keep.click()
    assert "can’t be reached" in shown.said("Server")
    assert ask(vault, lambda s: credentials(s, "Server")) == ("sample", "canary", "")
