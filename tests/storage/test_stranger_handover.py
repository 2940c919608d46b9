"""What docs/handover-format.md and the chapter on backups say is what Fieldbook writes."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from storage.backup.making import back_up
from storage.handover.giving import hand_over, sent, take_receipt
from storage.keys.escrow import PublicKey
from tests.storage import stranger, stranger_handover
from tests.storage.helpers import PASSPHRASE, Sample, ask, do
from tests.storage.test_handover import filled


def test_a_stranger_reads_a_hand_over_and_answers_it(sample: Sample, tmp_path: Path) -> None:
    private = X25519PrivateKey.generate()
    to = PublicKey("Sample", private.public_key().public_bytes_raw())
    vault, path = sample.open(), tmp_path / "a"
    records = filled(vault)
    made = hand_over(vault, records, to, path, reason="moved")
    manifest, files, key = stranger_handover.read(path.read_bytes(), private.private_bytes_raw())
    assert [record["id"] for record in manifest["records"]] == records
    assert [len(record["versions"]) for record in manifest["records"]] == [2, 1]
    assert [len(file) for file in files] == [0, 10, 200_000]
    answer = stranger_handover.receipt(key, made.id, "2026-11-23T09:00:00+00:00", 2)
    do(vault, lambda s: take_receipt(s, answer))
    assert ask(vault, sent)[0].taken == "2026-11-23T09:00:00+00:00"
    vault.close()


def test_a_stranger_reads_a_backup(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    done = back_up(vault, tmp_path)
    vault.close()
    assert len(list(stranger.read(done.folder, "passphrase", PASSPHRASE))) == 15
