"""Holds the note that is being written; one at a time."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.writing import WritingPage
from desktop.shell.window import Page
from forms import FormEngine
from storage import Draft, Vault, Version
from storage.errors import StorageError


class WritePage(Page):
    """The place of the page on which a note is written."""

    state = Signal(str)
    finalised = Signal(str)
    discarded = Signal(object)

    def __init__(self, vault: Vault) -> None:
        """Write into `vault`; `begin` puts a note here."""
        super().__init__()
        self._vault = vault
        self.writing: WritingPage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def draft(self) -> str:
        """The id of the draft that is written, empty if none is."""
        return self.writing.keeper.draft if self.writing else ""

    def begin(
        self,
        engine: FormEngine,
        draft: Draft | None = None,
        amends: Version | None = None,
        about: str = "",
    ) -> None:
        """Write in `engine` from now on; what was here before is sealed."""
        if not self.left():
            return
        writing = self.writing = WritingPage(self._vault, engine, draft, amends, about)
        writing.state.connect(self.state)
        writing.finalised.connect(self.finalised)
        writing.discarded.connect(self.discarded)
        self._column.addWidget(writing)
        writing.take_focus()

    def left(self) -> bool:
        """Seal what was written, and let it go: it is opened again from its draft.

        Where the vault refuses it, the page stays: what is on it is all there is.
        """
        if self.writing:
            try:
                self.writing.seal()
            except StorageError as error:
                self.writing.show_trouble(error)
                return False
            self.state.emit(self.writing.sealed_words())
            self._let_go(self.writing)
        return True

    def seal(self) -> None:
        """Seal before the process ends."""
        if self.writing:
            self.writing.seal()

    def place(self) -> dict[str, Any]:
        """The draft that is written; it knows the rest itself."""
        return {"draft": self.draft}

    def _let_go(self, writing: WritingPage) -> None:
        self._column.removeWidget(writing)
        writing.hide()  # or the next note would be drawn over it for a moment
        writing.deleteLater()
        self.writing = None
