"""Backups, restoring and hand-over from the command line, as docs/administration.md tells them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.command_line import main
from storage import Filled
from storage.keys.escrow import PrivateKey
from tests.storage.helpers import CHEAP, Sample, add, ask, create, do

FORCE_WORDS = "lantern orchard velvet canyon"
Run = Callable[..., Any]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; gives what it prints, read as JSON where it is, or its one error."""

    def go(*arguments: object, exits: int = 0) -> Any:
        code = main([str(each) for each in arguments])
        said = capsys.readouterr()
        assert code == exits, said.err
        if exits and said.err:
            assert said.err.count("\n") == 1
            return said.err
        return json.loads(said.out) if "--json" in arguments else said.out

    return go


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    vault, sample = create(tmp_path / "vault")
    add(vault, "She asked for a locksmith.")
    vault.close()
    (tmp_path / "code").write_text(sample.code)
    (tmp_path / "stick").mkdir()
    return sample


def test_a_vault_comes_back_from_a_stick(sample: Sample, tmp_path: Path, run: Run) -> None:
    code = ("--recovery-code-file", tmp_path / "code")
    stick, words = tmp_path / "stick", tmp_path / "words"
    words.write_text("three otters cross slowly\n")
    for _ in range(2):
        made = run("vault", "backup", sample.folder, "--to", stick, *code, "--json")
    assert made["backups"] == 2
    assert made["holding_erased"] == []
    text = run("vault", "backup", sample.folder, "--to", stick, "--keep", "1/0/0", *code)
    assert "restored for a trial and checked" in text
    (left,) = stick.iterdir()
    assert "Nothing deviates" in run("vault", "check", left, "--passphrase-file", words)
    new = tmp_path / "new"
    done = run("vault", "restore", stick, "--to", new, *code, "--json")
    assert done["records"] == 1
    assert Sample(new, sample.code).check() == []
    assert "not empty" in run("vault", "restore", left, "--to", new, *code, exits=1)
    assert "no whole backup" in run("vault", "restore", tmp_path, "--to", new, *code, exits=1)
    data = bytearray((left / "vault.db").read_bytes())
    data[9000] ^= 4
    (left / "vault.db").write_bytes(data)
    assert run("vault", "check", left, "--passphrase-file", words, "--json", exits=1)["findings"]


def test_places_and_numbers_that_are_none(sample: Sample, tmp_path: Path, run: Run) -> None:
    code = ("--recovery-code-file", tmp_path / "code")
    backup = ("vault", "backup", sample.folder, "--to")
    assert "plug the stick in" in run(*backup, tmp_path / "gone", *code, exits=1)
    keep = ("--keep", "many")
    assert "three numbers" in run(*backup, tmp_path / "stick", *keep, *code, exits=1)


def test_a_record_is_handed_over_and_its_receipt_comes_back(
    sample: Sample, tmp_path: Path, run: Run
) -> None:
    vault, other = create(tmp_path / "other")
    vault.close()
    (tmp_path / "other-code").write_text(other.code)
    mine = ("--vault", sample.folder, "--recovery-code-file", tmp_path / "code")
    theirs = ("--vault", other.folder, "--recovery-code-file", tmp_path / "other-code")
    vault = sample.open()
    record = ask(vault, lambda s: s.records.page())[0].id
    vault.close()
    key, file, receipt = tmp_path / "k", tmp_path / "h", tmp_path / "r"
    assert "Fingerprint" in run("handover", "key", *theirs, "--out", key)
    ask_for = ("--record", record, "--to", key, "--reason", "moved", "--out", file)
    assert "sealed to" in run("handover", "make", *mine, *ask_for)
    assert "overwrites nothing" in run("handover", "make", *mine, *ask_for, exits=1)
    assert "another key" in run("handover", "take", file, *mine, exits=1)
    taken = run("handover", "take", file, *theirs, "--receipt", receipt, "--json")
    assert (taken["versions"], taken["records"]) == (1, [record])
    assert "took in 1 records" in run("handover", "receipt", receipt, *mine)
    assert "not made here" in run("handover", "receipt", receipt, *theirs, exits=1)


def test_a_persons_record_goes_to_the_force_after_she_was_asked(
    sample: Sample, tmp_path: Path, run: Run
) -> None:
    force = PrivateKey.new("Sample Constabulary")
    (tmp_path / "force.pub").write_text(force.public.text())
    (tmp_path / "force.key").write_text(force.text(FORCE_WORDS, CHEAP))
    (tmp_path / "words").write_text(FORCE_WORDS)
    vault = sample.open()
    person = do(vault, lambda s: s.records.add(Filled("person", "1", b"<data/>", "A", "", "", "")))
    vault.close()
    mine = ("--vault", sample.folder, "--recovery-code-file", tmp_path / "code")
    make = ("handover", "make", *mine, "--record", person.record, "--to", tmp_path / "force.pub")
    make = (*make, "--reason", "retired", "--out", tmp_path / "h")
    assert "ask her first" in run(*make, exits=1)
    run(*make, "--agreement", "yes, 21 November")
    vault, other = create(tmp_path / "other")
    vault.close()
    (tmp_path / "other-code").write_text(other.code)
    theirs = ("--vault", other.folder, "--recovery-code-file", tmp_path / "other-code")
    opened = ("--sealed-to", tmp_path / "force.key", "--sealed-to-passphrase-file")
    taken = run("handover", "take", tmp_path / "h", *theirs, *opened, tmp_path / "words", "--json")
    assert taken["agreement"] == "yes, 21 November"
