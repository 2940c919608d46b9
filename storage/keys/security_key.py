"""Security keys: a vault opens to a FIDO2 key, touched, with its PIN (CTAP2 hmac-secret).

The key computes a secret from a salt that stands in the slot and from one that never leaves it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import WrongPassphrase
from storage.keys.derivation import KEY_SIZE
from storage.keys.slots import SECURITY_KEY, Json, fresh, seal, unseal

if TYPE_CHECKING:  # fido2 takes a fifth of a second to load, and few vaults have such a slot
    from storage.keys.fido import Person


@dataclass(frozen=True, slots=True)
class NewSecurityKey:
    """What a key that is plugged in has answered, to make its slot from.

    Attributes:
        name: what the officer calls it; it stands in the header, so it gives nothing away.
    """

    kind: ClassVar[str] = SECURITY_KEY

    name: str
    _credential: bytes
    _salt: bytes
    _secret: bytes = field(repr=False)

    @classmethod
    def ask(cls, name: str, person: "Person") -> "NewSecurityKey":
        """Have the key that is plugged in make a credential; it is touched twice.

        Raises:
            SecurityKeyFailed: see `fido.make`.
        """
        from storage.keys import fido

        return cls(name, *fido.make(person))

    def parameters(self) -> Json:
        """See `slots.NewSlot`."""
        return {
            "kdf": "fido2-hmac-secret",
            "name": self.name,
            "credential": self._credential.hex(),
            "salt": self._salt.hex(),
            **fresh(),
        }

    def seal(self, slot: Json, data_key: bytes, context: bytes) -> bytes:
        """See `slots.NewSlot`."""
        return seal(_slot_key(self._secret, slot), slot, data_key, context)


@dataclass(frozen=True, slots=True)
class SecurityKey:
    """What a key that is plugged in has answered, to open its slot with."""

    kind: ClassVar[str] = SECURITY_KEY
    refusal: ClassVar[str] = "This security key does not open this vault."

    _credential: str
    _secret: bytes = field(repr=False)

    @classmethod
    def ask(cls, slots: Sequence[Json], person: "Person") -> "SecurityKey":
        """Have a key that is plugged in answer for one of a vault's `slots`; it is touched once.

        Raises:
            WrongPassphrase: no slot is for a security key, or none for those that are plugged in.
            SecurityKeyFailed: see `fido.answer`.
        """
        wanted = [
            (bytes.fromhex(slot["credential"]), bytes.fromhex(slot["salt"]))
            for slot in slots
            if slot["type"] == SECURITY_KEY
        ]
        if not wanted:
            raise WrongPassphrase("This vault has no slot for a security key.")
        from storage.keys import fido

        found = fido.answer(wanted, person)
        if found is None:
            raise WrongPassphrase(cls.refusal)
        credential, secret = found
        return cls(credential.hex(), secret)

    def unseal(self, slot: Json, context: bytes) -> bytes | None:
        """See `slots.Secret`."""
        if slot["credential"] != self._credential:
            return None
        return unseal(_slot_key(self._secret, slot), slot, context)


def _slot_key(secret: bytes, slot: Json) -> bytes:
    salt = bytes.fromhex(slot["kdf_salt"])
    return HKDF(hashes.SHA256(), KEY_SIZE, salt, b"fieldbook/v1/security-key").derive(secret)
