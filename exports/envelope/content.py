"""What is inside an envelope: a report, its attachments, and what the force needs to answer.

The content begins with the length of a manifest (4 bytes) and the manifest (JSON); then come the
report's XML and each attachment, one after the other, as long as the manifest says.
"""

import contextlib
import hashlib
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from exports.envelope.errors import Spoilt
from storage.outbox.outbox import SECRET_SIZE
from storage.tables.receipts import Head, is_hex

REPORT_NAME = "report.xml"
LARGEST_MANIFEST = 1024 * 1024
LENGTH_SIZE = 4
_HASH_SIZE = 32
_XML = "text/xml"
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')


class Readable(Protocol):
    """Something that can be read from once, as an open file."""

    def readinto(self, buffer: memoryview, /) -> int | None:
        """Fill `buffer`, or its beginning, and say how far; 0 at the end."""

    def close(self) -> None:
        """Give free what it holds."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a report.

    Attributes:
        name: as it stands in the report, neutral.
        sha256: of the original (hex), as the vault has kept it since the file was taken in.
        open: gives its bytes to read, from the beginning.
    """

    name: str
    media_type: str
    size: int
    sha256: str
    open: Callable[[], Readable]


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be sealed.

    Attributes:
        instance, form, version: what it is, as in the clear.
        report: the instance's XML as it was finalised.
        head: how far the vault has come.
        secret: given back by whoever opens it, for the proof of a receipt (32 bytes).
    """

    instance: str
    form: str
    version: str
    report: bytes
    head: Head
    secret: bytes
    attachments: tuple[Attached, ...] = ()

    def beginning(self) -> bytes:
        """Everything before the attachments' bytes."""
        report_hash = hashlib.sha256(self.report).hexdigest()
        files = [
            Listed(REPORT_NAME, _XML, len(self.report), report_hash),
            *(Listed(a.name, a.media_type, a.size, a.sha256) for a in self.attachments),
        ]
        manifest = json.dumps(
            {
                "files": [asdict(file) for file in files],
                "form": self.form,
                "head": asdict(self.head),
                "instance": self.instance,
                "secret": self.secret.hex(),
                "version": self.version,
            },
            sort_keys=True,
            separators=(",", ":"),
        ).encode()
        return len(manifest).to_bytes(LENGTH_SIZE, "big") + manifest + self.report

    @property
    def size(self) -> int:
        """Bytes of the whole content."""
        return len(self.beginning()) + sum(attached.size for attached in self.attachments)


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the manifest lists it."""

    name: str
    media_type: str
    size: int
    sha256: str

    def is_one(self) -> bool:
        """Whether name, size and hash can be those of a file in a folder."""
        fair = self.name not in ("", ".", "..") and len(self.name) <= 255  # a file system's most
        return (
            fair
            and not any(c in _NOT_IN_NAMES or not c.isprintable() for c in self.name)
            and type(self.size) is int
            and self.size >= 0
            and isinstance(self.media_type, str)
            and is_hex(self.sha256, _HASH_SIZE)
        )


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the beginning of an opened content says."""

    instance: str
    form: str
    version: str
    head: Head
    secret: bytes
    files: tuple[Listed, ...]


def parse_manifest(text: bytes) -> Manifest:
    """The manifest in `text`.

    Raises:
        Spoilt: it is none of ours; who sealed it had another program, or another aim.
    """
    try:
        fields: dict[str, Any] = json.loads(text)
        manifest = Manifest(
            fields["instance"],
            fields["form"],
            fields["version"],
            Head(**fields["head"]),
            bytes.fromhex(fields["secret"]),
            tuple(Listed(**file) for file in fields["files"]),
        )
        names = [file.name.casefold() for file in manifest.files]
        if (
            not all(file.is_one() for file in manifest.files)
            or names[:1] != [REPORT_NAME]
            or len(set(names)) != len(names)
            or not manifest.head.is_one()
            or len(manifest.secret) != SECRET_SIZE
        ):
            raise ValueError
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise Spoilt("What is inside this submission is not as Fieldbook writes it.") from error
    return manifest


def blocks(content: Content, size: int) -> Iterator[tuple[memoryview, bool]]:
    """The content in blocks of `size` bytes, and whether each is the last.

    A block is only good until the next one is asked for.

    Raises:
        Spoilt: an attachment is not as long as the vault says.
    """
    room = memoryview(bytearray(size))
    filled, left = 0, content.size
    for source, length in _sources(content):
        with contextlib.closing(source):
            while length:
                taken = source.readinto(room[filled : min(size, filled + length)])
                if not taken:
                    raise Spoilt("An attachment is shorter than the vault says.")
                filled, length, left = filled + taken, length - taken, left - taken
                if filled == size or not left:
                    yield room[:filled], not left
                    filled = 0


def _sources(content: Content) -> Iterator[tuple[Readable, int]]:
    beginning = content.beginning()
    yield io.BytesIO(beginning), len(beginning)
    for attached in content.attachments:
        yield attached.open(), attached.size
