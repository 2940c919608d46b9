"""Where the officer was, kept in the vault: a lock, a crash or a full disk leads back there."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject

from desktop.operations import Operation
from desktop.shell.window import Shell
from storage import Session, Vault

PLACE = "place"
"""The setting that holds it."""


def keep(session: Session, place: dict[str, Any]) -> None:
    """Remember `place`: `page` names the one that is shown, `draft` what is written there."""
    session.settings.set(PLACE, place)


def kept(session: Session) -> dict[str, Any]:
    """What was kept last; nothing where its draft is gone."""
    place: dict[str, Any] = session.settings.get(PLACE, {})
    if place.get("draft") and not any(d.id == place["draft"] for d in session.drafts.all()):
        return {}
    return place


class WayBack(QObject):
    """Remembers where the officer is in one window, and leads there after a lock."""

    def __init__(self, vault: Vault, shell: Shell, open_draft: Callable[[str], object]) -> None:
        """Remember the place of `shell` in `vault`; what was being written is opened by its id."""
        super().__init__(shell)
        self._vault, self._shell, self._open_draft = vault, shell, open_draft

    def keep(self) -> "Future[None]":
        """Remember where the officer is; nothing depends on it but the way back."""
        where = self._shell.place()
        return self._vault.perform(lambda session: keep(session, where))

    def go(self) -> None:
        """Go where the officer was."""
        Operation(self, self._vault.query(kept)).on_success(self._go_to).start()

    def _go_to(self, where: dict[str, Any]) -> None:
        where = dict(where)
        if where.get("page") == "write":  # the draft leads there
            del where["page"]
            if where.get("draft"):
                self._open_draft(str(where["draft"]))
        self._shell.restore(where)
