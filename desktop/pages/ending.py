"""The end of a draft: a record is made of it, or it is taken away; its last words come first."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.operations import Operation
from desktop.pages.draft_keeper import DraftKeeper
from desktop.pages.ties import discard
from desktop.prompts import beside as prompts
from storage import Draft, Session, Vault, Version
from storage.errors import StorageError


class Ending(QObject):
    """Ends the draft that `keeper` keeps."""

    kept = Signal(str)
    """The id of the record that was written."""
    removed = Signal(object)
    """The `Draft` that is gone, as it can be brought back."""
    failed = Signal(object)
    """The `StorageError` that kept it from ending."""

    def __init__(self, vault: Vault, keeper: DraftKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._vault, self._keeper = vault, keeper

    def keep(self, work: Callable[[Session, str], Version]) -> None:
        """Do `work`, which makes a record of the draft with this id."""
        self._after_sealing(lambda draft: self._write(work, draft))

    def remove(self) -> None:
        """Take the draft away."""
        self._after_sealing(self._remove)

    def _remove(self, id: str) -> None:
        self._keeper.forget()

        def work(session: Session) -> Draft:
            kept = prompts.discard(session, id)
            draft = discard(session, id)
            return replace(draft, place={**draft.place, **kept})

        Operation(self, self._vault.perform(work)).on_success(self.removed.emit).on_failure(
            self.failed.emit
        ).start()

    def _write(self, work: Callable[[Session, str], Version], draft: str) -> None:
        self._keeper.forget()
        Operation(self, self._vault.perform(lambda session: work(session, draft))).on_success(
            lambda version: self.kept.emit(version.record)
        ).on_failure(self.failed.emit).start()

    def _after_sealing(self, call: Callable[[str], None]) -> None:
        """Seal the last words, then go on with the draft's id; a refusal ends it."""
        try:
            self._keeper.seal_now()
        except StorageError as error:
            self.failed.emit(error)
            return
        call(self._keeper.draft)
