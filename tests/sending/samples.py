"""Devices, a force's key and a sample report, made once."""

import hashlib
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from exports.envelope import Attached, Content, Sealed, seal
from storage.keys.escrow import PrivateKey
from storage.tables.devices import Device, DeviceKey
from storage.tables.receipts import Head

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
FORCE = PrivateKey.new("Sample Force 2026")
OTHER_FORCE = PrivateKey.new("Another Sample Force")
KEYS = [FORCE.public, OTHER_FORCE.public]
REPORT = b"<data id='intelligence_report'><item>Sample: a grey van on Fridays.</item></data>"


def new_device() -> DeviceKey:
    private = Ed25519PrivateKey.generate()
    return DeviceKey(private.public_key().public_bytes_raw(), NOW.isoformat(), private)


MINE, OTHER = new_device(), new_device()
DEVICES = (Device("laptop 1", MINE.public), Device("laptop 2", OTHER.public))


def attached(name: str, data: bytes) -> Attached:
    return Attached(
        name, "image/jpeg", len(data), hashlib.sha256(data).hexdigest(), lambda: io.BytesIO(data)
    )


def content(instance: str = "uuid:1", *files: Attached, report: bytes = REPORT) -> Content:
    head = Head(12, 9, "ab" * 32)
    return Content(instance, "intelligence_report", "7", report, head, b"s" * 32, files)


@dataclass(frozen=True)
class Envelope:
    path: Path
    sealed: Sealed
    content: Content

    @property
    def data(self) -> bytes:
        return self.path.read_bytes()


def make(
    path: Path, what: Content, device: DeviceKey = MINE, force: PrivateKey = FORCE
) -> Envelope:
    pieces: list[bytes] = []
    sealed = seal(what, [force.public, OTHER_FORCE.public], device, NOW, pieces.append)
    path.write_bytes(b"".join(pieces))
    assert path.stat().st_size == sealed.size
    return Envelope(path, sealed, what)
