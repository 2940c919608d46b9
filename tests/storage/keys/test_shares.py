"""Shares: any m of n people open the vault, fewer never do, and a slip is told as a slip."""

import itertools
import secrets
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage import Vault
from storage.errors import SlotRefused, WrongPassphrase
from storage.keyring.key_slots import change_slots
from storage.keys.escrow import PrivateKey
from storage.keys.header import Header
from storage.keys.shares import Shares, ShareSet
from storage.keys.slots import RecoveryCode
from tests.storage.helpers import ME, Sample

DATA_KEY = secrets.token_bytes(32)


def header(made: ShareSet) -> Header:
    return Header("ab" * 16, "cd" * 16, "", 0, ()).with_slot(made, DATA_KEY)


def test_any_two_of_three_and_never_one() -> None:
    made = ShareSet.new(2, 3)
    whole = header(made)
    assert len(made.words) == 3
    assert all(len(words.split()) == 33 for words in made.words)
    for pair in itertools.permutations(made.words, 2):
        assert whole.open_slot(Shares(pair)) == DATA_KEY
    for words in made.words:
        for too_few in ((words,), (words, words), (words, words.upper())):
            with pytest.raises(WrongPassphrase, match=r"2 different shares .* there are 1"):
                whole.open_slot(Shares(too_few))
    assert whole.open_slot(Shares(made.words)) == DATA_KEY  # more than enough


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_m_of_n(data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 16))
    threshold = data.draw(st.integers(2, count))
    made = ShareSet.new(threshold, count)
    whole = header(made)
    brought = data.draw(st.permutations(made.words))
    assert whole.open_slot(Shares(tuple(brought[:threshold]))) == DATA_KEY
    with pytest.raises(WrongPassphrase):
        whole.open_slot(Shares(tuple(brought[: threshold - 1])))


def test_the_force_counts_as_one(force: PrivateKey) -> None:
    made = ShareSet.new(2, 3, force.public)
    whole = header(made)
    assert len(made.words) == 2
    assert whole.open_slot(Shares(made.words)) == DATA_KEY
    for words in made.words:
        assert whole.open_slot(Shares((words,), force)) == DATA_KEY
    with pytest.raises(WrongPassphrase, match="there are 1"):
        whole.open_slot(Shares((), force))
    with pytest.raises(WrongPassphrase, match="there are 1"):
        whole.open_slot(Shares(made.words[:1], PrivateKey.new("Another force")))
    with pytest.raises(WrongPassphrase, match="no escrow slot"):
        whole.open_slot(force)  # a share of it is no escrow


@pytest.mark.parametrize(("threshold", "count"), [(1, 3), (0, 0), (1, 1), (3, 2), (2, 17)])
def test_what_is_no_sharing(threshold: int, count: int) -> None:
    with pytest.raises(SlotRefused, match="2 to 16"):
        ShareSet.new(threshold, count)


def test_shares_as_people_type_them() -> None:
    made = ShareSet.new(2, 2)
    first, second = made.words
    typed = (f"  {first.upper()}\n", second.title().replace(" ", "\n\t "))
    assert header(made).open_slot(Shares(typed)) == DATA_KEY


def test_a_slip_is_told_with_the_share_it_is_in() -> None:
    made = ShareSet.new(2, 2)
    whole, (first, second) = header(made), made.words
    words = second.split()
    swap = next(at for at in range(20) if words[at] != words[at + 1])
    slips = [
        " ".join(words[:-1]),
        " ".join([*words, "zero"]),
        " ".join([*words[:swap], words[swap + 1], words[swap], *words[swap + 2 :]]),
        " ".join([*words[:20], "notaword", *words[21:]]),
        " ".join([*words[:20], "academic" if words[20] != "academic" else "acid", *words[21:]]),
        "",
        "\u0000",
    ]
    for slip in slips:
        with pytest.raises(WrongPassphrase, match="Share 2 has a word too many"):
            whole.open_slot(Shares((first, slip)))


def test_shares_of_another_set_open_nothing() -> None:
    made, other = ShareSet.new(2, 2), ShareSet.new(2, 2)
    with pytest.raises(WrongPassphrase, match="do not open this vault"):
        header(made).open_slot(Shares(other.words))
    with pytest.raises(WrongPassphrase, match="there are 1"):
        header(made).open_slot(Shares((made.words[0], other.words[1])))


def test_two_sets_in_one_vault_each_open_it(force: PrivateKey) -> None:
    first, second = ShareSet.new(2, 3), ShareSet.new(3, 5, force.public)
    both = header(first).with_slot(second, DATA_KEY)
    assert both.open_slot(Shares(first.words[:2])) == DATA_KEY
    assert both.open_slot(Shares(second.words[1:])) == DATA_KEY
    mixed = (*first.words[:1], *second.words[:2])
    assert both.open_slot(Shares(mixed, force)) == DATA_KEY
    with pytest.raises(WrongPassphrase, match=r"3 different shares .* there are 2"):
        both.open_slot(Shares(second.words[:2]))


def test_end_to_end_and_of_no_use_elsewhere(
    sample: Sample, blank: Sample, tmp_path: Path, force: PrivateKey
) -> None:
    made = ShareSet.new(2, 3, force.public)
    vault = sample.open()
    change_slots(vault, RecoveryCode(sample.code), add=[made])
    vault.close()
    Vault.open(sample.folder, ME, secret=Shares(made.words[:1], force)).close()
    with pytest.raises(WrongPassphrase):
        Vault.open(blank.folder, ME, secret=Shares(made.words))
    assert "words" not in repr(made)
    assert made.words[0] not in repr(made) + repr(Shares(made.words))
