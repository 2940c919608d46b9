"""Makes backups beside the window: when asked, and by itself where its folder or stick is there."""

import threading
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.operations import Operation, in_background, told
from storage import Session, Vault
from storage.backup.making import back_up, prove_migration
from storage.backup.plan import Last, Plan, is_due, last, plan, set_plan
from storage.errors import (
    Cancelled,
    NoSuchPlace,
    StorageError,
    VaultDamaged,
    VaultFull,
    VaultReadOnly,
)
from storage.folder.backup_sets import Backup
from translations.interface import _

FIRST_LOOK = 60_000
EVERY = 10 * 60_000
"""Milliseconds until the first look whether a backup is due, and between two looks."""
STALE_DAYS = 7


class BackupKeeper(QObject):
    """One for each open vault; makes one backup at a time."""

    changed = Signal()
    """Something of what `running` and `trouble` say is different, or there is a new backup."""
    step = Signal(int, int)
    """Steps done and steps in all."""

    def __init__(self, vault: Vault, parent: QObject | None = None) -> None:
        """Look now and then whether a backup of `vault` is due."""
        super().__init__(parent)
        self._vault = vault
        self._stop = threading.Event()
        self.running = False
        self.trouble = ""
        QTimer.singleShot(FIRST_LOOK, self, self.look)
        QTimer.singleShot(FIRST_LOOK, self, self.prove)
        timer = QTimer(self)
        timer.setInterval(EVERY)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Make a backup if one is due and its place is there; say nothing where it is not."""
        Operation(self, self._vault.query(_due)).on_success(self._begin_if_there).on_failure(
            lambda _error: None
        ).start()

    def prove(self) -> None:
        """Check what an update of Fieldbook has made of the notebook; tell only of damage."""
        in_background(self, lambda: prove_migration(self._vault)).on_failure(
            lambda error: self._failed(error, quiet=True)
        ).start()

    def start(self, wanted: Plan, *, quiet: bool = False) -> None:
        """Make a backup now; `quiet` tells of no trouble but in the vault itself."""
        if self.running:
            return
        self.running, self.trouble = True, ""
        self._stop.clear()
        self.changed.emit()
        step = told(self, self.step.emit)
        in_background(
            self,
            lambda: back_up(
                self._vault,
                wanted.place,
                keep=wanted.keep,
                progress=step,
                cancelled=self._stop.is_set,
            ),
        ).on_success(self._done).on_failure(lambda error: self._failed(error, quiet)).start()

    def cancel(self) -> None:
        """Stop the backup that is being made; nothing of it stays."""
        self._stop.set()

    def choose(self, wanted: Plan) -> None:
        """Let backups go to `wanted.place` from now on."""
        Operation(self, self._vault.perform(lambda session: set_plan(session, wanted))).on_success(
            lambda _nothing: self.changed.emit()
        ).on_failure(lambda error: self._failed(error, quiet=False)).start()

    def _begin_if_there(self, due: Plan | None) -> None:
        if due is not None and due.place.is_dir():
            self.start(due, quiet=True)

    def _done(self, _backup: Backup) -> None:
        self.running = False
        self.changed.emit()

    def _failed(self, error: StorageError, quiet: bool) -> None:
        self.running = False
        if not quiet or isinstance(error, VaultDamaged):
            self.trouble = trouble_in_words(error)
        self.changed.emit()


def trouble_in_words(error: StorageError) -> str:
    """What kept a backup from being made, what is safe, and what to do."""
    if isinstance(error, Cancelled):
        return ""
    safe = _("The notebook and its earlier backups are as they were.")
    if isinstance(error, NoSuchPlace):
        what = _("That folder or stick is not there, or lies in the notebook itself.")
        advice = _("Plug the stick in, or choose another folder.")
        return f"{what} {safe} {advice}"
    if isinstance(error, VaultFull):
        what = _("There is no room for a backup there.")
        advice = _("Make room, or choose another folder.")
        return f"{what} {safe} {advice}"
    if isinstance(error, VaultReadOnly):
        what = _("Nothing can be written there.")
        advice = _("Take off the write protection, or choose another folder.")
        return f"{what} {safe} {advice}"
    if isinstance(error, VaultDamaged):
        what = _("No backup was made, because a part of this notebook is damaged.")
        advice = _("Keep the earlier backups, and tell force IT.")
        return f"{what} {advice}"
    what = _("The disk refused the backup.")
    advice = _("Try another stick or folder.")
    return f"{what} {safe} {advice}"


def days_since(newest: Last | None, begun: str) -> int:
    """Whole days since the newest backup, or since the vault was made where there is none."""
    at = datetime.fromisoformat(newest.made if newest else begun)
    return max(0, (datetime.now(UTC) - at).days)


def usual(place: Path) -> Plan:
    """A backup a day to `place`, a week of days, a month of weeks and half a year of months."""
    return Plan(place)


def _due(session: Session) -> Plan | None:
    wanted = plan(session)
    if wanted is None or not is_due(wanted, last(session), datetime.now(UTC)):
        return None
    return wanted
