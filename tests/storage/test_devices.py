"""The device's key: made once, never shown, part of the check; the list that a force keeps."""

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import Vault
from storage.errors import NotAKey
from storage.keyring.rekey import rekey
from storage.keys.slots import Passphrase, RecoveryCode
from storage.tables.devices import Device, fingerprint, is_signed, listed, read_list, statement
from tests.storage.helpers import CHEAP, ME, PASSPHRASE, Sample, do, plain_pages

DAYS = st.none() | st.dates()


def test_it_is_made_once_and_signs(sample: Sample) -> None:
    vault = sample.open()
    key = vault.device_key().result()
    assert vault.device_key().result() == key
    vault.close()
    vault = sample.open()
    same = vault.device_key().result()
    vault.close()
    assert same == key
    signature = same.sign("test", b"one", b"two")
    assert is_signed(key.public, signature, "test", b"one", b"two")
    assert not is_signed(key.public, signature, "other", b"one", b"two")
    assert not is_signed(key.public, signature, "test", b"onet", b"wo")
    assert not is_signed(bytes(32), signature, "test", b"one", b"two")
    assert sample.check() == []


def test_no_two_lists_of_parts_are_signed_alike() -> None:
    assert statement("a", b"b") != statement("a", b"", b"b")


def test_the_private_half_is_shown_by_nothing(sample: Sample) -> None:
    vault = sample.open()
    key = vault.device_key().result()
    vault.close()
    private = key._private.private_bytes_raw()
    assert private in plain_pages(sample)
    shown = repr(key) + key.enrolment("Sample")
    assert private.hex() not in shown
    assert not any(private in path.read_bytes() for path in sample.folder.iterdir())


@pytest.mark.parametrize("change", ["DELETE FROM device", "UPDATE device SET since = ''"])
def test_a_key_that_was_changed_or_taken_is_found(sample: Sample, change: str) -> None:
    vault = sample.open()
    vault.device_key().result()
    vault._durable.connection.execute(change)
    vault.close()
    assert sample.check() != []


def test_it_goes_over_to_a_new_data_key(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    key = vault.device_key().result()
    rekey(vault, RecoveryCode(sample.code), [Passphrase(PASSPHRASE, CHEAP)], accept_no_daily=True)
    vault = Vault.open(sample.folder, ME, passphrase=PASSPHRASE)
    assert vault.device_key().result() == key
    renewed = do(vault, lambda s: s.device.renew())
    assert renewed.public != key.public
    assert vault.device_key().result() == renewed
    vault.close()


def test_what_is_shown_goes_into_the_list(vault: Vault) -> None:
    key = vault.device_key().result()
    (device,) = read_list(key.enrolment('PC 4711 "Sample"\n'))
    made = datetime.datetime.fromisoformat(key.since).astimezone(datetime.UTC).date()
    assert device == Device('PC 4711 "Sample"', key.public, made)
    assert len(fingerprint(key.public)) == 19


@given(
    st.lists(
        st.builds(
            Device,
            st.text("aé\"\\#= '", max_size=9),
            st.binary(min_size=32, max_size=32),
            DAYS,
            DAYS,
        )
    )
)
def test_a_list_comes_back_as_it_was_written(devices: list[Device]) -> None:
    assert read_list(listed(devices)) == tuple(devices)


def test_an_empty_list_knows_nobody() -> None:
    assert read_list("") == ()
    assert read_list("\ufeff# nobody yet\n") == ()


@pytest.mark.parametrize(
    "text",
    [
        "[[device]]",
        "device = 3",
        'other = "x"',
        '[[device]]\nname = "a"\nkey = "00"',
        f'[[device]]\nname = 3\nkey = "{"0" * 64}"',
        f'[[device]]\nname = "a"\nkey = "{"0" * 64}"\nuntil = "2026"',
        f'[[device]]\nname = "a"\nkey = "{"0" * 64}"\nuntil = 2026-01-01T10:00:00',
        f'[[device]]\nname = "a"\nkey = "{"0" * 64}"\nowner = "b"',
        "device = [3]",
        "{",
    ],
)
def test_a_wrong_list_is_refused(text: str) -> None:
    with pytest.raises(NotAKey):
        read_list(text)


def test_days_are_both_included() -> None:
    day = datetime.date(2026, 11, 22)
    device = Device("a", bytes(32), day, day)
    one = datetime.timedelta(days=1)
    assert [device.may_sign(day + step * one) for step in (-1, 0, 1)] == [False, True, False]
    assert Device("a", bytes(32)).may_sign(day)
