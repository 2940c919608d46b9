"""`fieldbook verify`: whether what the force has received is what a known device sealed."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.errors import CommandError

if TYPE_CHECKING:
    from storage.tables.devices import Device

UNKNOWN_DEVICE = 3
"""Exit code: whole and signed, but by a device that is not on the list."""
_PDF = b"%PDF-"


def add_parser(commands: Any) -> None:
    """Add `verify` to the parser's `commands`."""
    parser = commands.add_parser(
        "verify",
        help="check a sealed submission or an exported notebook: whole, signed, by a device that"
        " the force knows",
        epilog="The proof of a notebook (a PDF) is looked for beside it, the same name with .json."
        " Exits 0 if it is genuine, 3 if its device is unknown, 1 for anything else.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="what was received")
    parser.add_argument(
        "--devices", type=Path, required=True, metavar="F", help="the force's list of devices"
    )
    parser.add_argument(
        "--submission", type=Path, metavar="XML", help="the XML with which it came to a server"
    )
    parser.add_argument(
        "--proof", type=Path, metavar="JSON", help="the proof of a notebook, if it lies elsewhere"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(func=_verify)


def _verify(options: argparse.Namespace) -> int:
    from desktop.profile.trust import trusted_devices

    devices = trusted_devices(options.devices)
    with open(options.file, "rb") as file:
        is_notebook = file.read(len(_PDF)) == _PDF
    return _notebook(options, devices) if is_notebook else _submission(options, devices)


def _notebook(options: argparse.Namespace, devices: "Sequence[Device]") -> int:
    from exports.papers.verifying import verify_notebook
    from storage.tables.devices import fingerprint

    proof = options.proof or options.file.with_suffix(".json")
    if not proof.is_file():
        raise CommandError(f"The proof of this notebook is not there: {proof.name}. Name it.")
    verdict = verify_notebook(options.file.read_bytes(), proof.read_bytes(), devices)
    checked = verdict.checked
    if options.json:
        device = bytes.fromhex(checked.device)
        said = {
            "result": verdict.result,
            "sentence": verdict.sentence,
            "problems": list(checked.problems),
            "produced": verdict.produced,
            "rows": checked.rows,
            "first": checked.first,
            "last": checked.last,
            "device": fingerprint(device) if device else None,
            "device_name": verdict.device.name if verdict.device else None,
        }
        print(json.dumps(said, ensure_ascii=False))
    else:
        print(f"{verdict.result}: {verdict.sentence}")
        if verdict.produced:
            print(f"written {verdict.produced}, log rows {checked.first} to {checked.last}")
    return _code(verdict.result)


def _code(result: str) -> int:
    from exports.envelope import Result

    if result == Result.GENUINE:
        return 0
    return UNKNOWN_DEVICE if result == Result.UNKNOWN_DEVICE else 1


def _submission(options: argparse.Namespace, devices: "Sequence[Device]") -> int:
    from exports.envelope import verify
    from storage.tables.devices import fingerprint

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
    return _code(verdict.result)
