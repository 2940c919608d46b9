"""The bundle (`make bundle`), used by keys on an X server of its own, as an officer would.

A vault that an earlier Fieldbook wrote is opened, a note begun, locked, opened again; then the
bundle's folder is replaced by another one, as an update does. Every process that is left after a
lock, and every file that was touched, is searched for what was typed.
"""

import os
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Vault
from storage.folder.copies import SNAPSHOT
from storage.keys import header
from storage.keys.slots import RecoveryCode
from tests.desktop.process.fieldbook import CHEAP, ROOT
from tests.desktop.process.memory import can_read, forms, hits, others
from tests.storage.helpers import ME, PASSPHRASE
from tests.storage.test_golden_vaults import GOLDEN
from tests.trials import canary
from tests.trials.driven import Driven, display, until

BUNDLE = Path(os.environ.get("BUNDLE", ROOT / "dist" / "fieldbook"))
STARTS = int(os.environ.get("STARTS", "9"))


def run(seed: int) -> Iterator[str]:
    if not (BUNDLE / "fieldbook").is_file():
        pytest.skip("there is no bundle: make bundle")
    if not can_read(os.getppid()) or not all(map(shutil.which, ("Xvfb", "xdotool"))):
        pytest.skip("needs an administrator, Xvfb and xdotool")
    with display() as where, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from _used(folder / "used", where)
        yield from _updated(folder / "updated", where)
        yield from _started(folder / "started", where)


def _used(folder: Path, where: str) -> Iterator[str]:
    """Write, lock, read every memory and every touched file; unlock, and find it again."""
    folder.mkdir()
    since = time.time() - 1
    word, passphrase = secrets.token_hex(12), " ".join(secrets.token_hex(4) for _ in range(4))
    vault, code = Vault.create(folder / "vault", passphrase, ME, cost=CHEAP)
    vault.close()
    _found, data_key = header.read(folder / "vault").unlock(RecoveryCode(code))
    sought = forms(word, passphrase, data_key)
    driven = Driven(BUNDLE / "fieldbook", folder, where, folder / "vault")
    try:
        driven.painted()
        first, spare = driven.notebooks()
        _is_hardened(driven.supervisor.pid, first)
        driven.unlock(first, passphrase)
        driven.press(first, "ctrl+n")
        time.sleep(5)  # a form is built in slices
        driven.type(first, word)
        time.sleep(2)
        before, _size = hits(first, sought)
        assert before > 0, "what was typed is not in the notebook"
        driven.press(first, "ctrl+l")
        until(lambda: first not in driven.notebooks(), "the end of the locked process")
        left = {pid: hits(pid, sought) for pid in others()}
        found = {pid: count for pid, (count, _) in left.items() if count}
        assert not found, f"found again in {found}"
        read = sum(size > 0 for _, size in left.values())
        yield (
            f"used by keys: {before} copies of text, passphrase and key in the notebook before the"
            f" lock, then its process gone and 0 in {read} processes"
        )
        driven.unlock(spare, passphrase)
        assert hits(spare, forms(word))[0] > 0, "the note is not there again"
    finally:
        code_of_end = driven.end()
    assert code_of_end == 0
    files = _touched(sought, since, folder)
    yield f"0 of {len(sought)} forms in {files} files touched since; no folder was unpacked"
    opened = Vault.open(folder / "vault", ME, passphrase=passphrase)
    drafts = opened.query(lambda session: session.drafts.all()).result()
    opened.close()
    assert any(word.encode() in draft.content for draft in drafts), "the note is lost"


def _is_hardened(supervisor: int, notebook: int) -> None:
    """The supervisor knows nothing of Qt, and a notebook leaves no core dump."""
    assert "libQt6" not in Path(f"/proc/{supervisor}/maps").read_text()
    assert "libQt6" in Path(f"/proc/{notebook}/maps").read_text()
    limits = Path(f"/proc/{notebook}/limits").read_text()
    assert "Max core file size        0 " in limits, "core dumps are not off"


def _touched(sought: set[bytes], since: float, folder: Path) -> int:
    """How many files were touched since; none of them may hold what is `sought`."""
    files = 0
    for path in (*canary.touched(since), *folder.rglob("*")):
        assert not path.name.startswith("_MEI"), f"{path} was unpacked"
        if path.is_file():
            files += 1
            content = path.read_bytes()
            assert not any(form in content for form in sought), f"plain text in {path}"
    return files


def _updated(folder: Path, where: str) -> Iterator[str]:
    """A bundle opens a vault of an earlier schema; it is replaced by another, which opens it."""
    folder.mkdir()
    installed, vault = folder / "fieldbook", folder / "vault"
    shutil.copytree(BUNDLE, installed, symlinks=True)
    shutil.copytree(GOLDEN / "2", vault)
    for time_of in ("first", "second"):
        driven = Driven(installed / "fieldbook", folder, where, vault)
        try:
            driven.painted()
            driven.unlock(driven.notebooks()[0], PASSPHRASE)
        finally:
            assert driven.end() == 0
        if time_of == "first":
            kept = [path.name for path in vault.glob(f"{SNAPSHOT}*")]
            shutil.rmtree(installed)
            shutil.copytree(BUNDLE, installed, symlinks=True)
    checked = subprocess.run(
        [installed / "fieldbook", "vault", "check", vault, "--passphrase-file", "-"],
        input=PASSPHRASE,
        text=True,
        capture_output=True,
    )
    assert checked.returncode == 0, checked.stderr
    assert kept, "no snapshot was kept before the migration"
    yield f"a vault of schema 2 opened by the bundle, snapshot {kept[0]} kept; the bundle replaced;"
    yield "the vault opened again, and vault check found nothing that deviates"


def _started(folder: Path, where: str) -> Iterator[str]:
    """From the command to the painted unlock window, beside the command of this environment."""
    sides = {
        "bundle": BUNDLE / "fieldbook",
        "environment": Path(sys.executable).parent / "fieldbook",
    }
    times: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(STARTS + 1):
        for name, command in sides.items():
            driven = Driven(command, folder, where)
            took = driven.painted()
            assert driven.end() == 0
            if turn:  # the first ones fill the system's cache
                times[name].append(took)
    ours, peer = (statistics.median(times[name]) for name in sides)
    yield (
        f"cold start to a painted window, medians of {STARTS} alternating starts: bundle"
        f" {ours:.0f} ms, fieldbook of the environment {peer:.0f} ms, {ours / peer:.2f}"
    )
