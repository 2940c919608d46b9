"""The line on a record's page that says from whom it came, where it was not written here."""

from desktop.operations import Operation
from desktop.theme.labels import Label
from desktop.times import moment
from storage import RecordId, Vault
from storage.handover.taking import Origin, origin
from translations.interface import _


class OriginLine(Label):
    """Hidden where the record was written in this notebook."""

    def __init__(self, vault: Vault) -> None:
        """Tell of records in `vault`."""
        super().__init__("", "muted")
        self._vault = vault
        self._record = ""
        self.hide()

    def show_record(self, record: str) -> None:
        """Say where `record` came from."""
        self._record = record
        self.hide()
        Operation(
            self, self._vault.query(lambda session: origin(session, RecordId(record)))
        ).on_success(lambda found: self._show(record, found)).on_failure(
            lambda _error: None
        ).start()

    def _show(self, record: str, found: Origin | None) -> None:
        if found is None or record != self._record:
            return
        self.setText(
            _("Handed over by {person}, {time}. Signed by the device {signer}.").format(
                person=found.person, time=moment(found.made), signer=found.signer
            )
        )
        self.show()
