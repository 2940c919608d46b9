"""A new data key from the settings: nothing typed is lost, and the notebook locks."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from desktop.keys.renewing import RenewWindow
from storage import Vault, check
from storage.errors import WrongPassphrase
from storage.keyring.key_slots import change_slots
from storage.keys.shares import ShareSet
from storage.keys.slots import RecoveryCode
from tests.desktop.keys.conftest import Opened, answer, wait
from tests.storage.helpers import ME, PASSPHRASE, add, found

NEW = "a passphrase for tomorrow"


def to_the_last_step(opened: Opened, qtbot: QtBot) -> RenewWindow:
    """Go through all that is handed out, up to the button that begins it."""
    window = opened.notebook.safe.renewing.show_window()
    window.proof.field.setText(PASSPHRASE)
    window.begin()
    qtbot.waitUntil(lambda: window.code is not None, timeout=30_000)
    assert window.code
    answer(window.code)
    window.button.click()
    return window


def test_everything_is_sealed_anew_and_the_old_code_is_dead(opened: Opened, qtbot: QtBot) -> None:
    add(opened.vault, "She asked for a locksmith.")
    change_slots(opened.vault, RecoveryCode(opened.code), add=[ShareSet.new(2, 2)])
    window = to_the_last_step(opened, qtbot)
    assert window.code
    for _share in range(2):
        assert "New share" in window.said
        window.button.click()
    window.button.click()
    qtbot.waitUntil(lambda: "was changed" in window.said, timeout=30_000)
    assert opened.vault.is_closing
    opened.notebook.seal()  # as a lock does: everything was sealed before
    window.button.click()
    assert opened.locked
    with pytest.raises(WrongPassphrase):
        Vault.open(opened.vault.folder, ME, recovery_code=opened.code)
    code = window.code.code
    vault = Vault.open(opened.vault.folder, ME, recovery_code=code)
    assert len(found(vault, "locksmith")) == 1
    vault.close()
    Vault.open(opened.vault.folder, ME, passphrase=PASSPHRASE).close()
    assert check(opened.vault.folder, ME, recovery_code=code) == []


def test_a_lock_meanwhile_stops_it_and_the_old_keys_stay(opened: Opened, qtbot: QtBot) -> None:
    window = to_the_last_step(opened, qtbot)
    reached = threading.Event()
    stop = opened.notebook.safe.renewing._stop
    opened.vault.perform(lambda _session: reached.wait(30))  # the copying waits behind
    stop_set = stop.set
    qtbot.waitUntil(lambda: window.button.isVisible())
    window._seal = lambda: None  # it would wait behind it, too
    window.button.click()
    qtbot.waitUntil(lambda: opened.vault.is_closing, timeout=30_000)
    stop_set()
    opened.notebook.seal()
    reached.set()
    qtbot.waitUntil(lambda: "what opened the notebook still does" in window.said, timeout=30_000)
    window.reject()
    assert opened.locked
    Vault.open(opened.vault.folder, ME, recovery_code=opened.code).close()


def test_a_code_alone_needs_a_new_passphrase(opened: Opened, qtbot: QtBot) -> None:
    window = opened.notebook.safe.renewing.show_window()
    window.proof.field.setText(opened.code)
    window.begin()
    wait(qtbot, window)
    assert "Give it a new passphrase" in window.message
    assert window.passphrase.isVisible()
    window.passphrase.first.setText(NEW)
    window.passphrase.again.setText(NEW)
    window.begin()
    qtbot.waitUntil(lambda: window.code is not None, timeout=30_000)
    window.reject()
    assert not opened.locked
    assert opened.vault.header.open_slot(RecoveryCode(opened.code))
