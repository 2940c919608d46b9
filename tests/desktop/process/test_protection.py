"""What a notebook's memory holds does not get out by dumps, debuggers or error messages."""

import subprocess
import sys
import time
from pathlib import Path

from tests.desktop.process.fieldbook import LIMIT, ROOT, Fieldbook

CANARY = "canary-4711"


def test_no_core_dump_and_no_debugger_of_the_same_user(fieldbook: Fieldbook) -> None:
    first = fieldbook.next_notebook()
    assert fieldbook.line() == "painted"
    limits = Path(f"/proc/{first}/limits").read_text()
    core = next(row for row in limits.splitlines() if row.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]
    get_dumpable = 3  # PR_GET_DUMPABLE, linux/prctl.h
    told = fieldbook.do(
        first, f"import ctypes\nctypes.CDLL(None).prctl({get_dumpable}, 0, 0, 0, 0)"
    )
    assert told == 0


def test_errors_tell_where_and_never_what(fieldbook: Fieldbook) -> None:
    first = fieldbook.next_notebook()
    assert fieldbook.line() == "painted"
    fieldbook.do(
        first,
        "from PySide6.QtCore import QTimer, qWarning\n"
        "import threading\n"
        f"def fail(): raise ValueError({CANARY!r})\n"
        "QTimer.singleShot(0, fail)\n"
        "threading.Thread(target=fail).start()\n"
        f"qWarning({CANARY!r})\n"
        f"print({CANARY!r})\n"
        "None",
    )
    until = time.monotonic() + LIMIT
    while (written := fieldbook.stderr.read_text()).count("ValueError") < 2:
        assert time.monotonic() < until
        time.sleep(0.02)
    assert written.count("fieldbook: ValueError at ") == 2
    assert "Qt warning" in written
    assert CANARY not in written


def test_protections_come_before_qt() -> None:
    program = """
import sys
import desktop.notebook
desktop.notebook.protection.harden()
assert not any(name.startswith("PySide6") for name in sys.modules), "Qt is loaded too early"
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert ended.returncode == 0


def test_the_supervisor_never_loads_qt_nor_what_reads_a_vault() -> None:
    program = """
import sys
import desktop.supervision, desktop.supervisor
heavy = {"PySide6", "storage", "forms", "exports", "cryptography", "json"}
assert not heavy & {name.split(".")[0] for name in sys.modules}
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert ended.returncode == 0
