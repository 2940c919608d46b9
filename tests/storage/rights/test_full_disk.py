"""A disk too full to sweep a purge's files: the record is gone, and the files are swept later."""

import shutil
from pathlib import Path

import pytest

from storage import RecordId
from storage.errors import AnchorNotWritten, VaultFull
from tests.storage.environment import small_disk
from tests.storage.helpers import Sample, ask, do, plain_pages
from tests.storage.rights.purged import CANARY, vault_with_canary

NOTES = 60


@pytest.mark.parametrize("room", [4, 16, 48, 96, 160, 400])
def test_a_purge_without_room_is_whole_or_not_there(tmp_path: Path, room: int) -> None:
    """`room` in KiB is what the disk has left when the vault is open."""
    sample, record = vault_with_canary(tmp_path / "vault", NOTES)
    with small_disk(tmp_path / "disk", "4m") as disk:
        full = sample.copy(disk / "vault")
        vault = full.open()
        ask(vault, lambda s: s.records.count())
        ballast = disk / "ballast"
        with ballast.open("wb", buffering=0) as file:
            while _free(disk) > room * 1024:
                file.write(bytes(4096))
        purged = True
        try:
            do(vault, lambda s: s.purging.purge(RecordId(record), "handed over", "short life"))
        except AnchorNotWritten:
            pass
        except VaultFull:
            purged = False
        unswept = vault.unswept
        vault.close()
        moved = full.copy(tmp_path / "moved")
    _whole(moved, record, purged)
    assert purged or not unswept


def _whole(sample: Sample, record: str, purged: bool) -> None:
    vault = sample.open()
    assert not vault.unswept
    there = [row.id for row in ask(vault, lambda s: s.records.page(1000))]
    assert (record in there) != purged
    vault.close()
    assert sample.check() == []
    assert (CANARY.encode() in plain_pages(sample)) != purged


def _free(disk: Path) -> int:
    return shutil.disk_usage(disk).free
