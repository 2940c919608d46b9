"""What a force profile says, and what can be wrong with one.

Named tuples here, as a data class takes milliseconds to make and this is read before unlocking.
"""

from pathlib import Path
from typing import NamedTuple

MARKINGS = ("OFFICIAL", "OFFICIAL-SENSITIVE")
"""The markings that Fieldbook handles; anything above is refused."""
IDLE_MINUTES = range(1, 61)
"""How many minutes of idleness a force may allow before the notebook seals itself."""


class Profile(NamedTuple):
    """One force's settings for one officer; holds nothing secret.

    Attributes:
        force: the force's name as it stands on documents.
        officer: the officer's name or number as it stands beside each entry.
        role: the officer's role as it is declared to the people visited.
        idle_minutes: minutes without a key or a click after which the notebook seals itself.
        destination: folder that receives what is sent, `None` where the force has set none.
        marking: what a new document starts with, one of `MARKINGS`.
        source: the file all this was read from.
        is_sample: whether `source` is the sample that Fieldbook ships.
    """

    force: str
    officer: str
    role: str
    idle_minutes: int
    destination: Path | None
    marking: str
    source: Path
    is_sample: bool


class ProfileError(NamedTuple):
    """One thing that is wrong in a profile.

    Attributes:
        key: where, as `table.key`; empty if the whole file is meant.
        problem: what is wrong, a plain sentence.
        remedy: what to do about it, a plain sentence.
    """

    key: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """All of it in one line."""
        return f"{self.key}: {self.problem} {self.remedy}".removeprefix(": ")


class ProfileErrors(Exception):
    """Everything that is wrong with one profile, gathered before it is raised.

    Attributes:
        source: the file.
        errors: all that is wrong with it, in the file's reading order.
    """

    def __init__(self, source: Path, errors: tuple[ProfileError, ...]) -> None:
        """Tell of all `errors` in `source` at once."""
        super().__init__("\n".join([f"{source}:", *map(str, errors)]))
        self.source = source
        self.errors = errors
