"""`fieldbook device`: shows this vault's device key, for force IT to add to its list."""

import argparse
import json
from pathlib import Path
from typing import Any

from desktop import profile
from desktop.commands.openings import add_openings, opening
from desktop.commands.secrets import CommandError, identity


def add_parser(commands: Any) -> None:
    """Add `device` to the parser's `commands`."""
    parser = commands.add_parser("device", help="show this device's key, to be enrolled")
    parser.add_argument(
        "--vault", dest="path", type=Path, required=True, metavar="PATH", help="the vault's folder"
    )
    parser.add_argument("--out", type=Path, metavar="F.toml", help="write it to a new file")
    parser.add_argument("--qr", type=Path, metavar="F.svg", help="draw it as a QR code")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    add_openings(parser)
    parser.set_defaults(func=_show)


def _show(options: argparse.Namespace) -> int:
    from storage import Vault
    from storage.tables.devices import fingerprint

    for path in (options.out, options.qr):
        if path and path.exists():
            raise CommandError(f"{path} is there already.")
    who = identity(profile.load())
    vault = Vault.open(options.path, who, secret=opening(options))
    try:
        key = vault.device_key().result()
    finally:
        vault.close()
    text = key.enrolment(f"{who.person}, {who.device}")
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    if options.qr:
        import segno

        segno.make(text, error="m").save(str(options.qr), kind="svg", scale=4, border=4)
    if options.json:
        said = {"key": key.public.hex(), "fingerprint": fingerprint(key.public), "enrolment": text}
        print(json.dumps(said, ensure_ascii=False))
        return 0
    print(text, end="")
    print(f"\nForce IT adds this to its list of devices. Fingerprint: {fingerprint(key.public)}")
    return 0
