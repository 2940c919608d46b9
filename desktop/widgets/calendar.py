"""A month to pick a day from, beside the field that the day can be typed into."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.tokens import TOUCH
from translations.interface import _

_DAY = TOUCH
"""Pixels a day is wide and tall; a week of them, and their names, above six weeks."""


class _Days(QCalendarWidget):
    """The days of a month, painted in the theme; Qt's own weekends are red, which is for danger."""

    def __init__(self) -> None:
        super().__init__()
        self.setNavigationBarVisible(False)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self.setMinimumSize(current().px(7 * _DAY), current().px(7 * _DAY))
        words = QTextCharFormat()
        words.setForeground(QColor(current().colours.muted))
        words.setBackground(QColor(current().colours.raised))
        self.setHeaderTextFormat(words)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, words)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        """The chosen day is filled, today has a ring, days of other months stand back."""
        colours = current().colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(colours.raised))
        place = QRectF(rect).adjusted(2, 2, -2, -2)
        chosen = day == self.selectedDate()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(place, 6, 6)
        elif day == QDate.currentDate():
            painter.setPen(QColor(colours.accent))
            painter.drawRoundedRect(place, 6, 6)
        other = day.month() != self.monthShown()
        ink = colours.accent_text if chosen else colours.muted if other else colours.text
        painter.setPen(QColor(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()


class CalendarPopup(QFrame):
    """Opens under a field; a click or Return picks, Escape leaves all as it was."""

    picked = Signal(object)
    """The day (`datetime.date`)."""

    def __init__(self, day: date, parent: QWidget) -> None:
        """Shows the month of `day`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popup")
        self._days = _Days()
        self._days.setSelectedDate(QDate(day.year, day.month, day.day))
        self._days.setAccessibleName(_("Days of the month"))
        self._days.clicked.connect(self._pick)
        self._days.activated.connect(self._pick)
        self._days.currentPageChanged.connect(self._name_month)
        self._month = Label(kind="strong", wrap=False)
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._name_month()

    def open_under(self, field: QWidget) -> None:
        """Show it below `field`, or above where the screen ends."""
        self.adjustSize()
        below = field.mapToGlobal(QPoint(0, field.height() + 4))
        screen = field.screen().availableGeometry()
        if below.y() + self.height() > screen.bottom():
            below.setY(field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4)
        below.setX(max(screen.left(), min(below.x(), screen.right() - self.width())))
        self.move(below)
        self.show()
        self._days.setFocus()

    def _lay_out(self) -> None:
        earlier = Button("", "quiet", icon="chevron-left", big=True)
        earlier.setAccessibleName(_("Month before"))
        earlier.clicked.connect(self._days.showPreviousMonth)
        later = Button("", "quiet", icon="chevron-right", big=True)
        later.setAccessibleName(_("Month after"))
        later.clicked.connect(self._days.showNextMonth)
        head = QHBoxLayout()
        head.addWidget(earlier)
        head.addWidget(self._month, 1)
        head.addWidget(later)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self._days)

    def _name_month(self) -> None:
        first = QDate(self._days.yearShown(), self._days.monthShown(), 1)
        self._month.setText(QLocale().toString(first, "MMMM yyyy"))

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
