"""The test button: walks the way to each destination and says in words what is in the way."""

import os
import threading
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.operations import told
from desktop.profile import Profile
from desktop.profile.model import Destination
from desktop.sending.roads import address_of, credentials
from desktop.sending.sign_in import SignIn
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, row
from desktop.theme.labels import Chip, Label
from exports.delivery.outcome import Trouble, words
from storage import Vault
from storage.errors import StorageError
from translations.interface import _


class NetworkTest(Card):
    """A line for each destination; not there before somebody asks."""

    finished = Signal()
    """Every destination has been tried."""

    def __init__(self, vault: Vault, profile: Profile, parent: QWidget | None = None) -> None:
        """Try the destinations of `profile`, shown to them as the vault knows how."""
        super().__init__(parent=parent)
        self._vault, self._profile = vault, profile
        self.column.addWidget(Label(_("The way to your force"), "heading"))
        self._lines: dict[str, tuple[Chip, Label]] = {}
        self._running = False
        for one in profile.destinations:
            chip, said = Chip(""), Label("", "muted")
            across = row(Label(one.name, "strong", wrap=False), chip, said)
            across.setStretch(2, 1)
            across.setAlignment(chip, Qt.AlignmentFlag.AlignVCenter)
            if one.kind == "openrosa":
                across.addWidget(self._sign_in_button(one.name))
            self.column.addLayout(across)
            self._lines[one.name] = chip, said
        if not self._lines:
            self.column.addWidget(Label(_("Your force has set no destination yet."), "muted"))
        self.hide()

    def sign_in(self, name: str) -> SignIn:
        """The window that asks how to show oneself to the server `name`; show it with `open`."""
        window = SignIn(self, self._vault, name)
        window.kept.connect(self.run)
        return window

    def _sign_in_button(self, name: str) -> Button:
        button = Button(_("Sign in …"))
        button.setAccessibleName(_("Sign in to {destination}").format(destination=name))
        button.clicked.connect(lambda: self.sign_in(name).open())
        return button

    def run(self) -> None:
        """Try every destination, beside the window; nothing of a report is sent."""
        self.show()
        if self._running:
            return
        self._running = True
        for chip, said in self._lines.values():
            chip.set_state(_("asking"), "amber")
            said.setText("")
        # Nobody waits for a silent server when the notebook locks.
        tell = told(self, self._show), told(self, self._done)
        threading.Thread(target=self._walk, args=tell, name="network test", daemon=True).start()

    def _walk(self, found: Callable[..., None], ended: Callable[..., None]) -> None:
        """Runs on a thread of its own."""
        try:
            for one in self._profile.destinations:
                found(one.name, trouble_of(one, self._vault))
            ended()
        except StorageError:
            pass  # the notebook is sealed

    def said(self, name: str) -> str:
        """What is shown of the destination `name`."""
        return self._lines[name][1].text()

    def _show(self, name: str, trouble: str) -> None:
        chip, said = self._lines[name]
        if trouble:
            chip.set_state(_("in the way"), "danger")
            said.setText(words(Trouble(trouble)))
        else:
            chip.set_state(_("open"), "teal")
            said.setText(_("Reports would arrive."))

    def _done(self) -> None:
        self._running = False
        self.finished.emit()


def trouble_of(destination: Destination, vault: Vault) -> Trouble:
    """What keeps reports from arriving at `destination`; `Trouble.NONE` if they would.

    Raises:
        StorageError: the vault refuses.
    """
    if destination.kind == "openrosa":
        from exports.delivery.examining import examine

        name = destination.name
        shown = vault.query(lambda session: credentials(session, name)).result()
        return examine(address_of(destination, shown))
    folder = destination.folder
    if folder is None or not folder.is_dir():
        return Trouble.NO_FOLDER
    return Trouble.NONE if os.access(folder, os.W_OK) else Trouble.NOT_WRITABLE
