"""Keys: the data key, the keys derived from it, and the ways to wrap it in a key slot."""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from storage.errors import VaultDamaged, WrongPassphrase

KEY_SIZE = 32
KDF_SALT_SIZE = 16
NONCE_SIZE = 12
TAG_SIZE = 16
CHAIN_SIZE = NONCE_SIZE + KEY_SIZE + TAG_SIZE
MEMORY_FLOOR_KIB = 64 * 1024
MEMORY_CEILING_KIB = 4 * 1024 * 1024  # a forged header must not exhaust the machine …
ITERATIONS_CEILING = 64  # … nor keep it busy for a day
LANES_CEILING = 64

# Crockford's base 32: no I, L, O or U, so that a code read aloud or copied by hand stays right.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("ILO", "110")
_SECRET_CHARACTERS = 30  # 150 bits
_CHECK_CHARACTERS = 2
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """What Argon2id costs (RFC 9106): memory in KiB, passes over it, and lanes in parallel."""

    memory_kib: int = 256 * 1024
    iterations: int = 3
    lanes: int = 4


DEFAULT_COST = Cost()


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """The keys that one data key gives, one for each purpose (HKDF-Expand, RFC 5869)."""

    database: bytes
    audit: bytes
    anchor: bytes
    header: bytes
    state: bytes

    @classmethod
    def derive(cls, data_key: bytes) -> "VaultKeys":
        """Derive every purpose's key from the 32 bytes of `data_key`."""
        return cls(*(_expand(data_key, purpose) for purpose in cls.__slots__))


def seal_chain_key(data_key: bytes, audit: bytes, vault_id: str) -> bytes:
    """The audit chain's key, sealed under a new data key so that the chain stays as it is.

    Gives nonce and sealed key, 60 bytes.
    """
    nonce = secrets.token_bytes(NONCE_SIZE)
    return nonce + wrap(_expand(data_key, "chain"), audit, nonce, vault_id.encode())


def open_chain_key(data_key: bytes, sealed: bytes, vault_id: str) -> bytes | None:
    """What `seal_chain_key` sealed, or None where it was another data key."""
    nonce, wrapped = sealed[:NONCE_SIZE], sealed[NONCE_SIZE:]
    return unwrap(_expand(data_key, "chain"), wrapped, nonce, vault_id.encode())


def _expand(key: bytes, purpose: str) -> bytes:
    info = f"fieldbook/v1/{purpose}".encode()
    return HKDFExpand(hashes.SHA256(), KEY_SIZE, info).derive(key)


def sign(key: bytes, *parts: bytes) -> bytes:
    """HMAC-SHA-256 of `parts`, each preceded by its length so that no two lists look alike."""
    text = b"".join([len(part).to_bytes(8, "big") + part for part in parts])
    return hmac.digest(key, text, "sha256")


def normalise_passphrase(text: str) -> bytes:
    """The bytes of a passphrase, equal on every keyboard (RFC 8265, OpaqueString)."""
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in text)
    return unicodedata.normalize("NFC", spaced).encode()


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 32-byte key that Argon2id makes of a passphrase.

    Raises:
        VaultDamaged: the cost lies outside what any Fieldbook has written.
    """
    if not (
        MEMORY_FLOOR_KIB <= cost.memory_kib <= MEMORY_CEILING_KIB
        and 1 <= cost.iterations <= ITERATIONS_CEILING
        and 1 <= cost.lanes <= LANES_CEILING
        and len(salt) == KDF_SALT_SIZE
    ):
        raise VaultDamaged("header", "A key slot asks for an impossible amount of work.")
    kdf = Argon2id(
        salt=salt,
        length=KEY_SIZE,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return kdf.derive(normalise_passphrase(passphrase))


def new_recovery_code() -> str:
    """A recovery code of 150 random bits with a check: eight groups of four characters."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET_CHARACTERS))
    text = body + _check(body)
    return "-".join(text[i : i + _GROUP] for i in range(0, len(text), _GROUP))


def fold_code(code: str) -> str:
    """A recovery code, or a group of one, as it is meant, however a person wrote it."""
    return "".join(c for c in code.upper().translate(_LOOKALIKES) if c in _ALPHABET)


def is_recovery_code(text: str) -> bool:
    """Whether `text` is a recovery code without a slip of the pen."""
    code = fold_code(text)
    body = code[:_SECRET_CHARACTERS]
    return len(code) == _SECRET_CHARACTERS + _CHECK_CHARACTERS and code == body + _check(body)


def recovery_key(code: str, salt: bytes) -> bytes:
    """The 32-byte key of a recovery code as a person typed it.

    Raises:
        WrongPassphrase: the code has a slip of the pen: its check doesn't fit.
    """
    text = fold_code(code)
    body = text[:_SECRET_CHARACTERS]
    if len(text) != _SECRET_CHARACTERS + _CHECK_CHARACTERS or text != body + _check(body):
        raise WrongPassphrase("This is not a recovery code: a character is missing or different.")
    return HKDF(hashes.SHA256(), KEY_SIZE, salt, b"fieldbook/v1/recovery").derive(body.encode())


def _check(body: str) -> str:
    digest = hashlib.sha256(b"fieldbook recovery code " + body.encode()).digest()
    return "".join(_ALPHABET[byte % 32] for byte in digest[:_CHECK_CHARACTERS])


def wrap(key: bytes, data_key: bytes, nonce: bytes, context: bytes) -> bytes:
    """`data_key` sealed by `key` (ChaCha20-Poly1305, RFC 8439), bound to `context`."""
    return ChaCha20Poly1305(key).encrypt(nonce, data_key, context)


def unwrap(key: bytes, wrapped: bytes, nonce: bytes, context: bytes) -> bytes | None:
    """The data key that `wrap` sealed, or None where key or context are not the same."""
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, wrapped, context)
    except InvalidTag:
        return None
