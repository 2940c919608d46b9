"""The style sheet that every document shares: colours, type scale, measures."""

from reportlab.lib.units import mm

from exports.text import BlockStyle, Look
from exports.text.look import colour

TEXT = colour("#182121")
MUTED = colour("#566363")
ACCENT = colour("#0E6767")
AMBER = colour("#8A5700")
AMBER_SOFT = colour("#FFF6E5")
HAIRLINE = colour("#D3DBDB")

PAGE_WIDTH, PAGE_HEIGHT = 210 * mm, 297 * mm  # A4, ISO 216
LEFT, RIGHT, TOP, BOTTOM = 22 * mm, 22 * mm, 29 * mm, 25 * mm
WIDTH = PAGE_WIDTH - LEFT - RIGHT
LABEL_WIDTH = 44 * mm
GUTTER = 6 * mm
ANSWER_WIDTH = WIDTH - LABEL_WIDTH - GUTTER
HAIR = 0.6

TITLE = Look(24, "semibold", TEXT)
SECTION = Look(13.5, "semibold", ACCENT)
SUBSECTION = Look(10.5, "semibold", TEXT)
ANSWER = Look(10.5, "regular", TEXT)
STRUCK = Look(10.5, "regular", MUTED, struck=True)
TAKEN_OUT = Look(9.5, "semibold", AMBER)
ADDED = Look(10.5, "regular", TEXT, underlined=True)
LABEL = Look(9, "regular", MUTED)
REMARK = Look(8.5, "semibold", AMBER)
NOTE = Look(9, "regular", MUTED)
NOTE_STRONG = Look(9, "semibold", TEXT)
HASH = Look(8, "regular", MUTED)
MARKING = Look(9.5, "bold", TEXT)
FURNITURE = Look(8, "regular", MUTED)

TITLE_BLOCK = BlockStyle(leading=32, after=2, tag="H1")
SUBTITLE_BLOCK = BlockStyle(leading=15, after=12)
SECTION_BLOCK = BlockStyle(leading=20, tag="H2")
SUBSECTION_BLOCK = BlockStyle(leading=16, tag="H3")
ANSWER_BLOCK = BlockStyle(leading=15, gap=7)
LABEL_BLOCK = BlockStyle(leading=12, lead=2.2)  # on the line of ANSWER_BLOCK
NOTE_BLOCK = BlockStyle(leading=13, after=4, gap=6)
REMARK_BLOCK = BlockStyle(leading=13)
LEFT_BLOCK = BlockStyle(leading=11)
CENTRE_BLOCK = BlockStyle(leading=11, align="centre")
RIGHT_BLOCK = BlockStyle(leading=11, align="end")
