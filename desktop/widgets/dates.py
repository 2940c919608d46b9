"""Answers in dates and in times of day: typed as one writes them, picked, or now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from desktop.theme.buttons import Button
from desktop.widgets import when
from desktop.widgets.typed import TypedAnswer
from translations.interface import _


@dataclass(frozen=True)
class Grain:
    """How exact a date is asked for, and how that is read and written."""

    read: Callable[[str, date], date | None]
    write: Callable[[date], str]
    slip: Callable[[], str]
    now: Callable[[], str]
    name: Callable[[], str]
    width: int  # pixels of the field


DAY = Grain(
    when.read_date,
    when.write_date,
    lambda: _("This is not a date. Write it like {example}."),
    lambda: _("Today"),
    lambda: _("Date"),
    170,
)
MONTH = Grain(
    when.read_month,
    when.write_month,
    lambda: _("This is not a month. Write it like {example}."),
    lambda: _("This month"),
    lambda: _("Month"),
    170,
)
YEAR = Grain(
    lambda text, _today: when.read_year(text),
    when.write_year,
    lambda: _("This is not a year. Write it like {example}."),
    lambda: _("This year"),
    lambda: _("Year"),
    100,
)


class DateAnswer(TypedAnswer):
    """A day, a month (appearance `month-year`) or a year (appearance `year`)."""

    def __init__(self, path: str, grain: Grain = DAY, *, calendar: bool = True) -> None:
        """`calendar` offers a month to pick the day from."""
        super().__init__(path, grain.width)
        self._grain = grain
        self._now = Button("", "quiet")
        self._now.clicked.connect(lambda: self.take(date.today().isoformat()))
        self.add_aid(self._now)
        self._pick = Button("", "quiet", icon="calendar")
        if grain is DAY and calendar:
            self._pick.clicked.connect(
                lambda: pick_day(
                    self.field,
                    _day(self.read(self.field.text()) or ""),
                    lambda day: self.take(day.isoformat()),
                )
            )
            self.add_aid(self._pick)
        self.retranslate()

    def read(self, text: str) -> str | None:
        """The day in `text`, the first where a month or year is asked for."""
        day = self._grain.read(text, date.today())
        return day.isoformat() if day else None

    def shown(self, value: str) -> str:
        """The day in the reader's names and order."""
        day = _day(value)
        return self._grain.write(day) if day else value

    def slip(self) -> str:
        """Says how to write a date."""
        return self._grain.slip().format(example=self._grain.write(date.today()))

    def retranslate(self) -> None:
        """The words of the buttons."""
        self.field.setPlaceholderText(self._grain.name())
        self._now.set_words(self._grain.now())
        self._pick.set_words(_("Calendar"))


class TimeAnswer(TypedAnswer):
    """A time of day, stored with this machine's offset, as ODK XForms writes it."""

    def __init__(self, path: str) -> None:
        super().__init__(path, 84)
        self._now = Button("", "quiet", icon="clock")
        self._now.clicked.connect(lambda: self.take(when.write_time(datetime.now().time())))
        self.add_aid(self._now)
        self.retranslate()

    def read(self, text: str) -> str | None:
        """The time in `text`."""
        at = when.read_time(text)
        return when.stamp(date.today(), at).partition("T")[2] if at else None

    def shown(self, value: str) -> str:
        """Hours and minutes as they were written down."""
        at = when.read_time(value[:5])
        return when.write_time(at) if at and value[5:6] in ("", ":", ".") else value

    def slip(self) -> str:
        """Says how to write a time."""
        return _("This is not a time. Write it like 22:50.")

    def retranslate(self) -> None:
        """The word of the button."""
        self.field.setPlaceholderText(_("Time"))
        self._now.set_words(_("Now"))


def pick_day(field: QWidget, day: date | None, take: Callable[[date], None]) -> None:
    """Open a month under `field` at `day` (today if None); a picked day goes to `take`."""
    from desktop.widgets.calendar import CalendarPopup

    popup = CalendarPopup(day or date.today(), field)
    popup.picked.connect(take)
    popup.open_under(field)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
