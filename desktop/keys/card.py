"""The subject of Settings that shows what opens the notebook, and leads to every change of it."""

import threading
from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.keys.code import CodeWindow
from desktop.keys.force import ForceKeyWindow
from desktop.keys.passphrase import PassphraseWindow
from desktop.keys.removing import RemoveWindow
from desktop.keys.renewing import RenewWindow
from desktop.keys.set_by_force import keys_set_by
from desktop.keys.shares import SharesWindow
from desktop.keys.token import SecurityKeyWindow
from desktop.keys.trying import TryWindow
from desktop.keys.window import KeysWindow
from desktop.keys.words import Way, in_words, ways
from desktop.operations import Operation
from desktop.profile import Profile
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import Card, bare, line, row
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside, Flow
from storage import Session, Vault
from storage.keys.escrow import PublicKey
from storage.keys.slots import PASSPHRASE, RECOVERY, SHARES
from storage.vault.slot_notes import SlotNote, notes
from translations.interface import _


class KeysCard(Card):
    """Every way to open the notebook, with what can be done to it, and ways to add."""

    told = Signal(str)
    """What was done."""

    def __init__(self, vault: Vault, profile: Profile) -> None:
        """Show the ways into `vault`; those that `profile` sets stay."""
        super().__init__()
        self._vault = vault
        self.profile = profile
        self._set_by_force: list[PublicKey] = []
        self.ways: list[Way] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._trouble = ErrorLine()
        self.column.addWidget(Label(_("Ways to open this notebook"), "heading"))
        words = _(
            "Each of these opens it by itself. Whatever is changed here is written into the log."
        )
        self.column.addWidget(Label(words, "muted"))
        self.column.addLayout(self._rows)
        self.column.addWidget(self._trouble)
        self.column.addWidget(line())
        self.column.addWidget(Label(_("Add another way"), "label"))
        adding = Flow()
        for words, call in (
            (_("Shares …"), self.add_shares),
            (_("Security key …"), lambda: self.show_window(SecurityKeyWindow(self, vault))),
            (_("Recovery code …"), lambda: self.show_window(CodeWindow(self, vault))),
            (_("Key of the force …"), lambda: self.show_window(ForceKeyWindow(self, vault))),
            (_("Passphrase …"), lambda: self.show_window(PassphraseWindow(self, vault))),
        ):
            button = Button(words)
            button.setAccessibleName(_("Add: {way}").format(way=words))
            button.clicked.connect(call)
            adding.addWidget(button)
        self.column.addLayout(adding)
        self.refresh()

    def refresh(self) -> None:
        """Fetch what is shown."""
        profile = self.profile

        def work(session: Session) -> tuple[Mapping[str, SlotNote], list[PublicKey]]:
            return notes(session), keys_set_by(profile)

        Operation(self, self._vault.query(work)).on_success(
            lambda found: self._show(*found)
        ).on_failure(lambda error: self._trouble.show_error(in_words(error), self)).start()

    def add_shares(self) -> None:
        """Make shares; one of them may be the force's, where its profile has a key."""
        force = self._set_by_force[0] if self._set_by_force else None
        self.show_window(SharesWindow(self, self._vault, force))

    def change(self, way: Way) -> None:
        """Put a new passphrase, code or set of shares in the place of `way`."""
        if way.kind == PASSPHRASE:
            self.show_window(PassphraseWindow(self, self._vault, way.id))
        elif way.kind == RECOVERY:
            self.show_window(CodeWindow(self, self._vault, way.id))
        else:
            force = self._set_by_force[0] if self._set_by_force else None
            self.show_window(SharesWindow(self, self._vault, force, way.id))

    def attempt(self, way: Way) -> None:
        """Try `way`; nothing is changed."""
        self.show_window(TryWindow(self, self._vault, way))

    def remove(self, way: Way) -> None:
        """Take `way` away."""
        self.show_window(RemoveWindow(self, self._vault, way))

    def show_window(self, window: KeysWindow) -> None:
        """Show `window`, and what it has done afterwards."""
        window.told.connect(self.told)
        window.told.connect(lambda _words: self.refresh())
        window.finished.connect(window.deleteLater)
        window.open()

    def _show(self, known: Mapping[str, SlotNote], set_by_force: list[PublicKey]) -> None:
        self._set_by_force = set_by_force
        raw = [key.raw for key in self._set_by_force]
        self.ways = ways(self._vault.header.slots, known, raw)
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for way in self.ways:
            self._rows.addWidget(self._row(way))

    def _row(self, way: Way) -> QWidget:
        """One way: what it is, since when, and what can be done."""
        shown, told, acts = QWidget(), QWidget(), QWidget()
        shown.setAccessibleName(way.title)
        words = bare(QVBoxLayout(told))
        words.setSpacing(2)
        words.addWidget(Label(way.title, "strong"))
        words.addWidget(Label(" ".join(way.details), "muted"))
        buttons = Flow(acts, 12)
        for label, called, call in self._acts(way):
            button = Button(label, "quiet")
            button.setAccessibleName(called)
            button.clicked.connect(call)
            buttons.addWidget(button)
        across = Beside(shown, 12)
        across.setContentsMargins(0, 4, 0, 4)
        across.addWidget(told)
        across.addWidget(acts)
        return shown

    def _acts(self, way: Way) -> list[tuple[str, str, Callable[[], None]]]:
        """What can be done with `way`: what the button says, what it is called, what it does."""
        acts: list[tuple[str, str, Callable[[], None]]] = []
        if way.kind in (PASSPHRASE, RECOVERY, SHARES):
            called = _("Change: {way}").format(way=way.title)
            acts.append((_("Change"), called, lambda: self.change(way)))
        if way.kind != PASSPHRASE:
            called = _("Try: {way}").format(way=way.title)
            acts.append((_("Try"), called, lambda: self.attempt(way)))
        if not way.is_set and len(self.ways) > 1:
            called = _("Remove: {way}").format(way=way.title)
            acts.append(
                (
                    _("Remove"),
                    called,
                    lambda: self.show_window(RemoveWindow(self, self._vault, way)),
                )
            )
        return acts


class RenewCard(Card):
    """What a new data key is for, and the button that leads to it."""

    def __init__(self, vault: Vault, seal: Callable[[], None], lock: Callable[[], None]) -> None:
        """See `RenewWindow`."""
        super().__init__()
        self._vault, self._seal, self._lock = vault, seal, lock
        self._stop = threading.Event()
        self.column.addWidget(Label(_("A new data key"), "heading"))
        words = _(
            "If somebody may have had the notebook open, or kept a copy of it, seal everything"
            " anew: what they have opens nothing that is written from then on."
        )
        self.column.addWidget(Label(words, "muted"))
        change = Button(_("Change the data key …"))
        change.clicked.connect(self.show_window)
        self.column.addLayout(row(change, None))

    def show_window(self) -> RenewWindow:
        """Show the window that does it."""
        window = RenewWindow(self, self._vault, self._seal, self._lock, self._stop)
        window.finished.connect(window.deleteLater)
        window.open()
        return window

    def stop(self) -> None:
        """End a sealing that is under way: the notebook locks, and nothing was changed."""
        self._stop.set()
