"""The files of a note that is being written: they belong to its draft until it is finalised."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.attachments.vault_files import VaultFiles
from desktop.attachments.words import adding_failed
from desktop.widgets.attachments_files import Attached, Offered
from storage import Vault
from storage.errors import StorageError


class DraftFiles(VaultFiles):
    """Takes files for a draft, which it has opened if nothing was typed yet."""

    def __init__(self, vault: Vault, draft: Callable[[], str], parent: QObject) -> None:
        """`draft` seals what is written and gives the draft's id; it may raise a StorageError."""
        super().__init__(vault, parent)
        self._draft = draft

    def take(
        self,
        offered: Offered,
        receiver: QObject,
        *,
        step: Callable[[int], None],
        done: Callable[[Attached], None],
        failed: Callable[[str], None],
    ) -> Callable[[], None]:
        """See `Files.take`."""
        try:
            draft = self._draft()
        except StorageError as error:
            failed(adding_failed(error))
            return lambda: None
        return self.keep(offered, receiver, draft=draft, step=step, done=done, failed=failed)
