"""A second process, a read-only folder and a full disk: each is said, and nothing is lost."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import Session, Vault
from storage.errors import StorageError, VaultFull, VaultReadOnly
from tests.storage.environment import read_only, small_disk
from tests.storage.helpers import CHEAP, FILES, ME, PASSPHRASE, Sample, add, ask, create, do, note

SECOND = """
import sys
from pathlib import Path
from storage import Identity, Vault, errors
try:
    Vault.open(Path(sys.argv[1]), Identity("a", "b"), recovery_code=sys.argv[2]).close()
    print("opened")
except errors.StorageError as error:
    print(type(error).__name__, error)
"""


def open_elsewhere(sample: Sample) -> str:
    """What a second process gets to hear when it opens the vault."""
    return subprocess.run(
        [sys.executable, "-c", SECOND, str(sample.folder), sample.code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout.strip()


def test_a_second_process_is_kept_out_while_the_first_has_it(sample: Sample) -> None:
    vault = sample.open()
    written = add(vault, "mine")
    assert open_elsewhere(sample) == "VaultBusy Another Fieldbook has this vault open."
    add(vault, "still mine")
    assert ask(vault, lambda s: s.records.newest(written.record)) == written
    vault.close()
    assert open_elsewhere(sample) == "opened"
    assert sample.check() == []


def test_a_read_only_folder_is_told_as_such(sample: Sample) -> None:
    before = {name: sample.file(name).read_bytes() for name in FILES}
    with read_only(sample.folder):
        with pytest.raises(VaultReadOnly, match="can't be written"):
            sample.open()
        with pytest.raises(VaultReadOnly, match="can't be written"):
            sample.check()
    assert {path.name: path.read_bytes() for path in sample.folder.iterdir()} == before
    sample.open().close()


def test_a_folder_that_turns_read_only_while_open_loses_nothing(sample: Sample) -> None:
    vault = sample.open()
    written = add(vault, "before")
    vault.close()
    with read_only(sample.folder), pytest.raises(VaultReadOnly):
        sample.open()
    vault = sample.open()
    assert ask(vault, lambda s: s.records.newest(written.record)) == written
    vault.close()


def test_no_vault_is_made_in_a_read_only_folder(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    with read_only(tmp_path / "stick"):
        for folder in (tmp_path / "stick", tmp_path / "stick" / "vault"):
            with pytest.raises(VaultReadOnly):
                Vault.create(folder, PASSPHRASE, ME, cost=CHEAP)
    assert list((tmp_path / "stick").iterdir()) == []


def fill_up(vault: Vault, work: Callable[[Session, int], object]) -> tuple[list[object], Exception]:
    """What was acknowledged until the disk was full, and how that was told."""
    kept: list[object] = []
    for number in range(100_000):
        try:
            kept.append(do(vault, lambda s, n=number: work(s, n)))
        except StorageError as error:
            return kept, error
    raise AssertionError("the disk never filled")


@pytest.mark.parametrize("size", ["600k", "604k", "612k", "1m"])
def test_a_full_disk_is_told_and_keeps_what_was_acknowledged(tmp_path: Path, size: str) -> None:
    with small_disk(tmp_path / "disk", size) as disk:
        vault, sample = create(disk / "vault")
        text = "a whole page of what she said " * 100
        kept, error = fill_up(vault, lambda s, n: s.records.add(note(f"{n} {text}")))
        assert isinstance(error, VaultFull), repr(error)
        assert str(error) == "The disk is full."
        assert kept
        for version in kept:
            assert ask(vault, lambda s, v=version: s.records.newest(v.record)) == version
        vault.close()
        vault = sample.open()  # with the disk still full
        assert ask(vault, lambda s: s.records.count()) == len(kept)
        vault.close()
        room = Sample(tmp_path / "room", sample.code)
        sample.copy(room.folder)
    assert room.check() == []
    vault = room.open()
    for version in kept:
        assert ask(vault, lambda s, v=version: s.records.newest(v.record)) == version
    add(vault, "there is room again")
    vault.close()


def test_room_made_on_a_full_disk_is_used_at_once(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "1m") as disk:
        (disk / "film").write_bytes(bytes(200_000))
        vault, sample = create(disk / "vault")
        fill_up(vault, lambda s, n: s.records.add(note(f"{n} " + "page " * 500)))
        (disk / "film").unlink()
        written = add(vault, "after")
        vault.close()
        assert sample.check() == []
        vault = sample.open()
        assert ask(vault, lambda s: s.records.newest(written.record)) == written
        vault.close()


@pytest.mark.parametrize("size", ["4k", "16k", "64k", "120k", "140k"])
def test_no_half_vault_is_left_on_a_full_disk(tmp_path: Path, size: str) -> None:
    with small_disk(tmp_path / "disk", size) as disk:
        try:
            vault, sample = create(disk / "vault")
        except VaultFull:
            assert list((disk / "vault").iterdir()) == []
        else:
            vault.close()
            assert sample.check() == []


def test_a_long_read_holds_up_no_writer(sample: Sample) -> None:
    vault = sample.open()
    reading, go_on = threading.Event(), threading.Event()

    def read(session: Session) -> int:
        count = session.records.count()
        reading.set()
        assert go_on.wait(60)
        assert session.records.count() == count  # what it sees does not move meanwhile
        return count

    future = vault.query(read)
    assert reading.wait(60)
    slowest = 0.0
    for number in range(30):  # long enough for the log to want emptying
        start = time.perf_counter()
        add(vault, f"{number} " + "page " * 60_000)
        slowest = max(slowest, time.perf_counter() - start)
    go_on.set()
    assert future.result(60) == 14
    assert slowest < 10, "a writer waited for a reader"
    vault.close()
    assert sample.check() == []


def test_many_threads_write_and_read_at_once(vault: Vault) -> None:
    def work(number: int) -> None:
        for turn in range(10):
            written = add(vault, f"thread {number} turn {turn}")
            assert ask(vault, lambda s: s.records.newest(written.record)) == written  # noqa: B023

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ask(vault, lambda s: s.records.count()) == 60
