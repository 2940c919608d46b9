"""The prompts beside the note that is written: found, shown, and kept with it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.definitions import FormShelf
from desktop.operations import Operation
from desktop.prompts import FORM, Beside, PromptsPanel
from desktop.prompts.beside import Found, find
from forms import FormEngine, UnknownForm
from storage import RecordId, Session, Vault

PLACE = "prompts_open"
"""Where a note's draft keeps whether its prompts were open."""


class BesideNote(QObject):
    """Belongs to one page of writing; makes the panel when it is first wanted."""

    made = Signal(object)
    """The `PromptsPanel` is there."""
    changed = Signal()
    """Something was answered in the panel."""

    def __init__(
        self,
        vault: Vault,
        shelf: FormShelf,
        language: str,
        note: str,
        record: RecordId,
        parent: QObject,
    ) -> None:
        """Look for the prompts of the draft `note`, or of the `record` that it amends."""
        super().__init__(parent)
        self._shelf, self._language = shelf, language
        self._beside: Beside | None = None
        self.panel: PromptsPanel | None = None
        self._looking = vault.query(lambda session: find(session, note, record))
        Operation(self, self._looking).on_success(self._take).on_failure(
            lambda _error: None
        ).start()

    def wake(self) -> PromptsPanel | None:
        """The panel, made if there is none yet; None where the form of prompts is not known."""
        if self.panel is None:
            self._take(self._looking.result(), wanted=True)
        return self.panel

    def sealing(self) -> Callable[[Session, str], None] | None:
        """What is to be sealed with the note; see `Beside.sealing`."""
        return self._beside.sealing() if self._beside else None

    def unsealed(self) -> None:
        """The vault refused it."""
        if self._beside:
            self._beside.unsealed()

    def finishing(self, event_time: str) -> Callable[[Session, str, RecordId, str], None] | None:
        """What is to be finalised with the note; see `Beside.finishing`.

        Raises:
            FormInvalid: an answer must be mended first; `show_violations` shows which.
            StorageError: the vault refused to say what there is.
        """
        self._take(self._looking.result())
        return self._beside.finishing(event_time) if self._beside else None

    def show_violations(self) -> int:
        """Show what stands in the way; how many answers that are."""
        return self.panel.view.show_violations() if self.panel else 0

    def place(self) -> dict[str, Any]:
        """Nothing of its own: the panel keeps where it is in its own draft."""
        return self.panel.place() if self.panel else {}

    def _take(self, found: Found, *, wanted: bool = False) -> None:
        """Fill the panel from what was found; where nothing was, only if it is wanted."""
        content = found.draft or found.amends
        if self.panel is not None or not (wanted or content):
            return
        try:
            if content is not None:
                form = self._shelf.get(content.form, content.form_version)
            else:
                form = self._shelf.get(FORM)
        except UnknownForm:
            return
        engine = FormEngine(form, content.content if content else None, language=self._language)
        self.panel = PromptsPanel(engine)
        self._beside = Beside(engine, found, self.place)
        if found.draft:
            self.panel.restore(found.draft.place)
        self.panel.changed.connect(self._changed)
        self.panel.show_asked.connect(self.show_her)
        self.made.emit(self.panel)

    def show_her(self, path: str) -> None:
        """Show the opening at `path` in her language, over all of the window."""
        if self.panel is None:
            return
        from desktop.prompts.opening import OpeningWindow  # brings what draws the cards

        panel, window = self.panel, self.panel.window()
        opening = OpeningWindow(window, panel.engine.form, path, panel.language)
        opening.spoken.connect(self._speak)
        opening.finished.connect(opening.deleteLater)
        opening.open()

    def _speak(self, code: str) -> None:
        if self.panel is not None and code != self.panel.language:
            self.panel.speak(code)
            self._changed()

    def _changed(self) -> None:
        if self._beside:
            self._beside.touch()
        self.changed.emit()
