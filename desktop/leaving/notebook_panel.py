"""The notebook of a period, with the proof that it is the one that was written."""

from concurrent.futures import Future
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from desktop.definitions import FormShelf
from desktop.pages.troubles import while_writing
from desktop.papers import Maker
from desktop.period import period, put
from desktop.printing import PrintPanel
from desktop.profile import Profile
from desktop.refusals import while_giving_out
from desktop.rights.out_panel import OutPanel
from desktop.rights.panel import line_field
from desktop.theme.segmented import Segmented
from desktop.widgets.where_to import WhereTo
from exports.errors import ExportError
from storage import Vault
from storage.errors import StorageError
from translations.interface import _

NAME = "notebook.pdf"


class NotebookPanel(OutPanel):
    """Asks for whom, why and of which days, then writes or prints it."""

    def __init__(
        self, parent: QWidget, vault: Vault, shelf: FormShelf, profile: Profile, language: str
    ) -> None:
        """Offer what was written in `vault`."""
        super().__init__(
            parent,
            _("Notebook of a period"),
            _(
                "Everything that was written, in the order of writing, with the log’s chain. The"
                " proof beside it shows that nothing was changed. Neither is encrypted."
            ),
            _("Write PDF"),
        )
        self._vault, self._shelf = vault, shelf
        self._profile, self._language = profile, language
        self.days = Segmented(
            [
                ("0", _("Today")),
                ("7", _("7 days")),
                ("31", _("31 days")),
                ("366", _("A year")),
                ("-1", _("All of it")),
            ],
            always="0",
        )
        self.recipient = line_field(_("For example: my line manager"))
        self.reason = line_field(_("For example: supervision"))
        self.out = WhereTo(NAME, _("PDF documents (*.pdf)"))
        self.ask(_("Who is it for?"), self.recipient)
        self.ask(_("Why do they need it?"), self.reason)
        self.ask(_("How far back?"), self.days)
        self.ask(_("Where to?"), self.out, self.out.button)
        self.offer(_("Print …"), self._open_print)

    def act(self) -> None:
        """Note it in the log, then write it."""
        if self._is_told():
            self.run(self._log(), lambda _nothing: self._begin())

    def print_it(self) -> PrintPanel:
        """The panel that prints it instead, without the proof; show it with `open`."""
        maker, since = self._maker(), self._since()
        panel = PrintPanel(
            self,
            lambda: period(maker, since, None)[0],
            log=self._log,
            take_back=self._log_not,
            refused=while_writing,
        )
        panel.printed.connect(self.was_printed)
        return panel

    def _open_print(self) -> None:
        if self._is_told():
            self.print_it().open()

    def _begin(self) -> None:
        maker, since, out = self._maker(), self._since(), self.out.path

        def work() -> str | None:
            try:
                made = period(maker, since, None)
                if self.is_stopped():
                    return None
                put(made, out)
            except (ExportError, StorageError) as error:
                return while_giving_out(error)
            return ""

        self.beside(_("Writing the PDF"), work, self._ended)

    def _ended(self, problem: str | None) -> None:
        if problem != "":
            self._log_not()
        self.was_written(problem)

    def _is_told(self) -> bool:
        """Whether it is said for whom it is, and why; asks for it if not."""
        told = bool(self.recipient.text().strip() and self.reason.text().strip())
        self.say("" if told else _("The log needs to know for whom it is, and why."))
        return told

    def _log(self) -> "Future[None]":
        to = self._to()
        return self._vault.perform(lambda session: session.audit.exported(to))

    def _log_not(self) -> "Future[None]":
        to = self._to()
        return self._vault.perform(lambda session: session.audit.not_exported(to))

    def _to(self) -> str:
        """To whom it goes, as the log has it."""
        return f"{self.recipient.text().strip()}: notebook, {self.reason.text().strip()}"

    def _maker(self) -> Maker:
        now = datetime.now().astimezone()
        return Maker(self._vault, self._shelf, self._profile, self._language, now)

    def _since(self) -> datetime | None:
        days = int(self.days.value())
        first = datetime.combine(date.today() - timedelta(max(days, 0)), time.min)
        return first.astimezone() if days >= 0 else None
