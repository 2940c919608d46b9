"""A process killed while it changes the data key leaves the old vault or the new one, whole."""

import random
from pathlib import Path

import pytest

from storage.errors import VaultBusy
from storage.folder import replacement
from storage.keys.derivation import new_recovery_code
from tests.storage.helpers import FILES, Sample, add, ask, create
from tests.storage.keys.killing import Attempt, attempt_all, survivor

NEW = new_recovery_code()
AT_RANDOM = 8
MOMENTS = 36


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    vault, sample = create(tmp_path_factory.mktemp("small") / "vault")
    for number in range(3):
        add(vault, f"note {number}")
    vault.close()
    return sample


def check_whole(sample: Sample) -> bool:
    """Whether the change has come through; either way everything is there."""
    survived, is_new = survivor(sample, NEW)
    assert survived.check() == []
    vault = survived.open()
    assert ask(vault, lambda s: s.records.count()) == 3
    assert vault.mended == ()
    vault.close()
    assert sorted(path.name for path in sample.folder.iterdir()) == sorted(FILES)
    return is_new


@pytest.fixture(scope="module")
def killed(small: Sample, tmp_path_factory: pytest.TempPathFactory) -> list[Sample]:
    """A vault killed before each touch of its files; in the last one, the change was made."""
    folder = tmp_path_factory.mktemp("killed")
    copies = [small.copy(folder / str(moment)) for moment in range(MOMENTS)]
    attempts = [
        Attempt(str(copy.folder), copy.code, NEW, moment) for moment, copy in enumerate(copies)
    ]
    made = attempt_all(attempts).index(False)
    assert 20 < made < MOMENTS - 1
    return copies[: made + 1]


def is_ready(sample: Sample, name: str = "") -> bool:
    return (sample.folder / replacement.READY / name).exists()


def test_killed_before_each_touch_of_a_file(killed: list[Sample], tmp_path: Path) -> None:
    copies = [copy.copy(tmp_path / str(number)) for number, copy in enumerate(killed)]
    ready = [copy for copy in copies if is_ready(copy)]
    assert len(ready) > 4  # killed while files were being moved into place
    again = [
        Attempt(str(copy.folder), NEW, "", moment) for moment, copy in enumerate(ready[::-1], 1)
    ]
    assert any(attempt_all(again))  # and once more while the next opening moves the rest
    outcomes = [check_whole(copy) for copy in copies]
    assert outcomes == sorted(outcomes)  # old, up to one moment; new from there on
    assert 10 < outcomes.index(True) < len(outcomes) - 1


def test_killed_at_random(small: Sample, tmp_path: Path) -> None:
    rng = random.Random(8)
    copies = [small.copy(tmp_path / str(number)) for number in range(AT_RANDOM)]
    attempt_all(
        [Attempt(str(copy.folder), copy.code, NEW, 0.01 + 0.3 * rng.random()) for copy in copies]
    )
    for copy in copies:
        check_whole(copy)


def test_new_files_are_left_alone_while_somebody_makes_them(small: Sample, tmp_path: Path) -> None:
    sample = small.copy(tmp_path / "vault")
    vault = sample.open()
    made = replacement.begin(sample.folder)
    (made / "vault.db").write_bytes(b"half")
    with pytest.raises(VaultBusy):
        sample.open()
    assert (made / "vault.db").exists()
    vault.close()
    sample.open().close()
    assert not made.exists()
    assert sample.check() == []


def test_an_empty_folder_of_new_files_is_no_loss(small: Sample, tmp_path: Path) -> None:
    sample = small.copy(tmp_path / "vault")
    for name in (replacement.READY, replacement.BEING_MADE):
        (sample.folder / name).mkdir()
    assert sample.check() == []
    assert sorted(path.name for path in sample.folder.iterdir()) == sorted(FILES)


def test_a_log_of_the_old_database_never_meets_the_new_one(
    small: Sample, killed: list[Sample], tmp_path: Path
) -> None:
    """Killed after the commit with a log still there, as a system without order might leave it."""
    old = small.copy(tmp_path / "old")
    vault = old.open()
    add(vault, "in the log alone")
    log = old.file("vault.db-wal").read_bytes()
    vault.close()
    copy = next(copy for copy in killed if is_ready(copy, "vault.db")).copy(tmp_path / "vault")
    copy.file("vault.db-wal").write_bytes(log)
    assert check_whole(copy)
