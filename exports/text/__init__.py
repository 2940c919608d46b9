"""The text engine for print: words shaped by HarfBuzz, broken into lines, found again as text."""

from exports.text.block import Block, BlockStyle
from exports.text.look import Look, Piece
from exports.text.typesetter import BreakFinder, Typesetter, spaces_and_hyphens

__all__ = [
    "Block",
    "BlockStyle",
    "BreakFinder",
    "Look",
    "Piece",
    "Typesetter",
    "spaces_and_hyphens",
]
