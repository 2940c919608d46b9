"""What unlocking hands to the notebook."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.profile import Profile

if TYPE_CHECKING:  # storage is loaded after the unlock window is painted
    from storage import Vault


class OpenedVault(NamedTuple):
    """An open vault and what was known before it was opened.

    Attributes:
        vault: open; the locker closes it when the process ends.
        folder: where it lies.
        name: the neutral name it goes by on this machine.
        profile: the force's profile.
    """

    vault: "Vault"
    folder: Path
    name: str
    profile: Profile
