"""Names in any script are drawn with the shipped fonts, never the machine's."""

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from desktop.theme import look
from translations import fonts

NAMES = "Ana, 王喆, 김뷁, さくら, สมชาย, عباس, לאה, ኣለም, प्रिया, রিনা, ਪ੍ਰੀਤ, Ђорђе"


def test_a_note_with_names_of_all_scripts_is_drawn_in_shipped_fonts(qapp: QApplication) -> None:
    look.apply(qapp)
    look.load_every_script()
    layout = QTextLayout(NAMES, qapp.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} <= set(fonts.FAMILIES)
    assert not any(0 in run.glyphIndexes() for run in runs)
