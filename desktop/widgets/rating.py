"""Stars to rate with (a range with the appearance `rating`)."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.hand_drawn import HandDrawnButton
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.radio import TakeableRadio
from desktop.theme.tokens import RING
from desktop.widgets.answer import Answer
from desktop.widgets.numbers import write_number
from desktop.widgets.ranges import Scale
from translations.interface import _

MOST = 12
"""More stars than this would not stand in a row."""


class RatingAnswer(Answer):
    """A star for each number: those up to the chosen one are filled, and the number is told."""

    def __init__(self, path: str, scale: Scale) -> None:
        super().__init__(path)
        self._values = scale.values()
        self._stars = [_Star(self, value) for value in self._values]
        self._words = Label(kind="strong", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for star in self._stars:
            star.settled.connect(self._chosen)
            row.addWidget(star)
        row.addSpacing(12)
        row.addWidget(self._words)
        row.addStretch(1)
        self.retranslate()

    def write(self, value: str) -> None:
        """Fill the stars up to `value`."""
        for star in self._stars:
            if star.isChecked() != (star.value == value):
                star.check(star.value == value)
        self._tell()

    def parts(self) -> tuple[QWidget, ...]:
        """The stars."""
        return tuple(self._stars)

    def describe(self, name: str, description: str) -> None:
        """Each star keeps its number as its name."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for star in self._stars:
            star.setAccessibleDescription(name)

    def retranslate(self) -> None:
        """The names of the stars."""
        for star in self._stars:
            star.setAccessibleName(self._said(star.value))
        self._tell()

    def reached(self, star: "_Star") -> bool:
        """Whether `star` is the chosen one or comes before it."""
        chosen = [place for place, one in enumerate(self._stars) if one.isChecked()]
        return bool(chosen) and self._stars.index(star) <= chosen[0]

    def _chosen(self) -> None:
        self._tell()
        self.give(self._value())

    def _value(self) -> str:
        return next((star.value for star in self._stars if star.isChecked()), "")

    def _said(self, value: str) -> str:
        return _("{number} of {most}").format(
            number=write_number(value), most=write_number(self._values[-1])
        )

    def _tell(self) -> None:
        value = self._value()
        self._words.setText(self._said(value) if value else _("not set"))
        for star in self._stars:
            star.update()


class _Star(HandDrawnButton, TakeableRadio):
    """One star, a radio button to keys and screen readers."""

    def __init__(self, answer: RatingAnswer, value: str) -> None:
        super().__init__(answer)
        self.value = value
        self._answer = answer
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """A touchable square."""
        return _size()

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return _size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Painted in the theme of the moment."""
        del event
        colours = current().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self._answer.reached(self)
        colour = QColor(colours.accent if self.isEnabled() else colours.edge)
        painter.setPen(QPen(colour if filled else QColor(colours.edge), 1.5))
        painter.setBrush(colour if filled else QColor(colours.raised))
        painter.drawPolygon(_shape(_place(self.rect())))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), RING))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 8, 8)


def _shape(place: QRectF) -> QPolygonF:
    """A star of five points that fills `place`."""
    centre, outer = place.center(), place.width() / 2
    points = QPolygonF()
    for corner in range(10):
        reach = outer if corner % 2 == 0 else outer * 0.42
        angle = corner * pi / 5 - pi / 2
        points.append(QPointF(centre.x() + reach * cos(angle), centre.y() + reach * sin(angle)))
    return points


def _size() -> QSize:
    """Pixels of one star, large enough for a finger."""
    return QSize(current().px(44), current().px(44))


def _place(whole: QRect) -> QRectF:
    """Where in its button a star stands."""
    side = current().px(28)
    place = QRectF(0, 0, side, side)
    place.moveCenter(QRectF(whole).center())
    return place
