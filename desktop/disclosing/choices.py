"""Which records and files go into a disclosure copy: a tick each, and a period to add."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.disclosing.material import Material
from desktop.disclosing.rasterising import can_be_drawn
from desktop.disclosing.taking_out import TakingOut
from desktop.sizes import weight
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.fields import ErrorLine, TextField
from desktop.theme.frames import bare, indent, row
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside
from desktop.theme.scrolling import scrolling
from desktop.times import moment
from desktop.widgets import when
from translations.interface import _

_UNBROKEN = "\N{NON-BREAKING HYPHEN}"
"""A reference is read as one word."""


class Choices(QWidget):
    """The column beside the text."""

    changed = Signal()
    """Another record or file is in or out."""
    period_asked = Signal(object, object)
    """Records from the first moment up to the second shall be added."""

    def __init__(self) -> None:
        super().__init__()
        self.since, self.until = TextField(), TextField()
        self.ticks: list[Check] = []
        self._message = ErrorLine()
        self._lay_out()

    def show_materials(self, materials: Sequence[Material], taking: TakingOut) -> None:
        """Offer `materials`; what `taking` leaves out is not ticked."""
        while self._list.count():
            item = self._list.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self.ticks = []
        for material in materials:
            title = f"{material.document.form.title(material.document.language)}"
            whole = material.document.reference.replace("-", _UNBROKEN)
            told = f"{title} · {moment(material.when)} · {whole}"
            tick = self._add(told, material.record not in taking.left_out, 0)
            tick.toggled.connect(partial(self._take_record, taking, material.record))
            for number, file in enumerate(material.files, 1):
                words = _("File {number} as pictures: {kind}, {size}").format(
                    number=number, kind=file.media_type, size=weight(file.size)
                )
                tick = self._add(words, file.id in taking.files, 28)
                tick.setEnabled(can_be_drawn(file))
                tick.toggled.connect(partial(self._take_file, taking, file.id))

    def ask_period(self) -> None:
        """Read both days, and ask for the records between them."""
        today = date.today()
        first = when.read_date(self.since.text(), today)
        last = when.read_date(self.until.text(), today) if self.until.text().strip() else today
        wrong = first is None or last is None or first > last
        asked = _("Write both days like {example}.").format(example=when.write_date(today))
        self._message.say(asked if wrong else "")
        if first is not None and last is not None and not wrong:
            self.period_asked.emit(_midnight(first), _midnight(last + timedelta(1)))

    def _add(self, words: str, ticked: bool, inset: int) -> Check:
        tick = Check(words)
        tick.setChecked(ticked)
        policy = QSizePolicy.Policy.Preferred  # Qt's own would have long words cut, not wrapped
        tick.setSizePolicy(policy, policy)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        indent(inside, inset, 0, 0, 0)
        inside.addWidget(tick)
        self._list.addWidget(holder)
        self.ticks.append(tick)
        return tick

    def _take_record(self, taking: TakingOut, record: str, chosen: bool) -> None:
        taking.left_out = taking.left_out - {record} if chosen else taking.left_out | {record}
        self.changed.emit()

    def _take_file(self, taking: TakingOut, file: str, chosen: bool) -> None:
        taking.files = taking.files | {file} if chosen else taking.files - {file}
        self.changed.emit()

    def _lay_out(self) -> None:
        inside = QWidget()
        outer = QVBoxLayout(inside)
        indent(outer, 16, 0, 12, 0)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        outer.addLayout(self._list)
        outer.addStretch(1)
        area = scrolling(inside, _("Left out"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(8)
        column.addWidget(area, 1)
        below = QVBoxLayout()
        indent(below, 16, 0, 12, 0)
        below.setSpacing(8)
        below.addWidget(Label(_("Add the records of a period"), "label"))
        add = Button(_("Add"))
        add.clicked.connect(self.ask_period)
        for field, words in ((self.since, _("From")), (self.until, _("Until"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.returnPressed.connect(self.ask_period)
        across = Beside()
        both = QWidget()
        both.setLayout(bare(row(self.since, self.until, spacing=8)))
        across.addWidget(both)
        across.addWidget(add)
        below.addLayout(across)
        below.addWidget(self._message)
        told = _("Liaison records are never among them.")
        below.addWidget(Label(told, "hint"))
        column.addLayout(below)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()
