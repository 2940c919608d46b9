"""Purging a record: why, by which rule, and a word to type, because nothing brings it back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages import place
from desktop.rights.panel import Panel, line_field
from desktop.rights.rules import purge_rules
from desktop.theme.checks import Radio
from storage import RecordId, Session, Vault, reference
from storage.tables.purging import Receipt
from translations.interface import _


class PurgePanel(Panel):
    """Asks what the receipt needs, and purges."""

    purged = Signal(object)
    """The `Receipt`."""

    def __init__(self, parent: QWidget, vault: Vault, record: RecordId) -> None:
        """Offer to purge `record`."""
        super().__init__(
            parent,
            _("Purge {reference}").format(reference=reference(record)),
            _(
                "Every version, its files, its links and its words in the search are erased for"
                " good. The log keeps that it was there, and a receipt says that it is gone."
                " Backups that were made before still hold it."
            ),
            _("Purge for good"),
            "danger",
        )
        self.button.setDefault(False)
        self._vault, self._record = vault, record
        rules = QWidget()
        column = QVBoxLayout(rules)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.rules = {rule: Radio(words, parent=rules) for rule, words in purge_rules()}
        for button in self.rules.values():
            column.addWidget(button)
        self.reason = line_field(_("For example: handed over on 3 May, reference"))
        self.word = line_field()
        self.ask(_("By which rule?"), rules)
        self.ask(_("Why?"), self.reason)
        self.ask(_("Type “{word}” to go on").format(word=confirming_word()), self.word)

    def act(self) -> None:
        """Purge, if everything is said."""
        rule = next((rule for rule, button in self.rules.items() if button.isChecked()), "")
        reason = self.reason.text().strip()
        if not rule or not reason:
            self.say(_("Choose the rule, and say why."))
            return
        if self.word.text().strip().casefold() != confirming_word().casefold():
            self.say(_("Nothing brings it back. Type the word to go on."))
            self.word.setFocus()
            return
        record = self._record

        def work(session: Session) -> Receipt:
            receipt = session.purging.purge(record, reason, rule)
            place.keep(session, {})  # where the officer was may hold the record, or what was sought
            return receipt

        self._cancel.setEnabled(False)
        self.run(self._vault.perform(work), self._end)

    def _end(self, receipt: Receipt) -> None:
        self.purged.emit(receipt)
        self.accept()

    def reject(self) -> None:
        """Cancel, unless it is under way."""
        if self.button.isEnabled():
            super().reject()


def confirming_word() -> str:
    """The word that is typed before something goes for good."""
    return _("purge")
