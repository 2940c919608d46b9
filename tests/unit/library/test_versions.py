"""A form that changes gets a new version: what is written with one version is read with it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from forms import Library

from .conftest import LIBRARY

KNOWN = Path(__file__).with_name("versions.txt")


def tables(path: Path) -> str:
    """SHA-256 of the sheets; what is said around them changes no form."""
    rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row.startswith("|")]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


def test_no_form_changes_within_its_version(library: Library, form_id: str) -> None:
    now = f"{form_id} {library.get(form_id).version} {tables(LIBRARY / f'{form_id}.md')}"
    known = KNOWN.read_text(encoding="utf-8").splitlines()
    assert now in known, (
        f"{form_id} has changed. Raise its version on the settings sheet, and put this line in the"
        f" place of the old one in {KNOWN.name}: {now}"
    )
