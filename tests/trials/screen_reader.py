"""What a screen reader hears: names and roles over AT-SPI, on a display that nobody sees.

Needs Debian's xvfb, at-spi2-core, dbus and python3-gi; without one of them it is not run.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SYSTEM_PYTHON = Path("/usr/bin/python3")
"""It has Debian's python3-gi, which no package index carries whole."""
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SECONDS = 240


def run(seed: int) -> Iterator[str]:
    del seed
    tools = ("Xvfb", "dbus-run-session")
    if not all(map(shutil.which, tools)) or not LAUNCHER.exists() or not SYSTEM_PYTHON.exists():
        pytest.skip("Xvfb, dbus-run-session, at-spi2-core and /usr/bin/python3 are needed")
    asked = [SYSTEM_PYTHON, "-c", "from gi.repository import Gio"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("Debian's python3-gi is needed")
    with tempfile.TemporaryDirectory() as folder:
        heard = Path(folder) / "heard.json"
        command = ["dbus-run-session", "--", sys.executable, "-m", "tests.trials.reading", folder]
        found = subprocess.run(
            command,
            cwd=ROOT,
            env=_settings(folder),
            timeout=SECONDS,
            check=False,
            capture_output=True,
            text=True,
        )
        assert heard.is_file(), found.stdout[-2000:] + found.stderr[-2000:]
        told = json.loads(heard.read_text(encoding="utf-8"))
    for scene, lines in told["scenes"].items():
        nameless = [line for line in lines if line["wanted"] and not line["name"]]
        yield f"{scene}: {len(lines)} things, {len(nameless)} without a name"
        yield from (f"    {line['role']}: {line['name']}" for line in lines if line["wanted"])
        assert not nameless, f"{scene}: {nameless}"
    yield "said without being asked: " + "; ".join(told["said"])
    assert told["said"], "no error was said"


def _settings(folder: str) -> dict[str, str]:
    own = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "STATE", "DATA", "CACHE")}
    always = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    return {**os.environ, **own, **always, "XDG_RUNTIME_DIR": folder}
