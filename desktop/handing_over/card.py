"""The card in Settings: the key that others seal to, what comes in, and receipts."""

import threading
from pathlib import Path

from PySide6.QtCore import Signal

from desktop.file_dialogs import open_file
from desktop.handing_over.key_window import KeyWindow
from desktop.handing_over.words import in_words
from desktop.operations import Operation, in_background, told
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from desktop.theme.notices import Progress
from desktop.times import moment
from storage import Vault
from storage.errors import NotAHandover, StorageError
from storage.handover.giving import Sent, sent, take_receipt
from storage.handover.keys import own_key
from storage.handover.receipt import SUFFIX
from storage.handover.taking import Taken, take_in
from storage.keys.escrow import PrivateKey
from translations.interface import _, ngettext


class HandoverCard(Card):
    """Shows what waits for a receipt; takes in hand-overs and receipts."""

    told = Signal(str)
    """What the officer should know now."""
    came_in = Signal()
    """New records are in the notebook."""
    _step = Signal(int, int)

    def __init__(self, vault: Vault) -> None:
        """Work on `vault`."""
        super().__init__()
        self._vault = vault
        self._waiting = Label("", "muted")
        self._trouble = ErrorLine()
        self._stop = threading.Event()
        self._progress = Progress(_("Taking it in"))
        self._progress.cancelled.connect(self._stop.set)
        self._progress.hide()
        self._step.connect(self._progress.advance)
        key = Button(_("Show my key"))
        key.clicked.connect(self.show_key)
        take = Button(_("Take in a hand-over …"))
        take.clicked.connect(self._choose_handover)
        receipt = Button(_("Take in a receipt …"))
        receipt.clicked.connect(self._choose_receipt)
        self.column.addWidget(Label(_("Hand-over"), "heading"))
        words = _(
            "A record can go to another officer or to the force, sealed: open it, and choose"
            " Hand over under More. Whoever takes it in sends a receipt back."
        )
        self.column.addWidget(Label(words, "muted"))
        for part in (self._waiting, self._trouble, self._progress):
            self.column.addWidget(part)
        buttons = Flow()  # side by side where there is room
        for button in (take, receipt, key):
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        self.refresh()

    def refresh(self) -> None:
        """Fetch what is shown."""
        Operation(self, self._vault.query(sent)).on_success(self._show).on_failure(
            self._refused
        ).start()

    def show_key(self) -> None:
        """Show this notebook's key; it is made when it is first asked for."""

        def show(key: PrivateKey) -> None:
            KeyWindow(self, key.public).open()

        Operation(self, self._vault.perform(own_key)).on_success(show).on_failure(
            self._refused
        ).start()

    def take(self, path: Path, receipt: Path) -> None:
        """Take in the hand-over at `path`, and write its receipt to `receipt`."""
        self._trouble.say("")
        self._stop.clear()
        self._progress.begin(_("Taking it in"))

        step = told(self, self._step.emit)

        def work() -> tuple[Taken, bool]:
            taken = take_in(self._vault, path, progress=step, cancelled=self._stop.is_set)
            try:
                receipt.write_text(taken.receipt, encoding="utf-8")
            except OSError:
                return taken, False
            return taken, True

        in_background(self, work).on_success(lambda done: self._taken(*done, receipt)).on_failure(
            self._refused
        ).start()

    def take_receipt(self, path: Path) -> None:
        """Take in the receipt at `path`."""
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            self._refused(NotAHandover())
            return
        self._trouble.say("")
        Operation(
            self, self._vault.perform(lambda session: take_receipt(session, text))
        ).on_success(self._received).on_failure(self._refused).start()

    def _show(self, made: list[Sent]) -> None:
        waiting = [each for each in made if not each.taken]
        self._waiting.setVisible(bool(waiting))
        names = ", ".join(f"{each.recipient} ({moment(each.made)})" for each in waiting[:5])
        self._waiting.setText(
            ngettext(
                "{count} hand-over waits for its receipt: {names}",
                "{count} hand-overs wait for their receipts: {names}",
                len(waiting),
            ).format(count=len(waiting), names=names)
        )

    def _taken(self, taken: Taken, has_receipt: bool, receipt: Path) -> None:
        self._progress.hide()
        words = ngettext(
            "{count} record from {person} is in the notebook.",
            "{count} records from {person} are in the notebook.",
            len(taken.records),
        ).format(count=len(taken.records), person=taken.person)
        signed = _("Signed by the device {signer}.").format(signer=taken.signer)
        if has_receipt:
            back = _("Send the receipt back: {path}").format(path=receipt)
        else:
            back = _("The receipt could not be written; take it in again to get one.")
        self.told.emit(f"{words} {signed} {back}")
        self.came_in.emit()

    def _received(self, done: Sent) -> None:
        self.told.emit(
            _("{name} has taken it in. It may be purged here now.").format(name=done.recipient)
        )
        self.refresh()

    def _refused(self, error: StorageError) -> None:
        self._progress.hide()
        self._trouble.say(in_words(error))

    def _choose_handover(self) -> None:
        if path := open_file(self, title=_("The hand-over")):
            self.take(path, path.with_name(path.stem + SUFFIX))

    def _choose_receipt(self) -> None:
        if path := open_file(self, title=_("The receipt")):
            self.take_receipt(path)
