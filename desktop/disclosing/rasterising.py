"""Files as pictures: what they show and nothing else, for who may not have the files themselves."""

import io

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from desktop.attachments.pdf import PDF, sheets
from desktop.attachments.viewing import read_whole
from exports.disclosure import DisclosureFile
from storage import Attachment, Vault

_DOTS = 150
_QUALITY = 85


def can_be_drawn(file: Attachment) -> bool:
    """Whether a file can go along as pictures."""
    return file.media_type == PDF or file.media_type.startswith("image/")


def drawn(vault: Vault, file: Attachment, name: str) -> DisclosureFile | None:
    """The pages of `file` under the neutral `name`; None where nothing of it can be drawn.

    Reads it, so not for a window's thread. Raises StorageError for one that is gone or damaged.
    """
    if file.media_type == PDF:
        data = read_whole(vault, file.id)
        pages = tuple(_jpeg(image) for _size, image in sheets(data, _DOTS)) if data else ()
    else:
        from desktop.attachments.printing import picture  # brings Pillow

        made = picture(vault, file)
        pages = (made,) if made else ()
    return DisclosureFile(name, pages) if pages else None


def _jpeg(image: QImage) -> bytes:
    """A page as a JPEG that says nothing of where it comes from."""
    from PIL import Image

    plain = QBuffer()
    plain.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(plain, b"BMP")
    out = io.BytesIO()
    with Image.open(io.BytesIO(plain.data().data())) as page:
        page.convert("RGB").save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
