"""How long until one can type a passphrase, at start and after a lock, and in what memory."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.desktop.process.fieldbook import CHILD, Fieldbook, make_vault

HERE = Path(__file__).parent / "starting"
BARE, OURS = HERE / "bare_window.py", HERE / "fieldbook.py"
PEER = "Fusion window with one label, field and button"
Row = dict[str, Any]


def measure(runs: int = 5, only: frozenset[str] = frozenset()) -> list[Row]:
    """The rows of `app.cold_start`, `app.lock_to_unlock` and `app.memory`."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not only or "app.cold_start" in only:
            rows.append(cold_start(2 * runs, environment(folder)))  # short, and easily disturbed
        if not only or only & {"app.lock_to_unlock", "app.memory"}:
            rows += locking(runs, folder)
    return rows


def cold_start(runs: int, settings: dict[str, str]) -> Row:
    """From starting the command until the unlock window is painted, supervisor included."""
    for script in (OURS, BARE):  # what Python compiles once is compiled now, as after installing
        until_painted(script, settings)
    ours, peer = [], []
    for _ in range(runs):
        ours.append(until_painted(OURS, settings))
        peer.append(until_painted(BARE, settings))
    return row("app.cold_start", "ms", ours, peer, PEER)


def locking(runs: int, folder: Path) -> list[Row]:
    """From the wish to lock until the next unlock window is painted, and the processes' memory."""
    times, notebook, spare, supervisor = [], [], [], []
    with real_notebook(folder) as fieldbook:
        current = fieldbook.next_notebook()
        assert fieldbook.line() == "painted"
        for _ in range(runs):
            waiting = fieldbook.next_notebook()
            fieldbook.unlock(current)
            assert fieldbook.line() == "opened"
            begin_a_note(fieldbook, current)
            notebook.append(resident(current))
            spare.append(resident(waiting))
            supervisor.append(resident(fieldbook.supervisor.pid))
            asked = time.perf_counter()
            fieldbook.tell(current, "process._locker.lock()")
            assert fieldbook.line().startswith("locked")
            assert fieldbook.line() == "painted"
            times.append((time.perf_counter() - asked) * 1000)
            current = waiting
    peer = [bare_memory() for _ in range(runs)]
    return [
        row("app.lock_to_unlock", "ms", times, None, "no peer: others hide, we end the process"),
        row("app.memory", "MB", notebook, peer, PEER),
        row("app.memory.spare", "MB", spare, peer, PEER),
        row("app.memory.supervisor", "MB", supervisor, None, "no peer: nothing else needs one"),
    ]


def begin_a_note(fieldbook: Fieldbook, notebook: int) -> None:
    """Write the first words of a note, and rest until the spare is warm and all is sealed."""
    key = "QTest.keyClick(app().focusWindow(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)"
    fieldbook.do(notebook, f"QTest.qWait(300)\n{key}\nQTest.qWait(300)")
    fieldbook.do(notebook, "QTest.keyClicks(app().focusWidget(), 'He came back on Tuesday')")
    time.sleep(3)


@contextmanager
def real_notebook(folder: Path) -> Iterator[Fieldbook]:
    """A supervisor whose notebooks are the real ones, with a vault that opens quickly."""
    running = Fieldbook(folder, make_vault(folder / "vault"), ["-P", str(CHILD), "--real"])
    try:
        yield running
    finally:
        running.close()


def environment(folder: Path) -> dict[str, str]:
    """Settings of our own, and compiled modules as an installed Fieldbook has them."""
    config = folder / "config" / "fieldbook"
    config.mkdir(parents=True, exist_ok=True)
    known = f'[{{"name": "Notebook", "folder": "{folder / "vault"}"}}]'
    (config / "notebooks.json").write_text(known)
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return inherited | {"XDG_CONFIG_HOME": str(config.parent)}


def until_painted(script: Path, settings: dict[str, str]) -> float:
    """Milliseconds from the start of `script` until it says that its window is painted."""
    began = time.perf_counter()
    with started(script, settings):
        return (time.perf_counter() - began) * 1000


@contextmanager
def started(script: Path, settings: dict[str, str]) -> Iterator[int]:
    """The pid of a process that has painted its window."""
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=settings,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"painted\n"
        yield process.pid
        process.terminate()


def bare_memory() -> float:
    with started(BARE, dict(os.environ)) as pid:
        return resident(pid)


def resident(pid: int) -> float:
    """Megabytes of the process that are in memory (RSS)."""
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=True)
    return int(told.stdout) / 1024


def row(name: str, unit: str, ours: list[float], peer: list[float] | None, peer_name: str) -> Row:
    mine = statistics.median(ours)
    theirs = statistics.median(peer) if peer else None
    return {
        "name": name,
        "unit": unit,
        "ours": mine,
        "peer": theirs,
        "peer_name": peer_name,
        "ratio": mine / theirs if theirs else None,
        "runs": len(ours),
    }
