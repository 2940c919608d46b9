"""Places typed by hand: one, or the corners of a way or an area, a line for each."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.fields import WritingField
from desktop.widgets.answer import Answer
from desktop.widgets.typed import TypedAnswer
from translations.interface import _

_NUMBER = r"[-+−]?\d+(?:\.\d+)?"
_STORED = re.compile(r"(-?\d+(\.\d+)?\s*){2,4}")


class PlaceAnswer(TypedAnswer):
    """A place as latitude and longitude in degrees (WGS 84), typed or pasted from a map."""

    def __init__(self, path: str) -> None:
        super().__init__(path, 260)
        self._rest = "0 0"
        self.retranslate()

    def read(self, text: str) -> str | None:
        """`latitude longitude altitude accuracy`, the last two 0 when nobody measured them."""
        return read_place(text, self._rest)

    def shown(self, value: str) -> str:
        """Latitude and longitude."""
        if not _STORED.fullmatch(value):
            return value
        self._rest = _rest(value)
        return _plain(value)

    def slip(self) -> str:
        """Says how to write a place."""
        return _("This is not a place. Write latitude and longitude, like 53.7997, -1.5492.")

    def retranslate(self) -> None:
        """What to write, shown while empty."""
        self.field.setPlaceholderText(_("Latitude, longitude"))


class PlacesAnswer(Answer):
    """A way (geotrace) or the edge of an area (geoshape): a place on each line.

    An area is closed by itself: its first place is stored again as its last (ODK XForms, Data
    Types). Altitude and accuracy of places that stand there stay as they are.
    """

    def __init__(self, path: str, *, closed: bool) -> None:
        """`closed` for an area."""
        super().__init__(path)
        self._closed = closed
        self._rests: dict[str, str] = {}
        self._field = WritingField(3)
        self._field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # figures read rightward
        self._field.textChanged.connect(self._typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field)
        self.retranslate()

    def write(self, value: str) -> None:
        """A line for each place, unless what stands there says the same."""
        text = self._field.toPlainText()
        if value in (self._read(text), text.strip()):
            return
        places = [part.strip() for part in value.split(";") if part.strip()]
        if not all(_STORED.fullmatch(place) for place in places):
            self._field.set_value(value)
            return
        if self._closed and len(places) > 1 and places[0].split()[:2] == places[-1].split()[:2]:
            places.pop()
        self._rests = {_plain(place): _rest(place) for place in places}
        self._field.set_value("\n".join(map(_plain, places)))

    def set_readonly(self, readonly: bool) -> None:
        """Let the places be read and copied only."""
        self._field.setReadOnly(readonly)

    def parts(self) -> tuple[QWidget, ...]:
        """The field."""
        return (self._field,)

    def unread(self) -> str:
        """Which line is no place, or how many are missing."""
        text = self._field.toPlainText()
        if not text.strip() or self._read(text) is not None:
            return ""
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip() and read_place(line, "0 0") is None:
                return _(
                    "Line {number} is not a place. Write latitude and longitude, like"
                    " 53.7997, -1.5492."
                ).format(number=number)
        if self._closed:
            return _("An area needs three places or more, each on its own line.")
        return _("A way needs two places or more, each on its own line.")

    def retranslate(self) -> None:
        """What to write, shown while empty."""
        self._field.setPlaceholderText(_("Latitude, longitude: a place on each line"))

    def _read(self, text: str) -> str | None:
        lines = [line for line in text.splitlines() if line.strip()]
        places = []
        for line in lines:
            place = read_place(line, "0 0")
            if place is None:
                return None
            places.append(read_place(line, self._rests.get(_plain(place), "0 0")) or place)
        if len(places) < (3 if self._closed else 2):
            return None
        return "; ".join([*places, places[0]] if self._closed else places)

    def _typed(self) -> None:
        text = self._field.toPlainText()
        value = self._read(text)
        self.give(text.strip() if value is None else value)


def read_place(text: str, rest: str) -> str | None:
    """The place that `text` means, with `rest` as its altitude and accuracy; None for none."""
    found = re.findall(_NUMBER, text)
    if len(found) != 2 or re.search(r"[^\d\s.,;°+−-]", text):
        return None
    latitude, longitude = (part.replace("−", "-").lstrip("+") for part in found)
    if abs(float(latitude)) > 90 or abs(float(longitude)) > 180:
        return None
    return f"{latitude} {longitude} {rest}"  # as typed: no digit is invented or lost


def _plain(value: str) -> str:
    return ", ".join(value.split()[:2])


def _rest(value: str) -> str:
    return " ".join([*value.split(), "0", "0"][2:4])
