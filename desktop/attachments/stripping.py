"""A copy of a photo or paper without what it says beside what it shows.

Nothing of a picture is computed anew: what goes are the blocks around it, so that the copy shows
exactly what the original shows. How it is turned stays, because it belongs to what is shown.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator

import pikepdf
from PIL import Image

STRIPPABLE = frozenset({"image/jpeg", "image/png", "image/webp", "application/pdf"})
"""Media types that can be copied without metadata."""

_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
# Chunks that say how the picture looks (PNG, Third Edition, 11); all others go.
_PNG_SHOWN = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"),
    *(b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"),
}
_ORIENTATION = 0x0112
_SOS, _EOI, _APP0, _APP2, _APP14, _COM = 0xDA, 0xD9, 0xE0, 0xE2, 0xEE, 0xFE
_BROKEN = (
    *(KeyError, IndexError, ValueError, SyntaxError, OSError, RuntimeError),
    *(struct.error, pikepdf.PdfError, Image.DecompressionBombError),
)
_ALONE = {0x01, *range(0xD0, 0xD9)}  # markers without a length (T.81, B.1.1.4)


class CannotStrip(Exception):
    """The file is not built as its type should be; no copy was made."""


def without_metadata(data: bytes, media_type: str) -> bytes:
    """A copy of `data` that shows the same and says nothing else.

    Raises:
        CannotStrip: the file is damaged, or of a type that is not known.
    """
    copiers = {
        "image/jpeg": _jpeg,
        "image/png": _png,
        "image/webp": _webp,
        "application/pdf": _pdf,
    }
    try:
        return copiers[media_type](data)
    except _BROKEN as error:
        raise CannotStrip(media_type) from error


def _jpeg(data: bytes) -> bytes:
    """Keep tables, frames, scans and the colour profile; of EXIF, the way it is turned."""
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    kept = [b"\xff\xd8", *_turned(data)]
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes
            at += 1
            continue
        if marker == _EOI:
            return b"".join([*kept, b"\xff\xd9"])  # what comes after it is no part of the picture
        length = 0 if marker in _ALONE else struct.unpack(">H", data[at + 2 : at + 4])[0]
        end = at + 2 + length
        if _is_shown(marker, data[at + 4 : at + 16]):
            kept.append(data[at:end])
        if marker == _SOS:
            begin, end = end, _end_of_scan(data, end)
            kept.append(data[begin:end])
        at = end


def _is_shown(marker: int, begin: bytes) -> bool:
    if marker == _APP2:
        return begin == b"ICC_PROFILE\0"
    if marker in (_APP0, _APP14):
        return begin.startswith((b"JFIF\0", b"Adobe"))
    return marker != _COM and not 0xE0 <= marker <= 0xEF


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the entropy-coded data that begins at `at` ends: at a marker that is no restart."""
    while True:
        at = data.index(0xFF, at)
        if data[at + 1] not in (0x00, *range(0xD0, 0xD8)):
            return at
        at += 2


def _turned(data: bytes) -> list[bytes]:
    """A block of EXIF that says nothing but how the picture is turned, if it is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of damaged blocks; they are left out
        with Image.open(io.BytesIO(data)) as image:
            orientation = image.getexif().get(_ORIENTATION, 1)
    if orientation not in range(2, 9):
        return []
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    block = exif.tobytes()
    return [b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block]


def _png(data: bytes) -> bytes:
    if data[:8] != _PNG_HEAD:
        raise ValueError("no PNG")
    kept = [_PNG_HEAD]
    for name, chunk in _png_chunks(data):
        if name in _PNG_SHOWN:
            kept.append(chunk)
        if name == b"IEND":
            return b"".join(kept)
    raise ValueError("no end")


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        chunk = data[at : at + 12 + length]
        if zlib.crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]:
            raise ValueError("a damaged chunk")
        yield chunk[4:8], chunk
        at += len(chunk)


def _webp(data: bytes) -> bytes:
    """Drop the chunks EXIF and XMP, and the flags that announce them (RFC 9649, 2.7)."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise ValueError("no WebP")
    kept, at = [], 12
    end = min(len(data), 8 + struct.unpack("<I", data[4:8])[0])
    while at < end:
        name = data[at : at + 4]
        (length,) = struct.unpack("<I", data[at + 4 : at + 8])
        chunk = bytearray(data[at : at + 8 + length + length % 2])
        if name == b"VP8X":
            chunk[8] &= ~0b00001100
        if name in (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"):
            kept.append(bytes(chunk))
        at += len(chunk)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _pdf(data: bytes) -> bytes:
    """Drop the document's own metadata and that of the pictures and parts within."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.docinfo
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                for key in ("/Metadata", "/PieceInfo", "/LastModified"):
                    if key in thing:
                        del thing[key]
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()
