"""Kills a backup, a restoring or a migration at any chosen moment.

Run as `python -m tests.storage.killing_backups` (`tests.storage.attempts`).
"""

import io
import json
from dataclasses import dataclass
from pathlib import Path

from storage import Vault
from storage.attachments.attaching import Addition
from storage.backup.making import back_up
from storage.backup.restoring import restore
from storage.errors import NotAVault
from storage.folder.backup_sets import Keep, backups_in, choose
from storage.keys.slots import RecoveryCode
from tests.storage.attempts import answer, arm, run_all
from tests.storage.helpers import ME, Sample, add, ask

KEEP = Keep(1, 1, 1)
STICK, NEW = "stick", "new"


@dataclass
class Attempt:
    """One process: `act` is backup, restore or open, on the vault and stick in `root`."""

    act: str
    root: str
    code: str
    moment: int | float


def attempt_all(attempts: list[Attempt]) -> list[bool]:
    """Make the attempts; gives for each whether it was killed before it was done."""
    return run_all("tests.storage.killing_backups", attempts)


def laid_out(sample: Sample, root: Path) -> Sample:
    """`root` with a copy of the vault, and a stick with one earlier backup of it."""
    (root / STICK).mkdir(parents=True)
    copy = sample.copy(root / "vault")
    vault = copy.open()
    back_up(vault, root / STICK)
    vault.close()
    return copy


def fill_with_files(vault: Vault) -> None:
    """A few notes, one of them with two files."""
    record, *_others = [add(vault, f"note {number} " * 50).record for number in range(3)]
    for size in (5, 300_000):
        vault.attach(Addition(io.BytesIO(bytes(size)), "p.jpg", "image/jpeg", record)).result()


def look_after_backup(root: Path, code: str) -> int:
    """Every backup that stands is whole, and the next one leaves nothing else; how many stood."""
    vault_id = json.loads((root / "vault" / "header.json").read_text())["vault_id"]
    sample = Sample(root / "vault", code)
    assert sample.check() == []
    stood = backups_in(root / STICK, vault_id)
    for backup in stood:
        assert Sample(backup.folder, code).check() == []
    vault = sample.open()
    newest = back_up(vault, root / STICK, keep=KEEP)
    vault.close()
    assert list((root / STICK).iterdir()) == [newest.folder]
    assert not list(sample.folder.glob("fieldbook-*"))
    return len(stood)


def look_after_restore(root: Path, code: str, records: int) -> bool:
    """The new vault is whole or none, and then can be made; whether it was whole."""
    new = Sample(root / NEW, code)
    try:
        new.open().close()
        whole = True
    except NotAVault:
        whole = False
        backup = choose(root / STICK).folder
        restore(backup, root / NEW, ME, RecoveryCode(code)).close()
    assert new.check() == []
    vault = new.open()
    assert ask(vault, lambda s: s.records.count()) == records
    vault.close()
    return whole


def _make(attempt: Attempt) -> None:
    root, secret = Path(attempt.root), RecoveryCode(attempt.code)
    if attempt.act == "restore":
        backup = choose(root / STICK).folder
        arm(attempt.moment, str(root / NEW))
        restore(backup, root / NEW, ME, secret).close()
    elif attempt.act == "open":
        arm(attempt.moment, str(root))
        Vault.open(root / "vault", ME, secret=secret).close()
    else:
        vault = Vault.open(root / "vault", ME, secret=secret)
        arm(attempt.moment, str(root))
        back_up(vault, root / STICK, keep=KEEP)
        vault.close()


if __name__ == "__main__":
    answer(Attempt, _make)
