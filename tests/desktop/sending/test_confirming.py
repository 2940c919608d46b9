"""A sending is confirmed by what the notebook opens to, also where it has no passphrase."""

from collections.abc import Iterator
from pathlib import Path

import fido2.hid
import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.sending.preview import ExactPreview
from storage import Vault
from storage.keyring.key_slots import change_slots
from storage.keys.escrow import PrivateKey
from storage.keys.security_key import NewSecurityKey
from storage.keys.slots import PASSPHRASE as BY_PASSPHRASE
from storage.keys.slots import RECOVERY, NewSlot, Passphrase
from tests.desktop.recovery.test_pages import Holder
from tests.desktop.sending.conftest import ME, PASSPHRASE, QUICK
from tests.desktop.sending.test_report import CLEAN, checked, previewed, report
from tests.storage.helpers import ask
from tests.storage.keys.authenticator.device import Authenticator
from tests.storage.keys.authenticator.transport import Sockets

FORCE = PrivateKey.new("Sample Force")
WORDS = "lantern orchard velvet canyon"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Vault, str]]:
    vault, code = Vault.create(tmp_path / "vault", PASSPHRASE, ME, cost=QUICK)
    yield vault, code
    vault.close()


@pytest.fixture
def vault(made: tuple[Vault, str]) -> Vault:
    return made[0]


def leave(vault: Vault, *gone: str, add: tuple[NewSlot, ...] = ()) -> None:
    """Take the slots of the kinds `gone` away, and add others."""
    ids = [slot["id"] for slot in vault.header.slots if slot["type"] in gone]
    change_slots(vault, Passphrase(PASSPHRASE), remove=ids, add=add, accept_no_daily=True)


def shown(notebook: Notebook, vault: Vault, qtbot: QtBot) -> ExactPreview:
    return previewed(checked(notebook, report(vault, CLEAN), qtbot), qtbot)


def is_confirmed(preview: ExactPreview, vault: Vault, qtbot: QtBot) -> None:
    with qtbot.waitSignal(preview.queued, timeout=20_000):
        preview.confirm()
    assert sum(ask(vault, lambda s: s.outbox.counts()).values()) == 1


def test_by_the_recovery_code(
    notebook: Notebook, made: tuple[Vault, str], vault: Vault, qtbot: QtBot
) -> None:
    leave(vault, BY_PASSPHRASE)
    preview = shown(notebook, vault, qtbot)
    preview.passphrase.setText(PASSPHRASE)
    preview.confirm()
    qtbot.waitUntil(lambda: "does not open" in preview.message, timeout=20_000)
    preview.passphrase.setText(made[1])
    is_confirmed(preview, vault, qtbot)


def test_by_the_forces_key(notebook: Notebook, vault: Vault, tmp_path: Path, qtbot: QtBot) -> None:
    leave(vault, BY_PASSPHRASE, RECOVERY, add=(FORCE.public,))
    preview = shown(notebook, vault, qtbot)
    preview.passphrase.setText(WORDS)
    preview.confirm()
    assert ask(vault, lambda s: s.outbox.counts()) == {}
    private = tmp_path / "force.key"
    private.write_text(FORCE.text(WORDS, QUICK), encoding="utf-8")
    preview.proof.take_file(private)
    preview.passphrase.setText("other words")
    preview.confirm()
    qtbot.waitUntil(lambda: "does not open" in preview.message, timeout=20_000)
    preview.passphrase.setText(WORDS)
    is_confirmed(preview, vault, qtbot)


def test_by_the_security_key(
    notebook: Notebook, vault: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets = Sockets()
    monkeypatch.setattr(fido2.hid, "list_descriptors", sockets.descriptors)
    monkeypatch.setattr(fido2.hid, "open_connection", sockets.connect)
    sockets.plugged_in = [Authenticator()]
    leave(vault, BY_PASSPHRASE, add=(NewSecurityKey.ask("blue key", Holder()),))
    preview = shown(notebook, vault, qtbot)
    preview.passphrase.setText("0000")
    preview.confirm()
    qtbot.waitUntil(lambda: "not the PIN" in preview.message, timeout=20_000)
    preview.passphrase.setText("1234")
    is_confirmed(preview, vault, qtbot)
