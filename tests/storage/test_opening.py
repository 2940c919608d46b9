"""A vault is made, opened and closed, and refuses what is no key to it."""

import re
import shutil
from pathlib import Path

import pytest

from storage import Session, Vault
from storage.errors import (
    NotAVault,
    VaultBusy,
    VaultClosed,
    VaultExists,
    VaultReadOnly,
    WrongPassphrase,
)
from tests.storage.helpers import CHEAP, FILES, ME, PASSPHRASE, Sample, add, ask, create, do, note

_NOTE = note("half")


def test_made_closed_and_opened_again(tmp_path: Path) -> None:
    vault, sample = create(tmp_path / "new" / "vault")
    written = add(vault, "first note")
    vault.close()
    vault.close()  # a second time does nothing
    assert sorted(path.name for path in sample.folder.iterdir()) == sorted(FILES)
    opened = Vault.open(sample.folder, ME, passphrase=PASSPHRASE)
    assert ask(opened, lambda s: s.records.newest(written.record)) == written
    assert opened.mended == ()
    opened.close()
    assert sample.check() == []


def test_a_new_folder_is_its_owners_alone(sample: Sample, tmp_path: Path) -> None:
    vault, made = create(tmp_path / "private")
    vault.close()
    assert made.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("wrong", ["", " ", "Three otters cross slowly", PASSPHRASE + " ", "ω"])
def test_wrong_passphrase_changes_nothing(sample: Sample, wrong: str) -> None:
    before = {name: sample.file(name).read_bytes() for name in FILES}
    with pytest.raises(WrongPassphrase, match="does not open this vault"):
        Vault.open(sample.folder, ME, passphrase=wrong)
    assert {path.name: path.read_bytes() for path in sample.folder.iterdir()} == before


def test_nothing_given_is_a_wrong_passphrase(sample: Sample) -> None:
    with pytest.raises(WrongPassphrase):
        Vault.open(sample.folder, ME)


def test_a_passphrase_is_the_same_however_a_keyboard_composes_it(tmp_path: Path) -> None:
    vault, _code = Vault.create(tmp_path / "v", "Zo\u00eb\u00a0sleeps", ME, cost=CHEAP)
    vault.close()
    Vault.open(tmp_path / "v", ME, passphrase="Zoe\u0308 sleeps").close()


def test_no_vault_here(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a letter")
    for place in (tmp_path, tmp_path / "missing", tmp_path / "file"):
        with pytest.raises(NotAVault):
            Vault.open(place, ME, passphrase=PASSPHRASE)


def test_a_new_vault_overwrites_nothing(sample: Sample, tmp_path: Path) -> None:
    before = sample.file("vault.db").read_bytes()
    (tmp_path / "file").write_text("a letter")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter").write_text("dear")
    for place in (sample.folder, tmp_path / "file", tmp_path / "other"):
        with pytest.raises(VaultExists):
            Vault.create(place, PASSPHRASE, ME, cost=CHEAP)
    assert sample.file("vault.db").read_bytes() == before
    assert (tmp_path / "file").read_text() == "a letter"
    assert (tmp_path / "other" / "letter").read_text() == "dear"


def test_one_vault_is_open_once(sample: Sample) -> None:
    first = sample.open()
    with pytest.raises(VaultBusy, match="Another Fieldbook"):
        sample.open()
    add(first, "still mine")
    first.close()
    sample.open().close()


def test_a_failed_write_keeps_nothing_and_the_next_one_works(vault: Vault) -> None:
    class Stop(Exception):
        pass

    def half(session: Session) -> None:
        session.records.add(_NOTE)
        session.settings.set("page", 1)
        raise Stop

    before = do(vault, lambda s: (s.records.count(), len(s.audit.entries())))
    with pytest.raises(Stop):
        do(vault, half)
    assert do(vault, lambda s: (s.records.count(), len(s.audit.entries()))) == before
    assert ask(vault, lambda s: s.settings.get("page", "unset")) == "unset"
    add(vault, "goes on")


def test_a_reader_can_not_write(vault: Vault) -> None:
    with pytest.raises(VaultReadOnly):
        ask(vault, lambda s: s.records.add(_NOTE))
    assert ask(vault, lambda s: s.records.count()) == 0


def test_times_carry_their_offset(vault: Vault) -> None:
    written = add(vault, "when")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}[+-]\d\d:\d\d", written.entry_time)


def test_folders_with_difficult_names(template: Sample, tmp_path: Path) -> None:
    for name in ("with space", "per%20cent?mode=memory", "semi;colon#hash", "ünï 中文", "q'uo\"te"):
        sample = template.copy(tmp_path / name / "vault")
        vault = sample.open()
        add(vault, "name")
        assert ask(vault, lambda s: s.records.count()) == 15
        vault.close()
        assert sample.check() == []
        shutil.rmtree(tmp_path / name)


def test_a_closed_vault_says_that_it_is_closed(tmp_path: Path) -> None:
    vault, _ = create(tmp_path / "vault")
    vault.close()
    for submit in (vault.perform, vault.query):
        with pytest.raises(VaultClosed):
            submit(lambda session: session.records.count()).result()
