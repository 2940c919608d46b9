"""`fieldbook unseal`: opens a sealed submission at the force, with a receipt for its sender."""

import argparse
import json
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.commands.secrets import CommandError, add_passphrase, passphrase


def add_parser(commands: Any) -> None:
    """Add `unseal` to the parser's `commands`."""
    parser = commands.add_parser(
        "unseal", help="open a sealed submission with the force's key, and write a receipt"
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="what was received")
    parser.add_argument(
        "--key", type=Path, required=True, metavar="KEY", help="the force's private key"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a folder for it")
    parser.add_argument(
        "--devices", type=Path, metavar="F", help="the list of devices; others are refused"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    add_passphrase(parser)
    parser.set_defaults(func=_unseal)


def _unseal(options: argparse.Namespace) -> int:
    from desktop.profile.trust import trusted_devices
    from exports.envelope import Result, unseal, verify
    from storage.keys.escrow import PrivateKey

    if options.devices:
        devices = trusted_devices(options.devices)
        verdict = verify(options.file, devices)
        if verdict.result != Result.GENUINE:
            raise CommandError(verdict.sentence)
    text = options.key.read_text(encoding="utf-8", errors="replace")
    key = PrivateKey.parse(text, passphrase(options))
    opened = unseal(options.file, key, options.out, datetime.now().astimezone())
    if options.json:
        said = {
            "instance": opened.routing.instance,
            "form": opened.routing.form,
            "version": opened.routing.version,
            "sealed": opened.routing.sealed,
            "files": [str(path) for path in opened.files],
            "receipt": str(opened.receipt),
        }
        print(json.dumps(said, ensure_ascii=False))
        return 0
    for path in opened.files:
        print(path)
    print(f"{opened.receipt}: the receipt. Give it back to the sender: it proves the arrival.")
    return 0
