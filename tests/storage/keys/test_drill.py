"""A drill proves that recovery works, and leaves no trace."""

import os
from pathlib import Path

import pytest

from storage.errors import VaultBusy, VaultDamaged, WrongPassphrase
from storage.folder import replacement
from storage.keyring.drill import drill
from storage.keyring.key_slots import change_slots
from storage.keys.derivation import new_recovery_code
from storage.keys.escrow import PrivateKey
from storage.keys.shares import Shares, ShareSet
from storage.keys.slots import Passphrase, RecoveryCode, Secret
from tests.storage.helpers import PASSPHRASE, Sample, add


def everything(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.iterdir()
    }


def test_every_way_is_proven_and_nothing_changes(sample: Sample, force: PrivateKey) -> None:
    shares = ShareSet.new(2, 3, force.public)
    vault = sample.open()
    change_slots(vault, RecoveryCode(sample.code), add=[force.public, shares])
    vault.close()
    before = everything(sample.folder)
    secrets: list[Secret] = [
        RecoveryCode(sample.code),
        Passphrase(PASSPHRASE),
        force,
        Shares(shares.words),
        Shares(shares.words[1:], force),
    ]
    for secret in secrets:
        proof = drill(sample.folder, secret)
        assert (proof.records, proof.problems) == (14, ())
        assert len(proof.header.slots) == 4
    with pytest.raises(WrongPassphrase):
        drill(sample.folder, RecoveryCode(new_recovery_code()))
    assert everything(sample.folder) == before
    assert sorted(os.listdir(sample.folder.parent)) == ["vault"]


def test_not_while_a_notebook_has_it_open(sample: Sample) -> None:
    vault = sample.open()
    with pytest.raises(VaultBusy):
        drill(sample.folder, RecoveryCode(sample.code))
    vault.close()


def test_a_log_that_a_kill_left_is_told_and_left_alone(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    add(vault, "in the log alone")
    killed = Sample(tmp_path / "killed", sample.code)
    sample.copy(killed.folder)  # as a kill would leave it: the log is not emptied
    vault.close()
    before = everything(killed.folder)
    assert "vault.db-wal" in before
    proof = drill(killed.folder, RecoveryCode(sample.code))
    assert proof.records == 14
    assert proof.problems == (
        "The last writes were not counted: open the notebook once, and close it.",
    )
    assert everything(killed.folder) == before


def test_the_right_key_to_a_damaged_vault_is_no_proof(sample: Sample) -> None:
    data = bytearray(sample.file("vault.db").read_bytes())
    data[100] ^= 1
    sample.file("vault.db").write_bytes(data)
    with pytest.raises(VaultDamaged):
        drill(sample.folder, RecoveryCode(sample.code))


def test_what_is_damaged_besides_is_told(sample: Sample) -> None:
    sample.file("header.json").write_bytes(b"")
    assert drill(sample.folder, RecoveryCode(sample.code)).problems == ("header.json is damaged.",)


def test_not_in_the_middle_of_a_change_of_keys(sample: Sample) -> None:
    (sample.folder / replacement.READY).mkdir()
    with pytest.raises(VaultBusy, match="interrupted"):
        drill(sample.folder, RecoveryCode(sample.code))
