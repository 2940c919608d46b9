"""The graph as a picture: gone through by keys, wheel or hand, drawn in the theme of the moment."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.linkgraph.layout import Point
from desktop.linkgraph.model import Graph, Kind, Thing
from desktop.linkgraph.sight import Sight
from desktop.linkgraph.words import ICONS, told
from desktop.theme.fields import reads_leftward
from desktop.theme.icons import draw
from desktop.theme.look import current
from desktop.theme.tokens import RING
from translations.interface import _

_DISC = 20.0
_WORDS = 150.0
_NEARER = 1.25
_PULL = 60.0
_KEYS = Qt.Key
_ARROWS = {
    _KEYS.Key_Left: (-1, 0),
    _KEYS.Key_Right: (1, 0),
    _KEYS.Key_Up: (0, -1),
    _KEYS.Key_Down: (0, 1),
}


class GraphView(QWidget):
    """Arrows go from thing to thing, with Ctrl they move the picture; + and - zoom, 0 shows all."""

    chosen = Signal(str)
    """The key of the thing that is marked now."""
    opened = Signal(str)
    """The key of the thing that was opened, by Return or a double click."""

    def __init__(self) -> None:
        super().__init__()
        self.graph = Graph()
        self.places: dict[str, Point] = {}
        self.marked = ""
        self.sight = Sight()
        self._dragged: Point | None = None
        self._whole = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Links"))

    def sizeHint(self) -> QSize:
        """As large as it may be."""
        return QSize(640, 420)

    def show_graph(self, graph: Graph, places: Mapping[str, Point]) -> None:
        """Show `graph`, its things at `places`; what was marked stays so, if it is still there."""
        self.graph, self.places = graph, dict(places)
        self.show_all()
        self.mark(self.marked if self.marked in self.places else "")

    def show_all(self) -> None:
        """Bring everything into sight."""
        self._whole = True
        self.sight = replace(self.sight, large=current().scale).around(self.places)
        self.update()

    def zoom(self, factor: float, pixel: Point | None = None) -> None:
        """Nearer or farther around `pixel`, else around what is marked, else the middle."""
        if pixel is None and self.marked:
            pixel = self.sight.pixel(self.places[self.marked])
        self._whole = False
        self.sight = self.sight.zoomed(factor, pixel or (self.width() / 2, self.height() / 2))
        self.update()

    def mark(self, key: str) -> None:
        """Mark a thing and bring it into sight; "" for none."""
        if key and key not in self.places:
            return
        changed, self.marked = key != self.marked, key
        if key:
            self.sight = self.sight.with_in_sight(self.places[key])
        thing = self._thing(key)
        self.setAccessibleDescription(told(thing, self.graph) if thing else "")
        self.update()
        if changed:
            self.chosen.emit(key)

    def go(self, across: int, down: int) -> None:
        """Mark the nearest thing in a direction."""
        if not self.marked:
            self.mark(min(self.places, key=self._from_middle, default=""))
            return
        x, y = self.places[self.marked]
        best = None
        for key, (other_x, other_y) in self.places.items():
            dx, dy = other_x - x, other_y - y
            ahead, aside = dx * across + dy * down, abs(dx * down) + abs(dy * across)
            if ahead > 1e-6 and aside <= 2 * ahead:
                best = min(best or (1e9, ""), (ahead + 2 * aside, key))
        if best:
            self.mark(best[1])

    # Qt's hooks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's hook: every gesture has its key."""
        key = event.key()
        if key in _ARROWS:
            across, down = _ARROWS[Qt.Key(key)]
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._pull(-across * _PULL, -down * _PULL)
            else:
                self.go(across, down)
        elif key in (_KEYS.Key_Plus, _KEYS.Key_Equal):
            self.zoom(_NEARER)
        elif key == _KEYS.Key_Minus:
            self.zoom(1 / _NEARER)
        elif key == _KEYS.Key_0:
            self.show_all()
        elif key in (_KEYS.Key_Return, _KEYS.Key_Enter) and self.marked:
            self.opened.emit(self.marked)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's hook: the wheel zooms where the pointer is."""
        where = event.position()
        self.zoom(_NEARER ** (event.angleDelta().y() / 120), (where.x(), where.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: a press marks a thing, or begins to pull the picture."""
        where = event.position()
        self._dragged = where.x(), where.y()
        if key := self._at(where):
            self.mark(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: the picture goes with the pointer."""
        where = event.position()
        if self._dragged is not None:
            x, y = self._dragged
            self._pull(where.x() - x, where.y() - y)
            self._dragged = where.x(), where.y()
            return
        thing = self._thing(self._at(where))
        self.setToolTip(thing.words if thing else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: the pull is over."""
        del event
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: opens what was clicked."""
        if key := self._at(event.position()):
            self.opened.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: all of it, until somebody came nearer; then what is marked stays in sight."""
        super().resizeEvent(event)
        self.sight = replace(self.sight, width=float(self.width()), height=float(self.height()))
        if self._whole:
            self.show_all()
        elif self.marked:
            self.sight = self.sight.with_in_sight(self.places[self.marked])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's hook."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ties(painter)
        self._draw_things(painter)

    def _pull(self, across: float, down: float) -> None:
        """Move the picture by so many pixels."""
        self._whole = False
        self.sight = self.sight.moved(across, down)
        self.update()

    # Drawing

    def _draw_ties(self, painter: QPainter) -> None:
        colours = current().colours
        for tie in self.graph.ties:
            near = self.marked in (tie.one, tie.other)
            painter.setPen(QPen(QColor(colours.accent if near else colours.edge), 2 if near else 1))
            one, other = (self.sight.pixel(self.places[key]) for key in (tie.one, tie.other))
            painter.drawLine(QPointF(*one), QPointF(*other))

    def _draw_things(self, painter: QPainter) -> None:
        beside = {thing.key for thing in self.graph.beside(self.marked)} if self.marked else set()
        order = sorted(
            self.graph.things,
            key=lambda thing: (thing.key != self.marked, thing.key not in beside),
        )
        for thing in reversed(order):
            self._draw_disc(painter, thing)
        taken: list[QRectF] = [self._disc(thing) for thing in order]
        for thing in order:
            self._draw_words(painter, thing, taken)

    def _disc(self, thing: Thing) -> QRectF:
        x, y = self.sight.pixel(self.places[thing.key])
        size = self._size(thing)
        return QRectF(x - size, y - size, 2 * size, 2 * size)

    def _size(self, thing: Thing) -> float:
        size = _DISC * current().scale * (0.8 if thing.kind is Kind.REPORT else 1.0)
        return min(size, max(4.0, self.sight.near * 0.4))

    def _draw_disc(self, painter: QPainter, thing: Thing) -> None:
        colours = current().colours
        disc = self._disc(thing)
        marked = thing.key == self.marked
        report = thing.kind is Kind.REPORT
        painter.setPen(QPen(QColor(colours.accent if marked else colours.edge), 2 if marked else 1))
        painter.setBrush(QColor(colours.surface if report else colours.soft))
        if report:
            painter.drawRoundedRect(disc, 6, 6)
        else:
            painter.drawEllipse(disc)
        if marked and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), RING))
            painter.drawEllipse(disc.adjusted(-5, -5, 5, 5))
        inset = disc.width() * 0.24
        ink = colours.muted if report else colours.soft_text
        if disc.width() > 14:
            draw(painter, ICONS[thing.kind], disc.adjusted(inset, inset, -inset, -inset), ink)

    def _draw_words(self, painter: QPainter, thing: Thing, taken: list[QRectF]) -> None:
        """Write what a thing is called below it, unless something stands there already."""
        look = current()
        font = QFont(self.font())
        font.setPixelSize(look.sizes.small)
        marked = thing.key == self.marked
        font.setWeight(QFont.Weight.DemiBold if marked else QFont.Weight.Normal)
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(
            thing.words.partition("\n")[0], Qt.TextElideMode.ElideRight, _WORDS * look.scale
        )
        disc = self._disc(thing)
        wide = metrics.horizontalAdvance(words) + 6
        room = QRectF(disc.center().x() - wide / 2, disc.bottom() + 3, wide, metrics.height())
        if not marked and any(room.intersects(each) for each in taken):
            return
        taken.append(room)
        ground = QColor(look.colours.background)
        ground.setAlphaF(0.85)
        painter.fillRect(room, ground)
        painter.setFont(font)
        muted = thing.kind is Kind.REPORT and not marked
        painter.setPen(QColor(look.colours.muted if muted else look.colours.text))
        leftward = reads_leftward(words, False)  # numbers never turn round
        way = Qt.LayoutDirection
        painter.setLayoutDirection(way.RightToLeft if leftward else way.LeftToRight)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _thing(self, key: str) -> Thing | None:
        return next((thing for thing in self.graph.things if thing.key == key), None)

    def _at(self, where: QPointF) -> str:
        for thing in self.graph.things:
            if self._disc(thing).adjusted(-6, -6, 6, 6).contains(where):
                return thing.key
        return ""

    def _from_middle(self, key: str) -> float:
        x, y = self.sight.pixel(self.places[key])
        return abs(x - self.width() / 2) + abs(y - self.height() / 2)
