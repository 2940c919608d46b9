"""`fieldbook export`: a record's document, or the notebook of a period, from the command line."""

import argparse
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import profile
from desktop.commands.errors import CommandError
from desktop.commands.in_the_log import leaving
from desktop.commands.secrets import add_passphrase, identity, passphrase
from translations import interface

if TYPE_CHECKING:
    from desktop.papers import Maker


def add_parser(commands: Any) -> None:
    """Add `export` to the parser's `commands`."""
    parser = commands.add_parser(
        "export",
        help="write a record's document as a PDF",
        epilog="DOCUMENT: record (all answers, amendments and hashes), intelligence_report,"
        " safety_plan, pocket_plan, victim_contract, referral, num_report, special_measures,"
        " concern_notification, contact_log (of a person), evidence_sheet (of an advert), or"
        " notebook (of a period, without --record), beside which its proof is written.",
    )
    parser.add_argument("--vault", type=Path, required=True, metavar="PATH")
    parser.add_argument("--record", metavar="ID", help="the record's id")
    parser.add_argument("--document", default="record", metavar="DOCUMENT", help="see below")
    day = date.fromisoformat
    parser.add_argument("--from", dest="since", type=day, metavar="DAY", help="of a notebook")
    parser.add_argument("--to", dest="until", type=day, metavar="DAY", help="of a notebook")
    parser.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    parser.add_argument("--lang", default="en", metavar="CODE", help="language of the labels")
    parser.add_argument(
        "--beside", action="store_true", help="English beneath, on a plan or contract of --lang"
    )
    parser.add_argument("--recipient", default="command line", help="who it is for, for the log")
    parser.add_argument("--pictures", action="store_true", help="print attached pictures too")
    parser.add_argument("--reason", default="exported by command", help="why, for the log")
    add_passphrase(parser)
    parser.set_defaults(func=_export)


def _export(options: argparse.Namespace) -> int:
    from desktop.definitions import FormShelf, library, open_shelf
    from desktop.papers import NAMES, NOTEBOOK, Maker
    from storage import Vault

    if options.document not in NAMES:
        raise CommandError(f"There is no {options.document}. Choose from {', '.join(NAMES)}.")
    if (options.document == NOTEBOOK) == bool(options.record):
        raise CommandError("Name a record with --record; only a notebook is of a period.")
    found = profile.load()
    if options.lang in interface.LANGUAGES:
        interface.use(options.lang)  # what stands around the labels, too
    vault = Vault.open(options.vault, identity(found), passphrase=passphrase(options))
    try:
        shelf = FormShelf(library(), *vault.query(open_shelf).result())
        now, beside = datetime.now().astimezone(), "en" if options.beside else ""
        maker = Maker(vault, shelf, found, options.lang, now, beside)
        if options.document == NOTEBOOK:
            return _notebook(options, maker)
        return _record(options, maker)
    finally:
        vault.close()


def _record(options: argparse.Namespace, maker: "Maker") -> int:
    """One record's document."""
    from desktop.attachments.printing import document_files
    from desktop.breaking import line_breaks
    from desktop.documents import document_of
    from desktop.papers import RECORD, paper
    from exports import PaperRefused, export_record
    from exports.papers import export_paper
    from storage import RecordId

    record, vault = RecordId(options.record), maker.vault
    versions = vault.query(lambda session: session.records.versions(record)).result()

    left = (record, versions[-1].number, options.recipient)
    in_the_log = leaving(
        vault,
        lambda session: session.audit.disclosed(*left, options.reason),
        lambda session: session.audit.not_disclosed(*left),
    )
    if options.document == RECORD:
        files = document_files(vault, record, pictures=options.pictures)
        document = document_of(versions, maker.shelf, maker.profile, options.lang, maker.now, files)
        with in_the_log:
            export_record(document, options.out, break_finder=line_breaks)
    else:
        try:
            made = paper(maker, options.document, record)
        except PaperRefused as refused:
            raise CommandError(str(refused)) from refused
        with in_the_log:
            export_paper(made, options.out, break_finder=line_breaks)
    print(f"{options.out}: one PDF, not encrypted.")
    return 0


def _notebook(options: argparse.Namespace, maker: "Maker") -> int:
    """The notebook of a period, and beside it the proof that it is the one that was written."""
    from desktop.period import period, put

    to = f"{options.recipient}: notebook, {options.reason}"
    since, until = _moment(options.since, time.min), _moment(options.until, time.max)
    with leaving(maker.vault, lambda s: s.audit.exported(to), lambda s: s.audit.not_exported(to)):
        proof = put(period(maker, since, until), options.out)
    print(f"{options.out}: one PDF, not encrypted; its proof is {proof}.")
    return 0


def _moment(day: date | None, at: time) -> datetime | None:
    return datetime.combine(day, at).astimezone() if day else None
