"""The files of a record, at the foot of its page: what there is, and adding more."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.attachments.vault_files import VaultFiles, attached
from desktop.operations import Operation
from desktop.refusals import while_giving_out
from desktop.theme.labels import Label
from desktop.widgets.attachments import UploadAnswer
from desktop.widgets.attachments_files import Attached, Offered
from desktop.widgets.attachments_row import FileRow
from storage import RecordId, Session, Vault
from translations.interface import _


class RecordFiles(QWidget):
    """The list of a record's files; what is added here goes to the record at once."""

    told = Signal(str)
    """What the officer should know now."""

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self._vault = vault
        self._record = ""
        self._files = _ForRecord(vault, self, lambda: self._record)
        self._files.changed.connect(self.refresh)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._none = Label(_("No file belongs to this record."), "muted")
        self._adding = self._new_place()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(_("Files"), "heading"))
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addWidget(self._adding)

    @property
    def is_busy(self) -> bool:
        """Whether a file is on its way into the vault."""
        return self._files.is_busy

    def stop(self) -> None:
        """Keep nothing of what is still on its way."""
        self._files.stop()

    def show_record(self, record: str) -> None:
        """Show the files of `record`; what was on its way to another is not kept."""
        if record != self._record:
            self.stop()
            self._clear()
            self._renew_place()
        self._record = record
        self.refresh()

    def refresh(self) -> None:
        """Fetch the list anew."""
        record = self._record

        def work(session: Session) -> list[Attached]:
            return [attached(found) for found in session.attachments.of(RecordId(record))]

        Operation(self, self._vault.query(work)).on_success(
            lambda found: self._show(record, found)
        ).on_failure(lambda error: self.told.emit(while_giving_out(error))).start()

    def _show(self, record: str, found: list[Attached]) -> None:
        if record != self._record:
            return  # another record was chosen meanwhile
        self._clear()
        self._none.setVisible(not found)
        for file in found:
            row = FileRow(removable=False)
            row.file = file
            row.show_file(file.title, file.media_type, file.size, file.sha256)
            row.looked.connect(lambda file=file: self._files.show(file, self))
            self._rows.addWidget(row)
            self._files.picture(file, row, row.show_picture)

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _new_place(self) -> UploadAnswer:
        place = UploadAnswer("", "file")
        place.serve(self._files)
        place.describe(_("Files"), "")
        place.answer_changed.connect(self._added)
        return place

    def _renew_place(self) -> None:
        """An empty place for the next file."""
        old, self._adding = self._adding, self._new_place()
        self._column.replaceWidget(old, self._adding)
        old.hide()
        old.deleteLater()

    def _added(self, _path: str, _name: str) -> None:
        self.told.emit(_("Added to the record, and noted in its log. The file outside stays."))
        self._renew_place()
        self.refresh()


class _ForRecord(VaultFiles):
    """Takes files for the record that is shown."""

    def __init__(self, vault: Vault, parent: QObject, record: Callable[[], str]) -> None:
        super().__init__(vault, parent)
        self._record = record

    def take(
        self,
        offered: Offered,
        receiver: QObject,
        *,
        step: Callable[[int], None],
        done: Callable[[Attached], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """See `Files.take`."""
        return self.keep(
            offered, receiver, record=self._record(), step=step, done=done, failed=failed
        )
