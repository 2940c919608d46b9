"""`fieldbook cards`: shows, lists, checks and prints the cards; no vault is needed."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from desktop.commands.errors import CommandError


def add_parser(commands: Any) -> None:
    """Add `cards show`, `list`, `check` and `pdf` to the parser's `commands`."""
    parser = commands.add_parser("cards", help="show, list, check or print the cards")
    inner = parser.add_subparsers(dest="cards_command", required=True, metavar="COMMAND")
    show = inner.add_parser("show", help="the card screen alone; no notebook is opened")
    show.add_argument("--lang", metavar="CODE", default="", help="language to begin with")
    show.set_defaults(func=_show)
    listing = inner.add_parser("list", help="languages and their status, cards and phrases")
    listing.add_argument("--json", action="store_true", help="print one JSON document")
    listing.set_defaults(func=_list)
    check = inner.add_parser("check", help="every rule, in every language")
    check.set_defaults(func=_check)
    pdf = inner.add_parser("pdf", help="write a leaflet")
    pdf.add_argument("--lang", metavar="CODE", required=True, help="its language")
    pdf.add_argument(
        "--card",
        metavar="ID",
        action="append",
        default=[],
        help="a card, or “phrases”; repeatable; without it, all of them",
    )
    pdf.add_argument(
        "--paper",
        choices=("A5", "A6-fold", "A4"),
        default="A5",
        help="A6-fold lays two pages on each side of an A5 sheet",
    )
    pdf.add_argument("--beside", action="store_true", help="English beside it; drafts always have")
    pdf.add_argument("--out", type=Path, required=True, metavar="F.pdf")
    pdf.set_defaults(func=_pdf)


def _show(options: argparse.Namespace) -> int:
    from desktop.cards.process import can_show, main
    from translations.languages import UnknownLanguage, language

    if not can_show():
        raise CommandError("There is no display to show cards on; cards pdf needs none.")
    try:
        code = language(options.lang).code if options.lang else ""
    except UnknownLanguage as error:
        raise CommandError(str(error)) from error
    return main(code)


def _list(options: argparse.Namespace) -> int:
    from translations import cards, catalogs
    from translations.languages import ENGLISH

    known = cards.default()
    every = catalogs.default().all()
    rows = []
    for catalog in every:
        wanted = [message.id for message in catalogs.messages(catalog.language)]
        have = sum(catalog.text(id) is not None for id in wanted)
        is_english = catalog.language is ENGLISH
        rows.append(
            {
                "code": catalog.language.code,
                "name": catalog.language.name,
                "english": catalog.language.english,
                "status": "source" if is_english else catalog.status(wanted).word,
                "translated": len(wanted) if is_english else have,
                "total": len(wanted),
            }
        )
    if options.json:
        document = {
            "languages": rows,
            "cards": [{"id": card.id, "title": card.title} for card in known.cards],
            "phrases": [{"id": block.id, "text": block.text} for block in known.pointing],
            "answers": [{"id": block.id, "text": block.text} for block in known.answers],
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return 0
    for row in rows:
        print("{code:<8} {status:<9} {translated:>4} of {total:<5} {english}, {name}".format(**row))
    for card in known.cards:
        print(f"{card.id}: {card.title}")
    print(f"{len(known.pointing)} phrases to point at, {len(known.answers)} answers")
    return 0


def _check(_options: argparse.Namespace) -> int:
    from translations.cards import CardErrors
    from translations.catalogs.checking import check_all

    try:
        found = check_all()
    except CardErrors as errors:
        raise CommandError(str(errors)) from errors
    for finding in found:
        print(finding, file=sys.stderr)
    if found:
        languages = len({finding.language for finding in found})
        print(f"{len(found)} things to mend in {languages} languages.", file=sys.stderr)
        return 1
    print("Every card is whole in every language.")
    return 0


def _pdf(options: argparse.Namespace) -> int:
    from desktop import profile
    from desktop.cards.printing import print_leaflet
    from translations.cards import UnknownCard
    from translations.languages import UnknownLanguage

    try:
        print_leaflet(
            profile.load(),
            options.lang,
            options.card,
            options.out,
            paper=options.paper,
            beside=options.beside or None,
        )
    except (UnknownCard, UnknownLanguage) as error:
        raise CommandError(str(error)) from error
    print(f"{options.out}: one PDF, not encrypted.")
    return 0
