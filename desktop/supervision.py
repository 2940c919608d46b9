"""Watches over notebook processes, starts and replaces them, and knows nothing else.

One notebook is in use; one spare stands warm, with its unlock window built but hidden. A lock ends
the process in use, and the spare takes its place: what a process has forgotten by ending cannot be
read from its memory. This module never loads Qt, so that it stands in milliseconds.

They speak in lines over the notebook's standard input and output; no secret ever passes.

    supervisor → notebook
        show {json}     show the unlock window; why, since when, and where on the screen
        (end of file)   the supervisor is gone, or wants no more: seal what is open, and end
    notebook → supervisor
        painted         the unlock window is on the screen
        opened          a vault is open
        locked {json}   all is sealed and this process ends; the json goes to the next one
        quit            all is sealed and this process ends; nothing shall follow
"""

import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue
from typing import IO

from desktop import system_libraries
from desktop.forking import SHOW, Forked

GRACE = 10.0
"""Seconds that a process may take to end after it has said that it will."""
ATTEMPTS = 2
"""How often in a row a notebook may die before it has painted, until we give up."""
_NO_WINDOW = "Fieldbook could not show its window. Is there a display?"


Process = Forked | subprocess.Popen[bytes]


class Child:
    """One notebook process and what is known of it."""

    def __init__(self, process: Process, events: "SimpleQueue[Event]") -> None:
        """Watch `process`; each line that it writes, and its end (`None`), go to `events`."""
        self._process = process
        assert self._process.stdin
        assert self._process.stdout
        self._input: IO[bytes] = self._process.stdin
        self._output: IO[bytes] = self._process.stdout
        self.painted = False
        threading.Thread(target=self._listen, args=(events,), daemon=True).start()

    def say(self, line: str) -> None:
        """Write one line to it; a process that is gone is noticed by its end, not here."""
        try:
            self._input.write(line.encode() + b"\n")
            self._input.flush()
        except OSError:
            pass

    def dismiss(self) -> None:
        """Let it go: it sees the end of its input; if that does not end it, it is killed."""
        try:
            self._input.close()
        except OSError:
            pass
        self.expect_end()

    def expect_end(self) -> None:
        """Kill it if it is still there after `GRACE` seconds: no memory may outlive a lock."""
        reaper = threading.Timer(GRACE, self._process.kill)
        reaper.daemon = True
        reaper.start()

    def _listen(self, events: "SimpleQueue[Event]") -> None:
        for line in self._output:
            events.put((self, line.decode("utf-8", "replace").rstrip("\r\n")))
        self._process.wait()
        events.put((self, None))


Event = tuple[Child | None, str | None]
"""A child and its line; `None` for a line means that it has ended, for a child that we shall."""


class Supervisor:
    """Keeps one notebook in use and one spare behind it."""

    def __init__(
        self,
        command: Sequence[str],
        first: Process | None = None,
        told: Callable[[str], None] = lambda _line: None,
    ) -> None:
        """Prepare to run notebooks by `command`; `first` may be shown already.

        `told` hears each line of the one in use.
        """
        self._command = command
        self._first = first
        self._told = told
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._children: set[Child] = set()
        self._current: Child | None = None
        self._spare: Child | None = None
        self._failures = 0

    def run(self) -> int:
        """Run until the user quits or no notebook can be started; gives the exit code."""
        shown = self._first is not None
        self._current = self._start()
        if not shown:
            self._current.say(SHOW.decode().strip())
        for ending in _ENDINGS:
            signal.signal(ending, lambda *_: self._events.put((None, None)))
        while self._children:
            child, line = self._events.get()
            if child is None:
                self._dismiss_all()
            elif line is None:
                self._ended(child)
            elif child is self._current:
                self._told(line)
                self._heard(child, line)
        return 1 if self._failures >= ATTEMPTS else 0

    def _start(self) -> Child:
        process = self._first or subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._first = None
        child = Child(process, self._events)
        self._children.add(child)
        return child

    def _heard(self, child: Child, line: str) -> None:
        """Do what a line from the notebook in use asks for."""
        word, _, rest = line.partition(" ")
        if word in ("painted", "opened"):
            child.painted = True
            self._failures = 0
            if self._spare is None:
                self._spare = self._start()
        elif word == "locked":
            child.expect_end()
            self._replace(rest)
        elif word == "quit":
            self._current = None
            self._dismiss_all()

    def _replace(self, story: str) -> None:
        """Show the spare (or a new notebook, where none stands yet), with the json `story`."""
        self._current, self._spare = self._spare or self._start(), None
        self._current.say(f"show {story}")

    def _ended(self, child: Child) -> None:
        """Take note that a process has ended; if it was in use, that was a crash."""
        self._children.discard(child)
        if child is self._spare:
            self._spare = None
        if child is not self._current:
            return
        self._failures += not child.painted
        if self._failures < ATTEMPTS:
            self._replace('{"reason": "crash"}')
            return
        print(system_libraries.told() or _NO_WINDOW, file=sys.stderr)
        self._current = None
        self._dismiss_all()

    def _dismiss_all(self) -> None:
        """Let every process seal what it has and end."""
        self._current = None
        for child in self._children:
            child.dismiss()


_ENDINGS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]
"""Signals that ask us to end (SIGHUP is not known everywhere)."""
