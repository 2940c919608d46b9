"""Reads hand-overs as docs/handover-format.md alone tells it; imports nothing of Fieldbook."""

import base64
import hashlib
import hmac
import json

from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


def written(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def framed(*parts):
    return b"".join(len(part).to_bytes(8, "big") + part for part in parts)


def derive(key, purpose):
    return HKDFExpand(hashes.SHA256(), 32, f"fieldbook/v1/handover {purpose}".encode()).derive(key)


def read(data, private):
    """The manifest, the attachments in its order, and the key of the receipt."""
    assert data[:8] == b"FBHANDO1"
    start = 12 + int.from_bytes(data[8:12], "big")
    envelope = json.loads(data[12:start])
    assert written(envelope) == data[12:start]
    assert (envelope["format"], envelope["version"]) == ("fieldbook-handover", 1)
    signed = framed(b"fieldbook/v1/handover", hashlib.sha256(data[:-64]).digest())
    device = Ed25519PublicKey.from_public_bytes(bytes.fromhex(envelope["device"]))
    device.verify(data[-64:], signed)
    sealed = bytes.fromhex(envelope.pop("sealed"))
    opener = X25519PrivateKey.from_private_bytes(private)
    content_key = SUITE.decrypt(sealed, opener, info=written(envelope))
    content, chunks = b"", data[start:-64]
    cipher = AESGCM(derive(content_key, "content"))
    for number, at in enumerate(range(0, len(chunks), 65552)):
        nonce = number.to_bytes(11, "big") + bytes([at + 65552 >= len(chunks)])
        content += cipher.decrypt(nonce, chunks[at : at + 65552], None)
    length = int.from_bytes(content[:8], "big")
    manifest, rest = json.loads(content[8 : 8 + length]), content[8 + length :]
    files = []
    for attachment in manifest["attachments"]:
        files.append(rest[: attachment["size"]])
        rest = rest[attachment["size"] :]
        assert hashlib.sha256(files[-1]).hexdigest() == attachment["sha256"]
    assert not rest
    for record in manifest["records"]:
        check(record)
    return manifest, files, derive(content_key, "receipt")


def check(record):
    salt = bytes.fromhex(record["salt"])
    for version in record["versions"]:
        content = base64.b64decode(version["content"])
        fields = [record["id"], version["number"], record["form"], version["form_version"]]
        fields += [hashlib.sha256(content).hexdigest()]
        names = ("title", "summary", "author", "device", "event_time", "entry_time", "reason")
        fields += [version[name] for name in (*names, "indexed")]
        text = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
        assert hashlib.sha256(salt + text).hexdigest() == version["hash"], "a version was changed"


def receipt(key, handover, taken, records):
    parts = ("fieldbook-handover-receipt", "1", handover, taken, str(records))
    mac = hmac.digest(key, framed(*(part.encode() for part in parts)), "sha256").hex()
    body = {"format": parts[0], "version": 1, "handover": handover, "taken": taken}
    return json.dumps({**body, "records": records, "mac": mac})
