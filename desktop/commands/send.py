"""`fieldbook send`: delivers what waits in a vault's outbox, a line an item."""

import argparse
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import profile
from desktop.commands.openings import add_openings, opening
from desktop.commands.secrets import CommandError, identity
from desktop.commands.servers import add_server, is_url, server

if TYPE_CHECKING:
    from exports.delivery.outcome import Road
    from exports.delivery.sending import Report
    from storage import Vault
    from storage.outbox.items import Item


def add_parser(commands: Any) -> None:
    """Add `send` to the parser's `commands`."""
    parser = commands.add_parser("send", help="deliver what waits in the outbox")
    parser.add_argument(
        "--vault", dest="path", type=Path, required=True, metavar="PATH", help="the vault's folder"
    )
    parser.add_argument(
        "--to", metavar="URL-or-folder", help="send everything there; else where each is to go"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    add_openings(parser)
    add_server(parser)
    parser.set_defaults(func=_send)


def _send(options: argparse.Namespace) -> int:
    from storage import Vault

    found = profile.load()
    vault = Vault.open(options.path, identity(found), secret=opening(options))
    try:
        report = _sent(options, found, vault)
        return _tell(options, vault, report)
    finally:
        vault.close()


def _always(road: "Road | None", _name: str) -> "Road | None":
    """One road, whatever an item's own is."""
    return road


def _sent(options: argparse.Namespace, found: profile.Profile, vault: "Vault") -> "Report":
    from desktop.sending import places_of_witnesses, roads
    from exports.delivery.receiving import gather
    from exports.delivery.sending import Sender

    find: Callable[[str], Road | None] = roads(found, vault)
    folders = [one.folder for one in found.destinations if one.kind == "folder" and one.folder]
    if options.to:
        name, road = _destination(options)
        find = partial(_always, road)
        folders = [] if is_url(options.to) else [Path(options.to)]
        vault.perform(lambda session: _readdress(session, name)).result()
    vault.perform(lambda session: session.outbox.hurry()).result()
    heard = None if options.json else _line
    report = Sender(vault, find).run(heard=heard, by_hand=True)
    for folder in folders:
        gathered = gather(vault, folder, places_of_witnesses())
        for item in gathered.taken:
            report.items.append(item)
            if heard:
                heard(item)
        for path in gathered.strange:
            print(
                f"fieldbook: {path.name} is the force's receipt for a report of this vault that is"
                " not in it: an older copy of the vault has been put back.",
                file=sys.stderr,
            )
    return report


def _destination(options: argparse.Namespace) -> "tuple[str, Road]":
    from exports.delivery.folder import Folder
    from exports.delivery.openrosa import OpenRosa

    if is_url(options.to):
        address = server(options, options.to)
        return address.host, OpenRosa(address)
    folder = Path(options.to)
    if not folder.is_dir():
        raise CommandError(f"{folder} is not a folder.")
    return str(folder), Folder(folder)


def _readdress(session: Any, name: str) -> None:
    from storage.outbox.states import WAITING

    for item in session.outbox.all():
        if item.state in WAITING:
            session.outbox.readdress(item.number, name)


def _line(item: "Item") -> None:
    from exports.delivery.outcome import Trouble, words
    from exports.envelope.naming import reference

    said = f"  {words(Trouble(item.trouble))}" if item.trouble else ""
    print(f"{reference(item.instance)}  {item.state:9}  {item.destination}{said}", flush=True)


def _tell(options: argparse.Namespace, vault: "Vault", report: "Report") -> int:
    from exports.delivery.outcome import words
    from storage.outbox.states import WAITING

    counts = vault.query(lambda session: session.outbox.counts()).result()
    waiting = sum(count for state, count in counts.items() if state in WAITING)
    if options.json:
        items = [
            {
                "id": item.instance,
                "state": item.state,
                "destination": item.destination,
                "attempts": item.attempts,
                "hash": item.hash.hex(),
                "trouble": item.trouble,
                "answer": json.loads(item.answer) if item.answer else None,
            }
            for item in report.items
        ]
        stopped = {name: outcome.trouble for name, outcome in report.stopped.items()}
        print(json.dumps({"items": items, "stopped": stopped, "waiting": waiting}))
    elif not report.items and not report.stopped:
        print("Nothing waits to be sent." if not waiting else f"{waiting} wait for a receipt.")
    for name, outcome in report.stopped.items():
        print(f"fieldbook: {name}: {words(outcome.trouble)}", file=sys.stderr)
    failed = any(item.state == "rejected" for item in report.items)
    return 1 if report.stopped or failed else 0
