"""A text that nobody else would write, sought in every file that was touched, in many encodings.

It is written into records, amendments, links, drafts, settings and the log, and searched for; the
passphrase, the recovery code and the data key are sought as well. It reaches the writing process
through a pipe, never as an argument.
"""

import base64
import os
import random
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from storage import Vault
from storage.keys import header
from storage.keys.slots import RecoveryCode
from tests.storage.helpers import CHEAP, ME, Sample

PLACES = ("temp", "/var/tmp", "/dev/shm", "/var/log", "/run", "home", "project")
SKIPPED = {".git", ".venv", "node_modules"}
CHUNK = 1 << 24

SINGER = """
import os, sys
from pathlib import Path
from storage import Identity, Vault
from tests.storage import test_plaintext
test_plaintext.CANARY = sys.stdin.readline().strip()
code = sys.stdin.readline().strip()
vault = Vault.open(Path(sys.argv[1]), Identity("a", "b"), recovery_code=code)
test_plaintext.sing(vault)
print("sung", flush=True)
for line in sys.stdin:
    if line.strip() == "lock":
        vault.close()
        print("locked", flush=True)
"""


def run(seed: int) -> Iterator[str]:
    rng = random.Random(seed ^ time.time_ns())  # a new one each time, or old copies would be found
    canary = "".join(rng.choices("bcdfghjklmnpqrstvwxyz", k=24))
    began = time.time() - 1
    with tempfile.TemporaryDirectory() as folder:
        passphrase = " ".join("".join(rng.choices("bcdfghjklmnpqrstvwxyz", k=8)) for _ in range(4))
        vault, code = Vault.create(Path(folder) / "vault", passphrase, ME, cost=CHEAP)
        vault.close()
        sample = Sample(Path(folder) / "vault", code)
        forms = _forms(canary, passphrase, sample)
        proof = Path(folder) / "proof"
        proof.write_bytes(canary.encode("utf-16-le"))
        assert _scan(forms, began, sample)[2] == [str(proof)], "the scan does not see its proof"
        proof.unlink()
        yield f"{len(forms)} forms of canary, passphrase, recovery code and data key sought in"
        yield f"{', '.join(map(str, _places()))}:"
        yield "all files changed since the trial began, those on other disks mounted there excepted"
        for moment in ("while open", "after lock", "after a kill"):
            files, size, hits = _at(moment, canary, sample, forms, began)
            assert hits == [], f"{moment}: {hits}"
            yield f"{moment}: {files} files, {size / 1e6:.1f} MB, 0 hits"
    yield f"swap: {_swap()}"


def _at(
    moment: str, canary: str, sample: Sample, forms: set[bytes], began: float
) -> tuple[int, int, list[str]]:
    singer = subprocess.Popen(
        [sys.executable, "-c", SINGER, str(sample.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert singer.stdin is not None
    assert singer.stdout is not None
    singer.stdin.write(f"{canary}\n{sample.code}\n")
    singer.stdin.flush()
    assert singer.stdout.readline() == "sung\n", "the writing process failed"
    if moment == "after lock":
        singer.stdin.write("lock\n")
        singer.stdin.flush()
        assert singer.stdout.readline() == "locked\n"
    if moment == "after a kill":
        singer.kill()
        singer.wait()
    try:
        return _scan(forms, began, sample)
    finally:
        singer.kill()
        singer.communicate()


def _forms(canary: str, passphrase: str, sample: Sample) -> set[bytes]:
    _found, data_key = header.read(sample.folder).unlock(RecoveryCode(sample.code))
    forms = {data_key, data_key.hex().encode(), base64.b64encode(data_key)}
    for text in (canary, canary.upper(), canary[:12], canary[12:], passphrase, sample.code):
        for encoding in ("utf-8", "utf-16-le", "utf-32-le"):
            forms.add(text.encode(encoding))
    return forms


def _places() -> list[Path]:
    named = {"temp": tempfile.gettempdir(), "home": Path.home(), "project": Path.cwd()}
    places = {Path(named.get(place, place)).resolve() for place in PLACES}
    return sorted(p for p in places if p.is_dir() and not any(q in p.parents for q in places))


def _scan(forms: set[bytes], since: float, sample: Sample) -> tuple[int, int, list[str]]:
    """Files read, bytes read, and the files in which one of `forms` stands."""
    files = size = 0
    hits = []
    overlap = max(map(len, forms))
    for path in (*touched(since), *sample.folder.rglob("*")):
        files += 1
        tail = b""
        try:
            with path.open("rb") as file:
                while chunk := file.read(CHUNK):
                    size += len(chunk)
                    window = tail + chunk
                    if any(form in window for form in forms):
                        hits.append(str(path))
                        break
                    tail = window[-overlap:]
        except OSError:
            continue  # gone meanwhile, or not a file that can be read
    return files, size, hits


def touched(since: float) -> Iterator[Path]:
    for place in _places():
        for root, folders, names in os.walk(place):
            folders[:] = [
                name
                for name in folders
                if name not in SKIPPED and not os.path.ismount(os.path.join(root, name))
            ]
            for name in names:
                path = Path(root, name)
                try:
                    status = path.lstat()
                except OSError:
                    continue
                if stat.S_ISREG(status.st_mode) and status.st_mtime >= since:
                    yield path


def _swap() -> str:
    swaps = Path("/proc/swaps")
    if not swaps.exists():
        return "unknown on this system"
    used = len(swaps.read_text().splitlines()) - 1
    return "none on this machine" if used == 0 else f"{used} areas, not scanned"
