"""The force's key: two small files with a check, and vaults that open to it."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import Vault
from storage.errors import NotAKey, WrongPassphrase
from storage.keyring.key_slots import change_slots
from storage.keys.escrow import PrivateKey, PublicKey
from storage.keys.slots import RecoveryCode
from tests.storage.helpers import CHEAP, ME, Sample

WORDS = "lantern orchard velvet canyon"
PUBLIC = """Fieldbook force key 1, public
name: Sample Constabulary 2026
public: 8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a
check: {check}
"""


def golden() -> PublicKey:
    """The public key of RFC 7748, 6.1, under a sample name."""
    raw = bytes.fromhex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
    return PublicKey("Sample Constabulary 2026", raw)


@pytest.fixture(scope="module")
def private_text(force: PrivateKey) -> str:
    return force.text(WORDS, CHEAP)


def test_golden_public_file() -> None:
    text = PUBLIC.format(check="6bfabe908e8aee1e")
    assert golden().text() == text
    assert PublicKey.parse(text) == golden()
    assert golden().fingerprint == "VS52-GPWI-GCCT-UMI3"


def test_both_files_are_read_again(force: PrivateKey, private_text: str) -> None:
    assert PublicKey.parse(force.public.text()) == force.public
    assert PrivateKey.parse(private_text, WORDS) == force


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: "\n\n" + text + "\n\n",
        lambda text: text.replace("\n", "  \n").replace(": ", ":   "),
        lambda text: text.rstrip("\n"),
    ],
)
def test_what_mail_and_editors_do_to_a_file_does_no_harm(
    force: PrivateKey, private_text: str, change: Callable[[str], str]
) -> None:
    assert PublicKey.parse(change(force.public.text())) == force.public
    assert PrivateKey.parse(change(private_text), WORDS) == force


def test_every_changed_character_is_told(force: PrivateKey, private_text: str) -> None:
    for text, read in (
        (force.public.text(), PublicKey.parse),
        (private_text, lambda text: PrivateKey.parse(text, WORDS)),
    ):
        for place, character in enumerate(text.rstrip("\n")):
            other = "0" if character != "0" else "1"
            changed = text[:place] + other + text[place + 1 :]
            with pytest.raises(NotAKey):
                read(changed)
            with pytest.raises(NotAKey):
                read(text[:place])


def test_the_other_file_of_the_pair_is_told_as_such(force: PrivateKey, private_text: str) -> None:
    with pytest.raises(NotAKey, match="the other file of the pair"):
        PublicKey.parse(private_text)
    with pytest.raises(NotAKey, match="the other file of the pair"):
        PrivateKey.parse(force.public.text(), WORDS)


@pytest.mark.parametrize("text", ["", "\x00", "a letter", "Fieldbook force key 1, public"])
def test_another_file_is_no_key(text: str) -> None:
    with pytest.raises(NotAKey):
        PublicKey.parse(text)
    with pytest.raises(NotAKey):
        PrivateKey.parse(text, WORDS)


def test_the_private_file_is_sealed(force: PrivateKey, private_text: str) -> None:
    assert force._raw.hex() not in private_text
    assert force._raw.hex() not in repr(force)
    with pytest.raises(WrongPassphrase, match="does not open the force's key"):
        PrivateKey.parse(private_text, WORDS + " ")


def test_a_private_file_that_asks_for_too_much_work_is_none(private_text: str) -> None:
    for cost in ("8 1 1", "65536 0 1", "99999999999 3 4", "65536 3", "a b c"):
        lines = re.sub("argon2id: .*", f"argon2id: {cost}", private_text)
        body = lines[: lines.index("check: ")]
        check = hashlib.sha256(body.encode()).hexdigest()[:16]
        with pytest.raises(NotAKey):
            PrivateKey.parse(f"{body}check: {check}\n", WORDS)


@pytest.mark.parametrize("name", ["", " ", "two\nlines", "x" * 61, "a\tb", "semi; colon", "-"])
def test_a_name_fits_on_a_line(name: str) -> None:
    with pytest.raises(NotAKey, match="name"):
        PrivateKey.new(name)


def test_names_that_forces_have() -> None:
    for name in ("Heddlu Gwent Sample", "Sample & Test Police (2026)", "Ynys Môn", "A", "Met 2"):
        made = PrivateKey.new(name)
        assert PublicKey.parse(made.public.text()) == made.public


def test_two_force_keys_and_neither_opens_another_vault(
    sample: Sample, blank: Sample, tmp_path: Path, force: PrivateKey
) -> None:
    second = PrivateKey.new("Second")
    vault = sample.open()
    change_slots(vault, RecoveryCode(sample.code), add=[force.public, second.public])
    vault.close()
    for key in (force, second):
        Vault.open(sample.folder, ME, secret=key).close()
    with pytest.raises(WrongPassphrase, match="no escrow slot for the key"):
        Vault.open(sample.folder, ME, secret=PrivateKey.new("Third"))
    with pytest.raises(WrongPassphrase, match=force.public.fingerprint):
        Vault.open(blank.folder, ME, secret=force)


def test_a_slot_of_another_vault_does_not_open_here(
    sample: Sample, blank: Sample, tmp_path: Path, force: PrivateKey
) -> None:
    """The sealed key is bound to the vault's id, so that slots can't be carried over."""
    other = blank.copy(tmp_path / "other")
    headers = []
    for each in (sample, other):
        vault = each.open()
        change_slots(vault, RecoveryCode(each.code), add=[force.public])
        headers.append(vault.header)
        vault.close()
    mine, theirs = headers
    moved = type(mine)(mine.vault_id, mine.salt, mine.created, 9, theirs.slots)
    with pytest.raises(WrongPassphrase):
        moved.open_slot(force)
