"""The header: damage to a copy is mended, forgery is refused, and nothing old comes back."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from storage import Vault
from storage.errors import StorageError, UnsupportedSchema, VaultDamaged, WrongPassphrase
from storage.keys import header
from storage.keys.derivation import VaultKeys
from storage.keys.header import COPIES
from storage.keys.slots import PASSPHRASE, RECOVERY, Passphrase, RecoveryCode
from tests.storage import helpers
from tests.storage.helpers import CHEAP, ME, Sample, ask

Json = dict[str, Any]


def document(body: Json) -> bytes:
    """`body` with the checksum that belongs to it: what somebody without the key can make."""
    body = {name: value for name, value in body.items() if name != "checksum"}
    text = json.dumps(body, sort_keys=True, indent=1, ensure_ascii=True).encode()
    body["checksum"] = hashlib.sha256(text).hexdigest()
    return json.dumps(body, sort_keys=True, indent=1, ensure_ascii=True).encode()


def forge(path: Path, change: Callable[[Json], None]) -> None:
    body = json.loads(path.read_bytes())
    change(body)
    path.write_bytes(document(body))


def data_key(sample: Sample) -> bytes:
    return header.read(sample.folder).unlock(RecoveryCode(sample.code))[1]


def test_the_forging_tool_itself_is_right(sample: Sample) -> None:
    written = sample.file("header.json").read_bytes()
    assert document(json.loads(written)) == written == sample.file(COPIES[1]).read_bytes()


@pytest.mark.parametrize("name", COPIES)
@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:100],
        lambda data: b"\x00" * len(data),
        lambda data: data + b"\n",
        lambda data: data.replace(b"argon2id", b"argon2iD"),
        lambda _: b"[" * 100_000,
        lambda _: b"[]",
        lambda _: b'{"checksum": 1e999}',
        lambda data: b"\xff\xfe" + data,
        lambda _: None,
    ],
)
def test_one_copy_damaged_opens_is_told_and_mended(
    sample: Sample, name: str, damage: Callable[[bytes], bytes | None]
) -> None:
    whole = sample.file(name).read_bytes()
    damaged = damage(whole)
    sample.file(name).unlink() if damaged is None else sample.file(name).write_bytes(damaged)
    vault = sample.open()
    assert name in " ".join(vault.mended)
    entry = ask(vault, lambda s: s.audit.entries())[-1]
    assert (entry.action, name in entry.reason) == ("administration", True)
    vault.close()
    assert sample.file(name).read_bytes() == whole
    assert sample.check() == []


def test_check_tells_of_a_damaged_copy(sample: Sample) -> None:
    sample.file(COPIES[0]).write_bytes(b"")
    assert "header.json is damaged" in sample.check()[0].problem


def test_every_flipped_bit_of_a_copy_is_seen(sample: Sample) -> None:
    path = sample.file(COPIES[0])
    whole = path.read_bytes()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << (place % 8)
        path.write_bytes(flipped)
        found = header.read(sample.folder)
        assert found.problems == ("header.json is damaged.",), (place, bytes(flipped))


def test_both_copies_damaged_is_damage_not_a_wrong_passphrase(sample: Sample) -> None:
    for name in COPIES:
        sample.file(name).write_bytes(b"{}")
    with pytest.raises(VaultDamaged, match=r"header\.json is damaged\. header\.copy\.json is da"):
        sample.open()
    assert sample.check()[0].part == "header"
    for name in COPIES:
        sample.file(name).unlink()
    with pytest.raises(VaultDamaged, match=r"header\.json is missing"):
        sample.open()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", 128 * 1024),
        ("memory_kib", 8),
        ("memory_kib", 1 << 40),
        ("memory_kib", "a lot"),
        ("iterations", 2),
        ("iterations", 0),
        ("iterations", 1 << 31),
        ("lanes", 2),
        ("lanes", 1 << 20),
        ("kdf_salt", "00" * 16),
        ("kdf_salt", ""),
        ("nonce", "00" * 12),
        ("nonce", "00"),
        ("wrapped", "00" * 48),
        ("wrapped", ""),
        ("wrapped", None),
        ("id", "0000000000000000"),
        ("type", "escrow"),
        ("kdf", "none"),
        ("surplus", 1),
    ],
)
def test_tampered_slot_parameters_never_open(sample: Sample, field: str, value: Any) -> None:
    def tamper(body: Json) -> None:
        for slot in body["slots"]:
            slot[field] = value

    for name in COPIES:
        forge(sample.file(name), tamper)
    with pytest.raises((WrongPassphrase, VaultDamaged)):
        Vault.open(sample.folder, ME, passphrase=helpers.PASSPHRASE)
    with pytest.raises((WrongPassphrase, VaultDamaged)):
        sample.open()


@pytest.mark.parametrize("name", COPIES)
def test_a_forged_copy_does_not_keep_the_whole_one_from_opening(sample: Sample, name: str) -> None:
    def tamper(body: Json) -> None:
        body["generation"] += 7
        body["slots"][0]["iterations"] = 2

    forge(sample.file(name), tamper)
    vault = Vault.open(sample.folder, ME, passphrase=helpers.PASSPHRASE)
    assert vault.mended == ("The two copies of the header differ.",)
    vault.close()
    assert sample.check() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.update(created="2020-01-01T00:00:00+00:00"),
        lambda body: body.update(generation=9),
        lambda body: body["slots"].append(dict(body["slots"][0], type="unknown")),
        lambda body: body["slots"].pop(0),
    ],
)
def test_a_changed_header_is_told_as_such(sample: Sample, change: Callable[[Json], None]) -> None:
    for name in COPIES:
        forge(sample.file(name), change)
    with pytest.raises(VaultDamaged, match="Somebody has changed the header"):
        sample.open()
    assert sample.check()[0].part == "header"


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.update(note="surplus"),
        lambda body: body.update(format="other"),
        lambda body: body.update(version=0),
        lambda body: body.update(salt="00"),
        lambda body: body.update(slots={}),
        lambda body: body.update(slots=["x"]),
        lambda body: body.pop("mac"),
    ],
)
def test_a_header_that_is_none_of_ours(sample: Sample, change: Callable[[Json], None]) -> None:
    for name in COPIES:
        forge(sample.file(name), change)
    with pytest.raises(VaultDamaged):
        sample.open()


def test_the_salt_of_another_database(sample: Sample, tmp_path: Path) -> None:
    for name in COPIES:
        forge(sample.file(name), lambda body: body.update(salt="ab" * 16))
    with pytest.raises(VaultDamaged, match="Somebody has changed"):
        sample.open()


def test_the_header_of_another_vault(sample: Sample, tmp_path: Path) -> None:
    vault, other = helpers.create(tmp_path / "other")
    vault.close()
    for name in COPIES:
        sample.file(name).write_bytes(other.file(name).read_bytes())
    with pytest.raises(WrongPassphrase):
        sample.open()
    with pytest.raises(VaultDamaged, match="not the one that this header belongs to"):
        Vault.open(sample.folder, ME, recovery_code=other.code)


def test_an_old_copy_put_back_is_told_and_its_passphrase_does_not_come_back(sample: Sample) -> None:
    key = data_key(sample)
    old = header.read(sample.folder).copies[0][0]
    kept = tuple(slot for slot in old.slots if slot["type"] == RECOVERY)
    renewed = replace(old, slots=kept).with_slot(Passphrase("a new passphrase", CHEAP), key)
    before = sample.file(COPIES[0]).read_bytes()
    header.write(sample.folder, renewed, VaultKeys.derive(key))
    for name in COPIES:
        whole = sample.file(name).read_bytes()
        sample.file(name).write_bytes(before)
        with pytest.raises(WrongPassphrase):
            Vault.open(sample.folder, ME, passphrase=helpers.PASSPHRASE)
        vault = Vault.open(sample.folder, ME, passphrase="a new passphrase")
        assert vault.mended == ("The two copies of the header differ.",)
        vault.close()
        assert sample.file(name).read_bytes() == whole
        assert {slot["type"] for slot in vault.header.slots} == {PASSPHRASE, RECOVERY}


def test_a_newer_header_is_told_as_newer_and_left_alone(sample: Sample) -> None:
    for name in COPIES:
        forge(sample.file(name), lambda body: body.update(version=2, news=["unknown"], slots=None))
    before = {path.name: path.read_bytes() for path in sample.folder.iterdir()}
    with pytest.raises(UnsupportedSchema, match="newer version"):
        sample.open()
    assert {path.name: path.read_bytes() for path in sample.folder.iterdir()} == before


def test_a_header_that_can_not_be_read(sample: Sample) -> None:
    for name in COPIES:
        sample.file(name).unlink()
        sample.file(name).mkdir()
    with pytest.raises(StorageError, match="refused to read"):
        sample.open()
