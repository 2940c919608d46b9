"""Sample photos and papers with something to say of themselves."""

import io

from PIL import ExifTags, Image, PngImagePlugin
from reportlab.pdfgen.canvas import Canvas

SIZE = (96, 64)
TURNED = 6  # a quarter to the right (Exif 2.32, 4.6.4)
SECRET = "Sample street 12"


def exif(orientation: int = 1) -> Image.Exif:
    made = Image.Exif()
    made[ExifTags.Base.Orientation] = orientation
    made[ExifTags.Base.Make], made[ExifTags.Base.Model] = "Sample", "Camera 3"
    made[ExifTags.Base.Artist] = SECRET
    place = made.get_ifd(ExifTags.IFD.GPSInfo)
    place.update({1: "N", 2: (51.0, 30.0, 27.0), 3: "W", 4: (0.0, 7.0, 30.0)})
    made.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:11:20 21:14:02"
    return made


def picture() -> Image.Image:
    return Image.radial_gradient("L").resize(SIZE).convert("RGB")


def jpeg(orientation: int = 1, *, progressive: bool = False) -> bytes:
    out = io.BytesIO()
    picture().save(
        out, "JPEG", exif=exif(orientation), comment=SECRET.encode(), progressive=progressive
    )
    return out.getvalue() + b"TRAILER " + SECRET.encode()


def png() -> bytes:
    out, said = io.BytesIO(), PngImagePlugin.PngInfo()
    said.add_text("Author", SECRET)
    said.add_itxt("Comment", SECRET, zip=True)
    picture().save(out, "PNG", pnginfo=said, exif=exif(), dpi=(72, 72))
    return out.getvalue() + SECRET.encode()


def webp() -> bytes:
    out = io.BytesIO()
    picture().save(out, "WEBP", exif=exif(), xmp=f"<x>{SECRET}</x>".encode(), lossless=True)
    return out.getvalue()


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setAuthor(SECRET)
    canvas.setTitle("Sample letter")
    for number in range(3):
        canvas.drawString(100, 700, f"Sample letter, page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


FILES = {"image/jpeg": jpeg(), "image/png": png(), "image/webp": webp(), "application/pdf": pdf()}
