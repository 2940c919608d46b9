"""Keeps what was read from texts in a form that opens in a millisecond; made anew when stale."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "compiled"
_COMPILER = "1"
"""Raised when the same texts would be kept in another form."""


def key_of(*contents: bytes | str) -> str:
    """A key that differs when any of `contents` differs."""
    total = hashlib.sha256(_COMPILER.encode())
    for content in contents:
        data = content.encode("utf-8") if isinstance(content, str) else content
        total.update(hashlib.sha256(data).digest())
    return total.hexdigest()[:32]


def key_of_files(paths: Iterable[Path]) -> str:
    """A key of the files' names and contents."""
    return key_of(*(part for path in paths for part in (path.name, path.read_bytes())))


def kept(name: str, key: str, make: Callable[[], Any], folder: Path = FOLDER) -> Any:
    """What `make` gives, as JSON holds it: from `folder` if it was made of the same `key`.

    Where the folder cannot be written, as in an installed package, it is made each time.
    """
    path = folder / f"{name}.json"
    try:
        found = json.loads(path.read_bytes())
        if found["key"] == key:
            return found["value"]
    except (OSError, ValueError, KeyError, TypeError):
        pass
    value = make()
    text = json.dumps({"key": key, "value": value}, ensure_ascii=False, separators=(",", ":"))
    try:
        _replace(path, text.encode("utf-8"))
    except OSError:
        pass
    return json.loads(text)["value"]


def _replace(path: Path, data: bytes) -> None:
    """Put `data` there in one step, so that no other process reads half of it."""
    path.parent.mkdir(exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.chmod(name, 0o644)
    os.replace(name, path)
