"""Reads the memory of other processes and looks for what must not be there (Linux, as root)."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

CHUNK = 1 << 22


def forms(*secrets: str | bytes) -> set[bytes]:
    """How each of `secrets` may lie in memory: as Python, Qt or a file would have it."""
    found: set[bytes] = set()
    for secret in secrets:
        if isinstance(secret, bytes):
            found |= {secret, secret.hex().encode(), secret.hex().encode("utf-16-le")}
        else:
            found |= {secret.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-32-le")}
    return found


def can_read(pid: int) -> bool:
    """Whether this machine lets us see the memory of the process `pid` at all."""
    try:
        with Path(f"/proc/{pid}/mem").open("rb"):
            return True
    except OSError:
        return False


def others() -> set[int]:
    """All processes but this one and those that have started it."""
    ours = {os.getpid()}
    pid = os.getpid()
    while pid > 1:
        pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        ours.add(pid)
    return {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()} - ours


def hits(pid: int, sought: Collection[bytes]) -> tuple[int, int]:
    """How often one of `sought` stands in the memory of the process `pid`, and the bytes read."""
    count = size = 0
    overlap = max(map(len, sought)) - 1
    try:
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            for start, end in _readable(pid):
                tail = b""
                for chunk in _chunks(memory.fileno(), start, end):
                    size += len(chunk)
                    window = tail + chunk
                    count += sum(window.count(form) for form in sought)
                    tail = window[-overlap:]
    except OSError:
        pass  # it has ended, or is the kernel's
    return count, size


def _readable(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        place, rights, *_ = line.split()
        if rights.startswith("r") and "[v" not in line:
            start, end = (int(part, 16) for part in place.split("-"))
            yield start, end


def _chunks(memory: int, start: int, end: int) -> Iterator[bytes]:
    while start < end:
        try:
            chunk = os.pread(memory, min(CHUNK, end - start), start)
        except OSError:
            return  # not mapped after all
        if not chunk:
            return
        yield chunk
        start += len(chunk)
