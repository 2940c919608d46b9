"""`fieldbook export`: a record's document, from the command line."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop import profile
from desktop.commands.secrets import add_passphrase, identity, passphrase


def add_parser(commands: Any) -> None:
    """Add `export` to the parser's `commands`."""
    parser = commands.add_parser("export", help="write a record's document as a PDF")
    parser.add_argument("--vault", type=Path, required=True, metavar="PATH")
    parser.add_argument("--record", required=True, metavar="ID", help="the record's id")
    parser.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    parser.add_argument("--lang", default="en", metavar="CODE", help="language of the labels")
    parser.add_argument("--recipient", default="command line", help="who it is for, for the log")
    parser.add_argument("--pictures", action="store_true", help="print attached pictures too")
    parser.add_argument("--reason", default="exported by command", help="why, for the log")
    add_passphrase(parser)
    parser.set_defaults(func=_export)


def _export(options: argparse.Namespace) -> int:
    from desktop.attachments.printing import document_files
    from desktop.breaking import line_breaks
    from desktop.definitions import FormShelf, library, open_shelf
    from desktop.documents import document_of
    from exports import export_record
    from storage import RecordId, Vault

    found = profile.load()
    vault = Vault.open(options.vault, identity(found), passphrase=passphrase(options))
    try:
        record = RecordId(options.record)
        versions = vault.query(lambda session: session.records.versions(record)).result()
        shelf = FormShelf(library(), *vault.query(open_shelf).result())
        now = datetime.now().astimezone()
        files = document_files(vault, record, pictures=options.pictures)
        document = document_of(versions, shelf, found, options.lang, now, files)
        # The log first: what it says may not have happened, but what happened is in the log.
        vault.perform(
            lambda session: session.audit.disclosed(
                record, versions[-1].number, options.recipient, options.reason
            )
        ).result()
        export_record(document, options.out, break_finder=line_breaks)
    finally:
        vault.close()
    print(f"{options.out}: one PDF, not encrypted.")
    return 0
