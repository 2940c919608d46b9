"""Key slots: each is one way to open a vault, and seals the data key for itself.

Here are what all slots have in common and the two that every vault has from the beginning, the
passphrase and the recovery code. Escrow, shares and security keys have modules of their own.
"""

import secrets
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Protocol

from storage.errors import VaultDamaged
from storage.keys.derivation import (
    DEFAULT_COST,
    KDF_SALT_SIZE,
    KEY_SIZE,
    NONCE_SIZE,
    TAG_SIZE,
    Cost,
    recovery_key,
    stretch,
    unwrap,
    wrap,
)

PASSPHRASE = "passphrase"
RECOVERY = "recovery"
ESCROW = "escrow"
SHARES = "shares"
SECURITY_KEY = "security-key"

DAILY = (PASSPHRASE, SECURITY_KEY)
"""Kinds that an officer opens a vault with from day to day; the others are for when that fails."""
MOST = 32
"""Slots at most: each costs time to try, and a forged header must not keep anybody busy."""

Json = dict[str, Any]

_SEALED_BY_KEY = {"kdf_salt": KDF_SALT_SIZE, "nonce": NONCE_SIZE, "wrapped": KEY_SIZE + TAG_SIZE}
_SIZES: dict[str, dict[str, int]] = {
    PASSPHRASE: _SEALED_BY_KEY,
    RECOVERY: _SEALED_BY_KEY,
    SHARES: _SEALED_BY_KEY,
    SECURITY_KEY: _SEALED_BY_KEY,
    # HPKE puts an encapsulated public key before what it seals.
    ESCROW: {"public": KEY_SIZE, "wrapped": KEY_SIZE + KEY_SIZE + TAG_SIZE},
}
_WORK = ("memory_kib", "iterations", "lanes")


class Secret(Protocol):
    """What somebody gives to open a vault, and the kind of slot that it opens."""

    @property
    def kind(self) -> str:
        """The type of slot that this can open."""

    @property
    def refusal(self) -> str:
        """The sentence that says that it opens no slot."""

    def unseal(self, slot: Json, context: bytes, /) -> bytes | None:
        """The data key sealed in `slot`, or None where this does not open it.

        `context` is what the slot was bound to (`Header`).

        Raises:
            WrongPassphrase: it can open no slot at all, and the sentence says why.
            VaultDamaged: the slot asks for something that no Fieldbook has written.
        """


class NewSlot(Protocol):
    """What a slot is made from."""

    @property
    def kind(self) -> str:
        """The slot's type."""

    def parameters(self) -> Json:
        """Fresh parameters, all that the slot says but its id, its type and the sealed key."""

    def seal(self, slot: Json, data_key: bytes, context: bytes, /) -> bytes:
        """`data_key` sealed for `slot` (whose parameters are these) and bound to `context`."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """A passphrase, to open its slot or to make one that costs `cost` to try."""

    kind: ClassVar[str] = PASSPHRASE
    refusal: ClassVar[str] = "This passphrase does not open this vault."

    text: str = field(repr=False)
    cost: Cost = DEFAULT_COST

    def parameters(self) -> Json:
        """See `NewSlot`."""
        return {"kdf": "argon2id", **asdict(self.cost), **fresh()}

    def seal(self, slot: Json, data_key: bytes, context: bytes) -> bytes:
        """See `NewSlot`."""
        return seal(self._key(slot), slot, data_key, context)

    def unseal(self, slot: Json, context: bytes) -> bytes | None:
        """See `Secret`."""
        return unseal(self._key(slot), slot, context)

    def _key(self, slot: Json) -> bytes:
        cost = Cost(*(slot[name] for name in _WORK))
        return stretch(self.text, bytes.fromhex(slot["kdf_salt"]), cost)


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """A recovery code, as `keys.new_recovery_code` made it or as a person typed it."""

    kind: ClassVar[str] = RECOVERY
    refusal: ClassVar[str] = "This recovery code does not open this vault."

    code: str = field(repr=False)

    def parameters(self) -> Json:
        """See `NewSlot`."""
        return {"kdf": "hkdf-sha256", **fresh()}

    def seal(self, slot: Json, data_key: bytes, context: bytes) -> bytes:
        """See `NewSlot`."""
        return seal(self._key(slot), slot, data_key, context)

    def unseal(self, slot: Json, context: bytes) -> bytes | None:
        """See `Secret`."""
        return unseal(self._key(slot), slot, context)

    def _key(self, slot: Json) -> bytes:
        return recovery_key(self.code, bytes.fromhex(slot["kdf_salt"]))


def fresh() -> Json:
    """Salt and nonce of a new slot whose data key is sealed by a key."""
    return {
        "kdf_salt": secrets.token_bytes(KDF_SALT_SIZE).hex(),
        "nonce": secrets.token_bytes(NONCE_SIZE).hex(),
    }


def seal(key: bytes, slot: Json, data_key: bytes, context: bytes) -> bytes:
    """`data_key` sealed by a slot's own 32-byte `key`."""
    return wrap(key, data_key, bytes.fromhex(slot["nonce"]), context)


def unseal(key: bytes, slot: Json, context: bytes) -> bytes | None:
    """The data key that `seal` sealed, or None where it was another key."""
    wrapped, nonce = bytes.fromhex(slot["wrapped"]), bytes.fromhex(slot["nonce"])
    return unwrap(key, wrapped, nonce, context)


def try_slot(secret: Secret, slot: Json, context: bytes) -> bytes | None:
    """What `secret` finds in `slot`; a slot that somebody malformed is damage, never our bug.

    Raises:
        WrongPassphrase: `secret` can open no slot at all.
        VaultDamaged: the slot is none of ours.
    """
    try:
        return secret.unseal(slot, context)
    except (ValueError, KeyError, TypeError, OverflowError) as error:
        raise VaultDamaged("header", "A key slot is not what Fieldbook writes.") from error


def look_at(slot: Json) -> None:
    """Refuse what none of ours can look like, before anything is computed with it.

    Raises:
        ValueError, KeyError, TypeError: the slot is not whole.
    """
    if not isinstance(slot["id"], str):
        raise TypeError("id")
    for name, size in _SIZES.get(slot["type"], {}).items():
        if len(bytes.fromhex(slot[name])) != size:
            raise ValueError(name)
    if slot["type"] == PASSPHRASE and not all(isinstance(slot[name], int) for name in _WORK):
        raise TypeError("cost")
