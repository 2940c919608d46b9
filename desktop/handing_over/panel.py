"""Handing a record over: to whom, why, what goes along, and what she said; then one sealed file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.file_dialogs import open_file
from desktop.handing_over.words import in_words
from desktop.operations import Operation, in_background, told
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.fields import ErrorLine, Field
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.stopping import StoppingDialog
from desktop.widgets.where_to import WhereTo
from desktop.wishes import declined
from storage import RecordId, RecordRow, Session, Vault, reference
from storage.errors import NotAKey, StorageError
from storage.handover.file import SUFFIX
from storage.handover.giving import PERSON, Sent, hand_over
from storage.handover.keys import recipient
from storage.keys.escrow import PublicKey
from translations.interface import _

WIDTH = 520


class HandoverPanel(StoppingDialog):
    """Asks what the log and the other side need to know, and seals beside the window."""

    made = Signal(str)
    """The sealed file's path."""
    _step = Signal(int, int)

    def __init__(self, parent: QWidget, vault: Vault, record: RecordId) -> None:
        """Offer to hand over `record`, and those it is linked to."""
        super().__init__(WIDTH, parent)
        self._vault, self._record = vault, record
        self._to: PublicKey | None = None
        self._rows: list[RecordRow] = []
        self._refusing: list[RecordId] = []
        self.linked: list[tuple[Check, RecordRow]] = []
        self._lay_out()
        self._step.connect(self.progress.advance)
        Operation(self, vault.query(lambda session: _with_linked(session, record))).on_success(
            lambda found: self._offer(*found)
        ).on_failure(self._refused).start()

    def take_key(self, path: Path) -> None:
        """Seal to the holder of the key in the file at `path`."""
        try:
            self._to = recipient(path.read_text(encoding="utf-8", errors="replace"))
        except (NotAKey, OSError):
            self._to = None
            self._whom.setText(in_words(NotAKey()))
            return
        self._whom.setText(
            _("{name} · {fingerprint}. Compare the fingerprint with them.").format(
                name=self._to.name, fingerprint=self._to.fingerprint
            )
        )

    def fill(self, reason: str, agreement: str, path: Path) -> None:
        """Fill in the fields."""
        self._reason.setText(reason)
        self._agreement.setText(agreement)
        self._path.setText(str(path))

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self._message.text()

    def hand_over(self) -> None:
        """Seal what is chosen, if nothing is missing."""
        reason, agreement = self._reason.text().strip(), self._agreement.text().strip()
        if self._to is None:
            self._message.say(_("Choose the key of whoever shall have it."))
            return
        if not reason:
            self._message.say(_("Both logs need to know why."))
            self._reason.setFocus()
            return
        if self._is_about_person() and not agreement:
            self._message.say(_("Ask her first, and write down what she said and when."))
            self._agreement.setFocus()
            return
        if any(row.id in self._refusing for row in self._chosen()):
            self._message.say(
                _(
                    "Her record says that she does not want to be handed over. Ask her again, and"
                    " amend her record first."
                )
            )
            return
        self._message.say("")
        self._button.setEnabled(False)
        self.begin_work(_("Sealing"))
        to, path = self._to, self._path.path
        records = [RecordId(row.id) for row in self._chosen()]
        step = told(self, self._step.emit)
        in_background(
            self,
            lambda: hand_over(
                self._vault,
                records,
                to,
                path,
                reason=reason,
                agreement=agreement,
                progress=step,
                cancelled=self.is_stopped,
            ),
        ).on_success(self._done).on_failure(self._refused).start()

    def _chosen(self) -> Sequence[RecordRow]:
        along = [row for check, row in self.linked if check.isChecked()]
        return [*self._rows, *along]

    def _is_about_person(self) -> bool:
        return any(row.form == PERSON for row in self._chosen())

    def _offer(self, rows: list[RecordRow], refusing: list[RecordId]) -> None:
        self._rows, self._refusing = rows[:1], refusing
        for each in rows[1:]:
            check = Check(
                _("{title} ({reference})").format(title=each.title, reference=reference(each.id))
            )
            check.toggled.connect(lambda _on: self._show_agreement())
            self.linked.append((check, each))
            self._along.addWidget(check)
        self._along_words.setVisible(bool(self.linked))
        self._show_agreement()

    def _show_agreement(self) -> None:
        self._asked.setVisible(self._is_about_person())

    def _done(self, sent: Sent) -> None:
        del sent
        self.end_work()
        self.made.emit(self._path.text())
        self.accept()

    def _refused(self, error: StorageError) -> None:
        was_running = self.is_running
        self.end_work()
        self._button.setEnabled(True)
        self._message.say(in_words(error))
        if was_running and self.is_stopped():
            self.reject()

    def _choose_key(self) -> None:
        if path := open_file(self, title=_("The key")):
            self.take_key(path)

    def _lay_out(self) -> None:
        self._whom = Label(_("No key is chosen yet."), "muted")
        self._reason, self._agreement = QLineEdit(), QLineEdit()
        self._reason.setPlaceholderText(_("For example: she has moved to your area"))
        self._agreement.setPlaceholderText(_("For example: yes, by telephone on 21 November"))
        self._path = WhereTo(f"{reference(self._record)}{SUFFIX}")
        self._message = ErrorLine()
        self._asked = Field(
            _("What did she say when you asked her?"),
            self._agreement,
            hint=_("Her wish is recorded in both logs. Without asking, her record does not leave."),
        )
        self._asked.hide()
        self._along_words = Label(_("What goes along?"), "label")
        self._along_words.hide()
        self._along = QVBoxLayout()
        key = Button(_("Choose a key …"))
        key.clicked.connect(self._choose_key)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self._button = Button(_("Hand over"), "primary")
        self._button.setDefault(True)
        self._button.clicked.connect(self.hand_over)
        column = self.column
        column.addWidget(Label(_("Hand this record over"), "heading"))
        words = _(
            "All its versions and files go, sealed: only the holder of the key can open them. They"
            " stay here until you purge them."
        )
        column.addWidget(Label(words, "muted"))
        column.addSpacing(8)
        column.addWidget(Label(_("To whom?"), "label"))
        whom = row(self._whom, key)
        whom.setStretch(0, 1)
        column.addLayout(whom)
        column.addSpacing(8)
        column.addWidget(Field(_("Why do they need it?"), self._reason))
        column.addWidget(self._along_words)
        column.addLayout(self._along)
        column.addWidget(self._asked)
        where = Label(_("Where to?"), "label")
        where.setBuddy(self._path)
        self._path.setAccessibleName(_("Where to?"))
        column.addSpacing(8)
        column.addWidget(where)
        column.addLayout(row(self._path, self._path.button))
        self.set_foot(row(None, cancel, self._button), self._message, self.progress)


def _with_linked(session: Session, record: RecordId) -> tuple[list[RecordRow], list[RecordId]]:
    """The record's line, and those of all that it is linked to; and who of them said no to it."""
    ends = [end for link in session.links.of(record) for end in (link.source, link.target)]
    rows = [session.records.row(each) for each in dict.fromkeys([record, *ends])]
    return rows, [row.id for row in rows if declined(session, [row.id])]
