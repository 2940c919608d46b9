"""Seals what is being written, within a second of its being typed, and again when leaving."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop import safety_plan
from desktop.definitions import definition_of
from desktop.operations import Operation
from desktop.pages.place import keep
from desktop.pages.ties import ABOUT, tie
from forms import FormEngine
from storage import Draft, RecordId, Session, Vault
from storage.errors import StorageError

PAUSE = 350
"""Milliseconds without a change after which it is sealed."""
LONGEST = 800
"""Milliseconds after the first unsealed change at which it is sealed, however fast one types."""
AGAIN = 2000
"""Milliseconds after which a failed sealing is tried again."""


class Companion(Protocol):
    """What is sealed with a note, in the same transaction, into a draft of its own."""

    def sealing(self) -> Callable[[Session, str], None] | None:
        """The work that seals it beside the note's draft; None where nothing has changed."""

    def unsealed(self) -> None:
        """The vault refused that work."""


class DraftKeeper(QObject):
    """Keeps one engine's content in the vault as a draft, opened with the first change."""

    sealed = Signal(str)
    """All that was typed is in the vault; when, ISO 8601."""
    failed = Signal(object)
    """It could not be sealed (a `StorageError`); it is tried again by itself."""

    def __init__(
        self,
        vault: Vault,
        engine: FormEngine,
        place: Callable[[], dict[str, Any]],
        parent: QObject,
        draft: Draft | None = None,
        amends: tuple[RecordId, int] | None = None,
    ) -> None:
        """Keep `engine`; `place` says where the officer is.

        Parameters:
            draft: the draft that the engine was filled from, None for a new one.
            amends: record and version that a new draft amends.
        """
        super().__init__(parent)
        self._vault = vault
        self._engine = engine
        self._place = place
        self._amends = amends or (RecordId(""), 0)
        self._draft = draft.id if draft else ""
        self.companion: Companion | None = None
        self._unsealed = False
        self._writing: Future[Draft] | None = None
        self._pause = self._timer(PAUSE)
        self._longest = self._timer(LONGEST)

    @property
    def draft(self) -> str:
        """The draft's id, empty while nothing was typed."""
        return self._draft

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever typed."""
        return not self._draft and not self._unsealed and self._writing is None

    def touch(self) -> None:
        """Something has changed and is to be sealed."""
        self._unsealed = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def seal(self) -> None:
        """Seal in the background what is not sealed yet."""
        if self._writing is not None or not self._unsealed:
            return  # one at a time: what changes meanwhile follows when it is done
        writing = self._writing = self._hand_over()
        Operation(self, writing).on_success(lambda draft: self._done(writing, draft)).on_failure(
            lambda error: self._not_done(writing, error)
        ).start()

    def seal_now(self) -> None:
        """Seal what is not sealed yet, and where the officer is; returns when it is durable.

        Raises:
            StorageError: the vault refused it.
        """
        try:
            if self._writing is not None:
                self._draft = self._writing.result().id
            if self._unsealed or self._draft:
                self._draft = self._hand_over().result().id
        except StorageError:
            self._refused()
            raise
        finally:
            self._writing = None

    def open_draft(self) -> str:
        """Seal what is not sealed yet, and give the draft's id; one is opened if need be.

        Raises:
            StorageError: the vault refused it.
        """
        if not self._draft:
            self._unsealed = True
            self.seal_now()
        return self._draft

    def forget(self) -> None:
        """The draft was finalised or discarded: seal nothing more."""
        self._stop()
        self._unsealed = False
        self._draft = ""

    def _hand_over(self) -> "Future[Draft]":
        self._stop()
        self._unsealed = False
        beside = self.companion.sealing() if self.companion else None
        work = _write(self._draft, self._engine, self._place(), self._amends, beside)
        return self._vault.perform(work)

    def _done(self, writing: "Future[Draft]", draft: Draft) -> None:
        if writing is not self._writing:
            return  # somebody waited for it already
        self._writing = None
        self._draft = draft.id
        if self._unsealed:
            self.touch()
        else:
            self.sealed.emit(draft.updated)

    def _not_done(self, writing: "Future[Draft]", error: StorageError) -> None:
        if writing is not self._writing:
            return
        self._writing = None
        self._refused()
        self.failed.emit(error)
        QTimer.singleShot(AGAIN, self, self.seal)

    def _refused(self) -> None:
        self._unsealed = True
        if self.companion:
            self.companion.unsealed()

    def _stop(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.seal)
        return timer


def _write(
    id: str,
    engine: FormEngine,
    place: dict[str, Any],
    amends: tuple[RecordId, int],
    beside: Callable[[Session, str], None] | None,
) -> Callable[[Session], Draft]:
    """The work that seals the engine's content of this moment, and what stands `beside` it."""
    content, title, form = engine.draft(), engine.title(), engine.form

    def work(session: Session) -> Draft:
        draft = id
        if not draft:
            session.definitions.keep(definition_of(form))
            fleeting = safety_plan.is_fleeting(form.id)
            draft = session.drafts.open(
                form.id, form.version, content, title, *amends, fleeting=fleeting
            ).id
            tie(session, draft, form.id, str(place.get(ABOUT, "")))
            keep(session, {"page": "write", "draft": draft})
        if beside:
            beside(session, draft)
        return session.drafts.save(draft, content, title, place)

    return work
