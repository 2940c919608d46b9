"""Escrow: a vault opens to the force's own key, which its officers never hold.

A force key is an X25519 pair in two small text files. The public one goes to every laptop; the
private one is sealed by a passphrase and kept off all of them (`docs/recovery.md`).
"""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass, field
from typing import ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import NotAKey, VaultDamaged, WrongPassphrase
from storage.keys import keyfiles
from storage.keys.derivation import (
    DEFAULT_COST,
    KDF_SALT_SIZE,
    KEY_SIZE,
    NONCE_SIZE,
    Cost,
    stretch,
    unwrap,
    wrap,
)
from storage.keys.slots import ESCROW, Json

NAME = re.compile(r"[^\W_](?:[\w .,&'()\-]{0,58}[\w.)])?")
"""Short, on one line: it stands in the header, and people compare it by eye."""

_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
_PUBLIC, _PRIVATE = "Fieldbook force key 1, public", "Fieldbook force key 1, private"
_PRIVATE_FIELDS = ("name", "public", "argon2id", "salt", "nonce", "sealed")
_FINGERPRINT_BYTES = 10


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A force's public key; from it an escrow slot is made.

    Attributes:
        name: what the force calls it, such as the force and a year.
        raw: 32 bytes (RFC 7748).
    """

    kind: ClassVar[str] = ESCROW

    name: str
    raw: bytes

    @property
    def fingerprint(self) -> str:
        """Sixteen characters to compare by eye or over the telephone."""
        digest = hashlib.sha256(b"fieldbook force key" + self.raw).digest()
        text = base64.b32encode(digest[:_FINGERPRINT_BYTES]).decode()
        return "-".join(text[i : i + 4] for i in range(0, len(text), 4))

    def text(self) -> str:
        """The content of its file."""
        return keyfiles.written(_PUBLIC, {"name": self.name, "public": self.raw.hex()})

    @classmethod
    def parse(cls, text: str) -> "PublicKey":
        """The key in the `text` of a public key's file.

        Raises:
            NotAKey: it is another file, or a character is missing or different.
        """
        return public_in(keyfiles.read(_PUBLIC, ("name", "public"), text, _PRIVATE))

    def parameters(self) -> Json:
        """See `slots.NewSlot`."""
        return {"kem": "x25519-hkdf-sha256-chacha20poly1305", **self.named()}

    def named(self) -> Json:
        """How a slot says which key it is for."""
        return {"name": self.name, "public": self.raw.hex()}

    def seal(self, _slot: Json, data_key: bytes, context: bytes) -> bytes:
        """See `slots.NewSlot`."""
        return self.encrypt(data_key, context)

    def encrypt(self, content: bytes, context: bytes) -> bytes:
        """`content` for the holder of the private key alone (HPKE, RFC 9180, base mode).

        The first 32 bytes are the encapsulated key; `context` is HPKE's info.
        """
        return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(self.raw), info=context)


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A force's private key; it opens every vault that has an escrow slot for it."""

    kind: ClassVar[str] = ESCROW

    public: PublicKey
    _raw: bytes = field(repr=False)

    @classmethod
    def of(cls, name: str, raw: bytes) -> "PrivateKey":
        """The key of these 32 bytes, under a name for people."""
        public = X25519PrivateKey.from_private_bytes(raw).public_key().public_bytes_raw()
        return cls(PublicKey(name, public), raw)

    @property
    def refusal(self) -> str:
        """See `slots.Secret`."""
        return f"This vault has no escrow slot for the key {self.public.fingerprint}."

    @classmethod
    def new(cls, name: str) -> "PrivateKey":
        """A new key under the name that the force gives it.

        Raises:
            NotAKey: the name is none.
        """
        if not NAME.fullmatch(name):
            raise NotAKey("A key's name has up to 60 letters, figures and spaces, on one line.")
        key = X25519PrivateKey.generate()
        return cls(PublicKey(name, key.public_key().public_bytes_raw()), key.private_bytes_raw())

    def text(self, passphrase: str, cost: Cost = DEFAULT_COST) -> str:
        """The content of its file, sealed by `passphrase`."""
        salt, nonce = secrets.token_bytes(KDF_SALT_SIZE), secrets.token_bytes(NONCE_SIZE)
        fields = {
            "name": self.public.name,
            "public": self.public.raw.hex(),
            "argon2id": f"{cost.memory_kib} {cost.iterations} {cost.lanes}",
            "salt": salt.hex(),
            "nonce": nonce.hex(),
        }
        key = stretch(passphrase, salt, cost)
        fields["sealed"] = wrap(key, self._raw, nonce, keyfiles.lines(_PRIVATE, fields)).hex()
        return keyfiles.written(_PRIVATE, fields)

    @staticmethod
    def whose(text: str) -> PublicKey:
        """The public key that stands in the `text` of a private key's file, without opening it.

        Raises:
            NotAKey: it is another file, or a character is missing or different.
        """
        return public_in(keyfiles.read(_PRIVATE, _PRIVATE_FIELDS, text, _PUBLIC))

    @classmethod
    def parse(cls, text: str, passphrase: str) -> "PrivateKey":
        """The key in the `text` of a private key's file.

        Raises:
            NotAKey: it is another file, or a character is missing or different.
            WrongPassphrase: it does not open with `passphrase`.
        """
        fields = keyfiles.read(_PRIVATE, _PRIVATE_FIELDS, text, _PUBLIC)
        try:
            sealed = bytes.fromhex(fields.pop("sealed"))
            salt, nonce = bytes.fromhex(fields["salt"]), bytes.fromhex(fields["nonce"])
            memory_kib, iterations, lanes = map(int, fields["argon2id"].split())
            key = stretch(passphrase, salt, Cost(memory_kib, iterations, lanes))
            raw = unwrap(key, sealed, nonce, keyfiles.lines(_PRIVATE, fields))
        except (ValueError, TypeError, VaultDamaged) as error:
            raise NotAKey("This file is not a force's private key.") from error
        if raw is None:
            raise WrongPassphrase("This passphrase does not open the force's key.")
        return cls(public_in(fields), raw)

    def unseal(self, slot: Json, context: bytes) -> bytes | None:
        """See `slots.Secret`."""
        if slot["public"] != self.public.raw.hex():
            return None
        return self.decrypt(bytes.fromhex(slot["wrapped"]), context)

    def decrypt(self, sealed: bytes, context: bytes) -> bytes | None:
        """What `PublicKey.encrypt` sealed, or None where key or context are not the same."""
        try:
            return _SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(self._raw), context)
        except InvalidTag:
            return None

    def derive(self, purpose: str) -> bytes:
        """32 bytes for another `purpose`, which only the holder of this key can have (HKDF)."""
        kdf = HKDF(hashes.SHA256(), KEY_SIZE, None, f"fieldbook/v1/force/{purpose}".encode())
        return kdf.derive(self._raw)


def key_in(slot: Json) -> PublicKey:
    """The public key that an escrow slot, or the force's share in a slot, is for."""
    return PublicKey(slot["name"], bytes.fromhex(slot["public"]))


def public_in(fields: dict[str, str]) -> PublicKey:
    """The public key of a key file's `name` and `public`.

    Raises:
        NotAKey: it is not whole.
    """
    try:
        key = key_in(fields)
    except ValueError as error:
        raise NotAKey("The public key in this file is not whole.") from error
    if len(key.raw) != KEY_SIZE or not NAME.fullmatch(key.name):
        raise NotAKey("The public key in this file is not whole.")
    return key
