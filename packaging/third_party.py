"""Writes what the bundle holds of others, with its licences: python third_party.py BUNDLE OUT.

Run by the Python of the environment that the bundle was made in: what is installed there is what
was packed. Libraries of the building machine are named by its packages (Debian's own files).
"""

import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

TEXTS = Path(__file__).with_name("licences")
BUILDERS = {"pip", "setuptools", "altgraph", "pyinstaller-hooks-contrib", "fieldbook"}
"""In the environment, but not in the bundle (or no third party)."""
WITHOUT_THEIR_TEXT = {
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "sqlcipher3": ("SQLCipher.txt",),
    "chunspell": ("LGPL-2.1.txt",),
}
"""Wheels that come without the text of a licence that they name or need."""
HEAD = """What Fieldbook's bundle holds of others
========================================

Fieldbook itself is under the MIT licence (see LICENSE). Qt and PySide6 are used under the GNU
Lesser General Public License, version 3: they lie in _internal/PySide6 and _internal/libQt6*.so.6
as files of their own, which you may replace by others of the same version. Their sources:
https://download.qt.io/ and https://code.qt.io/pyside/pyside-setup
The program that starts it all is PyInstaller's, whose licence lets it go with any application.
"""


def main(bundle: Path, out: Path) -> int:
    """Write the list for `bundle`."""
    parts = [HEAD, *map(_of_package, _packages()), _of_python(), *_of_system(bundle)]
    out.write_text(f"\n{'=' * 100}\n\n".join(parts), "utf-8")
    return 0


def _packages() -> list[Distribution]:
    found = [each for each in distributions() if each.name not in BUILDERS]
    return sorted(found, key=lambda each: each.name.lower())


def _of_package(package: Distribution) -> str:
    told = package.metadata
    classifiers = told.get_all("Classifier", [])
    named = [each.rpartition(":: ")[2] for each in classifiers if each.startswith("License")]
    licence = told["License-Expression"] or ", ".join(named) or told["License"] or "see below"
    texts = [*_texts(package)]
    texts += [
        (TEXTS / name).read_text("utf-8") for name in WITHOUT_THEIR_TEXT.get(package.name, ())
    ]
    if not texts:
        raise SystemExit(f"no licence text known for {package.name}: see WITHOUT_THEIR_TEXT")
    return "\n\n".join((f"{package.name} {package.version}: {licence.splitlines()[0]}", *texts))


def _texts(package: Distribution) -> Iterator[str]:
    for file in package.files or ():
        names = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
        if "licenses" in file.parts[:-1] or file.stem.upper().startswith(names):
            path = Path(str(file.locate()))
            if path.suffix not in {".py", ".pyc"} and path.is_file():
                yield f"--- {file.name}\n{path.read_text('utf-8', 'replace').strip()}"


def _of_python() -> str:
    text = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if not text.is_file():  # as Debian has it
        text = next(Path("/usr/share/doc").glob("python3.*/copyright"))
    return f"Python {sys.version.split()[0]}: PSF-2.0\n\n{text.read_text('utf-8').strip()}"


def _of_system(bundle: Path) -> Iterator[str]:
    """The licences of the libraries that were taken from the building machine (Debian)."""
    owners: dict[str, list[str]] = {}
    for library in sorted((bundle / "_internal").glob("lib*.so*")):
        asked = ["dpkg-query", "--search", f"*/{library.name}"]
        answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        for owner in sorted({line.partition(":")[0] for line in answer.splitlines()})[:1]:
            owners.setdefault(owner, []).append(library.name)
    for owner, libraries in sorted(owners.items()):
        text = Path("/usr/share/doc", owner, "copyright").read_text("utf-8", "replace")
        yield f"{', '.join(libraries)} (Debian's {owner})\n\n{text.strip()}"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
