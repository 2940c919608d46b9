"""`fieldbook vault`: making a vault and checking one."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop import profile
from desktop.commands.secrets import CommandError, add_passphrase, identity, passphrase

SHORTEST_PASSPHRASE = 12


def add_parser(commands: Any) -> None:
    """Add `vault` and its own subcommands to the parser's `commands`."""
    parser = commands.add_parser("vault", help="make a vault, or check one")
    actions = parser.add_subparsers(metavar="action", required=True)
    create = actions.add_parser("create", help="make a new vault in an empty folder")
    create.set_defaults(func=_create)
    check = actions.add_parser("check", help="verify every part of a vault; exits 1 on deviation")
    check.set_defaults(func=_check)
    for action in (create, check):
        action.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
        add_passphrase(action)
        action.add_argument("--json", action="store_true", help="print one JSON document")


def _create(options: argparse.Namespace) -> int:
    from storage import Vault

    secret = passphrase(options, new=True)
    if len(secret) < SHORTEST_PASSPHRASE:
        raise CommandError(f"A passphrase has at least {SHORTEST_PASSPHRASE} characters.")
    vault, code = Vault.create(options.path, secret, identity(profile.load()))
    vault.close()
    if options.json:
        print(json.dumps({"vault": str(options.path), "recovery_code": code}))
        return 0
    print(f"A new vault is in {options.path}.")
    print(f"Recovery code, shown this once and kept nowhere:\n\n    {code}\n")
    print("Write it down and keep it apart from the laptop: without it or the passphrase,")
    print("nobody can open this vault again.")
    return 0


def _check(options: argparse.Namespace) -> int:
    from storage import check

    findings = check(options.path, identity(profile.load()), passphrase=passphrase(options))
    if options.json:
        print(json.dumps({"findings": [asdict(finding) for finding in findings]}))
    elif findings:
        for finding in findings:
            print(f"{finding.part}: {finding.problem}")
        print("What is damaged is named above. Nothing was deleted; restore from a backup,")
        print("or open the notebook to see what is still there.")
    else:
        print("Nothing deviates: header, database, audit chain, anchor and search are whole.")
    return 1 if findings else 0
