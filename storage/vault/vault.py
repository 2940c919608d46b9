"""The vault: creating, opening and closing it, and the two threads that work in it."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from storage.attachments.attaching import Addition, Attaching
from storage.attachments.sealed_files import Reader
from storage.chain import anchor as anchors
from storage.chain.anchor import Mark
from storage.chain.audit import Action
from storage.context import Clock, Context, Identity, local_time
from storage.disk import files, unfinished
from storage.errors import WrongPassphrase
from storage.folder import replacement
from storage.keys import header
from storage.keys.calibration import calibrate
from storage.keys.derivation import Cost
from storage.keys.header import Header
from storage.keys.slots import NewSlot, Passphrase, RecoveryCode, Secret
from storage.session import Session
from storage.sqlcipher.database import Progress
from storage.tables.attachments import Attachment
from storage.tables.devices import DeviceKey
from storage.vault import generation, opening, slot_notes
from storage.vault.copying import Copying
from storage.vault.founding import found as found_vault
from storage.vault.opening import Opening
from storage.vault.threads import Threads

Result = TypeVar("Result")


class Vault:
    """An open vault. Work goes to it as functions of a `Session`.

    `perform` runs them one by one on the one thread that writes, each in a transaction that is
    durable, and known to the anchor, before its future is done. `query` runs them on a thread that
    can only read, and sees what was last committed.
    """

    def __init__(
        self,
        folder: Path,
        header: Header,
        data_key: bytes,
        identity: Identity,
        clock: Clock,
        accept_loss: str = "",
    ) -> None:
        """Take over an existing vault; use `Vault.open` or `Vault.create` instead."""
        self.folder = folder
        self.header = header
        keys = header.keys(data_key)
        self._durable = opening.take_over(folder, header, keys, identity, clock, accept_loss)
        self._anchor = self._durable.anchor
        self._threads = Threads(self._durable)
        self._closing = threading.Event()
        self._copying = Copying(self._durable, self._closing.is_set)
        self._attaching = Attaching(folder, self.perform, self._closing.is_set)
        self.mended: tuple[str, ...] = ()

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        identity: Identity,
        *,
        others: Sequence[NewSlot] = (),
        cost: Cost | None = None,
        clock: Clock = local_time,
    ) -> tuple["Vault", str]:
        """Make a new vault in `folder`, which must be empty, unfinished or not exist yet.

        `others` open it too, beside the passphrase and the recovery code: the force's keys, say.
        Without a `cost`, trying the passphrase is made to take about a second on this machine.

        Returns the open vault and its recovery code, which is kept nowhere else.

        Raises:
            VaultExists: something is in the folder already.
            VaultBusy: another process is making a vault there.
            StorageError: the folder can't be written, or the disk is full.
        """
        with unfinished.making(folder) as finish:
            cost = cost or calibrate()
            made, data_key, code = found_vault(folder, passphrase, others, identity, cost, clock)
            vault = cls(folder, made, data_key, identity, clock)
            try:
                finish()
            except BaseException:
                vault.close()
                raise
        return vault, code

    @classmethod
    def open(
        cls,
        folder: Path,
        identity: Identity,
        *,
        passphrase: str | None = None,
        recovery_code: str | None = None,
        secret: Secret | None = None,
        accept_loss: str = "",
        clock: Clock = local_time,
    ) -> "Vault":
        """Open the vault in `folder` with a passphrase, a recovery code or another `secret`.

        Parameters:
            accept_loss: why to go on with what is left where records are missing or the anchor is
                gone. It is written into the audit chain; the damaged log is set aside, not deleted.

        Raises:
            WrongPassphrase: no key slot opens; nothing was changed.
            RecordsMissing: the database is behind the anchor.
            StorageError: what else may be wrong; see `errors.py`.
        """
        unfinished.refuse(folder)
        replacement.settle(folder)
        header.read(folder).refuse_backup()
        if recovery_code is not None:
            secret = RecoveryCode(recovery_code)
        elif passphrase is not None:
            secret = Passphrase(passphrase)
        if secret is None:
            raise WrongPassphrase("A vault opens with a passphrase or a recovery code.")
        return cls.open_files(folder, identity, secret, accept_loss, clock)

    @classmethod
    def open_files(
        cls, folder: Path, identity: Identity, secret: Secret, accept_loss: str, clock: Clock
    ) -> "Vault":
        """Open the files in `folder`, even those of a backup that becomes a vault (`restoring`).

        For parameters and errors see `open`.
        """
        found = header.read(folder)
        newest, data_key = found.unlock(secret)
        if accept_loss and not (folder / anchors.NAME).exists():
            files.replace(folder / anchors.NAME, b"")
        vault = cls(folder, newest, data_key, identity, clock, accept_loss)
        try:
            opened = Opening(vault._durable, newest)
            opened.start(found.problems, accept_loss)
            vault.header, vault.mended = opened.header, opened.mended
        except BaseException:
            vault.close()
            raise
        return vault

    def perform(self, work: Callable[[Session], Result]) -> Future[Result]:
        """Run `work` as one durable write; the future fails with what `work` raised.

        A `StorageError` means that nothing of it was kept, save `AnchorNotWritten`.
        """
        return self._threads.write(work)

    def query(self, work: Callable[[Session], Result]) -> Future[Result]:
        """Run `work`, which only reads, beside the writer."""
        return self._threads.read(work)

    def device_key(self) -> Future[DeviceKey]:
        """The key that signs for this vault on this laptop; made when it is first asked for."""
        return self.perform(lambda session: session.device.key())

    def attach(
        self,
        addition: Addition,
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Future[Attachment]:
        """Seal a file beside the database; once the future is done, it is durable and has a line.

        Notes are written meanwhile. Closing the vault stops it, and nothing of it is kept.

        Parameters:
            progress: told bytes done and bytes in all, on a thread of the vault's.
            cancelled: asked after each mebibyte.

        The future fails with `Cancelled`, with `SourceUnreadable`, with `UnknownRecord` where
        record or draft are gone, and with whatever the disk refuses.
        """
        return self._attaching.add(addition, progress, cancelled)

    def read_attachment(self, id: str) -> Reader:
        """The original of an attachment, to be read from and closed; not for use in a session.

        Raises:
            UnknownRecord: there is no such attachment.
            VaultDamaged: its file is missing or has another length.
        """
        return Reader(self.folder, self.query(lambda work: work.attachments.get(id)).result())

    @property
    def unswept(self) -> bool:
        """Whether what was purged may still stand in the files; the next opening sweeps them."""
        return self._durable.unswept

    @property
    def set_aside(self) -> tuple[str, ...]:
        """Names of damaged logs that were set aside; what was purged may still stand in them."""
        return opening.set_aside(self.folder)

    def close(self) -> None:
        """Finish what is under way and seal the vault."""
        self._close_database()
        self._anchor.close()

    def retire(self, last: Callable[[Context, Mark], None], then: Callable[[], None]) -> None:
        """Close the vault to have its files replaced.

        `last` runs alone on the database; `then`, if that did not fail, runs when the database is
        closed, and before any other process can open it. Writes that waited behind `last` fail with
        `VaultClosed`: they would be acknowledged, and gone with the files.
        """

        def final(_folder: Path, context: Context, mark: Mark) -> None:
            last(context, mark)
            self._threads.retire()

        try:
            self._closing.set()
            self._attaching.close()  # what it would keep now, `last` would not see
            self.check(final)
            self._close_database()
            then()
        finally:
            self.close()

    def change_slots(
        self, secret: Secret, change: Callable[[Header, bytes], tuple[Header, str]]
    ) -> Future[None]:
        """Write a header with other key slots, and into the log what has changed.

        Parameters:
            secret: opens one of the slots; who only finds a vault open can't change them.
            change: makes the new header from the one that stands and the data key, and says in
                a sentence what it has changed.
        """
        return self._threads.alone(lambda: self._change_slots(secret, change))

    def _change_slots(
        self, secret: Secret, change: Callable[[Header, bytes], tuple[Header, str]]
    ) -> None:
        before = self.header
        changed, reason = change(before, before.open_slot(secret))
        header.write(self.folder, changed, self._durable.keys)
        self.header = changed

        def tell(work: Session) -> None:
            work.audit.append(Action.ADMINISTRATION, reason=reason)
            generation.learn(work, changed.generation)
            slot_notes.learn(work, changed, before)

        self._threads.write_now(tell)

    def _close_database(self) -> None:
        self._closing.set()
        self._copying.close()
        self._attaching.close()
        self._threads.close()

    def check(self, examine: Callable[[Path, Context, Mark], Result]) -> Result:
        """Examine the folder (`storage.checking.examining`) alone on the writing connection."""
        return self._threads.alone(
            lambda: examine(self.folder, self._durable.context(), self._anchor.read()[0])
        ).result()

    @property
    def is_closing(self) -> bool:
        """Whether long work on a copy should end: the vault is being sealed."""
        return self._closing.is_set()

    def copy_into(
        self,
        target: Path,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[Header, Context]:
        """Write all that is committed now into a new database at `target`, while work goes on.

        Runs on the calling thread. Closing the vault ends it.

        Returns the header as it is afterwards, and what to work on the copy with: its connection,
        which the caller closes, and the vault's keys.

        Raises:
            Cancelled: it was asked to stop, or the vault is closing.
        """
        context = self._copying.into(target, progress, cancelled)
        return self.header, context
