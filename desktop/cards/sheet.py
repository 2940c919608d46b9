"""A card as a painted page: large, in any direction, and turned round for the person opposite."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.cards import codes
from desktop.cards.banner import Banner, SetBanner, set_banner
from desktop.cards.lines import Lines, plain_scrolling, set_in_lines
from desktop.cards.painting import fill
from desktop.theme.look import current
from translations.cards import Service
from translations.cards.showing import Passage
from translations.languages import ENGLISH, Language
from translations.words import Span

MARGIN = 48
CODE = 128
"""Pixels of a code's side, at 100 %."""
PHOTO = 168


class Sizes(NamedTuple):
    """Pixels of a sheet's words at 100 %."""

    title: int
    body: int


LARGE, BESIDE = Sizes(38, 26), Sizes(20, 17)


class Content(NamedTuple):
    """What a sheet shows.

    Attributes:
        passages: the card's words.
        language: the one whose direction the page has.
        banner: lines of the banner of a draft, each with its language; none where approved.
        services: what gets a code.
        photo: the officer's picture, or None.
    """

    passages: Sequence[Passage] = ()
    language: Language = ENGLISH
    banner: Sequence[Banner] = ()
    services: Sequence[Service] = ()
    photo: QImage | None = None


class _Placed(NamedTuple):
    """Lines and where they stand."""

    lines: Lines
    place: QPointF
    colour: str
    bullet: QPointF | None = None


SWIPE = 60
"""Pixels that a finger moves sideways for another card."""


class Sheet(QScrollArea):
    """Scrolls the page where it is longer than the screen."""

    swiped = Signal(int)
    """The next card is wanted (1), or the one before (-1), by a movement across the page."""

    def __init__(self, sizes: Sizes, ground: str, parent: QWidget | None = None) -> None:
        """`ground` is the colour token behind the words."""
        super().__init__(parent)
        self.page = _Page(sizes, ground)
        self.page.dragged.connect(self._drag)
        self.page.released.connect(self._release)
        plain_scrolling(self, self.page)
        self._room = self.size()

    def show_content(self, content: Content) -> None:
        """Show another card, from its beginning."""
        self.page.content = content
        self.page.setAccessibleName(content.passages[0].text if content.passages else "")
        self.page.setAccessibleDescription("\n".join(each.text for each in content.passages))
        self._lay_out()
        self._to_the_beginning()

    def zoom(self, scale: float) -> None:
        """Show everything `scale` times as large."""
        self.page.scale = scale
        self._lay_out()

    def turn(self, turned: bool) -> None:
        """Show it upside down, or upright again."""
        self.page.turned = turned
        self._lay_out()
        self._to_the_beginning()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: the page is as wide as there is room."""
        super().resizeEvent(event)
        self._room = event.size()  # of the viewport; asking that itself loads all of QtWidgets
        self._lay_out()

    def _drag(self, by: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - round(by))

    def _release(self, along: QPointF) -> None:
        """Told as it is read: from the right, and upside down, the next card lies elsewhere."""
        if abs(along.x()) < SWIPE or abs(along.x()) < 2 * abs(along.y()):
            return
        mirrored = self.page.content.language.right_to_left != self.page.turned
        onward = along.x() > 0 if mirrored else along.x() < 0
        self.swiped.emit(1 if onward else -1)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's hook: nothing is laid out before it is seen."""
        super().showEvent(event)
        self._lay_out()
        self._to_the_beginning()

    def _lay_out(self) -> None:
        if self.isVisible():
            self.page.lay_out(self._room)

    def _to_the_beginning(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if self.page.turned else bar.minimum())


class _Page(QWidget):
    """Paints the words; nothing in it is a widget, so that all of it can be turned."""

    dragged = Signal(float)
    released = Signal(QPointF)

    def __init__(self, sizes: Sizes, ground: str) -> None:
        super().__init__()
        self.content = Content()
        self.scale = 1.0
        self.turned = False
        self._sizes = sizes
        self._ground = ground
        self.needed = 0
        self._placed: list[_Placed] = []
        self._codes: list[tuple[Service, QRectF]] = []
        self._banner = SetBanner()
        self._photo = QRectF()
        self._start: QPointF | None = None
        self._last = QPointF()

    def lay_out(self, room: QSize) -> None:
        """Place everything at the width of `room`; grow as tall as that needs."""
        self._placed.clear()
        self._codes.clear()
        width = room.width()
        margin = min(self._px(MARGIN), width / 12)
        inner = min(width - 2 * margin, self._px(34 * self._sizes.body))
        rightward = not self.content.language.right_to_left
        left = margin if rightward else width - margin - inner
        top = self._place_banner(left, inner, min(margin, self._px(32)))
        top = self._place_words(left, inner, top)
        bottom = self._place_codes(left, inner, top) + margin
        self.needed = round(bottom)
        self.resize(width, max(room.height(), self.needed))
        self.update()

    def _px(self, pixels: float) -> float:
        return pixels * self.scale * current().scale

    def _place_banner(self, left: float, inner: float, top: float) -> float:
        self._banner = SetBanner()
        if not self.content.banner:
            return top
        self._banner = set_banner(self.content.banner, left, top, inner, self._px(1))
        return self._banner.place.bottom() + self._px(22)

    def _place_words(self, left: float, inner: float, top: float) -> float:
        right_to_left = self.content.language.right_to_left
        self._photo = QRectF()
        room = inner
        if self.content.photo is not None and not self.content.photo.isNull():
            side = self._px(PHOTO)
            room = inner - side - self._px(24)
            x = left if right_to_left else left + inner - side
            tall = side * self.content.photo.height() / self.content.photo.width()
            self._photo = QRectF(x, top, side, tall)
        body = self._sizes.body
        for passage in self.content.passages:
            narrow = self._photo.isValid() and top < self._photo.bottom()
            width = room if narrow else inner
            start = left + inner - width if narrow and right_to_left else left
            indent = self._px(1.1 * body) if passage.kind == "item" else 0
            heading = passage.kind in {"heading", "subheading"}
            size = self._sizes.title if passage.kind == "heading" else body
            if passage.kind == "subheading":
                top += self._px(0.5 * body)
            lines = set_in_lines(
                passage.spans,
                passage.language,
                round(self._px(size)),
                width - indent,
                weight=700 if heading else 400,
            )
            place = QPointF(start if right_to_left else start + indent, top)
            bullet = self._bullet(lines, start, width, top) if indent else None
            self._placed.append(_Placed(lines, place, "text", bullet))
            top += lines.height + self._px((0.8 if heading else 0.62) * body)
        return max(top, self._photo.bottom() + self._px(16))

    def _bullet(self, lines: Lines, left: float, width: float, top: float) -> QPointF:
        first = lines.layout.lineAt(0)
        middle = top + first.ascent() - first.ascent() * 0.32
        inset = self._px(0.4 * self._sizes.body)
        right_to_left = self.content.language.right_to_left
        return QPointF(left + width - inset if right_to_left else left + inset, middle)

    def _place_codes(self, left: float, inner: float, top: float) -> float:
        """The codes in rows, each with the service's name and address beside it."""
        side, gap = self._px(CODE), self._px(20)
        beside = self._px(190)
        columns = max(1, int((inner + gap) // (side + gap + beside)))
        rows = -(-len(self.content.services) // columns)
        if rows:
            top += self._px(12)
        for number, service in enumerate(self.content.services):
            column, row = number % columns, number // columns
            if self.content.language.right_to_left:
                x = left + inner - (column + 1) * (side + gap + beside) + gap
            else:
                x = left + column * (side + gap + beside)
            y = top + row * (side + gap)
            self._codes.append((service, QRectF(x, y, side, side)))
            name = [Span(service.name, bold=True), Span(f"\u2028{service.web or service.phone}")]
            words = set_in_lines(name, ENGLISH, round(self._px(14)), beside - self._px(24))
            place = QPointF(x + side + self._px(12), y + (side - words.height) / 2)
            self._placed.append(_Placed(words, place, "muted"))
        return top + rows * (side + gap)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's hook."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        fill(painter, QRectF(self.rect()), self._ground)
        if self.turned:
            painter.translate(self.width(), self.height())
            painter.rotate(180)
        self._banner.draw(painter)
        for each in self._placed:
            each.lines.draw(painter, each.place, each.colour)
            if each.bullet is not None:
                radius = self._px(0.13 * self._sizes.body)
                middle = QPointF(radius, radius)
                place = QRectF(each.bullet - middle, each.bullet + middle)
                fill(painter, place, "accent", radius)
        if self._photo.isValid() and self.content.photo is not None:
            painter.drawImage(self._photo, self.content.photo)
        for service, place in self._codes:
            codes.draw(painter, service, place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: a finger or the mouse takes hold of the page."""
        self._start = self._last = event.globalPosition()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: the page follows up and down."""
        if self._start is not None:
            self.dragged.emit(event.globalPosition().y() - self._last.y())
            self._last = event.globalPosition()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: how far it went."""
        if self._start is not None:
            self.released.emit(event.globalPosition() - self._start)
            self._start = None
