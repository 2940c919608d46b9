"""`fieldbook catalog`: a catalog of the cards for a translator, and back with a sign-off."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from desktop.commands.errors import CommandError


def add_parser(commands: Any) -> None:
    """Add `catalog export` and `catalog import` to the parser's `commands`."""
    parser = commands.add_parser("catalog", help="the cards' catalog for a translator, and back")
    inner = parser.add_subparsers(dest="catalog_command", required=True, metavar="COMMAND")
    out = inner.add_parser("export", help="write a catalog as a PO file")
    back = inner.add_parser("import", help="take in what a translator sent back")
    for each in (out, back):
        each.add_argument("language", metavar="LANG", help="the language's tag, as ro or pt-BR")
        each.add_argument("file", type=Path, metavar="FILE", help="a PO file")
    back.add_argument("--reviewer", required=True, metavar="NAME", help="who has read it")
    back.add_argument(
        "--status",
        choices=("revised", "approved"),
        default="revised",
        help="revised by a second linguist, or approved by the force",
    )
    back.add_argument(
        "--date", type=_day, default=None, metavar="YYYY-MM-DD", help="when; today without it"
    )
    out.set_defaults(func=_export)
    back.set_defaults(func=_import)


def _day(written: str) -> str:
    return date.fromisoformat(written).isoformat()


def _export(options: argparse.Namespace) -> int:
    from translations.catalogs.exchange import export
    from translations.languages import UnknownLanguage, language

    try:
        count = export(language(options.language), options.file)
    except UnknownLanguage as error:
        raise CommandError(str(error)) from error
    print(f"{options.file}: {count} messages to look at, marked fuzzy.")
    return 0


def _import(options: argparse.Namespace) -> int:
    from translations.catalogs.entries import CatalogDamaged, SignOff
    from translations.catalogs.exchange import CatalogRefused, take
    from translations.catalogs.status import Status
    from translations.languages import UnknownLanguage, language

    reviewer = " ".join(options.reviewer.split())
    if not reviewer:
        raise CommandError("Say who has read it: --reviewer NAME.")
    if not options.file.is_file():
        raise CommandError(f"{options.file} is no file.")
    sign = SignOff(
        Status[options.status.upper()], reviewer, options.date or date.today().isoformat()
    )
    try:
        taken = take(language(options.language), options.file, sign)
    except (CatalogDamaged, CatalogRefused, UnknownLanguage) as error:
        raise CommandError(str(error)) from error
    print(f"{taken.changed} messages have another text, {taken.signed} are signed off: {sign}.")
    return 0
