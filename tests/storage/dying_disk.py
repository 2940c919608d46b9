"""A process that writes into a vault while its disk refuses system calls, by strace's injection.

Run as `python -m tests.storage.dying_disk FOLDER CODE SEED`: it prints a line of JSON for each
write that was acknowledged or refused. `on_a_dying_disk` runs it so that chosen calls fail.
"""

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from storage import Vault
from storage.errors import AnchorNotWritten, StorageError
from tests.storage.helpers import ME, Sample, ask, attach, do, note

ACTS = 24
CALLS = {  # what the process asks of its disk, as strace names it
    "pwrite64": "pwrite64",
    "write": "write",
    "fsync": "fsync,fdatasync",
    "ftruncate": "ftruncate",
    "rename": "rename,renameat,renameat2",
    "unlink": "unlink,unlinkat",
    "pread64": "pread64",
}


@dataclass
class Told:
    """What one such process was told: kept, and refused (which may be there wholly or not)."""

    kept: dict[str, str] = field(default_factory=dict)  # text by record, draft or file
    maybe: set[str] = field(default_factory=set)
    stays: set[str] = field(default_factory=set)  # refused, with the word that it is there
    refusals: list[str] = field(default_factory=list)
    opened: bool = False

    def take(self, line: dict[str, str]) -> None:
        if "opened" in line:
            self.opened = True
        elif "refused" in line:
            self.maybe.add(line["text"])
            self.refusals.append(line["refused"])
            if line.get("stays"):
                self.stays.add(line["text"])
        else:
            self.kept[line["id"]] = line["text"]

    def broken(self, before: dict[str, str], sample: Sample) -> list[str]:
        """What the vault has not kept, once its disk is well again; `before` is what it held."""
        there = contents(sample)
        lost = [f"{id} of before is not there" for id in before if id not in there]
        lost += [f"{id} is not there" for id in self.kept if id not in there]
        lost += ["what was said to stay" for text in self.stays - set(there.values())]
        wrong = [
            f"{id} holds what nobody wrote"
            for id, content in there.items()
            if content not in {self.kept.get(id), before.get(id), *self.maybe}
        ]
        return lost + wrong


def contents(sample: Sample) -> dict[str, str]:
    """Every draft, record and file of a vault: its text by its id."""
    vault = sample.open()
    try:
        there = {d.id: d.content.decode() for d in ask(vault, lambda s: s.drafts.all())}
        for row in ask(vault, lambda s: s.records.page(100_000)):
            newest = ask(vault, lambda s, id=row.id: s.records.newest(id))
            there[row.id] = newest.content.decode()
        for one in ask(vault, lambda s: s.attachments.every()):
            there[one.id] = vault.read_attachment(one.id).read().decode()
        return there
    finally:
        vault.close()


def on_a_dying_disk(sample: Sample, call: str, error: str, when: str, seed: int) -> Told:
    """Let a process write into `sample` while the disk answers `call` with `error`.

    `when` is strace's: `7` the seventh such call alone, `7+` it and every later one.
    """
    if not shutil.which("strace"):
        pytest.skip("strace makes system calls fail, and is not here")
    command = ["strace", "-f", "-qqq", "--signal=none", "--seccomp-bpf", "-o", os.devnull]
    names = CALLS[call]
    command += ["-e", f"trace={names}", "-e", f"inject={names}:error={error}:when={when}"]
    if call in ("write", "pread64"):  # the vault's files alone: not its pipe, nor its libraries
        for path in (sample.folder, *sorted(sample.folder.rglob("*"))):
            command += ["-P", str(path)]
    command += [sys.executable, "-m", "tests.storage.dying_disk"]
    done = subprocess.run(
        [*command, str(sample.folder), sample.code, str(seed)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if "ptrace" in done.stderr or "PTRACE" in done.stderr:
        pytest.skip(f"this machine lets nobody trace: {done.stderr.strip()[:200]}")
    assert done.returncode == 0, (call, error, when, done.stderr[-2000:])
    told = Told()
    for line in done.stdout.splitlines():
        told.take(json.loads(line))
    return told


def _say(**what: str) -> None:
    print(json.dumps(what), flush=True)


def _write(vault: Vault, rng: random.Random) -> None:
    """Write, and say how each write ended; no error but a typed one may come of it."""
    first = ask(vault, lambda s: s.records.page(1))[0].id
    drafts: list[str] = []
    for _ in range(ACTS):
        text = f"{rng.randrange(1 << 60):x} " + "she said " * rng.choice((1, 20, 9_000))
        act = rng.choice(("add", "add", "begin", "save", "attach"))
        try:
            if act == "attach":
                id = attach(vault, text.encode(), record=first).id
            elif act == "begin" or not drafts:
                draft = do(vault, lambda s, t=text: s.drafts.open("e", "1", t.encode(), "E"))
                drafts.append(id := draft.id)
            elif act == "save":
                id = rng.choice(drafts)
                do(vault, lambda s, i=id, t=text: s.drafts.save(i, t.encode(), "E", {}))
            else:
                filled = note(text)
                text = filled.content.decode()
                id = do(vault, lambda s, f=filled: s.records.add(f)).record
            _say(id=id, text=text)
        except AnchorNotWritten:
            _say(refused="AnchorNotWritten", text=text, stays="yes" if act == "add" else "")
        except StorageError as error:
            _say(refused=type(error).__name__, text=text)


def main(folder: Path, code: str, seed: int) -> None:
    """Write until the acts are over; a disk that refuses the opening or the closing is no end."""
    with contextlib.suppress(StorageError):
        vault = Vault.open(folder, ME, recovery_code=code)
        _say(opened="yes")
        _write(vault, random.Random(seed))
        vault.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
