"""Loads Qt without what PySide6 does meanwhile and at every later import.

PySide6 carries some 130 kB of Python source inside a shared library and compiles it whenever it is
imported: a quarter of the time to the unlock window. Here what was compiled is kept beside our own
compiled modules, as Python does for every other module, and used while the source is the same.

It was judged again with PySide6 6.11: importing Qt's three libraries takes 251 ms of processor time
with it and 327 ms without (docs/measured.md), so it stays. It depends on one thing only, that
PySide6 calls `compile` for these sources; should a later version not do so, nothing is kept and
nothing breaks. The bundle brings its file with it, for its folder is often not to be written to.

PySide6 also looks for its name in the source of every module that is imported after it, whether
that asks for Qt or not, in case the module wants `__feature__` (snake_case methods), and Python's
line cache keeps all that was read: 180,000 lines, 17 MB and a third of the time that our imports
take. Nothing here uses `__feature__`, so Python's own import goes back to its place.
"""

from __future__ import annotations  # as in PySide6's own loader: compile() inherits it

import builtins
import linecache
import marshal
import os
import sys
import zlib
from typing import Any

from desktop.overriding import guard

_SOURCES = "shibokensupport/"
_NOT_NEEDED = "shibokensupport/signature/lib/pyi_generator.py"
"""Writes stub files, and loads half of the standard library for that."""
_KEPT = os.path.join(
    os.path.dirname(__file__), "__pycache__", f"shibokensupport.{sys.implementation.cache_tag}.bin"
)


def load() -> None:
    """Import `PySide6.QtCore`; where nothing can be kept, it is merely slower."""
    if "PySide6.QtCore" not in sys.modules:
        _compile_once()
    _import_plainly()
    guard()


def _compile_once() -> None:
    kept = _read()
    known = len(kept)
    original = builtins.compile

    def compile_once(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        if mode != "exec" or not str(filename).startswith(_SOURCES):
            return original(source, filename, mode, *rest, **named)
        if filename == _NOT_NEEDED:
            source = b""
        key = (filename, len(source), zlib.crc32(source))
        if key not in kept:
            kept[key] = original(source, filename, mode, *rest, **named)
        return kept[key]

    builtins.compile = compile_once
    try:
        import PySide6.QtCore  # noqa: F401 - loaded, not used
    finally:
        builtins.compile = original
    if len(kept) != known:
        _write(kept)


def _import_plainly() -> None:
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()


def _read() -> dict[tuple[str, int, int], Any]:
    try:
        with open(_KEPT, "rb") as file:
            return dict(marshal.load(file))
    except (OSError, ValueError, EOFError, TypeError):
        return {}


def _write(kept: dict[tuple[str, int, int], Any]) -> None:
    fresh = f"{_KEPT}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(_KEPT), exist_ok=True)
        with open(fresh, "wb") as file:
            marshal.dump(kept, file)
        os.replace(fresh, _KEPT)
    except OSError:
        pass
