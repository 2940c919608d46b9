"""Backups: the whole vault as it stands at one moment, made while somebody goes on writing in it.

A backup is a folder with the files of a vault, sealed by the vault's own keys, whose header says
that it is a backup. It is made beside its final name, restored for a trial and checked, and only
then given that name: there is a whole backup or none. (`docs/vault-format.md`, "Backups".)
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from storage.backup.plan import remember
from storage.chain.anchor import Anchor
from storage.checking.check import examine_files
from storage.checking.examining import Finding
from storage.context import Context
from storage.disk.files import os_errors, sync_file, sync_folder
from storage.disk.unfinished import ATTACHMENTS
from storage.errors import NoSuchPlace, VaultDamaged
from storage.folder import backup_sets, copies, snapshots
from storage.folder.backup_sets import BEING_MADE, Backup, Keep
from storage.folder.copies import never
from storage.keys import header
from storage.keys.header import Header
from storage.session import Session
from storage.sqlcipher import database
from storage.sqlcipher.database import Progress
from storage.vault import sweeping
from storage.vault.standing import standing
from storage.vault.vault import Vault

_TRIAL = "trial.new"
_TRIES = 3  # an attachment may be erased between the snapshot and its copying


def back_up(
    vault: Vault,
    place: Path,
    *,
    keep: Keep | None = None,
    verify: bool = True,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = never,
) -> Backup:
    """Make a backup of an open vault in the folder `place`, beside its earlier ones.

    Runs on the calling thread, for as long as it takes; others go on working in the vault.

    Parameters:
        keep: which of the earlier backups stay; all, where None.
        verify: restore it for a trial and check all of it before it counts.
        progress: told steps done and steps in all; 0 of 0 while the trial goes on.
        cancelled: asked now and then; True ends it.

    Raises:
        NoSuchPlace: `place` is not there, or lies in the vault itself.
        Cancelled: it was asked to stop, or the vault was closed.
        VaultDamaged: it would not be whole; nothing was kept of it, and no earlier one removed.
        StorageError: the disk is full, or refuses.
    """
    _look_at(place, vault.folder)
    vault_id = vault.header.vault_id
    backup_sets.sweep(place, vault_id)
    made = datetime.now(UTC)
    name = backup_sets.name_for(vault_id, made, place)
    beside = place / (name + BEING_MADE)
    try:
        for left in reversed(range(_TRIES)):
            with os_errors(beside):
                beside.mkdir(0o700)
            whole = _Making(vault, beside, made, progress, cancelled).make(
                verify, may_link=left == _TRIES - 1
            )
            if whole:
                break
            shutil.rmtree(beside)
            if not left:
                raise VaultDamaged("attachments", "Files of the vault are missing: run a check.")
        with os_errors(place / name):
            os.replace(beside, place / name)
            sync_folder(place)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    done = Backup(place / name, made, vault_id)
    if verify:
        snapshots.discard(vault.folder)  # what migrations have made of the vault is sound
    gone = backup_sets.rotate(place, vault_id, keep) if keep else []
    vault.perform(lambda session: remember(session, done, len(gone))).result()
    return done


class _Making:
    """One try at the files of a backup."""

    def __init__(
        self,
        vault: Vault,
        folder: Path,
        made: datetime,
        progress: Progress | None,
        cancelled: Callable[[], bool],
    ) -> None:
        self._vault, self._folder, self._made = vault, folder, made
        self._progress, self._cancelled = progress, cancelled

    def make(self, verify: bool, may_link: bool) -> bool:
        """Lay out all files, durably; False where the vault moved on, or a linked file is bad."""
        head, context, names = self.lay_out()
        linked = self._attachments(names, may_link)
        if linked is None:
            return False
        with os_errors(self._folder / database.NAME):
            sync_file(self._folder / database.NAME)
            sync_folder(self._folder)
        if not verify:
            return True
        if self._progress:
            self._progress(0, 0)  # nobody knows how long the trial takes
        with copies.private(self._folder, self._folder) as trial:
            findings = _examined(trial, head, context, self._stopped)
        if findings and linked:
            return False  # perhaps the file of an earlier backup went bad: copy all anew
        if findings:
            raise VaultDamaged(
                findings[0].part, f"The backup would not be whole. {_told(findings)}"
            )
        return True

    def _stopped(self) -> bool:
        return self._vault.is_closing or self._cancelled()

    def lay_out(self) -> tuple[Header, Context, list[str]]:
        """Lay out database, anchor and header; gives the names of the attachments they list."""
        path = self._folder / database.NAME
        head, context = self._vault.copy_into(path, self._progress, self._cancelled)
        try:
            if _holds_what_should_go(context):
                context = _cleaned(context, path, head)
            mark = standing(context.connection)
            names = attached(context)
        finally:
            context.connection.close()
        marked = replace(head, backup=self._made.isoformat())
        Anchor.create(self._folder, context.keys.anchor, mark)
        header.write(self._folder, marked, context.keys)
        return marked, context, names

    def _attachments(self, names: list[str], may_link: bool) -> int | None:
        """Copy or link what the snapshot lists; how many were linked, None where one is gone."""
        if not names:
            return 0
        folder = self._folder / ATTACHMENTS
        earlier = self._earlier() if may_link else None
        with os_errors(folder):
            folder.mkdir(0o700)
        linked = 0
        for number, name in enumerate(names):
            source = self._vault.folder / ATTACHMENTS / name
            if earlier and _linked(earlier / name, source, folder / name):
                linked += 1
            elif source.exists():
                copies.copy_file(source, folder / name, cancelled=self._stopped)
            else:
                return None
            if self._progress:
                self._progress(number + 1, len(names))
        with os_errors(folder):
            sync_folder(folder)
        return linked

    def _earlier(self) -> Path | None:
        """The attachments of the backup before this one."""
        known = backup_sets.backups_in(self._folder.parent, self._vault.header.vault_id)
        return known[0].folder / ATTACHMENTS if known else None


def prove_migration(vault: Vault) -> None:
    """Check what a migration has made of an open vault, on a copy, and let go of what was before.

    Runs on the calling thread; does nothing where no snapshot is kept.

    Raises:
        VaultDamaged: it deviates; the snapshot stays.
        Cancelled: the vault was closed.
        StorageError: the disk is full, or refuses.
    """
    if not snapshots.kept(vault.folder):
        return
    trial = vault.folder / _TRIAL
    shutil.rmtree(trial, ignore_errors=True)
    try:
        with os_errors(trial):
            trial.mkdir(0o700)
        head, context, names = _Making(vault, trial, datetime.now(UTC), None, never).lay_out()
        if names:
            copies.link((vault.folder / ATTACHMENTS).resolve(), trial / ATTACHMENTS)
        findings = _examined(trial, head, context, lambda: vault.is_closing)
    finally:
        shutil.rmtree(trial, ignore_errors=True)
    if findings:
        raise VaultDamaged(findings[0].part, _told(findings))
    snapshots.discard(vault.folder)


def _examined(
    trial: Path, head: Header, context: Context, stopped: Callable[[], bool]
) -> list[Finding]:
    return examine_files(trial, head, context.keys, context.identity, context.clock, stopped)


def _told(findings: list[Finding]) -> str:
    return " ".join(finding.problem for finding in findings)


def attached(context: Context) -> list[str]:
    """The names of the files beside the database that it lists."""
    rows = context.connection.execute("SELECT file FROM attachment ORDER BY file")
    return [str(name) for (name,) in rows]


def _holds_what_should_go(copy: Context) -> bool:
    """Whether a copy has what lives no longer than a day, or traces of what was purged."""
    fleeting = copy.connection.execute("SELECT 1 FROM fleeting").fetchone()
    return fleeting is not None or sweeping.is_pending(Session(copy))


def _cleaned(copy: Context, path: Path, head: Header) -> Context:
    """Take that out of a copy: a backup lives for months. Gives the copy, opened anew."""
    copy.connection.close()
    key, salt = copy.keys.database, bytes.fromhex(head.salt)
    connection = database.open_for_writing(path, key, salt)
    try:
        with database.transaction(connection):
            session = Session(replace(copy, connection=connection, moved=0))
            rows = connection.execute("SELECT draft FROM fleeting").fetchall()
            for (draft,) in rows:
                session.drafts.discard(
                    draft, "What is to live no longer than a day is in no backup."
                )
            session.count_write()
        sweeping.sweep(connection)
    finally:
        connection.close()
    return replace(copy, connection=database.open_unchanged(path, key, salt))


def _look_at(place: Path, vault: Path) -> None:
    if not place.is_dir():
        raise NoSuchPlace(f"{place} is not there: plug the stick in, or choose another folder.")
    if vault.resolve() in (place.resolve(), *place.resolve().parents):
        raise NoSuchPlace("A backup inside the vault would be lost with it: choose another folder.")


def _linked(earlier: Path, source: Path, target: Path) -> bool:
    """Whether `target` is the earlier backup's file now: sealed files never change."""
    try:
        if earlier.stat().st_size != source.stat().st_size:
            return False
        os.link(earlier, target)
    except OSError:  # not there, or a stick that knows no links
        return False
    return True
