"""The command line as force IT uses it: real processes, real vaults."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PASSPHRASE = "a long sample passphrase"


def fieldbook(*arguments: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "desktop.command_line", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault made by command, and its recovery code."""
    vault = tmp_path_factory.mktemp("made") / "vault"
    done = fieldbook(
        "vault", "create", str(vault), "--passphrase-file", "-", "--json", given=PASSPHRASE
    )
    assert done.returncode == 0, done.stderr
    return vault, json.loads(done.stdout)["recovery_code"]


def check(vault: Path, passphrase: str = PASSPHRASE) -> "subprocess.CompletedProcess[str]":
    return fieldbook("vault", "check", str(vault), "--passphrase-file", "-", given=passphrase)


def test_a_new_vault_is_whole(made: tuple[Path, str]) -> None:
    done = check(made[0])
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wrong_passphrase_is_one_sentence_on_stderr(made: tuple[Path, str]) -> None:
    done = check(made[0], "not the passphrase")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "fieldbook: This passphrase does not open this vault.\n"


def test_a_folder_that_is_no_vault_is_said_to_be_none(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert done.returncode == 1
    assert "no vault" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_vault_is_never_made_over_something(made: tuple[Path, str]) -> None:
    before = {file.name: file.read_bytes() for file in made[0].iterdir()}
    done = fieldbook("vault", "create", str(made[0]), "--passphrase-file", "-", given=PASSPHRASE)
    assert done.returncode == 1
    assert "not empty" in done.stderr
    assert {file.name: file.read_bytes() for file in made[0].iterdir()} == before


def test_a_short_passphrase_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    done = fieldbook("vault", "create", str(vault), "--passphrase-file", "-", given="short")
    assert done.returncode == 1
    assert "12 characters" in done.stderr
    assert not vault.exists()


def test_damage_is_named_and_exits_1(made: tuple[Path, str], tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    for file in made[0].iterdir():
        (vault / file.name).write_bytes(file.read_bytes())
    data = bytearray((vault / "vault.db").read_bytes())
    data[5000] ^= 1
    (vault / "vault.db").write_bytes(data)
    done = check(vault)
    assert done.returncode == 1
    assert "damaged" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("nothing",), ("vault",), ("vault", "check")])
def test_wrong_usage_exits_2(arguments: tuple[str, ...]) -> None:
    assert fieldbook(*arguments).returncode == 2
