"""What a text gives to the clipboard: its words alone.

Qt would offer them as HTML, Markdown and OpenDocument too, all of them made as soon as one is asked
for; its Markdown takes minutes for a long paragraph, and the window stands still meanwhile.
"""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit


def words_of(selected: QTextCursor) -> QMimeData:
    """What is selected, as plain text."""
    given = QMimeData()
    given.setText(selected.selection().toPlainText())
    return given


class PlainText(QPlainTextEdit):
    """Several lines, of which the words alone are copied."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt's hook: what is copied, cut or dragged."""
        return words_of(self.textCursor())
