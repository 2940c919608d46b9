"""A security key from the settings: added, tried, shown as who asks, and over a new data key."""

import fido2.hid
import pytest
from pytestqt.qtbot import QtBot

from desktop.keys.removing import RemoveWindow
from desktop.keys.token import SecurityKeyWindow
from desktop.keys.trying import TryWindow
from desktop.theme.buttons import Button
from storage import Vault
from storage.errors import WrongPassphrase
from storage.keys.security_key import SecurityKey
from tests.desktop.keys.conftest import Opened, answer, wait
from tests.storage.helpers import ME, PASSPHRASE
from tests.storage.keys.authenticator.device import Authenticator
from tests.storage.keys.authenticator.transport import Sockets

PIN = "1234"


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> Sockets:
    """Where keys are plugged in: in place of the machine's own USB sockets."""
    made = Sockets()
    monkeypatch.setattr(fido2.hid, "list_descriptors", made.descriptors)
    monkeypatch.setattr(fido2.hid, "open_connection", made.connect)
    made.plugged_in = [Authenticator()]
    return made


def add_key(opened: Opened, qtbot: QtBot) -> None:
    window = SecurityKeyWindow(opened.notebook.safe.keys, opened.vault)
    opened.notebook.safe.keys.show_window(window)
    window.proof.field.setText(opened.code)
    window.name.setText("blue")
    window.pin.setText(PIN)
    with qtbot.waitSignal(window.told, timeout=30_000):
        window.add()
    qtbot.waitUntil(lambda: bool(opened.ways("security-key")))


def test_a_key_is_added_tried_and_removed(opened: Opened, qtbot: QtBot, sockets: Sockets) -> None:
    keys = opened.notebook.safe.keys
    (key,) = sockets.plugged_in
    sockets.plugged_in = []
    window = SecurityKeyWindow(keys, opened.vault)
    keys.show_window(window)
    window.add()
    window.name.setText("blue")
    window.proof.field.setText(opened.code)
    window.add()
    assert not window.is_busy  # the PIN is missing
    window.pin.setText(PIN)
    window.add()
    wait(qtbot, window)
    assert window.message == "No security key is plugged in. Nothing was changed."
    window.reject()
    sockets.plugged_in = [key]
    add_key(opened, qtbot)
    (way,) = opened.ways("security-key")
    assert way.title == "Security key “blue”"
    trial = TryWindow(keys, opened.vault, way)
    keys.show_window(trial)
    trial.field.setText(PIN)
    with qtbot.waitSignal(trial.told, timeout=30_000):
        trial.attempt()
    removing = RemoveWindow(keys, opened.vault, way)
    keys.show_window(removing)
    other = next(
        button
        for button in removing.proof.findChildren(Button)
        if button.text() == "Use the security key instead"
    )
    other.click()  # it shows who asks, for the last time
    removing.proof.field.setText(PIN)
    with qtbot.waitSignal(removing.told, timeout=30_000):
        removing.remove()
    assert all(slot["type"] != "security-key" for slot in opened.vault.header.slots)


def test_a_key_goes_over_a_new_data_key_or_is_left_behind(
    opened: Opened, qtbot: QtBot, sockets: Sockets
) -> None:
    add_key(opened, qtbot)
    window = opened.notebook.safe.renewing.show_window()
    window.proof.field.setText(PASSPHRASE)
    window.begin()
    qtbot.waitUntil(lambda: window.code is not None, timeout=30_000)
    assert window.made
    assert [slot["name"] for slot in window.made.unable] == ["blue"]
    window.reject()
    window = opened.notebook.safe.renewing.show_window()
    window.proof.field.setText(PASSPHRASE)
    window.pin.setText(PIN)
    window.begin()
    qtbot.waitUntil(lambda: window.code is not None, timeout=30_000)
    assert window.code
    answer(window.code)
    window.button.click()
    window.button.click()
    qtbot.waitUntil(lambda: "was changed" in window.said, timeout=30_000)
    with pytest.raises(WrongPassphrase):
        Vault.open(opened.vault.folder, ME, recovery_code=opened.code)
    vault = Vault.open(opened.vault.folder, ME, recovery_code=window.code.code)
    secret = SecurityKey.ask(vault.header.slots, Holder())
    assert vault.header.open_slot(secret)
    vault.close()


class Holder:
    """Holds the key, and knows its PIN."""

    def touch(self) -> None:
        pass

    def pin(self, _tries: int) -> str:
        return PIN
