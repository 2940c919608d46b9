"""Where witnesses to a vault's age are left: outside the vault's folder, on the same computer."""

from pathlib import Path

from desktop.profile.places import places

_FOLDER = "witnesses"


def places_of_witnesses() -> tuple[Path, ...]:
    """The folders that are asked, at every opening, how far a vault had come."""
    return (Path(places().user_state_path) / _FOLDER,)
