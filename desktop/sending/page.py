"""Send: what waits, what is on its way and what arrived, each as a picture of its road."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.definitions import FormShelf
from desktop.operations import Operation
from desktop.pages.header import PageHeader
from desktop.pages.troubles import while_writing
from desktop.profile import Profile
from desktop.sending.card import ItemsCard
from desktop.sending.courier import METERED, Courier, allow_metered
from desktop.sending.device_window import DeviceWindow
from desktop.sending.network_test import NetworkTest
from desktop.shell.window import Page
from desktop.sizes import weight
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.theme.notices import EmptyState, Progress
from desktop.theme.scrolling import scrolling
from forms import UnknownForm
from storage import Session, Vault
from storage.errors import StorageError
from storage.outbox.items import Item
from storage.outbox.states import State
from storage.tables.devices import DeviceKey
from translations.interface import _, form_language, ngettext

if TYPE_CHECKING:
    from exports.delivery.outcome import Outcome

SHOWN = 50
"""Lines of a list; the rest is counted."""
_PAUSE = 150
"""Milliseconds between two looks at the outbox while a round is under way."""
WITHDRAWN_BY_OFFICER = "by its officer, on the page Send"
Found = tuple[list[Item], list[Item], dict[State, int], bool]


class SendPage(Page):
    """The outbox, and what can be done about what is in it."""

    told = Signal(str)
    """What the officer should know now."""
    record_chosen = Signal(str)
    """The record that an item was made from shall be shown."""

    def __init__(self, vault: Vault, shelf: FormShelf, profile: Profile, courier: Courier) -> None:
        """Show what `courier` sends from `vault`."""
        super().__init__()
        self._vault, self._shelf, self._profile, self._courier = vault, shelf, profile, courier
        self.test = Button(_("Test the connection"))
        self.test.clicked.connect(self.test_network)
        self.send = Button(_("Send now"), "primary", icon="send")
        self.send.clicked.connect(courier.send_now)
        device = Button(_("This device …"))
        device.clicked.connect(self.show_device)
        self._header = PageHeader(_("Send"), _to(profile), device, self.test, self.send)
        self._trouble = ErrorLine()
        self._progress = Progress(_("Sending"))
        self._results = NetworkTest(vault, profile)
        self.waiting = ItemsCard(_("On their way"))
        self.parked = ItemsCard(_("Parked: look at these"), "danger")
        self.done = ItemsCard(_("Received"))
        self._nothing = EmptyState(
            "send",
            _(
                "Nothing waits to leave. A finalised intelligence report is sent from its own page:"
                " open it under Notes, and choose Send."
            ),
        )
        self._metered = Check(_("Also on a network marked as metered, such as a mobile one"))
        self._metered.toggled.connect(self._allow_metered)
        self._lay_out()
        # A long queue moves hundreds of times a second: it is looked at now and then.
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        courier.moved.connect(self._look_soon)
        courier.under_way.connect(self._show_under_way)
        self._progress.cancelled.connect(courier.stop)
        courier.progress.connect(self._show_progress)
        courier.stopped.connect(self._show_stopped)
        for card in (self.waiting, self.parked, self.done):
            card.withdrawn.connect(self.withdraw)
            card.again.connect(self.try_again)
            card.record_chosen.connect(self.record_chosen)

    def came(self) -> None:
        """Fetch what is shown."""
        self._look()

    def withdraw(self, number: int) -> None:
        """Take back what has not been sent."""
        self._change(
            lambda session: session.outbox.withdraw(number, WITHDRAWN_BY_OFFICER),
            _("Taken back. Nothing of it was sent."),
        )

    def try_again(self, number: int) -> None:
        """Send one item as soon as can be."""

        def work(session: Session) -> Item:
            return session.outbox.again(number)

        Operation(self, self._vault.perform(work)).on_success(
            lambda _item: self._courier.send_now()
        ).on_failure(self._refused).start()

    def test_network(self) -> None:
        """Walk the way to each destination without sending anything."""
        self._results.run()

    def show_device(self) -> None:
        """Show this device's key, to be enrolled."""

        Operation(self, self._vault.perform(_device)).on_success(
            lambda found: DeviceWindow(self, *found).open()
        ).on_failure(self._refused).start()

    def _change(self, work: Callable[[Session], Item], words: str) -> None:
        def done(_item: Item) -> None:
            self.told.emit(words)
            self._look()

        Operation(self, self._vault.perform(work)).on_success(done).on_failure(
            self._refused
        ).start()

    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        if self.isVisible():
            Operation(self, self._vault.query(_found)).on_success(
                lambda found: self._show(*found)
            ).on_failure(self._refused).start()

    def _show(
        self, items: list[Item], parked: list[Item], counts: dict[State, int], may_cost: bool
    ) -> None:
        aside = {item.number for item in parked}
        rest = [item for item in items if item.number not in aside]
        done = (State.RECEIVED, State.WITHDRAWN)
        self.parked.show_items(parked, self._title)
        self.waiting.show_items([item for item in rest if item.state not in done], self._title)
        self.done.show_items([item for item in rest if item.state in done], self._title)
        shown = len(items) + sum(item.number not in {i.number for i in items} for item in parked)
        more = sum(counts.values()) - shown
        self._more.setText(
            ngettext("{count} older one", "{count} older ones", more).format(count=more)
        )
        self._more.setVisible(more > 0)
        self._nothing.setVisible(not counts)
        self._metered.blockSignals(True)
        self._metered.setChecked(may_cost)
        self._metered.blockSignals(False)
        waits = sum(counts.get(state, 0) for state in (State.SEALED, State.UNKNOWN))
        self.send.setEnabled(bool(waits) or self.send.hasFocus())  # which it would lose

    def _title(self, item: Item) -> str:
        try:
            return self._shelf.get(item.form).title(form_language())
        except UnknownForm:  # the force has taken it back meanwhile
            return item.form

    def _show_under_way(self, running: bool) -> None:
        self.send.set_words(_("Sending …") if running else _("Send now"))
        self._look_soon()
        if running:
            self._trouble.say("")
            self._round.hide()
            self._progress.begin(_("Sending"))
            return
        self._progress.hide()
        if self._courier.is_held:
            self._round.setText(
                _(
                    "Stopped. What still waits leaves when you choose Send now, or after the"
                    " notebook is unlocked again."
                )
            )
        self._round.setVisible(bool(self._round.text()))

    def _show_progress(self, tried: int, size: int, seconds: float) -> None:
        count = ngettext("{count} report", "{count} reports", tried).format(count=tried)
        speed = weight(round(size / max(seconds, 0.001)))
        words = _("This round: {reports}, {size}, {speed} a second").format(
            reports=count, size=weight(size), speed=speed
        )
        self._round.setText(words)
        if not self._courier.is_held:
            self._progress.set_words(words)

    def _show_stopped(self, stopped: "dict[str, Outcome]") -> None:
        from exports.delivery.outcome import words

        self._trouble.say(
            "\n".join(f"{name}: {words(outcome.trouble)}" for name, outcome in stopped.items())
        )

    def _allow_metered(self, allowed: bool) -> None:
        Operation(self, self._vault.perform(allow_metered(allowed))).on_failure(
            self._refused
        ).start()

    def _refused(self, error: StorageError) -> None:
        self._trouble.say(str(while_writing(error)))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._header)
        self._more = Label("", "muted")
        self._round = Label("", "muted")
        self._round.hide()
        self._progress.hide()
        for part in (
            self._trouble,
            self._progress,
            self._round,
            self._results,
            self.waiting,
            self.parked,
            self.done,
            self._more,
        ):
            column.addWidget(part)
        column.addWidget(self._nothing, 1000)
        column.addLayout(row(self._metered, None))
        column.addStretch(1)
        scroll = scrolling(inside, _("Send"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)


def _to(profile: Profile) -> str:
    """Where reports go, in a line."""
    kinds = {
        "folder": _("a folder"),
        "openrosa": _("a server, its certificate checked"),
        "mail": _("a file for secure mail"),
    }
    if not profile.destinations:
        return _("Your force has set no destination yet; force IT adds one to the profile.")
    return " · ".join(f"{one.name}: {kinds[one.kind]}" for one in profile.destinations)


def _device(session: Session) -> tuple[DeviceKey, str]:
    """This device's key, made where there is none yet, and what people call the device."""
    who = session.identity
    return session.device.key(), f"{who.person}, {who.device}"


def _found(session: Session) -> Found:
    outbox = session.outbox
    return (
        outbox.page(SHOWN),
        outbox.parked(SHOWN),
        outbox.counts(),
        bool(session.settings.get(METERED, False)),
    )
