"""The desktop's own signs that nobody is there: heard over a real D-Bus, harmless without one."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.process.fieldbook import Fieldbook, wait_for_end

needs_bus = pytest.mark.skipif(
    not (shutil.which("dbus-daemon") and shutil.which("dbus-send")), reason="needs D-Bus"
)
WANTED = ["sleep", "Fieldbook", "Seals the notebook", "delay"]
LOGIN = Path(__file__).with_name("login_manager.py")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """A bus of our own in the place of the system's and the session's."""
    address = f"unix:path={tmp_path}/bus"
    config = tmp_path / "bus.conf"
    config.write_text(
        f"<busconfig><type>session</type><listen>{address}</listen><policy context='default'>"
        "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/>"
        "</policy></busconfig>"
    )
    with subprocess.Popen(
        ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as daemon:
        assert daemon.stdout
        daemon.stdout.readline()
        for kind in ("SYSTEM", "SESSION"):
            monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", address)
        yield address
        daemon.terminate()


@needs_bus
@pytest.mark.parametrize(
    "saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"], ids=["kde", "gnome"]
)
def test_a_locked_screen_locks(bus: str, saver: str, request: pytest.FixtureRequest) -> None:
    fieldbook: Fieldbook = request.getfixturevalue("fieldbook")
    fieldbook.opened()
    send(bus, f"{saver}.ActiveChanged", "boolean:false")
    send(bus, f"{saver}.ActiveChanged", "boolean:true")
    assert fieldbook.line().startswith('locked {"reason": "screen"')


@needs_bus
def test_sleep_locks_and_waits_until_that_is_done(bus: str, request: pytest.FixtureRequest) -> None:
    command = [sys.executable, str(LOGIN)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as it:
        assert it.stdin
        assert it.stdout
        assert it.stdout.readline() == "ready\n"
        fieldbook: Fieldbook = request.getfixturevalue("fieldbook")
        first, _ = fieldbook.opened()
        assert it.stdout.readline() == f"delay {WANTED}\n"
        it.stdin.write("sleep\n")
        it.stdin.flush()
        assert fieldbook.line().startswith('locked {"reason": "sleep"')
        assert it.stdout.readline() == "released\n"
        wait_for_end(first)


def test_without_a_bus_nothing_is_said(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    for kind in ("SYSTEM", "SESSION"):
        monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    fieldbook: Fieldbook = request.getfixturevalue("fieldbook")
    first, _ = fieldbook.opened()
    before = fieldbook.stderr.read_text()
    fieldbook.do(first, "QTest.qWait(100)")
    assert not re.search("dbus", before + fieldbook.stderr.read_text(), re.IGNORECASE)


def send(bus: str, signal: str, value: str) -> None:
    """Send a signal to whoever listens."""
    subprocess.run(
        ["dbus-send", f"--bus={bus}", "--type=signal", "/org/somewhere", signal, value],
        check=True,
        env=os.environ,
    )
