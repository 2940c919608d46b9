"""The authenticator's side of CTAP 2.1, 6.5: the two PIN/UV auth protocols and the PIN itself."""

import hashlib
import hmac
import os
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from tests.storage.keys.authenticator.status import Refusal, Status

RETRIES = 8
WRONG_IN_A_ROW = 3
SIZE = 32


class Channel:
    """What one platform and the authenticator share after key agreement."""

    def __init__(self, version: int, secret: bytes) -> None:
        self.version = version
        self._hmac_key, self._aes_key = secret[:SIZE], secret[-SIZE:]

    def encrypt(self, plain: bytes) -> bytes:
        iv = os.urandom(16) if self.version == 2 else bytes(16)
        cipher = Cipher(algorithms.AES(self._aes_key), modes.CBC(iv)).encryptor()
        sealed = cipher.update(plain) + cipher.finalize()
        return iv + sealed if self.version == 2 else sealed

    def decrypt(self, sealed: bytes) -> bytes:
        iv, body = (sealed[:16], sealed[16:]) if self.version == 2 else (bytes(16), sealed)
        if not body or len(body) % 16:
            raise Refusal(Status.INVALID_PARAMETER)
        cipher = Cipher(algorithms.AES(self._aes_key), modes.CBC(iv)).decryptor()
        return cipher.update(body) + cipher.finalize()

    def verify(self, message: bytes, mac: bytes) -> None:
        if not hmac.compare_digest(authenticate(self.version, self._hmac_key, message), mac):
            raise Refusal(Status.PIN_AUTH_INVALID)


def authenticate(version: int, key: bytes, message: bytes) -> bytes:
    mac = hmac.digest(key, message, "sha256")
    return mac if version == 2 else mac[:16]


class KeyAgreement:
    """The authenticator's key pair for agreement; made anew after a wrong PIN."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())

    def public(self) -> dict[int, Any]:
        numbers = self._key.public_key().public_numbers()
        x, y = (number.to_bytes(SIZE, "big") for number in (numbers.x, numbers.y))
        return {1: 2, 3: -25, -1: 1, -2: x, -3: y}

    def channel(self, version: int, peer: dict[int, Any]) -> Channel:
        x, y = (int.from_bytes(peer[name], "big") for name in (-2, -3))
        public = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
        shared = self._key.exchange(ec.ECDH(), public)
        if version == 1:
            return Channel(1, hashlib.sha256(shared).digest())
        hmac_key, aes_key = (
            HKDF(hashes.SHA256(), SIZE, bytes(SIZE), info).derive(shared)
            for info in (b"CTAP2 HMAC key", b"CTAP2 AES key")
        )
        return Channel(2, hmac_key + aes_key)


class Pin:
    """The PIN, its tries, and the token that proves it."""

    def __init__(self) -> None:
        self.agreement = KeyAgreement()
        self._hash: bytes | None = None
        self.retries = RETRIES
        self._in_a_row = 0
        self._token = os.urandom(SIZE)
        self._permissions = 0
        self._relying_party: str | None = None

    @property
    def is_set(self) -> bool:
        return self._hash is not None

    def plug_in_again(self) -> None:
        """What pulling the key out and plugging it in does."""
        self._in_a_row = 0
        self._permissions = 0
        self._token = os.urandom(SIZE)
        self.agreement.renew()

    def choose(self, pin: str) -> None:
        """What the maker's program does, before anything of this is tested."""
        self._hash = hashlib.sha256(pin.encode()).digest()[:16]

    def command(self, request: dict[int, Any]) -> dict[int, Any]:
        """authenticatorClientPIN."""
        subcommand = request[2]
        if subcommand == 1:
            return {3: self.retries, 4: self._in_a_row >= WRONG_IN_A_ROW}
        if request.get(1) not in (1, 2):
            raise Refusal(Status.INVALID_PARAMETER)
        if subcommand == 2:
            return {1: self.agreement.public()}
        if subcommand in (5, 9):
            return self._give_token(request)
        raise Refusal(Status.INVALID_SUBCOMMAND)

    def _give_token(self, request: dict[int, Any]) -> dict[int, Any]:
        if self._hash is None:
            raise Refusal(Status.PIN_NOT_SET)
        if not self.retries:
            raise Refusal(Status.PIN_BLOCKED)
        if self._in_a_row >= WRONG_IN_A_ROW:
            raise Refusal(Status.PIN_AUTH_BLOCKED)
        channel = self.agreement.channel(request[1], request[3])
        self.retries -= 1
        if not hmac.compare_digest(channel.decrypt(request[6]), self._hash):
            self._refuse_pin()
        self.retries, self._in_a_row = RETRIES, 0
        self._token = os.urandom(SIZE)
        self._permissions = request.get(9, 3)
        self._relying_party = request.get(10)
        return {2: channel.encrypt(self._token)}

    def _refuse_pin(self) -> None:
        self.agreement.renew()
        self._in_a_row += 1
        if not self.retries:
            raise Refusal(Status.PIN_BLOCKED)
        if self._in_a_row >= WRONG_IN_A_ROW:
            raise Refusal(Status.PIN_AUTH_BLOCKED)
        raise Refusal(Status.PIN_INVALID)

    def verify(
        self, version: int, message: bytes, mac: bytes, permission: int, relying_party: str
    ) -> None:
        """Whether a request comes from who knows the PIN, and may do this."""
        if version not in (1, 2):
            raise Refusal(Status.INVALID_PARAMETER)
        if not hmac.compare_digest(authenticate(version, self._token, message), mac):
            raise Refusal(Status.PIN_AUTH_INVALID)
        if not self._permissions & permission or self._relying_party not in (None, relying_party):
            raise Refusal(Status.PIN_AUTH_INVALID)
