"""Cells with words, painted in rows: chosen by finger, mouse or keys, also upside down."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.cards.banner import Banner, SetBanner, set_banner
from desktop.cards.lines import STRONG_FOCUS, Lines, set_in_lines
from desktop.cards.painting import fill, outline
from desktop.theme.look import current
from desktop.theme.tokens import RADIUS, RING, TOUCH
from translations.languages import ENGLISH, Language
from translations.words import Span

_AT_HAND = {"Latn", "Cyrl", "Grek"}
"""Scripts of the face that is loaded anyway; ten others take as long as all the rest of a start."""
GAP = 10
PAD = 14
MARGIN = 24


class Cell(NamedTuple):
    """One thing to point at.

    Attributes:
        key: what is told when it is chosen.
        spans: its words.
        language: the one that they are in.
        note: the same in English, smaller; "" for none.
    """

    key: str
    spans: tuple[Span, ...]
    language: Language
    note: str = ""


class _Box(NamedTuple):
    """A cell where it stands."""

    cell: Cell
    place: QRectF
    words: Lines
    note: Lines | None


class Cells(QWidget):
    """Paints the cells and knows where they are.

    Until it `is_whole`, words in scripts whose faces are not loaded yet are left for the next
    frame; the first one shows their English already.
    """

    chosen = Signal(str)
    moved = Signal(QRectF)

    def __init__(self, pixels: int, wide: int, weight: int) -> None:
        super().__init__()
        self.offered: tuple[Cell, ...] = ()
        self.banner: tuple[Banner, ...] = ()
        self.marked = ""
        self.current = 0
        self.scale = 1.0
        self.turned = False
        self._pixels, self._wide, self._weight = pixels, wide, weight
        self._boxes: list[_Box] = []
        self._banner = SetBanner()
        self.columns = 1
        self._laid_out: object = None
        self._room = QSize()
        self.is_whole = True
        self.needed = 0
        self._under: int | None = None
        self._pressed: int | None = None
        self.setMouseTracking(True)
        self.setProperty("focusPolicy", STRONG_FOCUS)

    def lay_out(self, room: QSize) -> None:
        """Place the cells in rows as wide as `room`; grow as tall as they need."""
        self._room = room
        asked = (room.width(), self._px(1), self.offered, self.banner, self.is_whole)
        if asked != self._laid_out:
            self._laid_out = asked
            self._place_cells(room)
        self.resize(room.width(), max(room.height(), self.needed))
        self.update()

    def _place_cells(self, room: QSize) -> None:
        gap, pad = self._px(GAP), self._px(PAD)
        margin = MARGIN  # as the bars around it, whatever the size of the words
        width = room.width() - 2 * margin
        self.columns = max(1, int((width + gap) // (self._px(self._wide) + gap)))
        wide = (width - gap * (self.columns - 1)) / self.columns
        self._boxes = []
        top = self._px(16)
        self._banner = SetBanner()
        if self.banner:
            self._banner = set_banner(self.banner, margin, top, width, self._px(1))
            top = self._banner.place.bottom() + gap
        for start in range(0, len(self.offered), self.columns):
            row = [self._set(c, wide - 2 * pad) for c in self.offered[start:][: self.columns]]
            tall = max(_height(words, note) for _, words, note in row) + 1.4 * pad
            tall = max(tall, self._px(TOUCH))
            for column, (cell, words, note) in enumerate(row):
                if self._mirrored:
                    column = self.columns - 1 - column
                place = QRectF(margin + column * (wide + gap), top, wide, tall)
                self._boxes.append(_Box(cell, place, words, note))
            top += tall + gap
        self.needed = round(top + self._px(6))

    @property
    def _mirrored(self) -> bool:
        """Whether what is offered begins at the right; where languages differ, as around it."""
        ways = {each.language.right_to_left for each in self.offered}
        return self.isRightToLeft() if len(ways) > 1 else True in ways

    def _set(self, cell: Cell, width: float) -> tuple[Cell, Lines, Lines | None]:
        size = round(self._px(self._pixels))
        if not self.is_whole and cell.language.script not in _AT_HAND:
            words = set_in_lines([Span(" ")], ENGLISH, size, width)
        else:
            words = set_in_lines(cell.spans, cell.language, size, width, weight=self._weight)
        if not cell.note:
            return cell, words, None
        note = set_in_lines([Span(cell.note)], ENGLISH, round(self._px(13)), width)
        return cell, words, note

    def _px(self, pixels: float) -> float:
        return pixels * self.scale * current().scale

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's hook."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, QRectF(self.rect()), "background")
        if self.turned:
            painter.translate(self.width(), self.height())
            painter.rotate(180)
        self._banner.draw(painter)
        for number, box in enumerate(self._boxes):
            self._paint(painter, number, box)
        if not self.is_whole:
            QTimer.singleShot(0, self, self._complete)

    def _complete(self) -> None:
        self.is_whole = True
        self.lay_out(self._room)

    def _paint(self, painter: QPainter, number: int, box: _Box) -> None:
        taken = box.cell.key == self.marked
        ground = "soft" if taken or number == self._under else "raised"
        focused = self.hasFocus() and number == self.current
        edge, width = ("accent", RING) if focused else ("line", 1)
        outline(painter, box.place, ground, edge, RADIUS, width)
        pad = self._px(PAD)
        top = box.place.center().y() - _height(box.words, box.note) / 2
        left = box.place.x() + pad
        box.words.draw(painter, QPointF(left, top))
        if box.note is not None:
            shift = box.place.width() - 2 * pad - box.note.width
            x = left + (shift if box.cell.language.right_to_left else 0)
            box.note.draw(painter, QPointF(x, top + box.words.height), "muted")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: what lies under the pointer shows it."""
        self._set_under(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Qt's hook."""
        super().leaveEvent(event)
        self._set_under(None)

    def _set_under(self, number: int | None) -> None:
        if number != self._under:
            self._under = number
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's hook; a press on nothing may become a swipe."""
        self._pressed = self._at(event.position())
        if self._pressed is None:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: chosen where it was pressed and let go."""
        number = self._at(event.position())
        if number is not None and number == self._pressed:
            self.current = number
            self.update()
            self.chosen.emit(self._boxes[number].cell.key)
        else:
            event.ignore()

    def _at(self, place: QPointF) -> int | None:
        if self.turned:
            place = QPointF(self.width(), self.height()) - place
        for number, box in enumerate(self._boxes):
            if box.place.contains(place):
                return number
        return None

    def event(self, event: QEvent) -> bool:
        """Qt's hook: arrows and Space are for the cells, whatever else they do elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            from PySide6.QtCore import Qt

            key = Qt.Key
            if event.key() in (
                key.Key_Right,
                key.Key_Left,
                key.Key_Up,
                key.Key_Down,
                key.Key_Space,
            ):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's hook: arrows go from cell to cell, Return and Space take one."""
        from PySide6.QtCore import Qt  # naming its keys would delay the first window

        key = Qt.Key
        side = -1 if self._mirrored != self.turned else 1
        down = -1 if self.turned else 1
        steps = {
            key.Key_Right.value: side,
            key.Key_Left.value: -side,
            key.Key_Down.value: down * self.columns,
            key.Key_Up.value: -down * self.columns,
        }
        if event.key() in (key.Key_Return, key.Key_Enter, key.Key_Space) and self._boxes:
            self.chosen.emit(self._boxes[self.current].cell.key)
        elif event.key() in steps:
            self._move(self.current + steps[event.key()])
        else:
            super().keyPressEvent(event)

    def _move(self, number: int) -> None:
        if 0 <= number < len(self._boxes):
            self.current = number
            box = self._boxes[number]
            words = "".join(span.text for span in box.cell.spans)
            said = f"{words}, {box.cell.note}" if box.cell.note else words
            self.setAccessibleDescription(said)
            if self.hasFocus():
                announce(self, said)
            self.moved.emit(self._turned_place(box.place))
            self.update()

    def _turned_place(self, place: QRectF) -> QRectF:
        if not self.turned:
            return place
        return QRectF(
            self.width() - place.right(),
            self.height() - place.bottom(),
            place.width(),
            place.height(),
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's hook: the ring shows."""
        super().focusInEvent(event)
        self._move(min(self.current, len(self._boxes) - 1))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's hook: the ring goes."""
        super().focusOutEvent(event)
        self.update()


def announce(widget: QWidget, said: str) -> None:
    """Have a screen reader, if there is one, say what is painted at `widget`."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))


def _height(words: Lines, note: Lines | None) -> float:
    return words.height + (note.height if note is not None else 0)
