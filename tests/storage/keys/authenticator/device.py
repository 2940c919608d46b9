"""A FIDO2 authenticator in software: CTAP 2.1 commands in CBOR, with hmac-secret.

It behaves as a small roaming key does: credentials that are not discoverable, wrapped under a key
of its own so that it stores none; user presence by touch, user verification by PIN.
"""

import hashlib
import hmac
import os
from collections.abc import Callable
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from fido2 import cbor

from tests.storage.keys.authenticator.pin import Pin
from tests.storage.keys.authenticator.status import Refusal, Status

AAGUID = b"Fieldbook sample"
ES256 = -7
PRESENT, VERIFIED, CREDENTIAL, EXTENSIONS = 0x01, 0x04, 0x40, 0x80
MAY_MAKE, MAY_ASSERT = 0x01, 0x02


class Authenticator:
    """One key. `touch` is called where it blinks, and says whether somebody touched it."""

    def __init__(
        self,
        pin: str | None = "1234",
        *,
        protocols: tuple[int, ...] = (2, 1),
        has_secrets: bool = True,
    ) -> None:
        self.pin = Pin()
        if pin:
            self.pin.choose(pin)
        self.touch: Callable[[], bool] = lambda: True
        self.touches = 0
        self._protocols = protocols
        self._has_secrets = has_secrets
        self._wrapping = AESGCM(os.urandom(32))
        self._counter = 0

    def handle(self, request: bytes) -> bytes:
        """Answer one CTAP2 command: status, then CBOR."""
        commands = {
            1: self._make_credential,
            2: self._get_assertion,
            4: self._get_info,
            6: self.pin.command,
        }
        try:
            command = commands.get(request[0])
            if command is None:
                raise Refusal(Status.INVALID_COMMAND)
            parameters = cbor.decode(request[1:]) if request[1:] else {}
            answer = command(parameters)
        except Refusal as refusal:
            return bytes([refusal.status])
        except KeyError:
            return bytes([Status.MISSING_PARAMETER])
        return bytes([Status.SUCCESS]) + cbor.encode(answer)

    def _get_info(self, _parameters: dict[int, Any]) -> dict[int, Any]:
        return {
            1: ["FIDO_2_0", "FIDO_2_1"],
            2: ["hmac-secret"] if self._has_secrets else [],
            3: AAGUID,
            4: {"rk": False, "up": True, "clientPin": self.pin.is_set, "pinUvAuthToken": True},
            5: 2048,
            6: list(self._protocols),
            7: 4,
            8: 256,
            9: ["usb"],
            10: [{"alg": ES256, "type": "public-key"}],
        }

    def _make_credential(self, request: dict[int, Any]) -> dict[int, Any]:
        relying_party = request[2]["id"]
        if all(each["alg"] != ES256 for each in request[4]):
            raise Refusal(Status.UNSUPPORTED_ALGORITHM)
        verified = self._verify(request, 8, 9, MAY_MAKE, relying_party, request[1])
        if self.pin.is_set and not verified:
            raise Refusal(Status.PUAT_REQUIRED)
        if any(self._unwrap(each["id"], relying_party) for each in request.get(5, ())):
            raise Refusal(Status.CREDENTIAL_EXCLUDED)
        self._await_touch()
        key = ec.generate_private_key(ec.SECP256R1())
        credential = self._wrap(key, relying_party)
        numbers = key.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (numbers.x, numbers.y))
        public = cbor.encode({1: 2, 3: ES256, -1: 1, -2: x, -3: y})
        attested = AAGUID + len(credential).to_bytes(2, "big") + credential + public
        wants_secret = self._has_secrets and request.get(6, {}).get("hmac-secret")
        extensions = {"hmac-secret": True} if wants_secret else {}
        flags = PRESENT | CREDENTIAL | (VERIFIED if verified else 0)
        return {1: "none", 2: self._data(relying_party, flags, attested, extensions), 3: {}}

    def _get_assertion(self, request: dict[int, Any]) -> dict[int, Any]:
        relying_party, client_data = request[1], request[2]
        verified = self._verify(request, 6, 7, MAY_ASSERT, relying_party, client_data)
        known = (
            (each["id"], opened)
            for each in request.get(3, ())
            if (opened := self._unwrap(each["id"], relying_party))
        )
        credential, opened = next(known, (b"", b""))
        if not opened:
            raise Refusal(Status.NO_CREDENTIALS)
        wants_touch = request.get(5, {}).get("up", True)
        extensions = {}
        if wants_touch:
            self._await_touch()
            if asked := request.get(4, {}).get("hmac-secret"):
                extensions = {"hmac-secret": self._secrets(asked, opened, verified)}
        flags = (PRESENT if wants_touch else 0) | (VERIFIED if verified else 0)
        data = self._data(relying_party, flags, b"", extensions)
        key = serialization.load_der_private_key(opened[64:], None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        signature = key.sign(data + client_data, ec.ECDSA(hashes.SHA256()))
        return {1: {"id": credential, "type": "public-key"}, 2: data, 3: signature}

    def _secrets(self, asked: dict[int, Any], opened: bytes, verified: bool) -> bytes:
        """CTAP 2.1, 12.5: another secret where nobody was verified."""
        channel = self.pin.agreement.channel(asked.get(4, 1), asked[1])
        channel.verify(asked[2], asked[3])
        salts = channel.decrypt(asked[2])
        if len(salts) not in (32, 64):
            raise Refusal(Status.INVALID_PARAMETER)
        random = opened[:32] if verified else opened[32:64]
        outputs = [
            hmac.digest(random, salts[i : i + 32], "sha256") for i in range(0, len(salts), 32)
        ]
        return channel.encrypt(b"".join(outputs))

    def _verify(
        self,
        request: dict[int, Any],
        mac: int,
        version: int,
        permission: int,
        relying_party: str,
        client_data: bytes,
    ) -> bool:
        if mac not in request:
            return False
        self.pin.verify(request[version], client_data, request[mac], permission, relying_party)
        return True

    def _await_touch(self) -> None:
        if not self.touch():
            raise Refusal(Status.KEEPALIVE_CANCEL)
        self.touches += 1

    def _data(
        self, relying_party: str, flags: int, attested: bytes, extensions: dict[str, Any]
    ) -> bytes:
        self._counter += 1
        more = cbor.encode(extensions) if extensions else b""
        flags |= EXTENSIONS if extensions else 0
        head = hashlib.sha256(relying_party.encode()).digest() + bytes([flags])
        return head + self._counter.to_bytes(4, "big") + attested + more

    def _wrap(self, key: ec.EllipticCurvePrivateKey, relying_party: str) -> bytes:
        """A credential id that holds two random secrets and the signing key, for us alone."""
        form = serialization
        plain = os.urandom(64) + key.private_bytes(
            form.Encoding.DER, form.PrivateFormat.PKCS8, form.NoEncryption()
        )
        nonce = os.urandom(12)
        return nonce + self._wrapping.encrypt(nonce, plain, relying_party.encode())

    def _unwrap(self, credential: bytes, relying_party: str) -> bytes:
        """What `_wrap` wrapped; empty where it was another key, or for somebody else."""
        try:
            return self._wrapping.decrypt(credential[:12], credential[12:], relying_party.encode())
        except (InvalidTag, ValueError):
            return b""
