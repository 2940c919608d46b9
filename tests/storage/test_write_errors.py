"""Writes that the system refuses in the middle, by a limit on files: told, nothing lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from storage import RecordId
from tests.storage.dying_disk import contents, on_a_dying_disk
from tests.storage.helpers import Sample, add, ask

WRITER = """
import resource, signal, sys
from pathlib import Path
from storage import Vault
from storage.errors import StorageError
from tests.storage.helpers import ME, add, attach
vault = Vault.open(Path(sys.argv[1]), ME, recovery_code=sys.argv[2])
first = add(vault, "before").record
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
for number in range(300):
    try:
        if number % 4 == 3:
            attach(vault, bytes(number * 700), record=first)
        else:
            print("kept", add(vault, f"{number} she said " * 99).record, flush=True)
    except StorageError as error:
        print("refused", type(error).__name__, error, flush=True)
        break
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on resources")
@pytest.mark.parametrize("limit", [1_000, 90_001, 200_000, 300_000])
def test_a_write_that_fails_is_told_and_loses_nothing(sample: Sample, limit: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(sample.folder), sample.code, str(limit)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        timeout=120,
        check=False,
    )
    lines = done.stdout.splitlines() or [""]
    assert lines[-1].startswith("refused "), (done.stdout[-300:], done.stderr[-2000:])
    kept = [line.split()[1] for line in lines if line.startswith("kept")]
    vault = sample.open()
    for id in kept:
        assert ask(vault, lambda s, i=id: s.records.newest(RecordId(i))).number == 1
    assert ask(vault, lambda s: s.records.count()) == 15 + len(kept)
    add(vault, "after")
    vault.close()
    assert sample.check() == []


@pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")
@pytest.mark.parametrize(
    ("call", "when"), [("pwrite64", "30"), ("write", "4"), ("fsync", "9+"), ("pread64", "9+")]
)
def test_a_disk_that_answers_with_errors_is_told_and_loses_nothing(
    sample: Sample, call: str, when: str
) -> None:
    before = contents(sample)
    told = on_a_dying_disk(sample, call, "EIO", when, 1)
    assert told.refusals or not told.opened, "the disk was never asked so"
    assert sample.check() == []
    assert told.broken(before, sample) == []
