"""One finding beside the text: what it is, why it matters, and the two ways to answer it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.sending.findings import Found
from desktop.theme.buttons import Button
from desktop.theme.fields import TextField
from desktop.theme.frames import Card, row
from desktop.theme.labels import Chip, Label, redress
from desktop.theme.layouts import Flow
from translations.interface import _

if TYPE_CHECKING:
    from exports.sanitising import Kind

_NEAR = 120  # signs of a sentence shown on each side


def title(kind: "Kind") -> str:
    """What a kind of finding is called."""
    from exports.sanitising import Kind  # is loaded by whatever has found something

    return {
        Kind.NAME: _("A name"),
        Kind.NUMBER: _("A number"),
        Kind.ADVERT: _("An advert or handle"),
        Kind.ADDRESS: _("An address"),
        Kind.NATIONALITY: _("Where somebody is from"),
        Kind.SPEECH: _("Says who told you"),
        Kind.TIME: _("An exact time"),
        Kind.PLATE: _("A number plate"),
    }[kind]


def around(found: Found) -> str:
    """The sentence of a finding, or what of a long one stands nearest to it."""
    sentence, text = found.sentence, found.finding.text
    at = max(0, sentence.find(text))
    start = max(0, at - _NEAR)
    stop = min(len(sentence), at + len(text) + _NEAR)
    before = "…" if start else ""
    after = "…" if stop < len(sentence) else ""
    return f"{before}{sentence[start:stop].strip()}{after}"


class FindingCard(Card):
    """Open until it is written wider or a reason stands in the log."""

    wider = Signal()
    """The report shall be amended."""
    kept = Signal(object, str)
    """The finding stays, for this reason."""

    def __init__(self, found: Found) -> None:
        """Show `found`."""
        super().__init__()
        self.found = found
        finding = found.finding
        if found.reason:
            chip = Chip(_("answered"), "teal")
        else:
            chip = Chip(_("could point to her"), "danger")
            self.setProperty("state", "danger")
            redress(self)
        head = row(Label(title(finding.kind), "strong"), chip)
        head.setStretch(0, 1)
        self.column.addLayout(head)
        self.column.addWidget(Label(f"{found.passage.label}: “{finding.text}”"))
        if found.sentence != finding.text:
            self.column.addWidget(Label(around(found), "muted"))
        self.reason = TextField()
        self.reason.setAccessibleName(_("Why it stays"))
        self.reason.setPlaceholderText(_("Why it stays, for the log"))
        self._widen = Button(_("Write it wider"))
        self._keep = Button(_("Keep, with a reason"))
        if found.reason:
            self.column.addWidget(Label(_("Stays: {reason}").format(reason=found.reason), "muted"))
            return
        self.column.addWidget(Label(finding.why, "muted"))
        self._widen.clicked.connect(self.wider)
        self._keep.setEnabled(False)
        self._keep.clicked.connect(self._say)
        self.reason.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self.reason.returnPressed.connect(self._say)
        self.column.addWidget(self.reason)
        buttons = QWidget()
        across = Flow(buttons, 8)
        across.addWidget(self._widen)
        across.addWidget(self._keep)
        self.column.addWidget(buttons)

    def take_focus(self) -> None:
        """Bring the keys here."""
        if not self.found.reason:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self) -> None:
        if self.reason.text().strip():
            self.kept.emit(self.found, self.reason.text().strip())
