"""Opening a vault: what is compared, mended and settled before anybody works in it."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from storage.attachments import sealed_files
from storage.chain.anchor import Anchor, Mark
from storage.context import Clock, Context, Identity
from storage.disk import files
from storage.errors import NotAVault, VaultBusy, VaultDamaged
from storage.folder import snapshots
from storage.keys import header
from storage.keys.derivation import VaultKeys
from storage.keys.header import Header
from storage.session import Session
from storage.sqlcipher import database, schema
from storage.sqlcipher.database import Connection
from storage.vault import generation
from storage.vault.durable import Durable
from storage.vault.standing import compare, standing

_SET_ASIDE = "log-set-aside-"
_OLD_HEADER = (
    "An older header was put back: a passphrase or key that was removed since may open this vault"
    " again. Look at its key slots."
)


def set_aside(folder: Path) -> tuple[str, ...]:
    """Names of the damaged logs in `folder` that were set aside, so that nothing is lost."""
    return tuple(sorted(path.name for path in folder.glob(f"{_SET_ASIDE}*")))


def take_over(
    folder: Path, header: Header, keys: VaultKeys, identity: Identity, clock: Clock, loss: str
) -> Durable:
    """Make the files of the vault in `folder` this process's, and compare what a kill left.

    Parameters:
        header: as it was read when the key was derived.
        loss: why to go on where something is missing or changed; see `Vault.open`.

    Raises:
        VaultBusy: another process has the vault, or its keys were changed meanwhile.
        StorageError: what else may be wrong; nothing was changed.
    """
    anchor, salt = _own_anchor(folder, keys), bytes.fromhex(header.salt)
    try:
        _expect_same_header(folder, header)
        with contextlib.suppress(*([VaultDamaged] if loss else [])):
            _look_first(folder, keys, salt, anchor, lambda c: Context(c, keys, identity, clock))
        return Durable(header, keys, identity, clock, anchor)
    except BaseException:
        anchor.close()
        raise


class Opening:
    """One opening, once the key is right and the files are ours.

    Attributes:
        header: the one that stands afterwards.
        mended: what was mended, as sentences.
    """

    def __init__(self, durable: Durable, header: Header) -> None:
        """Open what `durable` writes to, under `header`."""
        self._durable = durable
        self.header = header
        self.mended: tuple[str, ...] = ()

    def start(self, problems: tuple[str, ...], accept_loss: str) -> None:
        """Compare database and anchor, mend what a kill left half done, bring the schema up.

        Parameters:
            problems: what was wrong with the header's copies.
            accept_loss: see `Vault.open`.
        """
        durable = self._durable
        with database.database_errors():
            schema.refuse_unknown(durable.connection)
            try:
                mark, anchor_problems = durable.anchor.read()
                now = compare(durable.context(), mark)
            except VaultDamaged as damage:
                if not accept_loss:
                    raise
                self._set_log_aside()
                self._migrate(standing(durable.connection))
                durable.note(f"Opened although damaged ({damage}): {accept_loss}", self.header)
                return
            self._migrate(now)
            if now != mark:
                durable.anchor.write(now)
        self.mended = (*problems, *anchor_problems)
        if problems:
            header.write(durable.folder, self.header, durable.keys)
        if self.mended:
            said = "Mended from its other copy: " + " ".join(self.mended)
            durable.note(said, self.header)
        self._compare_header()
        self._settle_attachments()
        durable.settle()

    def _migrate(self, now: Mark) -> None:
        """Bring the schema up to date; what the vault was `now` is kept until that is checked."""
        durable = self._durable
        if schema.is_behind(durable.connection) and not self.header.backup:
            snapshots.take(durable.folder, self.header, durable.keys, durable.connection, now)
        schema.migrate(durable.connection)

    def _settle_attachments(self) -> None:
        """Finish what a kill left of attachments, and erase those of discarded drafts.

        Not where a log was set aside: the lines that are missing may still be found in it.
        """
        folder = self._durable.folder
        if set_aside(folder):
            return
        with database.database_errors():
            work = Session(self._durable.context()).attachments
            gone, stale = work.gone(), bool(work.released())
            if not (gone or stale or sealed_files.has_unfinished(folder)):
                return
            known = {attachment.file for attachment in work.every()}
        sealed_files.settle(folder, known, gone)
        if gone or stale:
            self._durable.write(lambda session: session.attachments.tidy())

    def _compare_header(self) -> None:
        """Notice a header older than the database knows, or newer than a kill let it learn."""
        durable = self._durable
        with database.database_errors():
            known = generation.known(Session(durable.context()))
        if self.header.generation < known:
            self.header = replace(self.header, generation=known + 1)
            header.write(durable.folder, self.header, durable.keys)
            self.mended += (_OLD_HEADER,)
            durable.note(_OLD_HEADER, self.header)
        elif known and self.header.generation > known:
            durable.note("The key slots were changed before this opening.", self.header)

    def _set_log_aside(self) -> None:
        """Keep a copy of the log that does not fit: closing the database would destroy it."""
        folder = self._durable.folder
        log = _log(folder)
        if log.exists() and log.stat().st_size:
            files.replace(folder / f"{_SET_ASIDE}{self._durable.stamp()}", log.read_bytes())


def _own_anchor(folder: Path, keys: VaultKeys) -> Anchor:
    """The anchor of the vault in `folder`, which is this process's until it is closed.

    Raises:
        VaultDamaged: it is missing.
        VaultBusy: another process has it.
    """
    try:
        return Anchor(folder, keys.anchor)
    except NotAVault as error:
        raise VaultDamaged("anchor", "The anchor is missing.") from error


def _expect_same_header(folder: Path, read: Header) -> None:
    """Notice that the keys were changed while somebody typed and the key was derived.

    Raises:
        VaultBusy: they were.
    """
    if all(copy != read for copy, _mac in header.read(folder).copies):
        raise VaultBusy("The keys of this vault have just been changed. Try again.")


def _look_first(
    folder: Path, keys: VaultKeys, salt: bytes, anchor: Anchor, on: Callable[[Connection], Context]
) -> None:
    """Compare a log that a kill left with the anchor, before anything can empty it.

    Raises:
        UnsupportedSchema: a newer Fieldbook wrote it.
        VaultDamaged: something is missing or changed; the log still stands as it was found.
    """
    log = _log(folder)
    if not log.exists() or not log.stat().st_size:
        return
    connection = database.open_for_reading(folder / database.NAME, keys.database, salt)
    try:
        with database.database_errors():
            schema.refuse_unknown(connection)
            compare(on(connection), anchor.read()[0])
    finally:
        connection.close()


def _log(folder: Path) -> Path:
    return folder / f"{database.NAME}-wal"
