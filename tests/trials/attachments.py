"""Kills while files are attached, drafts become records and records are erased (ATTACH_KILLS=60),
and random damage to the files (ATTACH_FLIPS=200). A large file (ATTACH_GB=2) must not fill memory.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from storage import Addition
from storage.attachments.stream import CHUNK
from tests.storage.damage import again, spoil
from tests.storage.helpers import Sample, add, ask, attach, create
from tests.trials import attaching

KILLS = int(os.environ.get("ATTACH_KILLS", "60"))
FLIPS = int(os.environ.get("ATTACH_FLIPS", "200"))
GIGABYTES = int(os.environ.get("ATTACH_GB", "2"))
MOST_MB = 50
"""Memory that a large file may take."""


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        yield _kills(rng, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _damage(rng, Path(folder))
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        yield _large(Path(folder))


def _kills(rng: random.Random, folder: Path) -> str:
    vault, sample = create(folder / "vault")
    vault.close()
    promises = attaching.Promises()
    swept = 0
    for kill in range(KILLS):
        _write_until_killed(sample, rng, promises)
        left = sample.folder / "attachments"
        swept += sum(path.suffix == ".part" for path in left.iterdir()) if left.exists() else 0
        findings = sample.check()
        assert findings == [], f"kill {kill}: {findings}"
        broken = promises.broken(sample)
        assert broken == [], f"kill {kill}: {broken}"
    return (
        f"{KILLS} kills, {promises.count} acknowledged acts, {len(promises.there)} files there at"
        f" the end: none lost, none too many, {swept} half written ones put in order"
    )


def _write_until_killed(sample: Sample, rng: random.Random, promises: "attaching.Promises") -> None:
    command = [sys.executable, "-m", "tests.trials.attaching", str(sample.folder), sample.code]
    writer = subprocess.Popen([*command, str(rng.randrange(1 << 30))], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    lines, heard = rng.choice((1, 4, 12, 40)) * rng.random(), b""
    while heard.count(b"\n") <= lines:
        chunk = os.read(writer.stdout.fileno(), 1 << 20)
        assert chunk, "the writer failed by itself"
        heard += chunk
    time.sleep(rng.random() * 0.02)  # a file of a few megabytes takes about that long
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate()
    for line in (heard + rest).split(b"\n")[:-1]:  # the last one may be cut off
        promises.take(line)


def _damage(rng: random.Random, folder: Path) -> Iterator[str]:
    vault, sample = create(folder / "vault")
    record = add(vault, "a note with files").record
    for size in (1, 300, CHUNK, CHUNK + 1, 5 * CHUNK + 9):
        attach(vault, rng.randbytes(size), record=record)
    vault.close()
    assert sample.check() == [], "an untouched vault is not clean"
    found: Counter[str] = Counter()
    for _ in range(FLIPS):
        copy = again(sample, folder / "copy")
        damage = spoil(rng, rng.choice(sorted((copy.folder / "attachments").iterdir())))
        parts = {finding.part for finding in copy.check()}
        assert parts == {"attachments"}, f"not found: {damage}"
        found[damage.kind] += 1
    yield from (f"{count} × attachment, {kind}: found" for kind, count in sorted(found.items()))


def _large(folder: Path) -> str:
    vault, _sample = create(folder / "vault")
    record = add(vault, "a note with a film").record
    film = folder / "film"
    block = random.Random(1).randbytes(1 << 20)
    with film.open("wb") as file:
        for _ in range(GIGABYTES << 10):
            file.write(block)
    before = most = _memory()

    def look(*_: Any) -> None:
        nonlocal most
        most = max(most, _memory())

    start = time.monotonic()
    addition = Addition(film, "film.mp4", "video/mp4", record)
    kept = vault.attach(addition, progress=look).result()
    took = time.monotonic() - start
    with vault.read_attachment(kept.id) as reader:
        reader.verify()
        look()
    assert kept.size == GIGABYTES << 30
    assert [a.id for a in ask(vault, lambda s: s.attachments.of(record))] == [kept.id]
    vault.close()
    grown = (most - before) / 1e6
    assert grown < MOST_MB, f"memory grew by {grown:.0f} MB"
    return f"{GIGABYTES} GB sealed in {took:.1f} s and read again: memory grew by {grown:.1f} MB"


def _memory() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
