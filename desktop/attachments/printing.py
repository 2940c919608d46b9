"""A record's files for its document: the list always, pictures where somebody asks for them."""

import io
import warnings
from datetime import datetime

from PIL import Image, ImageOps
from PIL.Image import DecompressionBombError

from desktop.sizes import weight
from exports import DocumentFile
from storage import Attachment, RecordId, Vault

_LARGEST = 64 * 1024 * 1024
_SIDE = 1600
"""Pixels of a printed picture's longer side: 300 to the inch at the width of an answer."""


def document_files(vault: Vault, record: RecordId, *, pictures: bool) -> list[DocumentFile]:
    """What a document says of the files of `record`; reads them, so not for a window's thread.

    Parameters:
        pictures: whether photos and drawings are printed.

    Raises:
        StorageError: a file that is to be printed is gone or damaged.
    """
    found = vault.query(lambda session: session.attachments.of(record)).result()
    return [
        DocumentFile(
            attachment.name,
            attachment.title,
            f"{attachment.media_type} · {weight(attachment.size)}",
            attachment.sha256.hex(),
            datetime.fromisoformat(attachment.added),
            attachment.author,
            picture(vault, attachment) if pictures else None,
        )
        for attachment in found
    ]


def picture(vault: Vault, attachment: Attachment) -> bytes | None:
    """A JPEG of what a photo shows, upright, and with nothing that it says of itself."""
    if not attachment.media_type.startswith("image/") or attachment.size > _LARGEST:
        return None
    with vault.read_attachment(attachment.id) as reader:
        data = reader.read()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large pictures; they are made small here
            with Image.open(io.BytesIO(data)) as image:
                image.draft("RGB", (_SIDE, _SIDE))
                upright = ImageOps.exif_transpose(image)
                upright.thumbnail((_SIDE, _SIDE))
                white = Image.new("RGB", upright.size, "white")
                solid = upright.convert("RGBA")
                white.paste(solid, mask=solid.getchannel("A"))
    except (OSError, ValueError, SyntaxError, DecompressionBombError):
        return None  # not a picture that can be printed; the list names it all the same
    out = io.BytesIO()
    white.save(out, "JPEG", quality=85)
    return out.getvalue()
