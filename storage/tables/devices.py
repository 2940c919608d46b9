"""The device's key, which signs what leaves this vault, and the list of devices that a force knows.

One vault on one laptop is one device. Its Ed25519 key (RFC 8032) is made inside the vault and
never leaves it; the public half is shown as a file and a QR code, and the force puts it on its list
(`docs/submission-format.md`).
"""

import base64
import datetime
import hashlib
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from storage.context import Context
from storage.errors import NotAKey
from storage.tables.sealed import DEVICE

KEY_SIZE = 32
SIGNATURE_SIZE = 64
LONGEST_NAME = 80
_FINGERPRINT_BYTES = 10


@dataclass(frozen=True, slots=True)
class DeviceKey:
    """This vault's own key: it signs, and shows its public half, and nothing else.

    Attributes:
        public: 32 bytes (RFC 8032).
        since: when it was made, ISO 8601 with UTC offset.
    """

    public: bytes
    since: str
    _private: Ed25519PrivateKey = field(repr=False, compare=False)

    def sign(self, purpose: str, *parts: bytes) -> bytes:
        """A signature (64 bytes) over `parts`, good for `purpose` alone; see `statement`."""
        return self._private.sign(statement(purpose, *parts))

    def enrolment(self, name: str) -> str:
        """What force IT adds to its list of devices, as a file or a QR code."""
        made = datetime.datetime.fromisoformat(self.since).astimezone(datetime.UTC)
        return listed([Device(name, self.public, made.date())])


@dataclass(frozen=True, slots=True)
class Device:
    """A device that a force knows.

    Attributes:
        name: whose it is, for people.
        public: its public key, 32 bytes.
        since, until: the days in UTC (both included) on which it may sign; None for no end.
    """

    name: str
    public: bytes
    since: datetime.date | None = None
    until: datetime.date | None = None

    def may_sign(self, day: datetime.date) -> bool:
        """Whether the force knew this device on `day`."""
        return not (self.since and day < self.since) and not (self.until and day > self.until)


class OwnDevice:
    """The device's key within one transaction."""

    def __init__(self, context: Context) -> None:
        """Work in the transaction of `context`."""
        self._context = context

    def key(self) -> DeviceKey:
        """This vault's key; makes it at the first time, so the transaction has to be a write."""
        rows = DEVICE.rows(self._context)
        _id, private, since = rows[0] if rows else self._make()
        key = Ed25519PrivateKey.from_private_bytes(private)
        return DeviceKey(key.public_key().public_bytes_raw(), since, key)

    def renew(self) -> DeviceKey:
        """A new key in place of the old: for a vault that has come to another laptop."""
        self._make()
        return self.key()

    def _make(self) -> tuple[int, bytes, str]:
        private = Ed25519PrivateKey.generate().private_bytes_raw()
        made = 1, private, self._context.now()
        DEVICE.put(self._context, *made)
        return made


def statement(purpose: str, *parts: bytes) -> bytes:
    """What is signed: the purpose, so that no signature serves another one, then every part.

    Each is preceded by its length (8 bytes), so that no two lists look alike.
    """
    texts = (f"fieldbook/v1/{purpose}".encode(), *parts)
    return b"".join(len(text).to_bytes(8, "big") + text for text in texts)


def is_signed(public: bytes, signature: bytes, purpose: str, *parts: bytes) -> bool:
    """Whether the holder of `public` (Ed25519, 32 bytes) made `signature` for `purpose`."""
    try:
        key = Ed25519PublicKey.from_public_bytes(public)
        key.verify(signature, statement(purpose, *parts))
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """Sixteen characters of a device's public key, to compare by eye or over the telephone."""
    digest = hashlib.sha256(b"fieldbook device key" + public).digest()
    text = base64.b32encode(digest[:_FINGERPRINT_BYTES]).decode()
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def listed(devices: Iterable[Device]) -> str:
    """A list of devices as the text of its file (TOML)."""
    blocks = []
    for device in devices:
        days = [("since", device.since), ("until", device.until)]
        lines = [
            "[[device]]",
            f"name = {json.dumps(_name(device.name), ensure_ascii=False)}",
            f'key = "{device.public.hex()}"',
            *(f"{word} = {day.isoformat()}" for word, day in days if day),
        ]
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def read_list(text: str) -> tuple[Device, ...]:
    """The devices in the `text` of a list; none in an empty one.

    Raises:
        NotAKey: it is no such list, and the sentence says what is wrong with which device.
    """
    try:
        values = tomllib.loads(text.lstrip("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise NotAKey(f"The list of devices is not valid TOML: {error}.") from error
    devices = values.pop("device", [])
    if values or not isinstance(devices, list):
        raise NotAKey("A list of devices holds [[device]] tables and nothing else.")
    return tuple(_device(number, entry) for number, entry in enumerate(devices, 1))


def _device(number: int, entry: Any) -> Device:
    try:
        known = {"name", "key", "since", "until"}
        public = bytes.fromhex(entry["key"])
        days = [entry.get(name) for name in ("since", "until")]
        if set(entry) - known or len(public) != KEY_SIZE or not isinstance(entry["name"], str):
            raise ValueError
        if any(day is not None and type(day) is not datetime.date for day in days):
            raise ValueError
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise NotAKey(
            f"Device {number} of the list needs a name, a key of 64 digits and, at most, the days"
            " since and until (2026-11-22)."
        ) from error
    return Device(entry["name"], public, *days)


def _name(text: str) -> str:
    return "".join(c for c in text if c.isprintable())[:LONGEST_NAME]
