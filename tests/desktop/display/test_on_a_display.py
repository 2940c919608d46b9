"""Runs the tests beside this one that need a real display, on one that nobody sees.

The offscreen platform has a clipboard that nobody owns; an X server has owners, and other programs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of a fresh X server's display."""
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb (Debian's package xvfb)")
    readable, writable = os.pipe()
    command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1366x768x24", "-nolisten"]
    with subprocess.Popen(
        [*command, "tcp"], pass_fds=[writable], stderr=subprocess.DEVNULL
    ) as server:
        os.close(writable)
        with os.fdopen(readable) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


@pytest.mark.parametrize("module", ["clipboard"])
def test_on_a_display(module: str, display: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", HERE / f"{module}.py"],
        env=os.environ | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display},
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
