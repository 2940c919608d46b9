"""`fieldbook forms preview` as an author starts it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "desktop.command_line", "forms", "preview"]
DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def environment(**more: str) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in DISPLAYS} | more


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_it_says_so(file: Path) -> None:
    done = subprocess.run(
        [*COMMAND, str(file)], env=environment(), capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert done.stderr == "There is no display to show a window on; forms run needs none.\n"


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, str(tmp_path / "none.md")],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stderr.endswith("none.md is no file.\n")


def test_it_stays_until_it_is_closed(file: Path) -> None:
    started = subprocess.Popen(
        [*COMMAND, str(file)],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        stderr=subprocess.PIPE,
        text=True,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        started.wait(4)
    started.send_signal(signal.SIGTERM)
    _none, told = started.communicate(timeout=30)
    assert "Traceback" not in told
