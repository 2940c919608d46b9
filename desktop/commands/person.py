"""`fieldbook person`: all about one person, for the person or for the force."""

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop import profile
from desktop.commands.in_the_log import leaving
from desktop.commands.openings import public_key
from desktop.commands.secrets import CommandError, add_passphrase, identity, passphrase
from translations import interface


def add_parser(commands: Any) -> None:
    """Add `person` and its own subcommand to the parser's `commands`."""
    parser = commands.add_parser("person", help="hand out all about one person")
    actions = parser.add_subparsers(metavar="action", required=True)
    export = actions.add_parser("export", help="all records about a person; the log notes it")
    export.add_argument("--vault", type=Path, required=True, metavar="PATH")
    export.add_argument("--person", required=True, metavar="ID", help="the person record's id")
    export.add_argument(
        "--out", type=Path, required=True, metavar="DIR|FILE", help="a new folder, or F.zip"
    )
    export.add_argument(
        "--to-force", type=Path, metavar="PUB", help="seal it to this public key of the force"
    )
    export.add_argument("--lang", default="en", metavar="CODE", help="language of the labels")
    export.add_argument("--recipient", default="command line", help="who it is for, for the log")
    export.add_argument("--reason", default="right of access", help="why, for the log")
    export.add_argument("--yes", action="store_true", help="don't ask before writing it in plain")
    add_passphrase(export)
    export.add_argument("--json", action="store_true", help="print one JSON document")
    export.set_defaults(func=_export)


def _export(options: argparse.Namespace) -> int:
    from desktop.definitions import FormShelf, open_shelf
    from desktop.rights import person
    from forms import Library
    from storage import RecordId, Vault

    force_key = public_key(options.to_force) if options.to_force else None
    if force_key is None and not options.yes and sys.stdin.isatty():
        _confirm(options.out)
    found = profile.load()
    if options.lang in interface.LANGUAGES:
        interface.use(options.lang)  # what stands around the labels, too
    vault = Vault.open(options.vault, identity(found), passphrase=passphrase(options))
    try:
        record = RecordId(options.person)
        data = vault.query(lambda session: person.gather(session, record)).result()
        shelf = FormShelf(Library.default(), *vault.query(open_shelf).result())
        made = person.files(data, shelf, found, options.lang, datetime.now().astimezone())
        with leaving(
            vault,
            lambda session: person.disclosed(session, data, options.recipient, options.reason),
            lambda session: person.not_disclosed(session, data, options.recipient),
        ):
            person.write(made, options.out, force_key)
    finally:
        vault.close()
    said = {
        "out": str(options.out),
        "sealed": force_key is not None,
        "files": sorted(made),
        "records": [about.row.id for about in data.records],
    }
    if options.json:
        print(json.dumps(said))
    else:
        how = "sealed to the force" if force_key else "not encrypted"
        print(f"{options.out}: {len(data.records)} records in {len(made)} files, {how}.")
    return 0


def _confirm(out: Path) -> None:
    print(f"{out} will not be encrypted: whoever has it can read it.", file=sys.stderr)
    if input("Type yes to go on: ").strip().lower() != "yes":
        raise CommandError("Nothing was written.")
