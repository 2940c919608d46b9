"""TLS to the force's server: whom the system trusts, and nobody else; never less than TLS 1.2."""

import base64
import contextlib
import hashlib
import hmac
import socket
import ssl
from pathlib import Path
from typing import Any

import truststore
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from exports.delivery.outcome import Trouble

# OpenSSL's X509_V_ERR_…
_VERIFY = {
    9: Trouble.CERTIFICATE_EARLY,
    10: Trouble.CERTIFICATE_EXPIRED,
    18: Trouble.CERTIFICATE_SELF_SIGNED,
    19: Trouble.CERTIFICATE_AUTHORITY,
    20: Trouble.CERTIFICATE_AUTHORITY,
    21: Trouble.CERTIFICATE_AUTHORITY,
    62: Trouble.CERTIFICATE_HOST,
    64: Trouble.CERTIFICATE_HOST,
}
# What Windows and macOS say instead, as far as it tells more.
_TOLD = {
    "expired": Trouble.CERTIFICATE_EXPIRED,
    "hostname mismatch": Trouble.CERTIFICATE_HOST,
    "name does not match": Trouble.CERTIFICATE_HOST,
    "not trusted": Trouble.CERTIFICATE_AUTHORITY,
    "self-signed": Trouble.CERTIFICATE_SELF_SIGNED,
    "self signed": Trouble.CERTIFICATE_SELF_SIGNED,
}
_OLD = ("UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION", "NO_PROTOCOLS", "WRONG_SSL_VERSION")


class WrongKey(ssl.SSLError):
    """The server's key is not the one that the force has set."""


class Context(truststore.SSLContext):
    """A context that trusts whom the system trusts, and asks for one key if the force wants it."""

    pinned = ""

    def wrap_socket(self, sock: socket.socket, *args: Any, **options: Any) -> ssl.SSLSocket:
        """Shake hands, and hang up before a word is said if the key is another."""
        wrapped = super().wrap_socket(sock, *args, **options)
        if self.pinned and not hmac.compare_digest(key_of(wrapped), self.pinned):
            with contextlib.suppress(OSError):
                wrapped.close()
            raise WrongKey("the server's key is another one")
        return wrapped


def context(pinned: str = "", certificate: Path | None = None) -> Context:
    """What a connection is made with.

    Parameters:
        pinned: SHA-256 of the server's public key in Base64 (RFC 7469, section 2.4); "" for any.
        certificate: PEM file with the client's own certificate and key.

    Raises:
        OSError: the client's certificate can't be read.
    """
    made = Context(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    made.pinned = pinned
    if certificate:
        made.load_cert_chain(certificate)
    return made


def key_of(connection: ssl.SSLSocket) -> str:
    """SHA-256 of the peer's public key, in Base64."""
    presented = connection.getpeercert(binary_form=True) or b""
    public = x509.load_der_x509_certificate(presented).public_key()
    raw = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(raw).digest()).decode()


def meaning(error: BaseException) -> Trouble | None:
    """What kept a connection from being made, if it was the certificate or TLS itself."""
    found: BaseException | None = error
    while found is not None:
        if isinstance(found, WrongKey):
            return Trouble.PINNED_KEY
        if isinstance(found, ssl.SSLCertVerificationError):
            return _certificate(found)
        if isinstance(found, ssl.SSLError):
            reason = found.reason or ""
            if any(word in reason for word in _OLD):
                return Trouble.OLD_PROTOCOL
            if reason in ("WRONG_VERSION_NUMBER", "HTTP_REQUEST"):
                return Trouble.PORTAL  # something answered without TLS
        found = found.__cause__ or found.__context__
    return None


def _certificate(error: ssl.SSLCertVerificationError) -> Trouble:
    known = _VERIFY.get(getattr(error, "verify_code", 0))
    if known:
        return known
    told = str(error).lower()
    return next((trouble for word, trouble in _TOLD.items() if word in told), Trouble.CERTIFICATE)
