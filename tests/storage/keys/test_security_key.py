"""Security keys: a software authenticator on a software bus, spoken to in CTAP 2.1."""

from pathlib import Path

import pytest

from storage import Vault
from storage.errors import SecurityKeyFailed, WrongPassphrase
from storage.keyring.key_slots import change_slots, key_slots
from storage.keys import fido, header
from storage.keys.security_key import NewSecurityKey, SecurityKey
from storage.keys.slots import SECURITY_KEY, RecoveryCode
from tests.storage.helpers import ME, Sample
from tests.storage.keys.authenticator.device import Authenticator
from tests.storage.keys.authenticator.transport import Sockets


class Officer:
    """Gives the PIN when asked, and remembers what was asked."""

    def __init__(self, pin: str | None = "1234") -> None:
        self._pin = pin
        self.tries: list[int] = []
        self.asked_to_touch = 0

    def touch(self) -> None:
        self.asked_to_touch += 1

    def pin(self, tries: int) -> str | None:
        self.tries.append(tries)
        return self._pin


def add_key(sample: Sample, name: str = "blue key") -> Officer:
    officer = Officer()
    vault = sample.open()
    change_slots(vault, RecoveryCode(sample.code), add=[NewSecurityKey.ask(name, officer)])
    vault.close()
    return officer


def open_with_key(sample: Sample, officer: Officer) -> None:
    vault = sample.open()
    slots = vault.header.slots
    vault.close()
    Vault.open(sample.folder, ME, secret=SecurityKey.ask(slots, officer)).close()


@pytest.mark.parametrize("protocols", [(2, 1), (2,), (1,)])
def test_a_key_opens_the_vault(
    sample: Sample, sockets: Sockets, protocols: tuple[int, ...]
) -> None:
    key = Authenticator(protocols=protocols)
    sockets.plugged_in = [key]
    assert add_key(sample).tries == [8]
    assert key.touches == 2
    officer = Officer()
    open_with_key(sample, officer)
    assert (key.touches, officer.tries) == (3, [8])
    slot = key_slots(header.read(sample.folder).copies[0][0])[-1]
    assert (slot.kind, slot.about) == (SECURITY_KEY, "security key “blue key”")


def test_each_of_two_keys_opens_it_with_one_touch(sample: Sample, sockets: Sockets) -> None:
    first, second = Authenticator(), Authenticator(pin="98765")
    sockets.plugged_in = [first]
    add_key(sample)
    sockets.plugged_in = [second]
    officer = Officer("98765")
    vault = sample.open()
    change_slots(vault, RecoveryCode(sample.code), add=[NewSecurityKey.ask("spare", officer)])
    vault.close()
    open_with_key(sample, officer)
    sockets.plugged_in = [first]
    open_with_key(sample, Officer())
    assert (first.touches, second.touches) == (3, 3)


def test_another_key_beside_it_is_left_alone(sample: Sample, sockets: Sockets) -> None:
    mine, other = Authenticator(), Authenticator()
    sockets.plugged_in = [mine]
    add_key(sample)
    sockets.plugged_in = [other, mine]
    open_with_key(sample, Officer())
    assert (mine.touches, other.touches) == (3, 0)
    with pytest.raises(SecurityKeyFailed, match="leave only one"):
        NewSecurityKey.ask("which?", Officer())


def test_another_key_does_not_open_it_and_need_not_be_touched(
    sample: Sample, sockets: Sockets
) -> None:
    sockets.plugged_in = [Authenticator()]
    add_key(sample)
    other = Authenticator()
    sockets.plugged_in = [other]
    officer = Officer()
    with pytest.raises(WrongPassphrase, match="does not open this vault"):
        open_with_key(sample, officer)
    assert (other.touches, officer.tries) == (0, [])


def test_a_vault_without_such_a_slot_asks_nobody(sample: Sample, sockets: Sockets) -> None:
    sockets.plugged_in = [key := Authenticator()]
    with pytest.raises(WrongPassphrase, match="no slot for a security key"):
        open_with_key(sample, Officer())
    assert key.touches == 0


def test_without_the_pin_it_gives_nothing(sample: Sample, sockets: Sockets) -> None:
    key = Authenticator()
    sockets.plugged_in = [key]
    add_key(sample)
    for tries in (8, 7):
        officer = Officer("0000")
        with pytest.raises(SecurityKeyFailed, match="not the PIN"):
            open_with_key(sample, officer)
        assert officer.tries == [tries]
    with pytest.raises(SecurityKeyFailed, match="plug it in again"):
        open_with_key(sample, Officer("0000"))
    with pytest.raises(SecurityKeyFailed, match="plug it in again"):
        open_with_key(sample, Officer())
    key.pin.plug_in_again()
    with pytest.raises(SecurityKeyFailed, match="PIN was not given"):
        open_with_key(sample, Officer(None))
    assert key.touches == 2
    open_with_key(sample, Officer())
    assert key.pin.retries == 8


def test_a_blocked_key_is_told_as_blocked(sample: Sample, sockets: Sockets) -> None:
    key = Authenticator()
    sockets.plugged_in = [key]
    add_key(sample)
    key.pin.retries = 1
    for _attempt in range(2):
        with pytest.raises(SecurityKeyFailed, match="blocked until it is reset"):
            open_with_key(sample, Officer("0000"))


def test_nobody_touches_it(
    sample: Sample, sockets: Sockets, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets.plugged_in = [Authenticator()]
    add_key(sample)
    monkeypatch.setattr(fido, "_TIMEOUT_MS", 200)
    sockets.let_nobody_touch()
    officer = Officer()
    with pytest.raises(SecurityKeyFailed, match="not touched in time"):
        open_with_key(sample, officer)
    assert officer.asked_to_touch == 1


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (None, "No security key is plugged in"),
        (Authenticator(pin=None), "has no PIN yet"),
        (Authenticator(has_secrets=False), "can't compute secrets"),
    ],
)
def test_keys_that_will_not_do(
    sockets: Sockets, key: Authenticator | None, sentence: str, tmp_path: Path
) -> None:
    sockets.plugged_in = [key] if key else []
    with pytest.raises(SecurityKeyFailed, match=sentence):
        NewSecurityKey.ask("blue key", Officer())


def test_a_key_that_lost_its_memory(sample: Sample, sockets: Sockets) -> None:
    """A reset key makes no secret that was; the recovery code still opens the vault."""
    sockets.plugged_in = [Authenticator()]
    add_key(sample)
    sockets.plugged_in = [Authenticator()]  # a reset makes it another key
    with pytest.raises(WrongPassphrase):
        open_with_key(sample, Officer())
    sample.open().close()
