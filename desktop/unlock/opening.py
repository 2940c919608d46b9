"""Opens and makes vaults on a thread of its own, so that the window stays alive meanwhile."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from storage import Identity, Vault
    from storage.keys.slots import Secret


class How(TypedDict, total=False):
    """One way in, and why to accept a loss."""

    passphrase: str
    recovery_code: str
    ask: "Callable[[Path], Secret]"
    """Makes what opens the vault in a folder; it may take a while, and ask somebody."""
    accept_loss: str


class Opening(QObject):
    """One piece of work at a time; its end is told on the thread that made this object."""

    opened = Signal(object, object)
    """A `storage.Vault`, and the `storage.keys.slots.Secret` that opened it."""
    made = Signal(object, str)
    """A new `storage.Vault` and its recovery code."""
    renewed = Signal(object)
    """The `storage.Vault` that has its new passphrase."""
    failed = Signal(object)
    """The exception: a `StorageError`, or what went wrong in Fieldbook itself."""

    def open(self, folder: Path, officer: str, how: How) -> None:
        """Open the vault in `folder` for `officer`."""

        def work() -> None:
            from storage import Vault

            secret = _secret(folder, how)
            loss = how.get("accept_loss", "")
            vault = Vault.open(folder, _identity(officer), secret=secret, accept_loss=loss)
            self.opened.emit(vault, secret)

        self._start(work)

    def make(self, folder: Path, officer: str, passphrase: str, force_keys: Sequence[Path]) -> None:
        """Make a new vault in `folder` for `officer`, which the `force_keys` open too."""

        def work() -> None:
            from storage import Vault
            from storage.keys.escrow import PublicKey

            keys = [PublicKey.parse(path.read_text("utf-8", "replace")) for path in force_keys]
            self.made.emit(*Vault.create(folder, passphrase, _identity(officer), others=keys))

        self._start(work)

    def play(self, officer: str) -> None:
        """Make the notebook to play in, with its sample data, and open it."""

        def work() -> None:
            from desktop.sample import notebook, place
            from storage.keys.slots import Passphrase

            vault = notebook.make(_identity(officer))
            self.opened.emit(vault, Passphrase(place.PASSPHRASE))

        self._start(work)

    def restore(
        self,
        backup: Path,
        folder: Path,
        officer: str,
        secret: str,
        step: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        """Make a vault in `folder` of the `backup`, which a passphrase or recovery code opens.

        `step` is told bytes done and in all, and `cancelled` asked, on another thread.
        """

        def work() -> None:
            from storage.backup.restoring import restore

            opens = typed(secret)
            vault = restore(
                backup, folder, _identity(officer), opens, progress=step, cancelled=cancelled
            )
            self.opened.emit(vault, opens)

        self._start(work)

    def renew(self, vault: "Vault", secret: "Secret", passphrase: str) -> None:
        """Give a vault that `secret` has opened a new `passphrase` in the place of the old."""

        def work() -> None:
            from storage.keyring.key_slots import renew_passphrase

            renew_passphrase(vault, secret, passphrase)
            self.renewed.emit(vault)

        self._start(work)

    def _start(self, work: Callable[[], None]) -> None:
        threading.Thread(target=self._run, args=(work,), daemon=True).start()

    def _run(self, work: Callable[[], None]) -> None:
        from storage.errors import StorageError

        try:
            work()
        except StorageError as error:
            self.failed.emit(error)
        except BaseException as error:
            self.failed.emit(error)  # the window must not wait for ever
            raise  # and the hook writes where it happened


def _secret(folder: Path, how: How) -> "Secret":
    from storage.keys.slots import Passphrase, RecoveryCode

    if "ask" in how:
        return how["ask"](folder)
    if "recovery_code" in how:
        return RecoveryCode(how["recovery_code"])
    return Passphrase(how["passphrase"])


def typed(text: str) -> "Secret":
    """What somebody typed into a field that takes either: codes are known by their shape."""
    from storage.keys.derivation import is_recovery_code
    from storage.keys.slots import Passphrase, RecoveryCode

    return RecoveryCode(text) if is_recovery_code(text) else Passphrase(text)


def _identity(officer: str) -> "Identity":
    """Who works in the vault, on this machine."""
    import platform

    from storage import Identity

    return Identity(officer, platform.node())
