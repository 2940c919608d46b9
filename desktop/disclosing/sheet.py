"""The records as text to choose words in, with what was taken out struck; by mouse or by key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from desktop.disclosing.material import Material
from desktop.disclosing.taking_out import TakingOut
from desktop.theme.copying import words_of
from desktop.theme.lines import keep_short
from desktop.theme.look import current
from exports.disclosure import Cut, Mark, cut
from exports.disclosure.cutting import merged
from exports.disclosure.words import mark_words
from translations.interface import _

_LINE = "\u2028"
"""A line that does not end the paragraph: places in a text stay what they are."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Words of one answer that the selection or the caret touches; `end` is `start` for a caret."""

    record: str
    path: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Span:
    """Where an answer stands on the sheet, in UTF-16 units."""

    begin: int
    end: int
    record: str
    path: str
    text: str


class TextSheet(QTextEdit):
    """Shows the records; nothing can be typed."""

    def __init__(self) -> None:
        super().__init__()
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        keep_short(self)
        self.setAccessibleName(_("The records as they can be disclosed"))
        self._spans: list[_Span] = []
        self._materials: Sequence[Material] = ()
        self._taking = TakingOut()
        self._as_read = False

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt's hook: what is copied."""
        return words_of(self.textCursor())

    def show_materials(
        self, materials: Sequence[Material], taking: TakingOut, *, as_read: bool
    ) -> None:
        """Show `materials`: as the receiver will read them, or with what goes struck."""
        self._materials, self._taking, self._as_read = materials, taking, as_read
        caret, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        self._spans = []
        self.clear()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().setDocumentMargin(16)
        cursor = QTextCursor(self.document())
        for place, material in enumerate(materials):
            self._write(cursor, material, first=not place)
        self.strike()
        back = self.textCursor()
        back.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(back)
        self.verticalScrollBar().setValue(scrolled)

    def strike(self) -> None:
        """Draw anew which words are taken out."""
        if self._as_read:
            return
        plain, struck = self._format(), self._format()
        look = current()
        struck.setFontStrikeOut(True)
        struck.setBackground(QColor(look.colours.amber_soft))
        struck.setForeground(QColor(look.colours.text))
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for span in self._spans:
            self._dress(cursor, span.begin, span.end, plain)
            own = [each for each in self._taking.cuts(span.record) if each.path == span.path]
            for each in merged(span.text, own):
                begin = span.begin + _units(span.text[: each.start])
                self._dress(cursor, begin, begin + _units(span.text[each.start : each.end]), struck)
        cursor.endEditBlock()

    def chosen(self) -> list[Chosen]:
        """What the selection covers, or the answer that the caret stands in."""
        cursor = self.textCursor()
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        found = []
        for span in self._spans:
            inside = span.begin <= begin <= span.end if begin == end else True
            if inside and begin <= span.end and end >= span.begin:
                start = _characters(span.text, max(begin, span.begin) - span.begin)
                stop = _characters(span.text, min(end, span.end) - span.begin)
                if begin == end or stop > start:
                    found.append(Chosen(span.record, span.path, span.text, start, stop))
        return found

    def choose(self, record: str, path: str, start: int, end: int) -> None:
        """Select words of an answer, as a hand would."""
        span = next(each for each in self._spans if (each.record, each.path) == (record, path))
        cursor = self.textCursor()
        cursor.setPosition(span.begin + _units(span.text[:start]))
        cursor.setPosition(span.begin + _units(span.text[:end]), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: the colours and sizes of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._materials:
            self.show_materials(self._materials, self._taking, as_read=self._as_read)

    def _write(self, cursor: QTextCursor, material: Material, *, first: bool) -> None:
        look = current()
        document = material.document
        heading = f"{document.form.title(document.language)} · {document.reference}"
        self._block(cursor, heading, look.sizes.heading, "accent", 0 if first else 32, bold=True)
        for passage in material.passages:
            if not passage.is_answer:
                self._block(cursor, passage.label, look.sizes.body, "text", 16, bold=True)
                continue
            self._block(cursor, passage.label, look.sizes.hint, "muted", 8)
            own = [each for each in self._taking.cuts(material.record) if each.path == passage.path]
            text = _as_read(passage.text, own) if self._as_read else passage.text
            begin = self._block(cursor, text, look.sizes.body, "text", 0)
            if not self._as_read:
                self._spans.append(
                    _Span(begin, cursor.position(), material.record, passage.path, passage.text)
                )

    def _block(
        self,
        cursor: QTextCursor,
        text: str,
        size: int,
        colour: str,
        above: int,
        *,
        bold: bool = False,
    ) -> int:
        """Write a paragraph; gives where its text begins."""
        shape = QTextBlockFormat()
        shape.setTopMargin(current().px(above))
        shape.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.position():
            cursor.insertBlock(shape)
        else:
            cursor.setBlockFormat(shape)
        begin = cursor.position()
        look = self._format()
        look.setProperty(QTextCharFormat.Property.FontPixelSize, size)
        look.setForeground(QColor(getattr(current().colours, colour)))
        look.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        cursor.insertText(text.replace("\n", _LINE), look)
        return begin

    def _format(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setProperty(QTextCharFormat.Property.FontPixelSize, current().sizes.body)
        made.setForeground(QColor(current().colours.text))
        return made

    def _dress(self, cursor: QTextCursor, begin: int, end: int, look: QTextCharFormat) -> None:
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _as_read(text: str, cuts: Sequence[Cut]) -> str:
    return "".join(
        mark_words(each.ground) if isinstance(each, Mark) else each for each in cut(text, cuts)
    )


def _units(text: str) -> int:
    """How long `text` is for Qt, which counts UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _characters(text: str, units: int) -> int:
    """How many characters of `text` the first `units` UTF-16 units are."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
