"""Exporting the log: for whom, from when, sealed to the force or in plain."""

from concurrent.futures import Future
from datetime import date, datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from desktop.pages.troubles import while_writing
from desktop.printing import PrintPanel
from desktop.profile import Profile
from desktop.refusals import while_giving_out
from desktop.rights.log_files import gather, log_paper, write_log
from desktop.rights.out_panel import OutPanel
from desktop.rights.panel import line_field
from desktop.theme.labels import Label
from desktop.theme.segmented import Segmented
from desktop.widgets.where_to import WhereTo
from exports.errors import ExportError
from storage import Vault
from storage.errors import StorageError
from storage.keys.escrow import PublicKey
from translations.interface import _

_KINDS = "PDF (*.pdf);;ZIP (*.zip);;JSON (*.json);;CSV (*.csv)"


class LogPanel(OutPanel):
    """Asks what is wanted, notes the export in the log, and writes it."""

    def __init__(self, parent: QWidget, vault: Vault, profile: Profile) -> None:
        """Offer the log of `vault`."""
        super().__init__(
            parent,
            _("Export the log"),
            _(
                "No title and no word of a record is in it. If an entry were left out, it would"
                " show. Choose a PDF to read it, a ZIP to have it checked."
            ),
            _("Write the log"),
        )
        self._vault, self._profile = vault, profile
        self.days = Segmented(
            [("0", _("All of it")), ("31", _("31 days")), ("366", _("A year"))], always="0"
        )
        self.sealed = Segmented([("no", _("Not encrypted"))])
        if profile.sealing_keys:
            self.sealed.set_choices([("yes", _("Sealed to the force")), ("no", _("Not encrypted"))])
        self.sealed.set_value("yes" if profile.sealing_keys else "no")
        self.recipient = line_field(_("For example: my line manager"))
        self.out = WhereTo("log.zip", _KINDS)
        self.ask(_("Who is it for?"), self.recipient)
        self.ask(_("How far back?"), self.days)
        if profile.sealing_keys:
            self.ask(_("How?"), self.sealed)
        self.ask(_("Where to?"), self.out, self.out.button)
        if not profile.sealing_keys:
            words = _("The file is not encrypted. Whoever has it can read it.")
            self.fields.addWidget(Label(words, "muted"))

        self.offer(_("Print …"), self._open_print)

    def print_it(self) -> PrintPanel:
        """The panel that prints it instead of writing a file; show it with `open`."""
        vault, profile, since = self._vault, self._profile, self._since()
        now = datetime.now().astimezone()
        panel = PrintPanel(
            self,
            lambda: log_paper(gather(vault, profile, since, None, now), profile),
            log=self._log,
            take_back=self._log_not,
            refused=while_writing,
        )
        panel.printed.connect(self.was_printed)
        return panel

    def _open_print(self) -> None:
        if self._is_told():
            self.print_it().open()

    def _is_told(self) -> bool:
        """Whether it is said for whom it is; asks for it if not."""
        told = bool(self.recipient.text().strip())
        self.say("" if told else _("The log needs to know for whom it is."))
        return told

    def _since(self) -> datetime | None:
        days = int(self.days.value())
        first = datetime.combine(date.today() - timedelta(days), time.min).astimezone()
        return first if days else None

    def act(self) -> None:
        """Note it in the log, then write it."""
        if self._is_told():
            self.run(self._log(), lambda _nothing: self._begin())

    def _log(self) -> "Future[None]":
        recipient = self.recipient.text().strip()
        return self._vault.perform(lambda session: session.audit.exported(recipient))

    def _log_not(self) -> "Future[None]":
        recipient = self.recipient.text().strip()
        return self._vault.perform(lambda session: session.audit.not_exported(recipient))

    def _begin(self) -> None:
        since = self._since()
        out, vault, profile = self.out.path, self._vault, self._profile
        sealed = self.sealed.value() == "yes"
        now = datetime.now().astimezone()

        def work() -> str | None:
            try:
                key = _force_key(profile) if sealed else None
                log = gather(vault, profile, since, None, now)
                if self.is_stopped():
                    return None
                write_log(vault, profile, log, out, key)
            except (ExportError, OSError, StorageError) as error:
                return while_giving_out(error)
            return ""

        def ended(problem: str | None) -> None:
            if problem != "":
                self._log_not()
            self.was_written(problem, sealed=sealed)

        self.beside(_("Writing the file"), work, ended)


def _force_key(profile: Profile) -> PublicKey:
    """The first of the keys that the profile names for sealing."""
    return PublicKey.parse(profile.sealing_keys[0].read_text(encoding="utf-8"))
