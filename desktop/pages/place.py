"""Where the officer was, kept in the vault: a lock, a crash or a full disk leads back there."""

from typing import Any

from storage import Session

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
