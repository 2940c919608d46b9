"""Builds `dist/fieldbook/`, which needs no Python, and packs it: `make bundle`.

It is made in an environment of its own: the locked packages with their hashes, the wheel, and
PyInstaller. docs/building.md says how it is tried.
"""

import os
import platform
import shutil
import subprocess
import sys
import tarfile
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
HERE, WORK, DIST = ROOT / "packaging", ROOT / "build" / "bundle", ROOT / "dist"
LOCKS = ("requirements.lock", "requirements-bundle.lock")


def main() -> int:
    """Build everything anew."""
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    python = _environment(_wheel())
    _run(
        [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"],
        ["--distpath", DIST, "--workpath", WORK / "pyinstaller", HERE / "fieldbook.spec"],
    )
    bundle = DIST / "fieldbook"
    _furnish(bundle, python)
    print(bundle)
    print(_pack(bundle))
    return 0


def _wheel() -> Path:
    """The wheel of this tree, its forms and catalogs compiled."""
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"]
    _run(build, ["--no-deps", "--no-build-isolation", "-w", WORK / "wheel", ROOT])
    return next((WORK / "wheel").glob("*.whl"))


def _environment(wheel: Path) -> Path:
    """An environment with what is packed and what packs it; gives its Python."""
    venv.create(WORK / "environment", with_pip=True)
    folder = "Scripts" if sys.platform == "win32" else "bin"
    python = WORK / "environment" / folder / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for lock in LOCKS:
        _run(install, ["--require-hashes", "-r", ROOT / lock])
    _run(install, ["--no-deps", wheel])
    return python


def _furnish(bundle: Path, python: Path) -> None:
    """Add what a stranger needs: licences, and on Linux the entry for the desktop's menu."""
    _compile_qts_helpers(bundle)
    shutil.copy(ROOT / "LICENSE", bundle)
    _run([python, HERE / "third_party.py", bundle, bundle / "THIRD-PARTY.txt"])
    if sys.platform == "linux":
        share = bundle / "share"
        share.mkdir()
        shutil.copy(HERE / "fieldbook.desktop", share)
        shutil.copy(ROOT / "desktop" / "theme" / "fieldbook.svg", share)


def _compile_qts_helpers(bundle: Path) -> None:
    """Have a notebook without a supervisor start and end: see desktop/quick_qt.py."""
    subprocess.run(
        [bundle / "fieldbook", "notebook"],
        stdin=subprocess.DEVNULL,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )


def _pack(bundle: Path) -> Path:
    """The bundle as one file, owned by nobody in particular."""
    told = subprocess.run(
        [bundle / "fieldbook", "--version"], capture_output=True, text=True, check=True
    )
    version = told.stdout.split()[1]
    name = f"fieldbook-{version}-{platform.system().lower()}-{platform.machine().lower()}"

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        return entry

    packed = DIST / f"{name}.tar.gz"
    with tarfile.open(packed, "w:gz", compresslevel=6) as archive:
        archive.add(bundle, name, filter=plain)
    return packed


def _run(*parts: Sequence[str | Path]) -> None:
    command = [str(word) for part in parts for word in part]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    subprocess.run(command, check=True, env=clean, cwd=WORK)  # not where the sources lie


if __name__ == "__main__":
    sys.exit(main())
