"""Headers of every format version that was ever written still open, to the same keys."""

import json
from pathlib import Path
from typing import Any

import pytest

from storage.keys import header
from storage.keys.escrow import PrivateKey
from storage.keys.header import COPIES, Header
from storage.keys.security_key import SecurityKey
from storage.keys.shares import Shares
from storage.keys.slots import (
    ESCROW,
    PASSPHRASE,
    RECOVERY,
    SECURITY_KEY,
    SHARES,
    Passphrase,
    RecoveryCode,
    Secret,
)

FIXTURES = Path(__file__).parents[2] / "fixtures" / "headers"
EXPECTED: dict[str, Any] = json.loads((FIXTURES / "secrets.json").read_text("utf-8"))
GIVEN = EXPECTED["secrets"]
NAMES = sorted(path.stem for path in FIXTURES.glob("v*.json"))


@pytest.fixture(scope="module")
def secrets() -> dict[str, list[Secret]]:
    force = PrivateKey.parse(GIVEN["force_key"], GIVEN["force_passphrase"])
    key = GIVEN["security_key"]
    return {
        PASSPHRASE: [Passphrase(GIVEN["passphrase"])],
        RECOVERY: [RecoveryCode(GIVEN["recovery_code"])],
        ESCROW: [force],
        SHARES: [Shares(tuple(GIVEN["shares"])), Shares((GIVEN["shares"][1],), force)],
        SECURITY_KEY: [SecurityKey(key["credential"], bytes.fromhex(key["secret"]))],
    }


def read(name: str, folder: Path) -> Header:
    for copy in COPIES:
        (folder / copy).write_bytes((FIXTURES / f"{name}.json").read_bytes())
    found = header.read(folder)
    assert found.problems == ()
    return found.copies[0][0]


def test_there_is_one_of_every_version() -> None:
    versions = {json.loads((FIXTURES / f"{name}.json").read_bytes())["version"] for name in NAMES}
    assert versions == set(range(1, header.VERSION + 1))


@pytest.mark.parametrize("name", NAMES)
def test_every_slot_opens_to_the_same_keys(
    name: str, tmp_path: Path, secrets: dict[str, list[Secret]]
) -> None:
    whole = read(name, tmp_path)
    for kind in {slot["type"] for slot in whole.slots}:
        for secret in secrets[kind]:
            newest, data_key = header.read(tmp_path).unlock(secret)
            keys = newest.keys(data_key)
            assert data_key.hex() == EXPECTED[name]["data_key"]
            assert keys.audit.hex() == EXPECTED[name]["audit_key"]
            assert keys.header.hex() == EXPECTED[name]["header_key"]


@pytest.mark.parametrize("name", NAMES)
def test_it_would_be_written_the_same_today(name: str, tmp_path: Path) -> None:
    whole = read(name, tmp_path)
    data_key = bytes.fromhex(EXPECTED[name]["data_key"])
    assert whole.document(whole.keys(data_key)) == (FIXTURES / f"{name}.json").read_bytes()


def test_every_kind_of_slot_is_among_them(tmp_path: Path, secrets: dict[str, object]) -> None:
    assert {slot["type"] for slot in read("v1-every-slot", tmp_path).slots} == set(secrets)


def test_a_changed_data_key_keeps_the_key_of_the_chain() -> None:
    before, after = EXPECTED["v1-every-slot"], EXPECTED["v1-second-data-key"]
    assert before["audit_key"] == after["audit_key"]
    assert before["data_key"] != after["data_key"]
    assert before["header_key"] != after["header_key"]
