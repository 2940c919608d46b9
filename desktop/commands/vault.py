"""`fieldbook vault`: making a vault and checking one; who can open it is in modules of its own."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop import profile
from desktop.commands import backups, recovery, rekeying, slots
from desktop.commands.openings import public_key, refuse_weak
from desktop.commands.secrets import add_passphrase, identity, passphrase


def add_parser(commands: Any) -> None:
    """Add `vault` and its own subcommands to the parser's `commands`."""
    parser = commands.add_parser("vault", help="make a vault, check it, say who can open it")
    actions = parser.add_subparsers(metavar="action", required=True)
    create = actions.add_parser("create", help="make a new vault in an empty folder")
    create.add_argument("--generate", action="store_true", help="throw six words as passphrase")
    create.add_argument(
        "--escrow",
        type=Path,
        action="append",
        default=[],
        metavar="PUB",
        help="the force's public key, which opens the vault too; repeatable",
    )
    create.set_defaults(func=_create)
    check = actions.add_parser("check", help="verify every part of a vault; exits 1 on deviation")
    check.set_defaults(func=_check)
    for action in (create, check):
        action.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
        add_passphrase(action)
        action.add_argument("--json", action="store_true", help="print one JSON document")
    for module in (slots, recovery, rekeying, backups):
        module.add_actions(actions)


def _create(options: argparse.Namespace) -> int:
    from storage import Vault
    from storage.keys.passphrases import generate

    force_keys = [public_key(path) for path in options.escrow]
    secret = generate() if options.generate else passphrase(options, new=True)
    refuse_weak(secret)
    vault, code = Vault.create(options.path, secret, identity(profile.load()), others=force_keys)
    vault.close()
    if options.json:
        said = {"vault": str(options.path), "recovery_code": code}
        print(json.dumps(said | ({"passphrase": secret} if options.generate else {})))
        return 0
    print(f"A new vault is in {options.path}.")
    if options.generate:
        print(f"Passphrase, shown this once:\n\n    {secret}\n")
    print(f"Recovery code, shown this once and kept nowhere:\n\n    {code}\n")
    print("Write it down and keep it apart from the laptop: without it or the passphrase,")
    print(f"{'only the force' if force_keys else 'nobody'} can open this vault again.")
    return 0


def _check(options: argparse.Namespace) -> int:
    from desktop.sending import places_of_witnesses
    from storage import check

    findings = check(
        options.path,
        identity(profile.load()),
        passphrase=passphrase(options),
        witnesses=places_of_witnesses(),
    )
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
