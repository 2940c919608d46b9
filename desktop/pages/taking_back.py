"""She takes her agreement back: her words are purged from a safety plan, in one step."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop import safety_plan
from desktop.definitions import FormShelf
from desktop.filling import filled
from desktop.operations import Operation
from desktop.pages.troubles import while_writing
from desktop.theme.buttons import Button
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import row
from desktop.theme.labels import Label
from forms import FormEngine, FormError
from storage import Filled, RecordId, Session, Vault, Version
from storage.errors import RecordHeld, StorageError
from translations.interface import _, form_language

WIDTH = 560
_KEEP, _TAKEN_BACK = "/data/kept/keep_text", "withdrawn"


class TakingBack(QObject):
    """Offers it in the menu of a record that holds her words."""

    told = Signal(str)
    taken_back = Signal(str)
    """The record's id: her words are gone from it."""

    def __init__(self, page: QWidget, vault: Vault, shelf: FormShelf) -> None:
        """Offer it on `page`."""
        super().__init__(page)
        self._page, self._vault, self._shelf = page, vault, shelf
        self._version: Version | None = None

    def show_record(self, record: str) -> None:
        """The record with this id is shown now."""
        self._version = None

        def work(session: Session) -> Version:
            return session.records.newest(RecordId(record))

        Operation(self, self._vault.query(work)).on_success(self._look).start()

    def offer(self, menu: QMenu) -> None:
        """Add it to the `menu` of the record that is shown, if it holds her words."""
        if self._version is not None and safety_plan.holds_text(self._version):
            menu.addAction(_("She takes her agreement back …"), lambda: self.ask().open())

    def ask(self) -> "TakingBackPanel":
        """The panel that asks once more; show it with `open`."""
        panel = TakingBackPanel(self._page.window())
        panel.accepted.connect(lambda: self._take_back(panel.reason.text().strip()))
        panel.finished.connect(panel.deleteLater)
        return panel

    def _look(self, version: Version) -> None:
        self._version = version

    def _take_back(self, reason: str) -> None:
        version = self._version
        if version is None:
            return
        try:
            content = self._without_words(version)
        except FormError:
            self.told.emit(_("This plan can’t be changed by itself: amend it, and answer there."))
            return

        def work(session: Session) -> Version:
            return safety_plan.amending(session, version.record, version.number, content, reason)

        Operation(self, self._vault.perform(work)).on_success(self._done).on_failure(
            self._failed
        ).start()

    def _without_words(self, version: Version) -> Filled:
        form = self._shelf.get(version.form, version.form_version)
        engine = FormEngine(form, version.content, language=form_language())
        engine.set(_KEEP, _TAKEN_BACK)
        return filled(engine, safety_plan.to_keep(form.id, engine.finalise()))

    def _done(self, version: Version) -> None:
        self.told.emit(_("Her words are purged. A receipt says what went, and when."))
        self.taken_back.emit(version.record)

    def _failed(self, error: StorageError) -> None:
        if isinstance(error, RecordHeld):
            self.told.emit(_("A hold stands on this record, so nothing was purged. Lift it first."))
        else:
            self.told.emit(str(while_writing(error)))


class TakingBackPanel(FittingDialog):
    """Says what goes and what stays; accepting it purges."""

    def __init__(self, parent: QWidget) -> None:
        """Ask for a reason, which may stay as it is written."""
        super().__init__(WIDTH, parent)
        words = _("In her words, if she said why")
        self.reason = QLineEdit(_("She took her agreement back"))
        self.reason.setAccessibleName(words)
        label = Label(words, "label")
        label.setBuddy(self.reason)
        self.go_on = Button(_("Purge her words"), "danger")
        self.go_on.clicked.connect(self.accept)
        self.reason.textChanged.connect(lambda text: self.go_on.setEnabled(bool(text.strip())))
        back = Button(_("Back"))
        back.clicked.connect(self.reject)
        self.column.addWidget(Label(_("She takes her agreement back"), "heading"))
        self.column.addWidget(
            Label(
                _(
                    "Every version of this plan that holds her words is purged now and cannot be"
                    " brought back. That it was made, when, who holds it, the safe contact and the"
                    " review stay. Backups made before still hold it until they are replaced."
                )
            )
        )
        self.column.addSpacing(8)
        self.column.addWidget(label)
        self.column.addWidget(self.reason)
        self.set_foot(row(back, None, self.go_on))
