"""Exactly what leaves: pages, files with hashes, destination; then one confirmation."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.attachments.pdf import pages
from desktop.definitions import FormShelf
from desktop.keys.proof import Proof
from desktop.operations import in_background, told
from desktop.pages.troubles import while_writing
from desktop.profile import Profile
from desktop.refusals import while_giving_out
from desktop.sending.findings import check
from desktop.sending.package import Package, StaysHere, prepare, put_into_outbox
from desktop.sending.roads import keys_of
from desktop.sending.what_leaves import Files, Sheets
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.notices import Progress
from desktop.theme.reaching import Reaching
from desktop.theme.segmented import Segmented
from desktop.unlock.other_ways import trouble_in_words
from exports.errors import ExportError
from storage import Vault, Version
from storage.errors import (
    SecurityKeyFailed,
    StorageError,
    WrongPassphrase,
)
from storage.keys import header
from storage.outbox.items import Item
from translations.interface import _

_SIZE = QSize(1180, 680)
_SIDE, _PAGE = 440, 1400


class ExactPreview(Reaching, QDialog):
    """The very bytes that will leave are made once, shown, and after the passphrase sealed."""

    queued = Signal()
    """The report is sealed and in the outbox."""
    ready = Signal()
    """What leaves is shown."""
    _step = Signal(int, int)

    def __init__(
        self,
        parent: QWidget,
        vault: Vault,
        shelf: FormShelf,
        profile: Profile,
        language: str,
        version: Version,
    ) -> None:
        """Show what leaves of the report `version`, the newest of its record."""
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        room = parent.window().size() - QSize(40, 40)
        self.resize(QSize(current().px(_SIZE.width()), _SIZE.height()).boundedTo(room))
        self._vault, self._shelf, self._profile = vault, shelf, profile
        self._language, self._version = language, version
        self._takers = profile.destinations_of(version.form)
        self._package: Package | None = None
        self._stop = threading.Event()
        self._running = False
        self._lay_out()
        self._step.connect(self._progress.advance)
        in_background(self, self._prepare).on_success(lambda made: self._show(*made)).on_failure(
            self._refused
        ).start()

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self._message.text()

    def confirm(self) -> None:
        """Seal what is shown, if the passphrase is right."""
        package, destination = self._package, self.destination.value()
        if package is None or self._running:
            return
        if not destination:
            self._message.say(_("Choose where it goes."))
            return
        if not self.proof.is_given():
            return
        ask = self.proof.ask()
        self._running = True
        self._message.say("")
        self.seal.setEnabled(False)
        self._progress.show()

        step = told(self, self._step.emit)

        def work() -> Item:
            header.read(self._vault.folder).unlock(ask())
            left = check(self._vault, self._shelf, self._language, self._version.record)
            if not left.may_leave or left.version != package.version:
                raise StaysHere(_("The report has open findings, so it cannot leave."))
            return put_into_outbox(
                self._vault,
                package,
                keys_of(self._profile),
                destination,
                progress=step,
                cancelled=self._stop.is_set,
            )

        in_background(self, _told(work)).on_success(self._ended).on_failure(self._refused).start()

    def reject(self) -> None:
        """Stop: what is half sealed does not stay."""
        self._stop.set()
        if not self._running:
            super().reject()

    def _prepare(self) -> tuple[Package | str, list[QImage]]:
        """Runs beside the window."""
        try:
            package = prepare(
                self._vault, self._shelf, self._profile, self._language, self._version.record
            )
        except ExportError as error:
            return while_giving_out(error), []
        return package, pages(package.pdf, _PAGE)

    def _show(self, made: Package | str, images: list[QImage]) -> None:
        self._sheets.waits.hide()
        if isinstance(made, str):
            self._message.say(_("It can’t be printed as it stands: {problem}").format(problem=made))
            return
        self._package = made
        self._sheets.show_package(made, images)
        self._files.show_package(made)
        can = bool(self._takers and self._profile.sealing_keys)
        self.seal.setEnabled(can)
        if not can:
            self._message.say(
                _(
                    "Your force has not set where reports go, or the key they are sealed to. Ask"
                    " force IT to add both to the profile; the report stays here."
                )
            )
        self.passphrase.setFocus()
        self.ready.emit()

    def _ended(self, result: Item | Exception) -> None:
        self._running = False
        self._progress.hide()
        if isinstance(result, Item):
            self.queued.emit()
            self.accept()
            return
        self.seal.setEnabled(True)
        if self._stop.is_set():
            super().reject()
        else:
            self._message.say(while_giving_out(result))

    def _refused(self, error: StorageError) -> None:
        self._running = False
        self._sheets.waits.hide()
        self._progress.hide()
        self.seal.setEnabled(self._package is not None)
        if self._stop.is_set():
            super().reject()
        elif isinstance(error, WrongPassphrase):
            self._message.say(_("That does not open this notebook. Nothing was sealed."))
            self.passphrase.selectAll()
            self.passphrase.setFocus()
        elif isinstance(error, SecurityKeyFailed):
            self._message.say(trouble_in_words(error.trouble))
        elif isinstance(error, StaysHere):
            self._message.say(str(error))
        else:
            self._message.say(str(while_writing(error)))

    def _lay_out(self) -> None:
        self._sheets, self._files = Sheets(), Files()
        side = QWidget()
        side.setFixedWidth(current().px(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(_("Exactly this leaves"), "heading"))
        column.addWidget(self._files, 1)
        self._add_confirmation(column)
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 24, 24, 24)
        across.setSpacing(24)
        across.addWidget(self._sheets, 1)
        across.addWidget(side)

    def _add_confirmation(self, column: QVBoxLayout) -> None:
        names = [one.name for one in self._takers]
        self.destination = Segmented([(name, name) for name in names])
        self.destination.setAccessibleName(_("Where it goes"))
        if len(names) == 1:
            self.destination.set_value(names[0])
        column.addWidget(Label(_("It goes to"), "label"))
        column.addWidget(self.destination)
        self._message = ErrorLine()
        self.proof = Proof(self._vault, _("It says that you have read what leaves."))
        self.proof.touch_asked.connect(
            lambda: self._message.say(_("Touch the key now: it blinks."))
        )
        self.passphrase = self.proof.field
        self.passphrase.returnPressed.connect(self.confirm)
        column.addWidget(self.proof)
        column.addWidget(self._message)
        self._progress = Progress(_("Sealing"), can_cancel=False)  # the window has Cancel
        self._progress.hide()
        column.addWidget(self._progress)
        cancel = Button(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.seal = Button(_("Seal and send"), "primary", icon="send")
        self.seal.setAutoDefault(False)
        self.seal.setEnabled(False)
        self.seal.clicked.connect(self.confirm)
        column.addLayout(row(None, cancel, self.seal))


def _told(work: Callable[[], Item]) -> Callable[[], Item | Exception]:
    """`work` that gives what an officer should be told instead of raising it."""

    def run() -> Item | Exception:
        try:
            return work()
        except (ExportError, OSError) as error:
            return error

    return run
