"""Writing an attachment as a plain file: for whom, why and where to; the log keeps it."""

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.attachments.words import reading_failed
from desktop.handing_over.file_out import FileOutPanel
from desktop.operations import in_background
from desktop.refusals import while_giving_out
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.widgets.attachments_files import Attached
from exports.errors import ExportCancelled
from exports.placing import in_place
from storage import Vault
from storage.errors import StorageError
from translations.interface import _

_BLOCK = 1 << 20


class HandOutPanel(FileOutPanel):
    """Writes the original of one attachment."""

    def __init__(self, parent: QWidget, vault: Vault, file: Attached) -> None:
        super().__init__(parent, file.name, doing=_("Writing the file"), do=_("Write the file"))
        self._vault, self._file = vault, file
        self._lay_out()

    def log(self) -> "Future[None]":
        """Its line in the log, with the attachment."""
        id, recipient, reason = self._file.id, self.recipient, self.reason
        return self._vault.perform(lambda s: s.attachments.disclosed(id, recipient, reason))

    def log_not(self) -> "Future[None]":
        """The line that takes it back."""
        id, recipient = self._file.id, self.recipient
        return self._vault.perform(lambda s: s.attachments.not_disclosed(id, recipient))

    def in_words(self, error: StorageError) -> str:
        """What kept the file from being read."""
        return reading_failed(error)

    def begin(self) -> None:
        """Copy it beside the window."""
        path = self.path

        def work() -> str | None:
            try:
                return "" if self._copy_to(path) else None
            except StorageError as error:
                return reading_failed(error)
            except OSError as error:
                return _("No file was written: {problem}").format(problem=while_giving_out(error))

        in_background(self, work).on_success(self.ended).start()

    def _copy_to(self, path: Path) -> bool:
        """Write the original in the place of `path`; False where it was cancelled."""
        with self._vault.read_attachment(self._file.id) as reader:
            reader.verify()  # before the first byte leaves
            try:
                with in_place(path) as target:
                    while block := reader.read(_BLOCK):
                        if self.is_stopped():
                            raise ExportCancelled
                        target.write(block)
                        self.step.emit(reader.tell() * 1000 // max(1, self._file.size), 1000)
            except ExportCancelled:
                return False
        return True

    def _lay_out(self) -> None:
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
        self.ask_where()
        buttons = row(None, self.cancel_button, self.write_button)
        self.set_foot(buttons, self.notice, self.progress)
