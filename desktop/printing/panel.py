"""Printing: on which printer, and what that leaves behind; confirmed each time, then done."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.operations import Operation, in_background
from desktop.printing.queues import NotPrinted, Wish, queues
from desktop.refusals import while_giving_out
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.choosers import Chooser
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from desktop.theme.segmented import Segmented
from desktop.theme.stopping import StoppingDialog
from exports.errors import ExportError
from storage.errors import StorageError
from translations.interface import _

MOST_COPIES = 5
WIDTH = 520


class PrintPanel(StoppingDialog):
    """Prints one document from memory; nothing of it is written to a file by the notebook."""

    printed = Signal(str)
    """On which printer."""

    def __init__(
        self,
        parent: QWidget,
        make: Callable[[], bytes],
        *,
        log: Callable[[], "Future[None]"] | None = None,
        take_back: Callable[[], "Future[None]"] | None = None,
        refused: Callable[[StorageError], object] = str,
        fold: bool = False,
    ) -> None:
        """Offer to print what `make` gives, a PDF; it runs beside the window.

        `log` notes beforehand that it leaves the vault, and `take_back` that it did not after all;
        `refused` says what it means that the vault can't.
        `fold` is for booklets.
        """
        super().__init__(WIDTH, parent)
        self._make, self._log, self._take_back = make, log, take_back
        self._refused = refused
        self._fold, self._queues = fold, queues()
        self.printer = Chooser()
        counts = [(str(count), str(count)) for count in range(1, MOST_COPIES + 1)]
        self.copies = Segmented(counts, always="1")
        self.both_sides = Check(_("On both sides of the paper"))
        self.both_sides.setChecked(fold)
        self._lay_out()
        self.button.setEnabled(False)
        self.printer.addItem(_("Looking for printers"))
        self.printer.setEnabled(False)
        in_background(self, self._queues.names).on_success(self._offer).start()

    @property
    def message(self) -> str:
        """What stands in the way, as it is shown."""
        return self._message.text()

    def act(self) -> None:
        """Note that it leaves, then print it."""
        wish = Wish(
            self.printer.currentText(),
            int(self.copies.value()),
            self.both_sides.isChecked(),
            self._fold,
        )
        if self._log is None:
            self._begin(wish)
            return
        self.button.setEnabled(False)
        logged = Operation(self, self._log()).on_success(lambda _nothing: self._begin(wish))
        logged.on_failure(self._refuse).start()

    def _begin(self, wish: Wish) -> None:
        self._message.say("")
        self.button.setEnabled(False)
        self.begin_work(_("Writing"))
        make, send = self._make, self._queues.send

        def work() -> str | None:
            try:
                made = make()
                if self.is_stopped():
                    return None
                send(made, wish)
            except NotPrinted as error:
                return str(error) or _("The document could not be drawn.")
            except (ExportError, StorageError) as error:
                return while_giving_out(error)
            return ""

        in_background(self, work).on_success(lambda why: self._ended(wish, why)).start()

    def _ended(self, wish: Wish, why: str | None) -> None:
        """`why` it was not printed: "" where it was, None where it was stopped."""
        self.end_work()
        self.button.setEnabled(True)
        if why == "":
            self.printed.emit(wish.printer)
            self.accept()
            return
        if self._take_back is not None:
            self._take_back()
        if why is None:
            self.reject()
            return
        self._message.say(_("Nothing was printed: {problem}").format(problem=why))

    def _offer(self, names: list[str]) -> None:
        self.printer.clear()
        self.printer.addItems(names)
        self.printer.setEnabled(bool(names))
        self.button.setEnabled(bool(names))
        if not names:
            self._message.say(_("No printer is set up on this computer. Write a PDF instead."))

    def _refuse(self, error: StorageError) -> None:
        self.button.setEnabled(True)
        self._message.say(str(self._refused(error)))

    def _lay_out(self) -> None:
        self._message = ErrorLine()
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.button: Button = Button(_("Print"), "primary")
        self.button.setDefault(True)
        self.button.clicked.connect(self.act)
        column = self.column
        column.addWidget(Label(_("Print"), "heading"))
        told = _("The document goes from the notebook’s memory to the printer.")
        column.addWidget(Label(told, "muted"))
        for words, field in (
            (_("Which printer?"), self.printer),
            (_("How many copies?"), self.copies),
        ):
            label = Label(words, "label")
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addSpacing(8)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.both_sides)
        warning = Card("amber")
        warning.column.addWidget(
            Label(
                _(
                    "This computer’s print queue may keep a copy, unencrypted, and so may the"
                    " printer. Fetch the paper yourself, at once."
                )
            )
        )
        column.addWidget(warning)
        self.set_foot(row(None, cancel, self.button), self.progress, self._message)
