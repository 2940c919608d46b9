"""Runs a supervisor with test notebooks in processes of their own, and reaches into them."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from multiprocessing.connection import Connection, Listener
from pathlib import Path
from typing import Any

from storage import Cost, Identity, Vault

CHILD = Path(__file__).with_name("child.py")
ROOT = Path(__file__).parents[3]
CHEAP = Cost(memory_kib=64 * 1024, iterations=1, lanes=1)
PASSPHRASE = "four words nobody guesses"
LIMIT = 60.0
"""Seconds that anything may take, on a machine that is busy with other things."""
_SUPERVISOR = """
import sys
from desktop.supervision import Supervisor
command = [sys.executable, *sys.argv[1:]]
sys.exit(Supervisor(command, told=lambda line: print(line, flush=True)).run())
"""

FIND_NOTE = """
from PySide6.QtWidgets import QPlainTextEdit
named = lambda edit: isinstance(edit, QPlainTextEdit) and edit.accessibleName() == "What was said"
for _ in range(200):  # a form is built in slices
    if not any(map(named, app().allWidgets())):
        QTest.qWait(100)
note = next(filter(named, app().allWidgets()))
"""
"""Lines for `Fieldbook.do` that give the field of a note's words."""


def make_vault(folder: Path) -> Path:
    """A vault that opens quickly with `PASSPHRASE`."""
    vault, _code = Vault.create(folder, PASSPHRASE, Identity("PC 0000", "test"), cost=CHEAP)
    vault.close()
    return folder


class Fieldbook:
    """A running supervisor and its notebooks."""

    def __init__(self, folder: Path, vault: Path | None, child: list[str] | None = None) -> None:
        """Start it with settings of its own in `folder`, and `vault` as the one known notebook."""
        self.stderr = folder / "stderr.txt"
        config = folder / "config"
        (config / "fieldbook").mkdir(parents=True, exist_ok=True)
        if vault:
            known = f'[{{"name": "Notebook", "folder": "{vault}"}}]'
            (config / "fieldbook" / "notebooks.json").write_text(known)
        address = str(folder / "hands")
        self._listener = Listener(address, "AF_UNIX")
        self._joined: queue.SimpleQueue[tuple[int, Connection]] = queue.SimpleQueue()
        threading.Thread(target=self._accept, daemon=True).start()
        self.lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._hands: dict[int, Connection] = {}
        with self.stderr.open("wb") as stderr:
            self.supervisor = subprocess.Popen(
                [sys.executable, "-c", _SUPERVISOR, *(child or ["-P", str(CHILD)])],
                stdout=subprocess.PIPE,
                stderr=stderr,
                cwd=ROOT,
                env=os.environ
                | {
                    "XDG_CONFIG_HOME": str(config),
                    "XDG_STATE_HOME": str(folder / "state"),
                    "XDG_DATA_HOME": str(folder / "data"),
                    "FIELDBOOK_TEST_HANDS": address,
                },
            )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def line(self) -> str:
        """The next line that the supervisor heard from the notebook in use."""
        return self.lines.get(timeout=LIMIT)

    def next_notebook(self) -> int:
        """Wait for the next notebook process to be there; gives its pid."""
        pid, hands = self._joined.get(timeout=LIMIT)
        self._hands[pid] = hands
        return pid

    def do(self, pid: int, expression: str) -> Any:
        """Evaluate `expression` in a notebook process (after the lines before its last)."""
        self._hands[pid].send(expression)
        answer = self._hands[pid].recv()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def tell(self, pid: int, expression: str) -> None:
        """Have `expression` evaluated; the process may end over it."""
        self._hands[pid].send(expression)

    def unlock(self, pid: int, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase and press Return."""
        self.do(pid, f"hands.door.page.field.setText({passphrase!r})")
        self.do(pid, "hands.door.page.field.returnPressed.emit()")

    def opened(self) -> tuple[int, int]:
        """Start, unlock, and give the pids of the notebook in use and of the spare."""
        first = self.next_notebook()
        assert self.line() == "painted"
        spare = self.next_notebook()
        self.unlock(first)
        assert self.line() == "opened"
        return first, spare

    def end(self) -> int:
        """Ask the supervisor to end; gives its exit code."""
        self.supervisor.send_signal(signal.SIGTERM)
        return self.supervisor.wait(LIMIT)

    def close(self) -> None:
        """Leave nothing behind."""
        if self.supervisor.poll() is None:
            self.end()
        self._listener.close()
        for hands in self._hands.values():
            hands.close()
        self._reader.join(LIMIT)

    def _accept(self) -> None:
        with suppress(OSError, EOFError):
            while True:
                hands = self._listener.accept()
                self._joined.put((hands.recv(), hands))

    def _read(self) -> None:
        assert self.supervisor.stdout
        with self.supervisor.stdout as lines:
            for line in lines:
                self.lines.put(line.decode().rstrip("\n"))


def is_alive(pid: int) -> bool:
    """Whether the process is there and not merely waiting to be buried."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def wait_for_end(pid: int) -> None:
    """Wait until the process is gone."""
    until = time.monotonic() + LIMIT
    while is_alive(pid):
        assert time.monotonic() < until, f"process {pid} does not end"
        time.sleep(0.01)


def typed_in(vault: Path) -> str:
    """What the test notebook had sealed."""
    opened = Vault.open(vault, Identity("PC 0000", "test"), passphrase=PASSPHRASE)
    try:
        return str(opened.query(lambda session: session.settings.get("typed", "")).result())
    finally:
        opened.close()
