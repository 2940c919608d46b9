"""ODK's engine in a process of its own, asked over its standard input and output."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from pathlib import Path
from types import TracebackType
from typing import Any

HERE = Path(__file__).resolve().parent
_ENGINE = HERE / "node_modules" / "@getodk" / "xforms-engine"


def missing() -> str:
    """Why ODK's engine cannot run here, "" where it can; it is installed where npm can do so."""
    if shutil.which("node") is None:
        return "Node is not installed"
    if not _ENGINE.is_dir() and shutil.which("npm") is not None:
        command = ["npm", "ci", "--silent", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=HERE, check=False, capture_output=True, timeout=300)
    if not _ENGINE.is_dir():
        return "@getodk/xforms-engine is not installed (npm ci in tests/differential)"
    return ""


class Peer:
    """A running engine; answers are documents, ``{"error": ...}`` where it failed."""

    def __init__(self, patience: float = 60.0) -> None:
        """``patience`` is how many seconds one answer may take; then the engine begins anew."""
        self._patience = patience
        self._process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            ["node", str(HERE / "engine.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "TZ": os.environ.get("TZ", "UTC")},
        )

    def __enter__(self) -> Peer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to one request."""
        sender, receiver = self._process.stdin, self._process.stdout
        assert sender is not None
        assert receiver is not None
        alarm = threading.Timer(self._patience, self._process.kill)
        alarm.start()
        sender.write(json.dumps(request) + "\n")
        sender.flush()
        line = receiver.readline()
        alarm.cancel()
        if not line:
            self.close()
            self._process = self._started()
            return {"error": f"no answer in {self._patience:.0f} s"}
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        """Ends the process."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
