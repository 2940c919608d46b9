"""Sends beside the window while the notebook is unlocked: by hand, on time, and on the network."""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.operations import Operation, told
from desktop.profile import Profile
from desktop.sending.roads import roads
from desktop.sending.witnesses import places_of_witnesses
from storage import Session, Vault
from storage.errors import StorageError, VaultClosed

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

    from exports.delivery.sending import Report, Sender

METERED = "sending.metered"
"""The setting that lets reports go on a network that is marked metered."""
_LOOK_AGAIN = 30_000
"""Milliseconds after which the outbox is asked anew what is due."""
_FIRST_LOOK = 2_000


class Courier(QObject):
    """Runs one round of sending at a time, on a thread that no lock or exit waits for.

    A round that is cut off by a lock leaves items that the vault settles at its next opening.
    """

    moved = Signal()
    """Something in the outbox is another than before."""
    under_way = Signal(bool)
    """A round has begun, or ended."""
    stopped = Signal(object)
    """By destination, what ended the last round before everything due was tried."""
    progress = Signal(int, int, float)
    """Of the round under way: reports tried, their bytes, and seconds since it began."""

    def __init__(self, vault: Vault, profile: Profile, parent: QObject) -> None:
        """Send from `vault` to the destinations of `profile`, from `begin` on."""
        super().__init__(parent)
        self._vault, self._profile = vault, profile
        self._stop, self._held = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._sender: Sender | None = None
        self._again = False
        self._tried, self._bytes, self._began = 0, 0, 0.0
        self._network: QNetworkInformation | None = None
        self._timer = QTimer(self, interval=_LOOK_AGAIN)
        self._timer.timeout.connect(self.look)
        self._heard = told(self, self._count)
        self._ended = told(self, self._end)

    @property
    def is_under_way(self) -> bool:
        """Whether a round is running."""
        return self._thread is not None

    @property
    def is_held(self) -> bool:
        """Whether somebody stopped a round, so that nothing leaves until it is sent by hand."""
        return self._held.is_set()

    @property
    def is_metered(self) -> bool:
        """Whether the system says that what is sent costs its user money."""
        return self._network is not None and self._network.isMetered()

    def begin(self) -> None:
        """Watch the clock and the network."""
        self._timer.start()
        QTimer.singleShot(_FIRST_LOOK, self, self._watch)

    def look(self) -> None:
        """Send what is due, unless the network is metered and nobody allowed that."""
        if self._thread is None and not self._is_cancelled():
            Operation(self, self._vault.query(_due)).on_success(
                lambda found: self._consider(*found)
            ).on_failure(lambda _error: None).start()

    def send_now(self) -> None:
        """Send everything that waits, whatever time it waits for."""
        if self._thread is not None:
            self._again = True
            return
        self._held.clear()
        Operation(self, self._vault.perform(lambda session: session.outbox.hurry())).on_success(
            lambda _done: self._run(by_hand=True)
        ).on_failure(lambda _error: None).start()

    def stop(self) -> None:
        """End the round after the report that is on its way; the others wait to be sent by hand."""
        self._again = False
        self._held.set()

    def seal(self) -> None:
        """The notebook locks: nothing new is begun."""
        self._timer.stop()
        self._stop.set()

    def _watch(self) -> None:
        """Follow the system's word on the network, where it gives one."""
        from PySide6.QtNetwork import QNetworkInformation

        if QNetworkInformation.loadDefaultBackend():
            self._network = QNetworkInformation.instance()
            self._network.reachabilityChanged.connect(self._network_changed)
        self.look()

    def _network_changed(self, reach: "QNetworkInformation.Reachability") -> None:
        from PySide6.QtNetwork import QNetworkInformation

        if reach == QNetworkInformation.Reachability.Online:
            if self._sender is not None:
                self._sender.resting.clear()
            self.look()

    def _consider(self, due: bool, may_cost: bool) -> None:
        if due and (may_cost or not self.is_metered):
            self._run(by_hand=False)

    def _run(self, *, by_hand: bool) -> None:
        if self._thread is not None or self._is_cancelled():
            return
        self._thread = threading.Thread(
            target=self._work, args=(by_hand,), name="courier", daemon=True
        )
        self._tried, self._bytes, self._began = 0, 0, time.monotonic()
        self.under_way.emit(True)
        self._thread.start()

    def _work(self, by_hand: bool) -> None:
        """Runs on the courier's own thread."""
        from exports.delivery.receiving import gather
        from exports.delivery.sending import Report, Sender

        report = Report()
        try:
            if self._sender is None:
                self._sender = Sender(self._vault, roads(self._profile, self._vault))
            report = self._sender.run(
                heard=lambda item: self._heard(item.size),
                cancelled=self._is_cancelled,
                by_hand=by_hand,
            )
            for one in self._profile.destinations:
                if one.kind != "openrosa" and one.folder and one.folder.is_dir():
                    gather(self._vault, one.folder, places_of_witnesses())
        except VaultClosed:
            return  # the notebook is sealed
        except StorageError:
            pass  # what it left is shown as it stands; the next round says it again
        self._ended(report)

    def _is_cancelled(self) -> bool:
        return self._stop.is_set() or self._held.is_set()

    def _count(self, size: int) -> None:
        self._tried += 1
        self._bytes += size
        self.progress.emit(self._tried, self._bytes, time.monotonic() - self._began)
        self.moved.emit()

    def _end(self, report: "Report") -> None:
        self._thread = None
        self.under_way.emit(False)
        self.stopped.emit(report.stopped)
        self.moved.emit()
        if self._again:
            self._again = False
            self.send_now()


def allow_metered(allowed: bool) -> Callable[[Session], None]:
    """The work that lets reports go on a metered network, or not."""
    return lambda session: session.settings.set(METERED, allowed)


def _due(session: Session) -> tuple[bool, bool]:
    first = session.outbox.next_due()
    due = bool(first) and datetime.fromisoformat(first) <= datetime.now().astimezone()
    return due, bool(session.settings.get(METERED, False))
