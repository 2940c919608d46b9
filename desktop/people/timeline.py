"""Contact over time as a picture: every contact a dot, to be gone through by key, wheel or hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt, Signal
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

from desktop.people.reading import Contact
from desktop.people.timescale import DAY, Scale
from desktop.theme.look import Look, current
from desktop.theme.tokens import RING
from desktop.times import moment
from translations.interface import _

_HEIGHT = 196
_SIDE = 20.0
_DOT = 5.5
_STACK = 5
_ROOM = 72.0
_NEARER = 0.8


class Timeline(QWidget):
    """Left and Right go from contact to contact, + and - zoom, 0 shows all, Return opens one."""

    opened = Signal(str)
    """The record of the contact that was opened."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        """Show `contacts`, oldest first."""
        super().__init__()
        self.contacts = list(contacts)
        self.chosen = len(self.contacts) - 1
        self._times = [contact.at.timestamp() for contact in self.contacts]
        self._dragged: float | None = None
        first, last = (self._times[0], self._times[-1]) if self._times else (0.0, DAY)
        margin = max((last - first) * 0.03, 3 * DAY)
        self._all = Scale(first - margin, last + margin, 1.0)
        self.scale = self._all
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Contact over time"))
        self._tell()

    def sizeHint(self) -> QSize:
        """As wide as it may be; tall enough for dots, words and months."""
        return QSize(480, current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The least it can be read at."""
        return QSize(240, current().px(_HEIGHT))

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Nearer (`factor` under 1) or farther around the pixel `x`, or the chosen contact."""
        around = self.scale.at(x - _SIDE) if x is not None else self._middle()
        self.scale = self.scale.zoomed(factor, around, self._all)
        self.update()

    def show_all(self) -> None:
        """The whole time."""
        self.scale = Scale(self._all.begin, self._all.end, self.scale.width)
        self.update()

    def choose(self, place: int) -> None:
        """Mark the contact at `place`, and bring it into sight."""
        if not self.contacts:
            return
        self.chosen = max(0, min(place, len(self.contacts) - 1))
        at = self._times[self.chosen]
        if not self.scale.begin <= at <= self.scale.end:
            middle = (self.scale.begin + self.scale.end) / 2
            self.scale = self.scale.moved(at - middle, self._all)
        self._tell()
        self.update()

    def words(self) -> str:
        """The chosen contact: its time and way, nothing of what was said."""
        if not self.contacts:
            return ""
        contact = self.contacts[self.chosen]
        return " · ".join(filter(None, (moment(contact.at.isoformat()), contact.way)))

    # Qt's hooks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's hook: every gesture has its key."""
        key, keys = event.key(), Qt.Key
        forward = keys.Key_Left if self.isRightToLeft() else keys.Key_Right
        if key in (keys.Key_Left, keys.Key_Right):
            self.choose(self.chosen + (1 if key == forward else -1))
        elif key in (keys.Key_Home, keys.Key_End):
            self.choose(0 if key == keys.Key_Home else len(self.contacts) - 1)
        elif key in (keys.Key_Plus, keys.Key_Equal):
            self.zoom(_NEARER)
        elif key == keys.Key_Minus:
            self.zoom(1 / _NEARER)
        elif key == keys.Key_0:
            self.show_all()
        elif key in (keys.Key_Return, keys.Key_Enter) and self.contacts:
            self.opened.emit(self.contacts[self.chosen].record)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's hook: with Ctrl it zooms; without, the page scrolls."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        steps = event.angleDelta().y() / 120
        self.zoom(_NEARER**steps, self._logical(event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: a click chooses the nearest contact, a drag moves the time."""
        x = self._logical(event.position().x())
        self._dragged = x
        if self._times:
            at = self.scale.at(x - _SIDE)
            near = min(range(len(self._times)), key=lambda place: abs(self._times[place] - at))
            self.choose(near)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: the time goes with the pointer."""
        if self._dragged is None:
            return
        x = self._logical(event.position().x())
        by = self.scale.at(self._dragged) - self.scale.at(x)
        self.scale = self.scale.moved(by, self._all)
        self._dragged = x
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: the drag is over."""
        del event
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: opens what was clicked."""
        del event
        if self.contacts:
            self.opened.emit(self.contacts[self.chosen].record)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: the same time on the new width."""
        super().resizeEvent(event)
        width = max(1.0, self.width() - 2 * _SIDE)
        self.scale = Scale(self.scale.begin, self.scale.end, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's hook."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)

    # Drawing

    def draw(self, painter: QPainter) -> None:
        """Draw the axis, its marks, and the dots of all contacts in sight."""
        look = current()
        base = self.height() - look.px(56)
        painter.setPen(QPen(QColor(look.colours.line), 2))
        painter.drawLine(QPointF(_SIDE, base), QPointF(self.width() - _SIDE, base))
        self._draw_marks(painter, look, base)
        taken: dict[int, int] = {}
        ends = -1e9  # where the last word ended, so that words never lie over each other
        for place, at in enumerate(self._times):
            if not self.scale.begin <= at <= self.scale.end:
                continue
            x = self._visual(_SIDE + self.scale.x(at))
            column = round(x / (2 * _DOT + 1))
            height = min(taken.get(column, 0), _STACK)
            taken[column] = taken.get(column, 0) + 1
            where = QPointF(x, base - height * (2 * _DOT + 2))
            ends = self._draw_dot(painter, look, place, where, ends)

    def _draw_marks(self, painter: QPainter, look: Look, base: float) -> None:
        font = QFont(self.font())
        font.setPixelSize(look.sizes.small)
        painter.setFont(font)
        pattern, marks = self.scale.marks(look.px(int(_ROOM)))
        for mark in marks:
            x = self._visual(_SIDE + self.scale.x(mark.timestamp()))
            painter.setPen(QColor(look.colours.line))
            painter.drawLine(QPointF(x, base + 18), QPointF(x, base + 26))
            painter.setPen(QColor(look.colours.muted))
            words = QLocale().toString(QDate(mark.year, mark.month, mark.day), pattern)
            wide = QFontMetricsF(font).horizontalAdvance(words)
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            painter.drawText(QPointF(left, base + 26 + look.px(16)), words)

    def _draw_dot(
        self, painter: QPainter, look: Look, place: int, where: QPointF, ends: float
    ) -> float:
        """Draw one contact; gives where its words end, or `ends` where it has none."""
        colour, words = _meaning(self.contacts[place], look)
        size = _DOT * look.scale * (1.45 if words else 1.0)
        if place == self.chosen:
            painter.setPen(QPen(QColor(look.colours.accent), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.hasFocus():
                painter.drawEllipse(where, size + 4, size + 4)
        painter.setPen(QPen(QColor(look.colours.surface), 1))
        painter.setBrush(QColor(colour))
        painter.drawEllipse(where, size, size)
        if not words:
            return ends
        metrics = QFontMetricsF(painter.font())
        wide = metrics.horizontalAdvance(words)
        left = min(max(0.0, where.x() - wide / 2), self.width() - wide)
        if left < ends + 8:
            return ends
        top = look.px(24)
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(left, top - metrics.height(), wide + 2, metrics.height()), words)
        painter.drawLine(QPointF(where.x(), top + 4), QPointF(where.x(), where.y() - size - 3))
        return left + wide

    def _visual(self, x: float) -> float:
        return self.width() - x if self.isRightToLeft() else x

    _logical = _visual

    def _middle(self) -> float:
        if self._times and self.scale.begin <= self._times[self.chosen] <= self.scale.end:
            return self._times[self.chosen]
        return (self.scale.begin + self.scale.end) / 2

    def _tell(self) -> None:
        told = _("{count} contacts. {chosen}").format(count=len(self.contacts), chosen=self.words())
        self.setAccessibleDescription(told)
        self.setToolTip(self.words())


def standing_out(contact: Contact) -> str:
    """The word over a contact that stands out, "" over any other."""
    return _meaning(contact, current())[1]


def _meaning(contact: Contact, look: Look) -> tuple[str, str]:
    """The colour of a contact's dot, and a word over it where it stands out."""
    if "her_report" in contact.kinds:
        return look.colours.danger, _("something happened")
    if "safety" in contact.kinds:
        return look.colours.amber, _("safety plan")
    if "handover" in contact.kinds:
        return look.colours.amber, _("hand-over")
    return look.colours.accent, ""
