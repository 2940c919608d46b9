"""Fonts inside a PDF: subsets that hold only the glyphs used, each code with its own text."""

import hashlib
from collections.abc import Iterable
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from exports.text.faces import Face
from exports.text.words import Run

_NOT_NEEDED = ("GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "STAT", "DSIG")
_LINES_A_BLOCK = 100  # of a bfchar section, the limit that the CMap language sets
_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def hexadecimal(text: str) -> str:
    """`text` in UTF-16, big end first, as PDF writes it between angle brackets."""
    return text.encode("utf-16-be").hex().upper()


class EmbeddedFont:
    """One face in one document.

    A code stands for a glyph *and* its text: where one glyph serves two characters, or a
    ligature stands for two, each use gets a code, so that the text is found again exactly.
    ISO 32000-1, 9.7 (composite fonts) and 9.10 (extraction of text).
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.drawn: dict[tuple[Run, str], str] = {}
        """The operators of what was drawn before, for words that come again."""
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: int, text: str) -> int:
        """The code under which `glyph` is drawn where it means `text`."""
        return self._codes.setdefault((glyph, text), len(self._codes) + 1)

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab calls it so
        """Write the subset and its tables into `document`; called when all pages are drawn."""
        data, places = self._subset()
        tag = hashlib.sha256(data).digest()
        letters = "".join(chr(ord("A") + byte % 26) for byte in tag[:6])
        base = pdfdoc.PDFName(f"{letters}+{self.face.name}")
        widths = [round(self.face.advance(g) * self.face.scale, 2) for g, _ in self._codes]
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": base,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": self._descriptor(document, base, data),
                "DW": 1000,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
                "CIDToGIDMap": _stream(
                    document, _big_endian([0, *(places[g] for g, _ in self._codes)])
                ),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": base,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": _stream(document, self._to_unicode().encode("ascii")),
            }
        )
        fonts = document.idToObject[pdfdoc.BasicFonts].dict
        fonts[self.name] = document.Reference(font, self.name)

    def _subset(self) -> tuple[bytes, Any]:
        """The font reduced to the glyphs used, and the place of each old glyph in it."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({glyph for glyph, _ in self._codes})
        wanted.flags = (
            hb.SubsetFlags.NO_LAYOUT_CLOSURE
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        wanted.drop_table_tag_set.update(
            int.from_bytes(table.encode("ascii"), "big") for table in _NOT_NEEDED
        )
        plan = hb.SubsetPlan(self.face.source, wanted)
        return bytes(plan.execute().blob.data), plan.old_to_new_glyph_mapping

    def _descriptor(self, document: Any, base: Any, data: bytes) -> Any:
        face = self.face
        return document.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": "/FontDescriptor",
                    "FontName": base,
                    "Flags": 4 | (64 if face.italic else 0),
                    "FontBBox": pdfdoc.PDFArray([-1000, round(face.descent), 2500, 1200]),
                    "ItalicAngle": -12 if face.italic else 0,
                    "Ascent": round(face.ascent),
                    "Descent": round(face.descent),
                    "CapHeight": 714,
                    "StemV": 80,
                    "FontFile2": _stream(document, data, Length1=len(data)),
                }
            )
        )

    def _to_unicode(self) -> str:
        """The CMap that gives the text of each code back."""
        rows = [f"<{code:04X}> <{hexadecimal(text)}>\n" for (_, text), code in self._codes.items()]
        blocks = (rows[i : i + _LINES_A_BLOCK] for i in range(0, len(rows), _LINES_A_BLOCK))
        body = (f"{len(b)} beginbfchar\n{''.join(b)}endbfchar\n" for b in blocks)
        return _HEAD + "".join(body) + _TAIL


class EmbeddedFonts:
    """The faces that one document uses, each embedded once."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts: dict[str, EmbeddedFont] = {}

    def font(self, face: Face) -> EmbeddedFont:
        """The embedded form of `face`, made at its first use."""
        font = self._fonts.get(face.name)
        if font is None:
            font = EmbeddedFont(face, f"FB{len(self._fonts) + 1}")
            self._fonts[face.name] = font
            self._document.delayedFonts.append(font)
        return font


def _stream(document: Any, content: bytes, **entries: object) -> Any:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    for key, value in entries.items():
        stream.dictionary[key] = value
    return document.Reference(stream)


def _big_endian(numbers: Iterable[int]) -> bytes:
    return b"".join(number.to_bytes(2, "big") for number in numbers)
