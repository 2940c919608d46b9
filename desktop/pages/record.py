"""A finalised record: what stands in it, how it came to, and what may be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.attachments.naming import titled
from desktop.attachments.record_files import RecordFiles
from desktop.definitions import FormShelf
from desktop.discretion import PERSON, masked
from desktop.handing_over import HandoverPanel
from desktop.operations import Operation
from desktop.pages.export_panel import ExportPanel
from desktop.pages.header import PageHeader
from desktop.pages.troubles import form_is_missing, while_writing
from desktop.profile import Profile
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.labels import Label
from desktop.theme.notices import EmptyState
from desktop.times import moment
from desktop.widgets import RecordView, ShownVersion
from forms import UnknownForm, read
from storage import Attachment, RecordId, Session, Vault, Version, reference
from storage.errors import StorageError
from translations.interface import _

READ_IN_NOTEBOOK = "read in the notebook"


class RecordPage(QWidget):
    """Shows one record at a time; each look at it is in the log."""

    amend_asked = Signal(object)
    """The newest `Version`, to be amended."""
    told = Signal(str)
    """What the officer should know now."""
    opened = Signal(str)
    """The record with this id is shown."""
    person_asked = Signal(str)
    """The liaison record with this id is to be opened, which needs a reason."""
    more_asked = Signal(object)
    """The `QMenu` of rarer things is about to be shown: others may add to it."""

    def __init__(self, vault: Vault, shelf: FormShelf, profile: Profile, language: str) -> None:
        """Show records of `vault`, with the labels of their forms in `language`."""
        super().__init__()
        self._vault = vault
        self._shelf = shelf
        self._profile = profile
        self._language = language
        self._versions: list[Version] = []
        self._titles: dict[str, str] = {}
        self.record = ""
        self.shown = ""
        self._view = RecordView()
        self.files = RecordFiles(vault)
        self.files.told.connect(self.told)
        self._view.set_foot(self.files)
        self._trouble = ErrorLine()
        self._older = Label("", "muted")
        self._older.hide()
        self._pdf = Button(_("Write PDF"), keys="Ctrl+P")
        self._pdf.clicked.connect(lambda: self.ask_export().open())
        self._amend = Button(_("Amend"))
        self._amend.clicked.connect(lambda: self.amend_asked.emit(self._versions[-1]))
        more = Button(_("More"), icon="chevron-down")
        self.menu = QMenu(more)
        self.menu.aboutToShow.connect(self._fill_menu)
        more.setMenu(self.menu)
        self._header = PageHeader("", "", more, self._pdf, self._amend)
        self._closed = EmptyState(
            "users",
            _("A liaison record is opened under People, and every look needs its reason."),
            _("Open under People"),
        )
        self._closed.button.clicked.connect(lambda: self.person_asked.emit(self.record))
        self._closed.hide()
        self._parts = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._closed)
        whole.addWidget(self._parts)
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(32, 24, 32, 0)
        column.setSpacing(16)
        column.addWidget(self._header)
        self._strips = QVBoxLayout()
        column.addLayout(self._strips)
        column.addWidget(self._trouble)
        column.addWidget(self._older)
        column.addWidget(self._view, 1)

    def put_under_head(self, strip: QWidget) -> None:
        """Show `strip` between the record's head and what it says."""
        self._strips.addWidget(strip)

    def open(self, record: str, reason: str = "") -> None:
        """Show `record`, and note in the log that it was read, and why.

        A liaison record stays closed without a `reason`.
        """
        self.record = record

        def work(session: Session) -> tuple[list[Version], list[Attachment]]:
            if session.records.row(RecordId(record)).form == PERSON and not reason:
                return [], []
            versions = session.records.versions(RecordId(record))
            session.audit.consulted(record, reason or READ_IN_NOTEBOOK)
            return versions, session.attachments.of(RecordId(record))

        Operation(self, self._vault.perform(work)).on_success(
            lambda found: self._show(*found) if found[0] else self._keep_closed(record)
        ).on_failure(self._refuse).start()

    @property
    def form(self) -> str:
        """The form of the record that is shown, "" while none is."""
        return self._versions[-1].form if self._versions else ""

    def forget(self) -> None:
        """Show no record any more: the one that was shown is gone."""
        self.record = self.shown = ""
        self._versions = []
        self._view.show_versions([])

    def ask_export(self) -> ExportPanel:
        """The panel that writes this record's PDF; show it with `open`."""
        panel = ExportPanel(
            self, self._vault, self._shelf, self._profile, self._versions, self._language
        )
        panel.written.connect(
            lambda path: self.told.emit(_("Written, not encrypted: {path}").format(path=path))
        )
        panel.told.connect(self.told)
        return panel

    def ask_hand_over(self) -> HandoverPanel:
        """The panel that hands this record over; show it with `open`."""
        panel = HandoverPanel(self, self._vault, RecordId(self.record))
        panel.made.connect(
            lambda path: self.told.emit(_("Sealed for handing over: {path}").format(path=path))
        )
        return panel

    def _fill_menu(self) -> None:
        self.menu.clear()
        self.menu.addAction(_("Hand over …"), lambda: self.ask_hand_over().open())
        self.menu.addSeparator()
        self.more_asked.emit(self.menu)

    def _show(self, versions: list[Version], files: list[Attachment]) -> None:
        newest = versions[-1]
        if newest.record != self.record:
            return  # another record was chosen meanwhile
        self._versions = versions
        self._titles = {file.name: file.title for file in files}
        self.shown = newest.record
        self.opened.emit(newest.record)
        self.files.show_record(newest.record)
        self._trouble.say("")
        self._closed.hide()
        self._parts.show()
        self._header.show_title(newest.title)
        self._header.show_subtitle(self._times(newest))
        self._older.setText(self._of_older_form(newest))
        self._older.setVisible(bool(self._older.text()))
        try:
            self._view.show_versions([self._shown(version) for version in versions])
        except UnknownForm:
            self._view.show_versions([])
            self._say(form_is_missing(newest.form, newest.form_version))
        for button in (self._pdf, self._amend):
            button.setEnabled(self._trouble.isHidden())

    def _shown(self, version: Version) -> ShownVersion:
        form = self._shelf.get(version.form, version.form_version)
        lines = titled(read(form, version.content, self._language), self._titles)
        return ShownVersion(
            version.number,
            masked(lines, form) if version.form == PERSON else lines,
            version.author,
            moment(version.entry_time),
            version.reason,
        )

    def _of_older_form(self, version: Version) -> str:
        """What to know where new notes are written with another version of the form."""
        if not self._shelf.is_older(version.form, version.form_version):
            return ""
        return _(
            "Written with version {version} of this form, and read, printed and amended with it."
            " New notes use version {current}."
        ).format(version=version.form_version, current=self._shelf.version(version.form))

    def _times(self, version: Version) -> str:
        happened = _("When it happened is not said")
        if version.event_time:
            happened = _("Happened {time}").format(time=moment(version.event_time))
        return " · ".join(
            (
                happened,
                _("written {time}").format(time=moment(version.entry_time)),
                reference(version.record),
            )
        )

    def _keep_closed(self, record: str) -> None:
        """Show nothing of a liaison record but the way to it."""
        if record == self.record:
            self._versions, self.shown = [], ""
            self._parts.hide()
            self._closed.show()

    def _refuse(self, error: StorageError) -> None:
        self._say(str(while_writing(error)))

    def _say(self, trouble: str) -> None:
        self._trouble.say(trouble)
