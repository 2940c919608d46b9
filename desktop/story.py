"""What one notebook process leaves for the next: why it ended and where its window stood."""

import base64
import binascii
import json
from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Why an unlock window is shown."""

    START = "start"
    """Fieldbook has just been started."""
    KEY = "key"
    """The officer locked it."""
    IDLE = "idle"
    """Nobody touched it for as long as the profile allows."""
    SCREEN = "screen"
    """The desktop's screen was locked."""
    SLEEP = "sleep"
    """The machine went to sleep, or was found to have slept."""
    CRASH = "crash"
    """The notebook that was in use ended without saying so."""


class Story(NamedTuple):
    """Travels through the supervisor as JSON; nothing that was written in the vault is in it.

    Attributes:
        reason: why.
        since: when the vault was sealed, ISO 8601 with offset; empty if that is not known.
        vault: its folder; empty if none was open.
        sealed: whether all that was typed could be sealed.
        window: Qt's own account of where the window stood, in base64.
        behind: whether somebody was at work with another program, which keeps the focus.
    """

    reason: Reason = Reason.START
    since: str = ""
    vault: str = ""
    sealed: bool = True
    window: str = ""
    behind: bool = False

    @property
    def geometry(self) -> bytes:
        """`window` as `QWidget.restoreGeometry` takes it; empty if there is none."""
        try:
            return base64.b64decode(self.window, validate=True)
        except binascii.Error:
            return b""

    def to_json(self) -> str:
        """In one line."""
        return json.dumps(self._asdict())

    @classmethod
    def from_json(cls, text: str) -> "Story":
        """The story in `text`; raises ValueError or TypeError if there is none in it."""
        fields = json.loads(text)
        return cls(**fields | {"reason": Reason(fields["reason"])})
