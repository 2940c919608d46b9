"""The recovery code: copied by hand, read aloud, typed in any case; a slip is told as a slip."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import Vault
from storage.errors import WrongPassphrase
from storage.keys.derivation import new_recovery_code, recovery_key
from tests.storage.helpers import ME, Sample

SALT = bytes(16)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WX2T"  # golden: its last two characters are the check


def test_shape_and_strength() -> None:
    codes = {new_recovery_code() for _ in range(200)}
    assert len(codes) == 200
    for code in codes:
        assert re.fullmatch(rf"([{ALPHABET}]{{4}}-){{7}}[{ALPHABET}]{{4}}", code)
    assert set("".join(codes)) == {*ALPHABET, "-"}


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code.lower(),
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: f"  {code}\n",
        lambda code: code.replace("1", "I").replace("0", "O"),
        lambda code: code.replace("1", "l").replace("0", "o"),
        lambda code: code.replace("-", "\u2013"),
    ],
)
def test_opens_however_it_is_typed(sample: Sample, typed: object) -> None:
    Vault.open(sample.folder, ME, recovery_code=typed(sample.code)).close()  # type: ignore[operator]


def test_the_code_of_another_vault(sample: Sample) -> None:
    with pytest.raises(WrongPassphrase, match="This recovery code does not open"):
        Vault.open(sample.folder, ME, recovery_code=new_recovery_code())


def test_a_passphrase_is_no_recovery_code_and_the_other_way(sample: Sample) -> None:
    with pytest.raises(WrongPassphrase):
        Vault.open(sample.folder, ME, passphrase=sample.code)
    with pytest.raises(WrongPassphrase, match="not a recovery code"):
        Vault.open(sample.folder, ME, recovery_code="three otters cross slowly")


def test_every_single_slip_of_a_printed_code_is_told() -> None:
    """31 other characters in each of 32 places, 31 neighbours swapped, each character left out."""
    plain = CODE.replace("-", "")
    recovery_key(CODE, SALT)
    slips = {plain[:i] + c + plain[i + 1 :] for i in range(32) for c in ALPHABET} - {plain}
    slips |= {plain[:i] + plain[i + 1] + plain[i] + plain[i + 2 :] for i in range(31)} - {plain}
    slips |= {plain[:i] + plain[i + 1 :] for i in range(32)}
    missed = [slip for slip in slips if is_code(slip)]
    assert len(missed) <= 0.005 * len(slips), missed  # the check has ten bits


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_code_or_a_wrong_one(text: str) -> None:
    assert not is_code(text)


def is_code(text: str) -> bool:
    try:
        return len(recovery_key(text, SALT)) == 32
    except WrongPassphrase as error:
        assert "a character is missing or different" in str(error)  # noqa: PT017
        return False


def test_the_code_stands_in_no_file(sample: Sample, tmp_path: Path) -> None:
    code = sample.code.encode()
    for path in sample.folder.iterdir():
        assert code not in path.read_bytes()
        assert code.replace(b"-", b"") not in path.read_bytes()
