"""Speaks to FIDO2 keys: has one make a credential, and compute its secret for a salt.

They are asked in the WebAuthn way (`prf`), so that Windows, which lets nobody else speak to them,
gives the same secret as the other systems. A PIN (or a finger) is always needed: a key that was
lost with the laptop must not open it.
"""

import contextlib
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from fido2.client import (
    ClientError,
    DefaultClientDataCollector,
    Fido2Client,
    PinRequiredError,
    UserInteraction,
    WebAuthnClient,
)
from fido2.ctap import CtapDevice, CtapError
from fido2.ctap2.base import Ctap2
from fido2.ctap2.pin import ClientPin
from fido2.hid import CtapHidDevice
from fido2.utils import websafe_encode
from fido2.webauthn import PublicKeyCredentialCreationOptions, PublicKeyCredentialRequestOptions

from storage.errors import KeyTrouble, SecurityKeyFailed

# `.invalid` belongs to nobody (RFC 2606): no web site can ever ask a key for these secrets.
_RELYING_PARTY = "fieldbook.invalid"
_COLLECTOR = DefaultClientDataCollector(f"https://{_RELYING_PARTY}")
_SALT_SIZE = 32
_CHALLENGE_SIZE = 32
_TIMEOUT_MS = 60_000
_ALGORITHMS = (-7, -8)  # ES256, EdDSA; nobody verifies the signatures, but every key makes one

_TROUBLE = {
    ClientError.ERR.TIMEOUT: KeyTrouble.UNTOUCHED,
    ClientError.ERR.CONFIGURATION_UNSUPPORTED: KeyTrouble.NO_PIN,
}
_PIN_TROUBLE: dict[int, KeyTrouble] = {
    CtapError.ERR.PIN_INVALID: KeyTrouble.WRONG_PIN,
    CtapError.ERR.PIN_AUTH_INVALID: KeyTrouble.WRONG_PIN,
    CtapError.ERR.PIN_AUTH_BLOCKED: KeyTrouble.PULL_OUT,
    CtapError.ERR.PIN_BLOCKED: KeyTrouble.BLOCKED,
}


class Person(Protocol):
    """Who holds the key, and is asked for what only a person can do."""

    def touch(self) -> None:
        """Ask them to touch the key."""

    def pin(self, tries: int) -> str | None:
        """Ask them for the key's PIN, of which so many `tries` are left; None if they give up."""


def make(person: Person) -> tuple[bytes, bytes, bytes]:
    """Have the one key that is plugged in make a credential.

    Gives the credential's id, a fresh salt, and the secret of 32 bytes that the key computes from
    both.

    Raises:
        SecurityKeyFailed: none or several are plugged in; its PIN is not set, or was wrong; it was
            not touched in time; it can't compute secrets.
    """
    options: dict[str, Any] = {
        "rp": {"id": _RELYING_PARTY, "name": "Fieldbook"},
        "user": {"id": secrets.token_bytes(16), "name": "Fieldbook", "displayName": "Fieldbook"},
        "challenge": secrets.token_bytes(_CHALLENGE_SIZE),
        "pubKeyCredParams": [{"type": "public-key", "alg": each} for each in _ALGORITHMS],
        "timeout": _TIMEOUT_MS,
        "authenticatorSelection": {
            "residentKey": "discouraged",
            "userVerification": "required",
            "authenticatorAttachment": "cross-platform",
        },
        "extensions": {"prf": {}},
    }
    salt = secrets.token_bytes(_SALT_SIZE)
    with _failures(), _client(person, ()) as client:
        assert client
        made = client.make_credential(PublicKeyCredentialCreationOptions.from_dict(options))
        promised = made.client_extension_results.prf
        if not (promised and promised.enabled):
            raise SecurityKeyFailed(KeyTrouble.INCAPABLE)
        credential, secret = _ask(client, [(made.raw_id, salt)])
    return credential, salt, secret


def answer(wanted: Sequence[tuple[bytes, bytes]], person: Person) -> tuple[bytes, bytes] | None:
    """Have a key that is plugged in compute its secret.

    Parameters:
        wanted: ids of credentials, each with its salt.

    Gives the one credential that the key has made, and its secret; None where it made none.

    Raises:
        SecurityKeyFailed: none is plugged in; its PIN was wrong; it was not touched in time.
    """
    with _failures(), _client(person, [credential for credential, _salt in wanted]) as client:
        return _ask(client, wanted) if client else None


def _ask(client: WebAuthnClient, wanted: Sequence[tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    salts = {websafe_encode(credential): {"first": salt} for credential, salt in wanted}
    allowed = [{"type": "public-key", "id": credential} for credential, _salt in wanted]
    options: dict[str, Any] = {
        "challenge": secrets.token_bytes(_CHALLENGE_SIZE),
        "timeout": _TIMEOUT_MS,
        "rpId": _RELYING_PARTY,
        "allowCredentials": allowed,
        "userVerification": "required",
        "extensions": {"prf": {"evalByCredential": salts}},
    }
    chosen = client.get_assertion(PublicKeyCredentialRequestOptions.from_dict(options))
    response = chosen.get_response(0)
    given = response.client_extension_results.prf
    if not (given and given.results):
        raise SecurityKeyFailed(KeyTrouble.INCAPABLE)
    return response.raw_id, bytes(given.results.first)


@contextlib.contextmanager
def _client(person: Person, known: Sequence[bytes]) -> Iterator[WebAuthnClient | None]:
    """A client for the one key to use, or for one that made a `known` credential; None if none did.

    Raises:
        SecurityKeyFailed: none is plugged in, or several are and nothing tells which is meant.
    """
    if sys.platform == "win32":
        from fido2.client.windows import WindowsClient

        if WindowsClient.is_available():  # Windows itself asks for the key, its PIN and the touch
            yield WindowsClient(_COLLECTOR)
            return
    with _plugged_in() as devices:
        if not devices:
            raise SecurityKeyFailed(KeyTrouble.MISSING)
        if known:
            devices = [device for device in devices if _knows_one(device, known)][:1]
        if len(devices) > 1:
            raise SecurityKeyFailed(KeyTrouble.SEVERAL)
        asking = (Fido2Client(each, _COLLECTOR, _Interaction(person, each)) for each in devices)
        yield next(asking, None)


@contextlib.contextmanager
def _plugged_in() -> Iterator[list[CtapDevice]]:
    devices: list[CtapDevice] = list(CtapHidDevice.list_devices())
    try:
        yield devices
    finally:
        for device in devices:
            device.close()


def _knows_one(device: CtapDevice, credentials: Sequence[bytes]) -> bool:
    """Whether a key has made one of the `credentials`; it says so without being touched."""
    try:
        ctap = Ctap2(device)
    except (CtapError, ValueError):  # an old key, which has no secrets to give
        return False
    for credential in credentials:
        allowed: list[Mapping[str, Any]] = [{"type": "public-key", "id": credential}]
        with contextlib.suppress(CtapError):
            ctap.get_assertion(_RELYING_PARTY, bytes(32), allowed, options={"up": False})
            return True
    return False


class _Interaction(UserInteraction):
    """Passes what a key wants on to the person who holds it."""

    def __init__(self, person: Person, device: CtapDevice) -> None:
        self._person = person
        self._device = device
        self._pin: str | None = None

    def prompt_up(self) -> None:
        self._person.touch()

    def request_pin(self, _permissions: ClientPin.PERMISSION, _rp_id: str | None) -> str | None:
        if self._pin is None:  # asked once, even where the key is touched twice
            tries, _power_cycle = ClientPin(Ctap2(self._device)).get_pin_retries()
            self._pin = self._person.pin(tries)
        return self._pin


@contextlib.contextmanager
def _failures() -> Iterator[None]:
    """Turn what a key or its client refuses within into what the person can be told."""
    try:
        yield
    except PinRequiredError as error:
        raise SecurityKeyFailed(KeyTrouble.PIN_NOT_GIVEN) from error
    except ClientError as error:
        cause = error.cause
        trouble = _PIN_TROUBLE.get(cause.code) if isinstance(cause, CtapError) else None
        trouble = trouble or _TROUBLE.get(error.code, KeyTrouble.SILENT)
        raise SecurityKeyFailed(trouble) from error
    except (CtapError, OSError, ValueError) as error:
        raise SecurityKeyFailed(KeyTrouble.SILENT) from error
