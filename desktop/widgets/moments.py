"""Answers in a day with its time, the moment when something happened."""

from datetime import date, datetime, time

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.fields import TextField
from desktop.widgets import when
from desktop.widgets.answer import Answer
from desktop.widgets.dates import DAY, pick_day
from translations.interface import _

_BETWEEN = " · "  # parts day and time while they are no moment yet


class MomentAnswer(Answer):
    """A day and a time, stored with their offset from UTC."""

    def __init__(self, path: str, *, calendar: bool = True) -> None:
        """`calendar` offers a month to pick the day from."""
        super().__init__(path)
        self._calendar = calendar
        self._stored: datetime | None = None
        self._date = TextField(DAY.width)
        self._time = TextField(84)
        self._now = Button("", "quiet", icon="clock")
        self._now.clicked.connect(self._take_now)
        self._pick = Button("", "quiet", icon="calendar")
        self._pick.clicked.connect(lambda: pick_day(self._date, self._day(), self._take_day))
        for field in (self._date, self._time):
            field.textChanged.connect(self._read)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in self.parts():
            row.addWidget(part)
        self._pick.setVisible(calendar)
        row.addStretch(1)
        self.retranslate()

    @property
    def is_short(self) -> bool:
        """Day and time are."""
        return True

    def write(self, value: str) -> None:
        """Put `value` on screen with the clock of its own offset, as it was written down."""
        stored = when.read_stamp(value) if "T" in value else None
        self._stored = stored
        if stored is None:
            if value != self._written():
                day, _between, at = value.partition(_BETWEEN)
                self._date.set_value(day)
                self._time.set_value(at)
                self._write_out()
            return
        minute = stored.time().replace(second=0, microsecond=0)
        if (self._day(), self._at()) != (stored.date(), minute):
            self._date.set_value(when.write_date(stored.date()))
            self._time.set_value(when.write_time(stored.time()))

    def set_readonly(self, readonly: bool) -> None:
        """Let day and time be read and copied only."""
        self._date.setReadOnly(readonly)
        self._time.setReadOnly(readonly)
        self._now.setVisible(not readonly)
        self._pick.setVisible(self._calendar and not readonly)

    def parts(self) -> tuple[QWidget, ...]:
        """Day, time, then what fills them."""
        shown = (self._date, self._time, self._now)
        return (*shown, self._pick) if self._calendar else shown

    def describe(self, name: str, description: str) -> None:
        """The time says that it is one; the buttons keep their names."""
        for part in self.parts():
            part.setAccessibleDescription(description if isinstance(part, TextField) else name)
        self._date.setAccessibleName(_("{question}: date").format(question=name))
        self._time.setAccessibleName(_("{question}: time").format(question=name))

    def unread(self) -> str:
        """Says what is missing or how to write it."""
        day, at = self._date.text().strip(), self._time.text().strip()
        if day and self._day() is None:
            return DAY.slip().format(example=when.write_date(date.today()))
        if at and self._at() is None:
            return _("This is not a time. Write it like 22:50.")
        if day and not at:
            return _("The time is missing. Write it like 22:50.")
        if at and not day:
            return _("The date is missing.")
        return ""

    def leave(self) -> None:
        """Write out what was understood."""
        self._showing = True
        self._write_out()
        self._showing = False

    def _write_out(self) -> None:
        if day := self._day():
            self._date.set_value(when.write_date(day))
        if at := self._at():
            self._time.set_value(when.write_time(at))

    def retranslate(self) -> None:
        """The words of fields and buttons."""
        self._date.setPlaceholderText(_("Date"))
        self._time.setPlaceholderText(_("Time"))
        self._now.set_words(_("Now"))
        self._pick.set_words(_("Calendar"))

    def _written(self) -> str:
        """Both fields as they stand, "" where both are empty."""
        day, at = self._date.text().strip(), self._time.text().strip()
        return f"{day}{_BETWEEN}{at}" if day or at else ""

    def _day(self) -> date | None:
        return when.read_date(self._date.text(), date.today())

    def _at(self) -> time | None:
        return when.read_time(self._time.text())

    def _take_now(self) -> None:
        now = datetime.now().astimezone()
        self._stored = None  # its offset is this machine's again
        self._showing = True
        self._date.setText(when.write_date(now.date()))
        self._time.setText(when.write_time(now.time()))
        self._showing = False
        self._read()
        self._time.setFocus()

    def _take_day(self, day: date) -> None:
        self._date.setText(when.write_date(day))
        (self._date if self._time.text() else self._time).setFocus()

    def _read(self) -> None:
        if self._showing:
            return
        day, at = self._day(), self._at()
        if day is None or at is None:
            self.give(self._written())
            return
        # a moment that was written down under another offset keeps it
        abroad = self._stored if self._stored and _is_foreign(self._stored) else None
        self.give(when.stamp(day, at, abroad))


def _is_foreign(moment: datetime) -> bool:
    return moment.utcoffset() != moment.astimezone().utcoffset()
