"""What a photo or paper says beside what it shows: where, when, with which device, by whom.

Read with Pillow (photos) and pikepdf (papers): both are here already, because documents are
written with ReportLab, which brings Pillow, and completed with pikepdf. Both come as wheels for
every system, under licences that ask for no more than a notice (MIT-CMU; MPL 2.0).
"""

import io
import re
import warnings
from dataclasses import dataclass

import pikepdf
from PIL import ExifTags, Image, UnidentifiedImageError
from PIL.Image import DecompressionBombError, Exif

from translations.interface import _

_LONGEST = 200  # characters of one fact that are shown
# What the readers raise where a file is damaged; pikepdf lets QPDF's own errors through.
_BROKEN = (OSError, ValueError, SyntaxError, RuntimeError, pikepdf.PdfError, DecompressionBombError)
_Base, _Place = ExifTags.Base, ExifTags.GPS


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a file says of itself.

    Attributes:
        label: what it is about.
        text: what it says.
        telling: whether it can lead to a person or a place.
    """

    label: str
    text: str
    telling: bool = False


def read(data: bytes, media_type: str) -> tuple[Fact, ...]:
    """What a file says of itself, the most telling first; nothing where nothing can be read."""
    try:
        if media_type == "application/pdf":
            return _paper(data)
        if media_type.startswith("image/"):
            return _photo(data)
    except _BROKEN:
        return ()  # a damaged or unknown file has nothing to say; it is kept as it is
    return ()


def _photo(data: bytes) -> tuple[Fact, ...]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large pictures; none is decoded here
        try:
            image = Image.open(io.BytesIO(data))
        except UnidentifiedImageError:
            return ()
        with image:
            exif = image.getexif()
            found = [*_where(exif), *_when(exif), *_device(exif), *_words(exif)]
            for name, value in image.info.items():
                if isinstance(name, str) and name.lower() in ("comment", "xmp", "photoshop"):
                    found.append(_other(name))
                elif isinstance(value, str) and isinstance(name, str):
                    found.append(_fact(name, value, telling=True))
            size = f"{image.width} x {image.height}"
            found.append(Fact(_("Size"), _("{size} pixels").format(size=size)))
    return tuple(found)


def _where(exif: Exif) -> list[Fact]:
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if not place:
        return []
    latitude = _degrees(place.get(_Place.GPSLatitude), place.get(_Place.GPSLatitudeRef))
    longitude = _degrees(place.get(_Place.GPSLongitude), place.get(_Place.GPSLongitudeRef))
    if latitude is None or longitude is None:
        return [Fact(_("Where"), _("A place is noted in it, but not readable"), telling=True)]
    return [Fact(_("Where"), f"{latitude:.5f}, {longitude:.5f}", telling=True)]


def _degrees(parts: object, side: object) -> float | None:
    """Degrees, minutes and seconds as one number (Exif 2.32, 4.6.6)."""
    if not isinstance(parts, tuple) or len(parts) != 3:
        return None
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    total = degrees + minutes / 60 + seconds / 3600
    return -total if str(side).strip("\0 ").upper() in ("S", "W") else total


def _when(exif: Exif) -> list[Fact]:
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    taken = inner.get(_Base.DateTimeOriginal) or exif.get(_Base.DateTime)
    if not taken:
        return []
    offset = inner.get(_Base.OffsetTimeOriginal) or ""
    words = str(taken).strip("\0 ").replace(":", "-", 2)
    return [_fact(_("When"), f"{words} {offset}".strip(), telling=True)]


def _device(exif: Exif) -> list[Fact]:
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    names = [str(exif.get(tag, "")).strip("\0 ") for tag in (_Base.Make, _Base.Model)]
    found = []
    if any(names):
        found.append(_fact(_("Device"), " ".join(filter(None, names)), telling=True))
    for label, tag in (
        (_("Serial number of the camera"), _Base.BodySerialNumber),
        (_("Serial number of the lens"), _Base.LensSerialNumber),
        (_("Owner"), _Base.CameraOwnerName),
    ):
        if inner.get(tag):
            found.append(_fact(label, str(inner[tag]), telling=True))
    if exif.get(_Base.Software):
        found.append(_fact(_("Program"), str(exif[_Base.Software])))
    return found


def _words(exif: Exif) -> list[Fact]:
    """Names and texts that somebody or some program wrote into it."""
    inner = exif.get_ifd(ExifTags.IFD.Exif)
    found = []
    for label, value in (
        (_("Author"), exif.get(_Base.Artist)),
        (_("Rights"), exif.get(_Base.Copyright)),
        (_("Description"), exif.get(_Base.ImageDescription)),
        (_("Name of the computer"), exif.get(_Base.HostComputer)),
    ):
        if value:
            found.append(_fact(label, str(value), telling=True))
    blocks = (_Base.UserComment, _Base.MakerNote)
    return found + [_other(ExifTags.TAGS[tag]) for tag in blocks if inner.get(tag)]


def _paper(data: bytes) -> tuple[Fact, ...]:
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for label, key in (
            (_("Title"), "/Title"),
            (_("Author"), "/Author"),
            (_("Subject"), "/Subject"),
            (_("Keywords"), "/Keywords"),
            (_("When"), "/CreationDate"),
            (_("Changed"), "/ModDate"),
            (_("Program"), "/Creator"),
            (_("Made with"), "/Producer"),
        ):
            if key in pdf.docinfo and str(pdf.docinfo[key]):
                found.append(_fact(label, _paper_time(str(pdf.docinfo[key])), key != "/Producer"))
        if "/Metadata" in pdf.Root:
            found.append(_other("XMP"))
        found.append(Fact(_("Pages"), str(len(pdf.pages))))
    return tuple(found)


def _paper_time(text: str) -> str:
    """A time as people read it, where `text` is one as PDF writes it (ISO 32000-1, 7.9.4)."""
    found = re.fullmatch(
        r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:([+-]\d\d)'?(\d\d)?'?|Z?)", text
    )
    if not found:
        return text
    year, month, day, hour, minute, _second, hours, minutes = found.groups()
    offset = f" {hours}:{minutes or '00'}" if hours else ""
    return f"{year}-{month}-{day} {hour}:{minute}{offset}"


def _fact(label: str, text: str, telling: bool = False) -> Fact:
    plain = " ".join(text.strip("\0 ").split())
    return Fact(label, plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…", telling)


def _other(name: str) -> Fact:
    return Fact(_("More"), _("A block called {name}").format(name=name), telling=True)
