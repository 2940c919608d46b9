"""What an open notebook does without until somebody asks for it: each costs memory and time."""

import subprocess
import sys

SPARED = {
    "reportlab": "sets PDFs",
    "PIL": "reads photographs",
    "pikepdf": "takes what is hidden out of PDFs",
    "pypdfium2": "shows PDFs",
    "httpx": "talks to servers",
    "urllib.request": "comes with the mail and web libraries of Python",
    "pyxform": "compiles forms",
    "markdown_it": "reads the guidance",
    "segno": "draws QR codes",
}
_LOAD = """
import sys
from desktop import quick_qt
quick_qt.load()
import desktop.locking, desktop.process, desktop.standing
import linecache
print(*(name for name in sys.argv[1:] if name in sys.modules))
print(sum(len(entry[2]) for entry in linecache.cache.values() if len(entry) > 1))
"""


def test_a_notebook_loads_nothing_that_only_some_days_need() -> None:
    loaded, lines = _told()
    assert loaded == ""
    assert int(lines) < 10_000, "sources of modules are read and kept while they are imported"


def _told() -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _LOAD, *SPARED], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\n")[:2]
