"""Runs a bundle on an X server of its own and uses it by its keys alone, from outside."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.desktop.process.fieldbook import LIMIT


class Driven:
    """A running bundle, with settings, a home and a folder for temporary files of its own."""

    def __init__(self, command: Path, folder: Path, where: str, vault: Path | None = None) -> None:
        """Start `command` on the display `where`, with `vault` as the one known notebook."""
        for name in ("home", "tmp", "config/fieldbook"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        if vault:
            known = f'[{{"name": "Notebook", "folder": "{vault}"}}]'
            (folder / "config" / "fieldbook" / "notebooks.json").write_text(known)
        self._vault = vault
        self._keys = {"DISPLAY": where, "PATH": os.environ["PATH"]}
        self.began = time.perf_counter()
        self.supervisor = subprocess.Popen(
            [command],
            cwd=folder,
            stderr=subprocess.DEVNULL,
            env=self._keys
            | {
                "HOME": str(folder / "home"),
                "TMPDIR": str(folder / "tmp"),
                "XDG_CONFIG_HOME": str(folder / "config"),
                "LANG": "C.UTF-8",
            },
        )

    def notebooks(self) -> list[int]:
        """The pids of the processes that the supervisor has started and that still run."""
        pid = self.supervisor.pid
        try:
            return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]
        except OSError:
            return []

    def painted(self) -> float:
        """Wait for the spare, which comes as soon as a window is painted; ms since the start."""
        until(lambda: len(self.notebooks()) == 2, "the spare")
        return (time.perf_counter() - self.began) * 1000

    def unlock(self, pid: int, passphrase: str) -> None:
        """Type the passphrase into the window of `pid`, and wait until the vault is open."""
        self.type(pid, passphrase)
        door = self._window(pid)
        self.press(pid, "Return")
        until(lambda: self._has_open(pid), "the open vault")
        until(lambda: self._window(pid) != door, "the notebook's window")
        time.sleep(3)  # its page is filled

    def press(self, pid: int, key: str) -> None:
        """Press one key, or several at once (`ctrl+n`)."""
        self._xdotool("windowfocus", "--sync", self._window(pid))
        self._xdotool("key", key)
        time.sleep(1)

    def type(self, pid: int, text: str) -> None:
        """Type `text`, which reaches the X server through a pipe."""
        self._xdotool("windowfocus", "--sync", self._window(pid))
        self._xdotool("type", "--delay", "20", "--file", "-", told=text)
        time.sleep(1)

    def end(self) -> int:
        """Ask it to end; gives its exit code."""
        self.supervisor.terminate()
        return self.supervisor.wait(LIMIT)

    def _window(self, pid: int) -> str:
        found: list[str] = []

        def seen() -> bool:
            found[:] = self._xdotool("search", "--onlyvisible", "--pid", str(pid)).split()
            return bool(found)

        until(seen, "a window")
        return found[-1]

    def _has_open(self, pid: int) -> bool:
        files = []
        for file in Path(f"/proc/{pid}/fd").iterdir():
            try:
                files.append(os.readlink(file))
            except OSError:
                continue
        return any(file.startswith(f"{self._vault}/vault.db") for file in files)

    def _xdotool(self, *words: str, told: str = "") -> str:
        done = subprocess.run(
            ["xdotool", *words], input=told, capture_output=True, text=True, env=self._keys
        )
        return done.stdout


def until(done: Callable[[], bool], what: str) -> None:
    """Wait for something that happens outside."""
    end = time.monotonic() + LIMIT
    while not done():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.002)


@contextmanager
def display() -> Iterator[str]:
    """An X server of its own; gives its name."""
    readable, writable = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1366x768x24"],
        pass_fds=[writable],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writable)
        with os.fdopen(readable) as told:
            where = f":{told.readline().strip()}"
        try:
            yield where
        finally:
            server.terminate()
