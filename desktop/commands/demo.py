"""`fieldbook demo`: a whole visit through the real windows, on sample data."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from desktop.commands.secrets import CommandError


def add_parser(commands: Any) -> None:
    """Add `demo` to the parser's `commands`."""
    parser = commands.add_parser("demo", help="play a visit through the real windows")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="an empty folder")
    parser.add_argument("--lang", default="en", metavar="CODE", help="language of the windows")
    parser.set_defaults(func=_demo)


def _demo(options: argparse.Namespace) -> int:
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform == "linux" and not shown:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.demo import DemoFailed, play

    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        _leave_out_what_offscreen_lacks()
    try:
        play(options.out, options.lang, print)
    except DemoFailed as failure:
        raise CommandError(str(failure)) from failure
    return 0


def _leave_out_what_offscreen_lacks() -> None:
    """Say nothing about windows that nobody manages; everything else from Qt is still said."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith("This plugin does not support"):
            print(message, file=sys.stderr)

    qInstallMessageHandler(say)
