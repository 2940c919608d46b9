"""`fieldbook verify`: whether what the force has received is what a known device sealed."""

import argparse
import json
from pathlib import Path
from typing import Any

UNKNOWN_DEVICE = 3
"""Exit code: whole and signed, but by a device that is not on the list."""


def add_parser(commands: Any) -> None:
    """Add `verify` to the parser's `commands`."""
    parser = commands.add_parser(
        "verify",
        help="check a sealed submission: whole, signed, by a device that the force knows",
        epilog="Exits 0 if it is genuine, 3 if its device is unknown, 1 for anything else.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="what was received")
    parser.add_argument(
        "--devices", type=Path, required=True, metavar="F", help="the force's list of devices"
    )
    parser.add_argument(
        "--submission", type=Path, metavar="XML", help="the XML with which it came to a server"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(func=_verify)


def _verify(options: argparse.Namespace) -> int:
    from exports.envelope import Result, verify
    from storage.devices import fingerprint, read_list

    devices = read_list(options.devices.read_text(encoding="utf-8", errors="replace"))
    xml = options.submission.read_bytes() if options.submission else None
    verdict = verify(options.file, devices, xml)
    routing = verdict.routing
    if options.json:
        said: dict[str, Any] = {"result": verdict.result, "sentence": verdict.sentence}
        if routing is not None:
            said |= {
                "instance": routing.instance,
                "form": routing.form,
                "version": routing.version,
                "sealed": routing.sealed,
                "device": fingerprint(routing.device),
                "device_name": verdict.device.name if verdict.device else None,
                "hash": verdict.hash,
            }
        print(json.dumps(said, ensure_ascii=False))
    else:
        print(f"{verdict.result}: {verdict.sentence}")
        if routing is not None and verdict.hash:
            print(f"{routing.form}, version {routing.version}, sealed {routing.sealed}")
            print(f"{routing.instance}")
    if verdict.result == Result.GENUINE:
        return 0
    return UNKNOWN_DEVICE if verdict.result == Result.UNKNOWN_DEVICE else 1
