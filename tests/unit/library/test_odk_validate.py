"""ODK's own validator agrees with every form, so that ODK's tools would accept them too.

A check for development: its jar comes inside pyxform and needs Java; the notebook needs neither.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pyxform.validators.odk_validate import ODK_VALIDATE_PATH

from forms import Library

from .conftest import FORM_IDS

java = pytest.mark.skipif(
    shutil.which("java") is None,
    reason="ODK Validate needs Java, and there is none here: install a JRE to run this check",
)


def validate(*paths: Path) -> subprocess.CompletedProcess[str]:
    """All forms in one start of Java, which takes longer than the forms."""
    command = ["java", "-Djava.awt.headless=true", "-jar", ODK_VALIDATE_PATH, *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


@java
def test_every_form_of_the_library_is_valid(library: Library, tmp_path: Path) -> None:
    for form_id in FORM_IDS:
        (tmp_path / f"{form_id}.xml").write_bytes(library.get(form_id).xml)
    done = validate(*sorted(tmp_path.iterdir()))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Xform is valid!") + done.stderr.count("Xform is valid!") == 16


@java
def test_the_validator_notices_a_wrong_form(library: Library, tmp_path: Path) -> None:
    wrong = library.get("visit").xml.replace(b"decimal-date-time(", b"no-such-function(")
    (tmp_path / "wrong.xml").write_bytes(wrong)
    assert validate(tmp_path / "wrong.xml").returncode != 0
