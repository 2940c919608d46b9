"""`fieldbook vault backup` and `vault restore`: a whole vault to a stick, and back from it."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from desktop import profile
from desktop.commands.openings import add_openings, opening
from desktop.commands.secrets import CommandError, identity
from desktop.commands.slots import opened

_TOLD_EVERY = 10  # percent


def add_actions(actions: Any) -> None:
    """Add the two to the `actions` of `vault`."""
    backup = actions.add_parser(
        "backup",
        help="make a sealed copy of a vault in a folder or on a stick",
        description="The copy is restored for a trial and checked before it counts. It opens with"
        " what opens the vault today.",
    )
    backup.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
    backup.add_argument("--to", type=Path, required=True, metavar="DIR", help="an existing folder")
    backup.add_argument(
        "--keep",
        metavar="D/W/M",
        help="remove earlier backups of this vault there but the newest of D days, W weeks and M"
        " months; all stay without it",
    )
    backup.set_defaults(func=_backup)
    restore = actions.add_parser(
        "restore",
        help="make a vault of a backup",
        description="PATH is a backup, or a folder of them: then the newest is meant.",
    )
    restore.add_argument("path", type=Path, metavar="PATH", help="the backup")
    restore.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="the vault's new folder, empty or new"
    )
    restore.add_argument(
        "--accept-loss", default="", metavar="WHY", help="go on with what is left of a damaged one"
    )
    restore.set_defaults(func=_restore)
    for action in (backup, restore):
        action.add_argument("--json", action="store_true", help="print one JSON document")
        add_openings(action)


def _backup(options: argparse.Namespace) -> int:
    from storage.backup.making import back_up
    from storage.backup.plan import holding_erased
    from storage.folder.backup_sets import backups_in

    keep = _keep(options.keep) if options.keep else None
    with opened(options) as (vault, _secret):
        done = back_up(vault, options.to, keep=keep, progress=None if options.json else _Telling())
        there = backups_in(options.to, done.vault_id)
        holding = vault.query(lambda session: holding_erased(session, there)).result()
    if options.json:
        said = {
            "backup": str(done.folder),
            "made": done.made.isoformat(),
            "backups": len(there),
            "holding_erased": [str(backup.folder) for backup in holding],
        }
        print(json.dumps(said, ensure_ascii=False))
        return 0
    print(f"{done.folder}: whole, restored for a trial and checked.")
    if holding:
        print("These were made before something was erased, and still hold it. Delete them:")
        for backup in holding:
            print(f"  {backup.folder}")
    return 0


def _restore(options: argparse.Namespace) -> int:
    from storage.backup.restoring import restore
    from storage.folder.backup_sets import choose

    backup = choose(options.path)
    options.path = backup.folder
    secret = opening(options)
    vault = restore(
        backup.folder,
        options.to,
        identity(profile.load()),
        secret,
        accept_loss=options.accept_loss,
        progress=None if options.json else _Telling(),
    )
    try:
        records = vault.query(lambda session: session.records.count()).result()
    finally:
        vault.close()
    if options.json:
        said = {"vault": str(options.to), "made": backup.made.isoformat(), "records": records}
        print(json.dumps(said, ensure_ascii=False))
        return 0
    print(f"{options.to}: restored from the backup made {backup.made:%Y-%m-%d %H:%M} UTC,")
    print(f"with {records} records. Its log says so. It opens with what opened it then.")
    return 0


def _keep(text: str) -> Any:
    from storage.folder.backup_sets import Keep

    numbers = text.split("/")
    if len(numbers) != 3 or not all(number.isdecimal() for number in numbers):
        raise CommandError("--keep wants three numbers: 7/4/6 for days, weeks and months.")
    return Keep(*map(int, numbers))


class _Telling:
    """Says on standard error how far it is, at most ten times."""

    def __init__(self) -> None:
        self._told = 0

    def __call__(self, done: int, total: int) -> None:
        percent = 100 * done // total if total else 0
        if percent >= self._told + _TOLD_EVERY:
            self._told = percent
            print(f"  {percent} %", file=sys.stderr)
