"""Writing an attachment as a plain file: for whom, why and where to; the log keeps it."""

import os
import secrets
import threading
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.attachments.words import reading_failed
from desktop.handing_over.fitting import FittingDialog
from desktop.operations import Operation, in_background
from desktop.theme.buttons import Button
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.notices import Progress
from desktop.widgets.attachments_files import Attached
from storage import Vault
from storage.errors import StorageError
from translations.interface import _

_WIDTH = 520
_BLOCK = 1 << 20


class HandOutPanel(FittingDialog):
    """Asks what the log needs to know, and writes the file beside the window."""

    written = Signal(str)
    """The file's path."""
    _step = Signal(int)

    def __init__(self, parent: QWidget, vault: Vault, file: Attached) -> None:
        super().__init__(_WIDTH, parent)
        self._vault, self._file = vault, file
        self._stopped = threading.Event()
        self._running = False
        self._lay_out()
        self._step.connect(lambda done: self._progress.advance(done, 1000))

    def fill(self, recipient: str, reason: str, path: Path) -> None:
        """Fill in the three fields."""
        self._recipient.setText(recipient)
        self._reason.setText(reason)
        self._path.setText(str(path))

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self._message.text()

    def write(self) -> None:
        """Note the disclosure in the log, then write the file."""
        recipient, reason = self._recipient.text().strip(), self._reason.text().strip()
        if not recipient or not reason:
            self._say(_("The log needs to know for whom it is, and why."))
            (self._reason if recipient else self._recipient).setFocus()
            return
        self._running = True
        self._stopped.clear()
        self._say("")
        self._write.setEnabled(False)
        self._progress.show()
        id = self._file.id
        Operation(
            self, self._vault.perform(lambda s: s.attachments.disclosed(id, recipient, reason))
        ).on_success(lambda _nothing: self._begin()).on_failure(self._refused).start()

    def reject(self) -> None:
        """Cancel: a file half written is taken away."""
        if self._running:
            self._stopped.set()
            self._progress.set_words(_("Stopping"))
        else:
            super().reject()

    def _begin(self) -> None:
        path = Path(self._path.text())

        def work() -> str | None:
            try:
                return "" if self._copy_to(path) else None
            except StorageError as error:
                return reading_failed(error)
            except OSError as error:
                return _("No file was written: {problem}").format(problem=error.strerror)

        in_background(self, work).on_success(self._ended).start()

    def _copy_to(self, path: Path) -> bool:
        """Write the original beside `path`, then in its place; False where it was cancelled."""
        part = path.with_name(f".{secrets.token_hex(8)}.part")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with self._vault.read_attachment(self._file.id) as reader:
            reader.verify()  # before the first byte leaves
            try:
                with open(os.open(part, flags, 0o600), "wb") as target:
                    while block := reader.read(_BLOCK):
                        if self._stopped.is_set():
                            part.unlink(missing_ok=True)
                            return False
                        target.write(block)
                        self._step.emit(reader.tell() * 1000 // max(1, self._file.size))
                    target.flush()
                    os.fsync(target.fileno())
                os.replace(part, path)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        return True

    def _ended(self, problem: str | None) -> None:
        """`problem` is empty where it went well, and None where it was cancelled."""
        self._running = False
        self._write.setEnabled(True)
        self._progress.hide()
        if problem == "":
            self.written.emit(self._path.text())
            self.accept()
            return
        self._take_back_disclosure()
        if problem is None:
            super().reject()
        else:
            self._say(problem)

    def _take_back_disclosure(self) -> None:
        """The log said beforehand that it would leave; now it says that it did not."""
        id, recipient = self._file.id, self._recipient.text().strip()
        Operation(
            self, self._vault.perform(lambda s: s.attachments.not_disclosed(id, recipient))
        ).on_failure(self._refused).start()

    def _refused(self, error: StorageError) -> None:
        self._running = False
        self._write.setEnabled(True)
        self._progress.hide()
        self._say(reading_failed(error))

    def _say(self, text: str) -> None:
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self, "Fieldbook", self._path.text())
        if chosen:
            self._path.setText(chosen)

    def _lay_out(self) -> None:
        self._recipient = _field(_("For example: my supervisor, the CPS"))
        self._reason = _field(_("For example: case file"))
        self._path = _field("")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._path.setText(str(Path(folder) / self._file.name))
        self._message = Label("", "error")
        self._message.hide()
        self._progress = Progress(_("Writing the file"), can_cancel=False)  # the panel has Cancel
        self._progress.hide()
        choose = Button(_("Choose …"))
        choose.clicked.connect(self._choose)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self._write = Button(_("Write the file"), "primary")
        self._write.setDefault(True)
        self._write.clicked.connect(self.write)
        column = self.column
        column.addWidget(Label(_("Hand out a copy of this file"), "heading"))
        column.addWidget(
            Label(
                _(
                    "The copy is not encrypted. Whoever has it can read it, and the details"
                    " inside it, such as where and when a picture was taken."
                ),
                "muted",
            )
        )
        for words, field in (
            (_("Who is it for?"), self._recipient),
            (_("Why do they need it?"), self._reason),
            (_("Where to?"), self._path),
        ):
            label = Label(words, "label")
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addSpacing(8)
            column.addWidget(label)
            beside = (field, choose) if field is self._path else (field,)
            column.addLayout(row(*beside))
        self.set_foot(row(None, cancel, self._write), self._message, self._progress)


def _field(placeholder: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(placeholder)
    return field
