"""Damage to the files of attachments is found and named, and what a kill leaves is put in order."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import Attachment, Vault
from storage.attachments.sealed_files import UNFINISHED
from storage.attachments.stream import CHUNK, SEALED_CHUNK
from storage.errors import VaultDamaged
from storage.keyring.rekey import rekey
from storage.keys.derivation import new_recovery_code
from storage.keys.slots import Passphrase, RecoveryCode
from tests.storage.damage import again, spoil
from tests.storage.helpers import CHEAP, Sample, add, ask, attach, do

DATA = random.Random(3).randbytes(3 * CHUNK + 100)


@pytest.fixture(scope="module")
def attached(template: Sample, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """A filled vault, closed, with two attachments of one record."""
    sample = template.copy(tmp_path_factory.mktemp("attached") / "vault")
    vault = sample.open()
    record = add(vault, "a note with files").record
    for data in (DATA, DATA[::-1]):
        attach(vault, data, record=record)
    vault.close()
    assert sample.check() == []
    return sample


@pytest.fixture
def copied(attached: Sample, tmp_path: Path) -> Sample:
    return attached.copy(tmp_path / "vault")


def every(vault: Vault) -> list[Attachment]:
    return ask(vault, lambda s: s.attachments.every())


def paths(sample: Sample) -> list[Path]:
    return sorted((sample.folder / "attachments").iterdir())


def parts(sample: Sample) -> set[str]:
    return {finding.part for finding in sample.check()}


def test_random_damage_is_always_found(attached: Sample, tmp_path: Path) -> None:
    rng = random.Random(88)
    missed = []
    for _ in range(60):
        sample = again(attached, tmp_path / "vault")
        damage = spoil(rng, rng.choice(paths(sample)))
        if parts(sample) != {"attachments"}:
            missed.append(damage)
    assert missed == []


def test_a_damaged_file_is_named_and_nothing_of_the_chunk_is_served(copied: Sample) -> None:
    vault = copied.open()
    kept = every(vault)[0]
    path = copied.folder / "attachments" / kept.file
    data = bytearray(path.read_bytes())
    data[SEALED_CHUNK + 5] ^= 1
    path.write_bytes(data)
    with vault.read_attachment(kept.id) as reader:
        assert reader.read(CHUNK) == DATA[:CHUNK]
        with pytest.raises(VaultDamaged, match=f"{kept.name} is damaged in part 2"):
            reader.read(1)
    vault.close()


@pytest.mark.parametrize("size", [0, 1, SEALED_CHUNK, 3 * SEALED_CHUNK, -1])
def test_a_cut_file_is_told_before_it_is_read(copied: Sample, size: int) -> None:
    vault = copied.open()
    kept = every(vault)[0]
    path = copied.folder / "attachments" / kept.file
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(VaultDamaged, match=f"{kept.name} is cut off"):
        vault.read_attachment(kept.id)
    vault.close()
    assert parts(copied) == {"attachments"}


def test_swapped_missing_doubled_and_foreign_files_are_found(
    attached: Sample, tmp_path: Path
) -> None:
    def swap(one: Path, other: Path) -> None:
        data = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(data)

    acts: dict[str, Callable[[Path, Path], object]] = {
        "swapped": swap,
        "overwritten": shutil.copy,
        "missing": lambda one, _other: one.unlink(),
        "doubled": lambda one, _other: shutil.copy(one, one.with_name("0" * 32)),
        "foreign": lambda one, _other: (one.parent / "letter.txt").write_text("dear"),
        "all gone": lambda one, _other: shutil.rmtree(one.parent),
    }
    for name, act in acts.items():
        sample = again(attached, tmp_path / "vault")
        act(*paths(sample))
        assert parts(sample) == {"attachments"}, name
        assert parts(sample) == {"attachments"}, f"{name}, once it was looked at"


def test_chunks_that_changed_places_are_found(copied: Sample) -> None:
    path = paths(copied)[0]
    data = path.read_bytes()
    chunks = [data[at : at + SEALED_CHUNK] for at in range(0, len(data), SEALED_CHUNK)]
    chunks[0], chunks[1] = chunks[1], chunks[0]
    path.write_bytes(b"".join(chunks))
    assert parts(copied) == {"attachments"}


def test_an_attachment_taken_out_of_the_database_is_found(copied: Sample) -> None:
    """As somebody with the key could do it: the chain and the digest know better."""
    vault = copied.open()
    file = every(vault)[0].file
    do(
        vault,
        lambda s: s._context.connection.execute("DELETE FROM attachment WHERE file = ?", (file,)),
    )
    vault.close()
    found = " ".join(finding.problem for finding in copied.check())
    assert "audit chain knows are missing" in found or "not what was written" in found


def test_what_a_kill_leaves_half_written_is_swept(copied: Sample) -> None:
    half = copied.folder / "attachments" / ("a" * 32 + UNFINISHED)
    half.write_bytes(b"half")
    assert copied.check() == []
    assert not half.exists()


def test_a_kill_between_line_and_name_loses_nothing(copied: Sample) -> None:
    for path in paths(copied):
        path.rename(path.with_name(path.name + UNFINISHED))
    assert copied.check() == []
    vault = copied.open()
    assert [vault.read_attachment(kept.id).read() for kept in every(vault)] == [DATA, DATA[::-1]]
    vault.close()
    assert not any(path.name.endswith(UNFINISHED) for path in paths(copied))


def test_a_kill_before_the_file_of_an_erased_line_is_deleted(
    copied: Sample, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    shutil.copytree(copied.folder / "attachments", kept)
    vault = copied.open()
    record = every(vault)[0].record
    do(vault, lambda s: s.attachments.erase(record))
    vault.close()
    shutil.copytree(kept, copied.folder / "attachments", dirs_exist_ok=True)
    assert copied.check() == []
    assert paths(copied) == []


def test_with_a_log_set_aside_no_file_is_swept(copied: Sample) -> None:
    """The lines that are missing may still be in it."""
    (copied.folder / "log-set-aside-20261122T000000").write_bytes(b"log")
    half = copied.folder / "attachments" / ("a" * 32 + UNFINISHED)
    half.write_bytes(b"perhaps whole")
    copied.open().close()
    assert half.exists()


def test_a_new_data_key_touches_no_file(copied: Sample) -> None:
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths(copied)}
    code = new_recovery_code()
    slots = [Passphrase("another long sample passphrase", CHEAP), RecoveryCode(code)]
    rekey(copied.open(), RecoveryCode(copied.code), slots)
    renewed = Sample(copied.folder, code)
    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in paths(renewed)} == before
    assert renewed.check() == []
    vault = renewed.open()
    assert [vault.read_attachment(kept.id).read() for kept in every(vault)] == [DATA, DATA[::-1]]
    attach(vault, b"and on it goes", record=every(vault)[0].record)
    vault.close()
    assert renewed.check() == []
