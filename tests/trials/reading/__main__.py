"""Shows scenes of a notebook on an X server, and has each read over AT-SPI by another process."""

import json
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

READER = Path(__file__).with_name("reader.py")
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
SCENES = ("today", "notes", "log", "record", "write encounter", "write refused")
BEFORE_THE_ERROR = "write person"
SYSTEM_PYTHON = "/usr/bin/python3"
SECONDS = 60


def main(folder: Path) -> int:
    """Write what is heard to `heard.json` in `folder`."""
    with _display() as server, subprocess.Popen([LAUNCHER, "--launch-immediately"]) as launcher:
        try:
            told = _play(folder)
        finally:
            launcher.terminate()
            server.terminate()
    (folder / "heard.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return 0


def _display() -> "subprocess.Popen[bytes]":
    readable, writable = os.pipe()
    command = ["Xvfb", "-displayfd", str(writable), "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writable], stderr=subprocess.DEVNULL
    )
    os.close(writable)
    with os.fdopen(readable) as told:
        os.environ["DISPLAY"] = f":{told.readline().strip()}"
    return server


def _play(folder: Path) -> dict[str, object]:
    application = QApplication(["fieldbook"])
    from desktop.collecting import Collector
    from desktop.demo.camera import settle
    from tests.desktop.everybody.stage import Stage

    Collector(application)
    stage = Stage(folder)
    stage.build()
    settle(1500)  # until the bus knows it
    scenes: dict[str, object] = {}
    listener = None
    for name, _window in stage.pages():
        if name == BEFORE_THE_ERROR:
            listener = _start("listen", folder / "said.json")
            settle(3000)  # until it listens
        if name in SCENES:
            reader = _start("read", folder / "one.json")
            scenes[name] = _answer(application, reader, folder / "one.json")
    assert listener is not None
    said = _answer(application, listener, folder / "said.json")
    stage.close()
    return {"scenes": scenes, "said": said}


def _start(what: str, out: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([SYSTEM_PYTHON, str(READER), what, str(out)])


def _answer(application: QApplication, reader: "subprocess.Popen[bytes]", out: Path) -> object:
    """What `reader` found, while the window goes on answering it."""
    clock = QElapsedTimer()
    clock.start()
    while reader.poll() is None and clock.elapsed() < SECONDS * 1000:
        application.processEvents()
    reader.kill()
    reader.wait()
    return json.loads(out.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
