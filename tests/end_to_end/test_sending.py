"""The whole road by command: sealed, sent to a folder, verified, unsealed, and the receipt back."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exports.delivery.queueing import Leaving, enqueue
from storage import RecordId, Vault
from storage.keys.escrow import PrivateKey
from tests.sending.certificates import authority, issue
from tests.sending.server import Server
from tests.storage.helpers import CHEAP, ask, create

CANARY = "zebrafinch"
INSTANCE = "uuid:00000000-0000-4000-8000-000000000001"


class Road:
    """A vault with something in its outbox, a force's key, and the commands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = PrivateKey.new("Sample Force 2026")
        (folder / "key").write_text(self.key.text("force secret", CHEAP))
        (folder / "key-pass").write_text("force secret\n")
        vault, self.sample = create(folder / "vault")
        (folder / "code").write_text(self.sample.code)
        self.queue(vault, INSTANCE)
        (folder / "devices").write_text(vault.device_key().result().enrolment("laptop"))
        vault.close()
        (folder / "share").mkdir()

    def queue(self, vault: Vault, instance: str) -> None:
        report = f"<data><item>{CANARY}</item></data>".encode()
        leaving = Leaving(instance, RecordId("r"), 1, "intelligence_report", "1", report, "nowhere")
        enqueue(vault, leaving, [self.key.public])

    def run(self, *words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        variables = {**os.environ, "XDG_STATE_HOME": str(self.folder / "state"), **environment}
        return subprocess.run(
            [sys.executable, "-m", "desktop.command_line", *map(str, words)],
            capture_output=True,
            text=True,
            env=variables,
            check=False,
        )

    def send(self, to: str | Path, *more: str | Path, **environment: str):
        vault = ("--vault", self.sample.folder, "--recovery-code-file", self.folder / "code")
        return self.run("send", *vault, "--to", to, *more, **environment)

    def state(self) -> str:
        vault = self.sample.open()
        (item, *_rest) = ask(vault, lambda s: s.outbox.all())
        vault.close()
        return str(item.state)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return Road(tmp_path)


def test_to_a_folder_and_back(road: Road) -> None:
    share = road.folder / "share"
    sent = road.send(share, "--json")
    assert sent.returncode == 0, sent.stderr
    (item,) = json.loads(sent.stdout)["items"]
    assert (item["id"], item["state"]) == (INSTANCE, "received")
    delivered = sorted(path.name for path in share.iterdir())
    assert [name.partition(".")[2] for name in delivered] == ["arrived.json", "fbs", "xml"]
    envelope, xml = (share / name for name in delivered[1:])
    assert not any(CANARY.encode() in path.read_bytes() for path in share.iterdir())

    devices = ("--devices", road.folder / "devices")
    assert road.run("verify", envelope, *devices, "--submission", xml).returncode == 0
    (road.folder / "none").write_text("")
    stranger = road.run("verify", envelope, "--devices", road.folder / "none", "--json")
    assert (stranger.returncode, json.loads(stranger.stdout)["result"]) == (3, "unknown device")
    spoilt = bytearray(envelope.read_bytes())
    spoilt[len(spoilt) // 2] ^= 4
    (road.folder / "spoilt").write_bytes(bytes(spoilt))
    assert road.run("verify", road.folder / "spoilt", *devices).returncode == 1
    assert road.run("verify", xml, *devices).returncode == 1

    key = ("--key", road.folder / "key", "--passphrase-file", road.folder / "key-pass")
    opened = road.run("unseal", envelope, *key, *devices, "--out", road.folder / "opened", "--json")
    assert opened.returncode == 0, opened.stderr
    said = json.loads(opened.stdout)
    assert CANARY in Path(said["files"][0]).read_text()

    shutil.copy(said["receipt"], share)
    again = road.send(share)
    assert again.returncode == 0, again.stderr
    assert (road.folder / "state" / "fieldbook" / "witnesses").is_dir()
    vault = road.sample.open()
    assert len(ask(vault, lambda s: s.receipts.all())) == 1
    vault.close()


def test_a_receipt_by_hand_and_an_older_copy_of_the_vault(road: Road) -> None:
    old = road.sample.copy(road.folder / "old")
    share = road.folder / "share"
    assert road.send(share).returncode == 0
    (envelope,) = share.glob("*.fbs")
    key = ("--key", road.folder / "key", "--passphrase-file", road.folder / "key-pass")
    out = road.folder / "opened"
    assert road.run("unseal", envelope, *key, "--out", out).returncode == 0
    (receipt,) = out.glob("*.receipt")
    vault = ("--vault", road.sample.folder, "--recovery-code-file", road.folder / "code")
    taken = road.run("receipt", receipt, *vault)
    assert (taken.returncode, "received" in taken.stdout) == (0, True), taken.stderr

    shutil.rmtree(road.sample.folder)
    shutil.copytree(old.folder, road.sample.folder)
    assert old.check() == []
    (road.folder / "pass").write_text("three otters cross slowly\n")
    checked = road.run(
        "vault", "check", road.sample.folder, "--passphrase-file", road.folder / "pass"
    )
    assert checked.returncode == 1
    assert "older copy of your vault" in checked.stdout


def test_nothing_to_send_and_nowhere_to_send_it(road: Road) -> None:
    missing = road.send(road.folder / "none")
    assert (missing.returncode, "not a folder" in missing.stderr) == (1, True)
    unknown = road.run(
        "send", "--vault", road.sample.folder, "--recovery-code-file", road.folder / "code"
    )
    assert unknown.returncode == 1
    assert "no longer has this destination" in unknown.stderr
    assert road.state() == "sealed"


def test_to_a_server_with_a_password_that_no_log_and_no_message_shows(road: Road) -> None:
    ca = authority(road.folder)
    server = Server(issue(road.folder, "server", ca, ["127.0.0.1"]).server())
    server.shelf.user = ("officer", "swordfish")
    (road.folder / "password").write_text("swordfish\n")
    (road.folder / "wrong").write_text("guess\n")
    trust = {"SSL_CERT_FILE": str(ca.path), "SSL_CERT_DIR": os.devnull}
    who = ("--user", "officer", "--proxy", "")
    try:
        stranger = road.send(server.url, *who, "--password-file", road.folder / "password")
        assert stranger.returncode == 1
        assert "vouches" in stranger.stderr
        refused = road.send(server.url, *who, "--password-file", road.folder / "wrong", **trust)
        assert (refused.returncode, "password" in refused.stderr) == (1, True)
        sent = road.send(server.url, *who, "--password-file", road.folder / "password", **trust)
        assert sent.returncode == 0, sent.stderr
        said = [run.stdout + run.stderr for run in (stranger, refused, sent)]
        assert not any(word in text for text in said for word in ("swordfish", "guess", CANARY))
        published = road.run(
            *("publish", "fieldbook_sealed", "--to", server.url, *who),
            *("--password-file", road.folder / "password"),
            **trust,
        )
        assert "published" in published.stdout, published.stderr
        assert b'id="fieldbook_sealed"' in server.shelf.published[0]
    finally:
        server.end()
    assert list(server.shelf.kept) == [INSTANCE]


def test_the_device_is_shown_once_asked_for(road: Road) -> None:
    vault = ("--vault", road.sample.folder, "--recovery-code-file", road.folder / "code")
    shown = road.run(
        "device", *vault, "--out", road.folder / "d.toml", "--qr", road.folder / "d.svg"
    )
    assert shown.returncode == 0, shown.stderr
    assert "Fingerprint" in shown.stdout
    assert (road.folder / "d.svg").read_text().startswith("<?xml")
    assert road.run("device", *vault, "--out", road.folder / "d.toml").returncode == 1
