"""The backups of a vault in one place: found, counted out by age, and taken away whole."""

import contextlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.disk.files import os_errors, sync_folder
from storage.errors import NotABackup, StorageError
from storage.keys import header

BEING_MADE, GOING = ".new", ".going"
_NAME = re.compile(r"fieldbook-([0-9a-f]{8})-\d{8}T\d{6}Z(-\d+)?")


@dataclass(frozen=True, slots=True)
class Backup:
    """One whole backup: its folder, when it was made (with UTC offset), and of which vault."""

    folder: Path
    made: datetime
    vault_id: str


@dataclass(frozen=True, slots=True)
class Keep:
    """How many backups stay: the newest of each of so many days, weeks and months."""

    daily: int = 7
    weekly: int = 4
    monthly: int = 6

    def as_json(self) -> dict[str, int]:
        """The numbers by name, for a setting."""
        return asdict(self)

    @classmethod
    def of_json(cls, value: Any) -> "Keep":
        """What `as_json` gave; the usual numbers for what is missing."""
        return cls(**{name: int(number) for name, number in (value or {}).items()})


USUAL = Keep()


def name_for(vault_id: str, made: datetime, place: Path) -> str:
    """A neutral name for a backup that no other in `place` has."""
    name = f"fieldbook-{vault_id[:8]}-{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    number = 1
    while (place / (called := name if number == 1 else f"{name}-{number}")).exists():
        number += 1
    return called


def read(folder: Path) -> Backup:
    """The backup in `folder`, as its header tells; only its secret tells whether that is true.

    Raises:
        NotABackup: there is none.
    """
    try:
        found = header.read(folder)
        newest = found.copies[0][0]
        if found.is_backup:
            return Backup(folder, datetime.fromisoformat(newest.backup), newest.vault_id)
    except (StorageError, ValueError) as error:
        raise NotABackup(f"There is no whole backup in {folder}.") from error
    raise NotABackup(f"{folder} is a vault, not a backup: open it where it is.")


def backups_in(place: Path, vault_id: str = "") -> list[Backup]:
    """The backups in `place`, of one vault or of all, newest first; [] where it is not there."""
    found = []
    with contextlib.suppress(OSError):
        for path in place.iterdir():
            if _NAME.fullmatch(path.name):
                with contextlib.suppress(NotABackup):
                    found.append(read(path))
    mine = [backup for backup in found if vault_id in ("", backup.vault_id)]
    return sorted(mine, key=lambda backup: (backup.made, backup.folder.name), reverse=True)


def choose(path: Path) -> Backup:
    """The backup at `path`, or the newest of those in it, if all are of one vault.

    Raises:
        NotABackup: there is none, or there are several vaults'.
    """
    inside = backups_in(path)
    if len({backup.vault_id for backup in inside}) > 1:
        raise NotABackup(f"{path} holds backups of several vaults: say which backup is meant.")
    return inside[0] if inside else read(path)


def kept(backups: Iterable[Backup], keep: Keep) -> set[Path]:
    """The folders of those that stay: the newest of all, and of each day, week and month."""
    newest_first = sorted(backups, key=lambda backup: backup.made, reverse=True)
    stay = {backup.folder for backup in newest_first[:1]}
    spans: Sequence[tuple[int, Callable[[datetime], object]]] = (
        (keep.daily, lambda made: made.date()),
        (keep.weekly, lambda made: made.isocalendar()[:2]),
        (keep.monthly, lambda made: (made.year, made.month)),
    )
    for count, span in spans:
        seen: list[object] = []
        for backup in newest_first:
            named = span(backup.made)
            if named not in seen and len(seen) < count:
                seen.append(named)
                stay.add(backup.folder)
    return stay


def rotate(place: Path, vault_id: str, keep: Keep) -> list[Backup]:
    """Take away the backups of a vault in `place` that `keep` does not keep; gives those."""
    there = backups_in(place, vault_id)
    stay = kept(there, keep)
    gone = [backup for backup in there if backup.folder not in stay]
    for backup in gone:
        remove(backup)
    return gone


def remove(backup: Backup) -> None:
    """Take a backup away: from the first moment on it is none, however this ends."""
    going = backup.folder.with_name(backup.folder.name + GOING)
    with os_errors(backup.folder):
        os.replace(backup.folder, going)
        sync_folder(going.parent)
        shutil.rmtree(going)


def sweep(place: Path, vault_id: str) -> None:
    """Take away what a kill left in `place` of a vault's backups, half made or half gone."""
    for ending in (BEING_MADE, GOING):
        for path in place.glob(f"fieldbook-{vault_id[:8]}-*{ending}"):
            if _NAME.fullmatch(path.name.removesuffix(ending)):
                shutil.rmtree(path, ignore_errors=True)
