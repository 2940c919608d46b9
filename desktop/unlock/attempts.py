"""The growing delay after wrong passphrases: it slows a guesser, and never wipes anything."""

import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path

from desktop.profile import places
from desktop.unlock.notebooks import replace_text

FILE = "attempts.json"
LONGEST = 30
"""Seconds of the longest delay: enough to spoil guessing by hand, not an officer's evening."""


class Attempts:
    """Counts what was tried in vain on one vault, across restarts of the program.

    Only a count and a time are kept, in the user's state folder, under a digest of the vault's
    path. Who can delete that file can copy the vault as well: Argon2id is what stands in their way.
    """

    def __init__(
        self, vault: Path, file: Path | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        """Count for the vault in the folder `vault`; `clock` gives seconds since 1970."""
        self._key = hashlib.sha256(str(vault).encode()).hexdigest()[:16]
        self._file = file or places().user_state_path / FILE
        self._clock = clock
        self._seen = (0, 0.0)

    def wait(self) -> float:
        """Seconds until the next attempt may be made; 0 if it may be made now."""
        count, last = self._mine()
        if not count:
            return 0.0
        delay = float(min(2 ** (min(count, LONGEST) - 1), LONGEST))
        return min(max(last + delay - self._clock(), 0.0), delay)  # a clock set back adds nothing

    def failed(self) -> None:
        """Another attempt was in vain."""
        self._seen = (self._mine()[0] + 1, self._clock())
        self._write(self._read() | {self._key: self._seen})

    def succeeded(self) -> None:
        """The vault is open: the count starts anew."""
        self._seen = (0, 0.0)
        kept = self._read()
        if kept.pop(self._key, None):
            self._write(kept)

    def _mine(self) -> tuple[int, float]:
        """What is kept of this vault, or seen by this process where nothing can be kept."""
        return max(self._read().get(self._key, (0, 0.0)), self._seen)

    def _read(self) -> dict[str, tuple[int, float]]:
        try:
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            return {key: (int(count), float(last)) for key, (count, last) in rows.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self, rows: dict[str, tuple[int, float]]) -> None:
        replace_text(self._file, json.dumps(rows))
