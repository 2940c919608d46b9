"""Nothing that was written can be read in any file, while open, after close, after a kill."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from storage import Vault
from storage.backup.making import back_up
from storage.backup.restoring import restore
from storage.handover.giving import hand_over
from storage.keys.escrow import PrivateKey
from storage.keys.slots import RecoveryCode
from tests.storage.helpers import ME, Sample, add, ask, attach, do, note

CANARY = "zebrafinchquintessence"


def forms_of(canary: str) -> set[bytes]:
    """How a text may stand in a file: in any case and width, whole or its longer half."""
    forms = set()
    for text in (canary, canary.upper(), canary[: len(canary) // 2], canary[len(canary) // 2 :]):
        forms |= {text.encode(), text.encode("utf-16-le"), text.encode("utf-32-le")}
    return forms


def readable(folder: Path) -> list[str]:
    """The files below `folder` in which the canary can be read."""
    forms = forms_of(CANARY)
    read = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return [str(path) for path, data in read.items() for form in forms if form in data]


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place for temporary files, of this test alone."""
    folder = tmp_path / "temp"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "HOME"):
        monkeypatch.setenv(name, str(folder))
    return folder


def sing(vault: Vault) -> None:
    """Write the canary wherever text can be written."""
    filled = note(f"She said {CANARY}.", title=CANARY)
    first = do(vault, lambda s: s.records.add(filled))
    do(vault, lambda s: s.records.amend(first.record, 1, filled, f"because {CANARY}"))
    do(vault, lambda s: s.links.add(first.record, first.record, CANARY, CANARY))
    draft = do(vault, lambda s: s.drafts.open("encounter", "1", CANARY.encode(), CANARY))
    for _ in range(3):
        do(vault, lambda s: s.drafts.save(draft.id, CANARY.encode() * 5000, CANARY, {CANARY: 1}))
    do(vault, lambda s: s.settings.set(CANARY, CANARY))
    do(vault, lambda s: s.audit.disclosed(first.record, 1, CANARY, CANARY))
    for owner in ({"record": first.record}, {"draft": draft.id}):
        attach(vault, CANARY.encode() * 9000, f"{CANARY}.jpg", **owner)
    assert ask(vault, lambda s: s.search.find(CANARY))
    ask(vault, lambda s: s.search.find(f"{CANARY} nothing"))


def test_nothing_is_readable_while_open_and_after_close(sample: Sample, temp: Path) -> None:
    (sample.folder.parent / "proof").write_text(f"that the scan works: {CANARY}")
    assert len(readable(sample.folder.parent)) > 0
    (sample.folder.parent / "proof").unlink()
    vault = sample.open()
    sing(vault)
    names = {path.name for path in sample.folder.iterdir()}
    assert {"vault.db", "vault.db-wal", "vault.db-shm", "anchor"} <= names
    assert readable(sample.folder) == []
    assert readable(temp) == []
    vault.close()
    assert readable(sample.folder) == []


SINGER = """
import os, sys
from pathlib import Path
from storage import Identity, Vault
from tests.storage.test_plaintext import sing
sing(Vault.open(Path(sys.argv[1]), Identity("a", "b"), recovery_code=sys.argv[2]))
os.kill(os.getpid(), 9)
"""


def test_nothing_is_readable_after_a_kill(sample: Sample, temp: Path) -> None:
    command = [sys.executable, "-c", SINGER, str(sample.folder), sample.code]
    assert subprocess.run(command, timeout=60, check=False).returncode == -9
    assert sample.file("vault.db-wal").stat().st_size > 0
    assert readable(sample.folder) == []
    assert readable(temp) == []
    assert sample.check() == []
    assert readable(sample.folder) == []


def test_nothing_is_readable_in_what_was_set_aside(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    sing(vault)
    left = sample.copy(tmp_path / "left")
    vault.close()
    log = left.file("vault.db-wal")
    log.write_bytes(log.read_bytes()[:-5000])
    left.open(accept_loss="test").close()
    assert list(left.folder.glob("log-set-aside-*"))
    assert readable(left.folder) == []


@pytest.mark.parametrize("statement", ["ATTACH '{}' AS other", "VACUUM INTO '{}'", "VACUUM"])
def test_no_statement_copies_the_vault_in_plain_text(
    sample: Sample, tmp_path: Path, statement: str
) -> None:
    vault = sample.open()
    ask(vault, lambda s: s.records.count())
    copy = tmp_path / "copy.db"
    for connection in (vault._durable.connection, vault._threads.reading):
        with pytest.raises(sqlcipher.DatabaseError, match=r"not authorized|authorization denied"):
            connection.execute(statement.format(copy))
    assert not copy.exists()
    vault.close()


def int_of(connection: Any, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def test_how_a_vault_is_opened(sample: Sample) -> None:
    """What the format document promises, asked of the connections themselves."""
    vault = sample.open()
    ask(vault, lambda s: s.records.count())
    for connection in (vault._durable.connection, vault._threads.reading):
        for pragma, value in {
            "synchronous": 2,
            "secure_delete": 1,
            "temp_store": 2,
            "trusted_schema": 0,
            "foreign_keys": 1,
            "cache_size": -16000 if connection is vault._durable.connection else -64000,
            "page_size": 4096,
            "wal_autocheckpoint": 0,
        }.items():
            if connection is vault._threads.reading and pragma == "wal_autocheckpoint":
                continue  # it never commits
            assert int_of(connection, pragma) == value, pragma
        settings = dict(
            row[0].removeprefix("PRAGMA ").rstrip(";").split(" = ")
            for row in connection.execute("PRAGMA cipher_settings")
        )
        assert settings == {
            "kdf_iter": "256000",
            "cipher_page_size": "4096",
            "cipher_use_hmac": "1",
            "cipher_plaintext_header_size": "0",
            "cipher_hmac_algorithm": "HMAC_SHA256",
            "cipher_kdf_algorithm": "PBKDF2_HMAC_SHA512",
        }
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert (
        int_of(vault._durable.connection, "fullfsync")
        == int_of(vault._durable.connection, "checkpoint_fullfsync")
        == 1
    )
    vault.close()


def test_no_other_engine_opens_the_database(sample: Sample) -> None:
    plain = sqlite3.connect(sample.file("vault.db"))
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        plain.execute("SELECT * FROM sqlite_master")
    plain.close()


def test_the_log_is_emptied_and_no_page_stays_in_it(sample: Sample) -> None:
    vault = sample.open()
    biggest = 0
    for number in range(12):
        add(vault, f"{number} " + "a long page " * 60_000)
        biggest = max(biggest, sample.file("vault.db-wal").stat().st_size)
    do(vault, lambda s: s.settings.set("page", 1))
    assert sample.file("vault.db-wal").stat().st_size < 1000 * 4096
    assert biggest > 0
    vault.close()
    assert not sample.file("vault.db-wal").exists()


def test_nothing_is_readable_in_backups_and_hand_overs(
    sample: Sample, temp: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    vault = sample.open()
    sing(vault)
    seen: list[str] = []
    back_up(vault, stick, progress=lambda *_step: seen.extend(readable(stick)))
    record = ask(vault, lambda s: s.records.page())[0].id
    to = PrivateKey.new("Sample").public
    hand_over(vault, [record], to, stick / "a", reason=CANARY, agreement=CANARY)
    vault.close()
    (backup, file) = sorted(stick.iterdir(), reverse=True)
    assert Sample(backup, sample.code).check() == []
    restore(backup, temp / "restored", ME, RecoveryCode(sample.code)).close()
    assert file.stat().st_size > 1000
    assert readable(stick) + readable(temp) + readable(sample.folder) + seen == []
