"""`fieldbook receipt`: takes in the receipt that the force wrote when it opened a submission."""

import argparse
from pathlib import Path
from typing import Any

from desktop import profile
from desktop.commands.openings import add_openings, opening
from desktop.commands.secrets import identity


def add_parser(commands: Any) -> None:
    """Add `receipt` to the parser's `commands`."""
    parser = commands.add_parser("receipt", help="take in the force's receipt of a submission")
    parser.add_argument("file", type=Path, metavar="FILE", help="the receipt")
    parser.add_argument(
        "--vault", dest="path", type=Path, required=True, metavar="PATH", help="the vault's folder"
    )
    add_openings(parser)
    parser.set_defaults(func=_take)


def _take(options: argparse.Namespace) -> int:
    from desktop.sending import places_of_witnesses
    from exports.envelope.naming import reference
    from storage import Vault
    from storage.checking.witnessing import take_receipt

    text = options.file.read_text(encoding="utf-8", errors="replace")
    vault = Vault.open(options.path, identity(profile.load()), secret=opening(options))
    try:
        item = take_receipt(vault, text, places_of_witnesses())
    finally:
        vault.close()
    print(f"{reference(item.instance)}  {item.state}: the force has opened it.")
    return 0
