"""What may leave from the record that is shown: a strip under its head, and a line in its menu."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.operations import Operation
from desktop.profile import Profile
from desktop.profile.model import SENDABLE_FORMS
from desktop.sending.passing_on import REPORT, SOURCES
from desktop.sending.words import state
from desktop.theme.buttons import Button
from desktop.theme.labels import Chip, Label
from storage import RecordId, Session, Vault
from storage.outbox.items import Item
from translations.interface import _


class SendBar(QWidget):
    """Offers to send a report, or to begin one from a note."""

    send_asked = Signal(str)
    """The report of this id shall leave."""
    report_asked = Signal(str)
    """A report shall be begun from the note of this id."""

    def __init__(self, vault: Vault, profile: Profile) -> None:
        """Offer what fits the record of `vault` that is shown, and what its force takes."""
        super().__init__()
        self._vault, self._profile = vault, profile
        self._record = ""
        self._state = Chip("")
        self._words = Label("", "muted")
        self.send = Button(_("Send …"), icon="send")
        self.send.clicked.connect(lambda: self.send_asked.emit(self._record))
        self.may_report = False
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self._state, alignment=Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self._words, 1)
        across.addWidget(self.send)
        self.hide()

    def show_record(self, record: str) -> None:
        """Fit to `record`."""
        self._record, self.may_report = record, False
        self.hide()
        self.look()

    def look(self) -> None:
        """Say how the record stands now: it may have left, or arrived, while it was shown."""
        record = self._record
        if not record:
            return
        Operation(self, self._vault.query(lambda session: _standing(session, record))).on_success(
            lambda found: self._show(record, *found)
        ).on_failure(lambda _error: None).start()

    def offer(self, menu: QMenu) -> None:
        """Put the way to a report from this note among the rarer things of the record."""
        if self.may_report:
            words = _("Report from this note …")
            menu.addAction(words, lambda: self.report_asked.emit(self._record))

    def _show(self, record: str, form: str, version: int, last: Item | None) -> None:
        if record != self._record:
            return  # another one was chosen meanwhile
        is_report = form == REPORT or bool(self._profile.destinations_of(form))
        self.send.setVisible(is_report)
        self.may_report = form in SOURCES
        self._state.setVisible(is_report)
        if last is None:
            self._state.set_state(_("not sent"), "neutral")
        else:
            self._state.set_state(*state(last))
        words = ""
        if last is not None and last.version < version:
            words = _("That was version {number}; it was amended since.").format(
                number=last.version
            )
        self._words.setText(words)
        self.setVisible(is_report)


def _standing(session: Session, record: str) -> tuple[str, int, Item | None]:
    """The record's form and newest version, and what was sent of it last."""
    newest = session.records.newest(RecordId(record))
    if newest.form not in SENDABLE_FORMS:
        return newest.form, newest.number, None
    sent = [item for item in session.outbox.all() if item.record == record]
    return newest.form, newest.number, sent[0] if sent else None
