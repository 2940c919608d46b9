"""`fieldbook audit`: the log for a line manager, and a check of one that was exported."""

import argparse
import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from desktop import profile
from desktop.commands.in_the_log import leaving
from desktop.commands.openings import public_key
from desktop.commands.secrets import CommandError, add_passphrase, identity, passphrase, read_secret


def add_parser(commands: Any) -> None:
    """Add `audit` and its own subcommands to the parser's `commands`."""
    parser = commands.add_parser("audit", help="export the log, check one that was exported")
    actions = parser.add_subparsers(metavar="action", required=True)
    export = actions.add_parser("export", help="write the log to a file; it holds no content")
    export.add_argument("--vault", type=Path, required=True, metavar="PATH")
    export.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="F",
        help=".json (which can be checked), .csv, .pdf, or .zip with all three",
    )
    export.add_argument("--from", dest="since", type=_day, metavar="DAY", help="as 2026-11-22")
    export.add_argument("--to", dest="until", type=_day, metavar="DAY", help="this day included")
    export.add_argument(
        "--to-force", type=Path, metavar="PUB", help="seal it to this public key of the force"
    )
    add_passphrase(export)
    export.set_defaults(func=_export)
    check = actions.add_parser("check", help="check an exported log; exits 1 on any deviation")
    check.add_argument("file", type=Path, metavar="FILE")
    check.set_defaults(func=_check)
    unseal = actions.add_parser("unseal", help="open a log that was sealed to the force")
    unseal.add_argument("file", type=Path, metavar="FILE")
    unseal.add_argument("--key", type=Path, required=True, metavar="KEY")
    unseal.add_argument("--key-passphrase-file", metavar="FILE", help="the key's passphrase")
    unseal.add_argument("--out", type=Path, required=True, metavar="F.zip")
    unseal.set_defaults(func=_unseal)
    for action in (export, check):
        action.add_argument("--json", action="store_true", help="print one JSON document")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a day such as 2026-11-22") from error


def _export(options: argparse.Namespace) -> int:
    from desktop.rights.log_files import gather, write_log
    from storage import Vault

    force_key = public_key(options.to_force) if options.to_force else None
    found = profile.load()
    vault = Vault.open(options.vault, identity(found), passphrase=passphrase(options))
    try:
        since = _moment(options.since, time.min)
        until = _moment(options.until, time.max)
        to = f"{force_key.name if force_key else 'file'}: {options.out.suffix or 'sealed'}"
        now = datetime.now().astimezone()
        with leaving(vault, lambda s: s.audit.exported(to), lambda s: s.audit.not_exported(to)):
            document = gather(vault, found, since, until, now)
            write_log(vault, found, document, options.out, force_key)
    finally:
        vault.close()
    rows = document.extract.rows
    said = {
        "file": str(options.out),
        "rows": len(rows),
        "first": rows[0].sequence if rows else 0,
        "last": rows[-1].sequence if rows else 0,
        "link": rows[-1].link.hex() if rows else "",
        "sealed": force_key is not None,
    }
    if options.json:
        print(json.dumps(said))
    else:
        how = "sealed to the force" if force_key else "not encrypted"
        print(f"{options.out}: {len(rows)} entries, {how}.")
    return 0


def _moment(day: date | None, at: time) -> datetime | None:
    return datetime.combine(day, at).astimezone() if day else None


def _check(options: argparse.Namespace) -> int:
    from exports.audit_log import check

    found = check(_log_in(options.file))
    if options.json:
        said = {
            "problems": list(found.problems),
            "rows": found.rows,
            "first": found.first,
            "last": found.last,
            "device": found.device,
        }
        print(json.dumps(said))
    elif found.problems:
        for problem in found.problems:
            print(problem)
    else:
        print(
            f"Entries {found.first} to {found.last}: none is missing or changed."
            f" Signed by the device {found.device}."
        )
    return 1 if found.problems else 0


def _log_in(path: Path) -> bytes:
    """The JSON of an exported log, on its own or in the ZIP with the others."""
    import zipfile

    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        try:
            return archive.read("log.json")
        except KeyError as error:
            raise CommandError(f"There is no log in {path}.") from error


def _unseal(options: argparse.Namespace) -> int:
    from exports.audit_log import PURPOSE
    from storage.disk.files import replace
    from storage.keys.escrow import PrivateKey

    secret = read_secret(options.key_passphrase_file, "Passphrase of the force's key: ")
    key = PrivateKey.parse(options.key.read_text(encoding="utf-8"), secret)
    packed = key.decrypt(options.file.read_bytes(), PURPOSE.encode())
    if packed is None:
        raise CommandError(f"{options.file} was not sealed to this key, or it was changed.")
    replace(options.out, packed)
    print(f"{options.out}: log.json, log.csv and log.pdf, not encrypted.")
    return 0
