"""Handing out all about one person: for whom, why, where to, sealed or not."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.definitions import FormShelf
from desktop.profile import Profile
from desktop.refusals import while_giving_out
from desktop.rights import person
from desktop.rights.out_panel import OutPanel
from desktop.rights.panel import line_field
from desktop.rights.person import PersonData
from desktop.theme.checks import Check
from desktop.widgets.where_to import WhereTo
from exports.errors import ExportError
from storage import RecordId, Session, Vault, reference
from storage.errors import StorageError
from translations.interface import _


class PersonPanel(OutPanel):
    """Asks what the log needs to know, and writes the files beside the window."""

    def __init__(
        self,
        parent: QWidget,
        vault: Vault,
        shelf: FormShelf,
        profile: Profile,
        record: RecordId,
        language: str,
    ) -> None:
        """Offer all about the person whose record is `record`, with labels in `language`."""
        super().__init__(
            parent,
            _("Hand out all about this person"),
            _(
                "This person’s record and every record that is linked to it, as documents and for"
                " a machine. Read them first: what concerns other people is in them too."
            ),
            _("Write the files"),
        )
        self._vault, self._shelf, self._profile = vault, shelf, profile
        self._person, self._language = record, language
        self.recipient = line_field(_("For example: herself, her solicitor"))
        self.reason = line_field(_("For example: she asked for her data"))
        self.out = WhereTo(reference(record), is_folder=True)
        self.plain = Check(_("I know that these files are not encrypted."))
        self.ask(_("Who is it for?"), self.recipient)
        self.ask(_("Why do they need it?"), self.reason)
        self.ask(_("Into which new folder?"), self.out, self.out.button)
        self.fields.addSpacing(8)
        self.fields.addWidget(self.plain)

    def act(self) -> None:
        """Note the disclosure in the log, then write the files."""
        recipient, reason = self.recipient.text().strip(), self.reason.text().strip()
        if not recipient or not reason:
            self.say(_("The log needs to know for whom it is, and why."))
            return
        if not self.plain.isChecked():
            self.say(_("Whoever has the files can read them. Tick the box to go on."))
            return

        def work(session: Session) -> PersonData:
            data = person.gather(session, self._person)
            person.disclosed(session, data, recipient, reason)
            return data

        self.run(self._vault.perform(work), self._begin)

    def _begin(self, data: PersonData) -> None:
        out = self.out.path
        now = datetime.now().astimezone()

        def work() -> str | None:
            try:
                made = person.files(data, self._shelf, self._profile, self._language, now)
                if self.is_stopped():
                    return None
                person.write(made, out)
            except (ExportError, StorageError) as error:
                return while_giving_out(error)
            return ""

        self.beside(_("Writing"), work, lambda problem: self._ended(data, problem))

    def _ended(self, data: PersonData, problem: str | None) -> None:
        if problem != "":
            recipient = self.recipient.text().strip()
            self._vault.perform(lambda session: person.not_disclosed(session, data, recipient))
        self.was_written(problem)
