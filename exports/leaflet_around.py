"""What stands around a leaflet's pages: the foot of each, and a draft's watermark."""

from typing import Any

from reportlab.lib.units import mm

from exports import styles
from exports.direction import is_leftward
from exports.leaflet import Leaflet
from exports.page import Sheet
from exports.text import Block, BlockStyle, Look, Piece, Typesetter
from exports.text.block import RIGHT_TO_LEFT_MARK
from exports.text.embedding import hexadecimal
from exports.text.faces import shipped
from translations.interface import _

_MARKS = 800  # a page bears fewer letters of English beside another language
_PALE = (0.935, 0.915, 0.885)


class Around:
    """The foot of every page: who hands it out, keep it safe, page number; a draft's watermark."""

    def __init__(self, leaflet: Leaflet, sheet: Sheet, small: float) -> None:
        """In type of `small` points."""
        self._leaflet, self._sheet, self._small = leaflet, sheet, small

    def check(self, typesetter: Typesetter) -> None:
        """Raise MissingGlyph before a page is drawn, not while."""
        texts = (self._leaflet.foot, self._leaflet.issuer, self._leaflet.page)
        for text in (*texts, self._leaflet.watermark):
            self._block(typesetter, text, "start")

    def draw(self, canvas: Any, typesetter: Typesetter, page: int, pages: int) -> None:
        """Draw it on `page` out of `pages`."""
        leaflet, sheet = self._leaflet, self._sheet
        if leaflet.watermark:
            self._mark(canvas, typesetter)
        if is_leftward(leaflet.language) and any(card.beside for card in leaflet.cards):
            self._tell_direction(canvas)
        number = leaflet.page.replace("{page}", str(page)).replace("{pages}", str(pages))
        leftward = is_leftward(leaflet.language)
        line = sheet.bottom - 4 * mm
        with canvas.artifact():
            canvas.setStrokeColorRGB(*styles.HAIRLINE)
            canvas.setLineWidth(styles.HAIR)
            canvas.line(sheet.left, line, sheet.width - sheet.right, line)
        wide, narrow = sheet.measure * 0.74, sheet.measure * 0.24
        texts = [
            (text, language) for text, language in ((leaflet.foot, ""), (leaflet.issuer, "en"))
        ]
        top = line - 3
        for text, language in texts:
            if text:
                align = "end" if leftward and language else "start"
                block = self._block(typesetter, text, align, language)
                block.wrap(wide)
                block.paint(
                    canvas, sheet.width - sheet.right - wide if leftward else sheet.left, top
                )
                top -= block.height
        block = self._block(typesetter, number, "end")
        block.wrap(narrow)
        block.paint(
            canvas, sheet.left if leftward else sheet.width - sheet.right - narrow, line - 3
        )

    def _block(self, typesetter: Typesetter, text: str, align: str, language: str = "") -> Block:
        look = Look(self._small, "regular", styles.MUTED)
        style = BlockStyle(leading=self._small * 1.35, align=align)
        place = _("the head or foot of the page")
        return typesetter.block(Piece(text, look), style, place, language)

    def _tell_direction(self, canvas: Any) -> None:
        """Direction marks, unseen, that outweigh the English letters beside.

        Readers count the letters of a page to know from which side its lines are read, and English
        needs more letters for the same words: without this, each full stop would go astray.
        """
        (face, *_others) = shipped("regular")
        font = canvas.embedded.font(face)
        code = font.code(face.empty, " ")
        marks = hexadecimal(RIGHT_TO_LEFT_MARK * _MARKS)
        with canvas.artifact():
            canvas._code.append(
                f"BT 1 0 0 1 {self._sheet.left:.2f} {self._sheet.bottom - 5 * mm:.2f} Tm "
                f"/{font.name} 1 Tf /Span<</ActualText<FEFF{marks}>>>BDC [<{code:04X}>]TJ EMC ET"
            )

    def _mark(self, canvas: Any, typesetter: Typesetter) -> None:
        """The watermark, from corner to corner, so pale that the text is read through it."""
        sheet = self._sheet
        size = sheet.measure * 1.1 / max(len(self._leaflet.watermark), 4)
        look = Look(size, "bold", _PALE)
        style = BlockStyle(leading=size * 1.2, align="centre")
        place = _("the head or foot of the page")
        block = typesetter.block(Piece(self._leaflet.watermark, look), style, place, "en")
        block.wrap(sheet.height)
        above, canvas._code[:] = list(canvas._code), []
        canvas._code.append(
            f"q 0.643 0.766 -0.766 0.643 {sheet.width / 2:.2f} {sheet.height / 2:.2f} cm"
        )
        block.paint(canvas, -sheet.height / 2, size * 0.6)
        canvas._code += ["Q", *above]
