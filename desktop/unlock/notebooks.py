"""The notebooks that this user knows, by neutral names; the list is outside every vault."""

import contextlib
import json
import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from desktop.profile import places

FILE = "notebooks.json"


class Notebook(NamedTuple):
    """A vault's folder and the neutral name that it goes by on this machine."""

    name: str
    folder: Path


class Notebooks:
    """The list in the user's configuration folder, last used first.

    It is a convenience: without it, or where it cannot be written, a notebook is opened by
    choosing its folder. Taking a notebook from the list never touches its vault.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Use `file`, by default the one in the user's configuration folder."""
        self._file = file or places().user_config_path / FILE

    def all(self) -> tuple[Notebook, ...]:
        """All that are known, last used first; none where the list cannot be read."""
        try:
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            return tuple(Notebook(str(row["name"]), Path(row["folder"])) for row in rows)
        except (OSError, ValueError, TypeError, KeyError):
            return ()

    def named(self, folder: Path) -> Notebook:
        """The notebook in `folder`, under its known name or that of the folder itself."""
        known = {notebook.folder: notebook for notebook in self.all()}
        return known.get(folder) or Notebook(folder.name, folder)

    def remember(self, used: Notebook) -> None:
        """Put a notebook first: it is the one that was last used."""
        self._write([used, *(other for other in self.all() if other.folder != used.folder)])

    def forget(self, folder: Path) -> None:
        """Take a notebook from the list; its vault stays as it is."""
        self._write([other for other in self.all() if other.folder != folder])

    def _write(self, notebooks: list[Notebook]) -> None:
        rows = [{"name": each.name, "folder": str(each.folder)} for each in notebooks]
        replace_text(self._file, json.dumps(rows, ensure_ascii=False, indent=1))


def replace_text(file: Path, text: str) -> None:
    """Write `text` to `file` at once or, where that cannot be done, not at all."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)


def last_sealed(folder: Path) -> datetime | None:
    """When the vault in `folder` was last written, in local time; `None` if it is not there."""
    try:
        times = [entry.stat().st_mtime for entry in os.scandir(folder) if entry.is_file()]
    except OSError:
        return None
    return datetime.fromtimestamp(max(times)).astimezone() if times else None
