"""`fieldbook vault rekey`: a new data key, for the day when somebody may have had the old one."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import profile
from desktop.commands.handing_out import Told, hand_out, show_once, tell
from desktop.commands.openings import (
    add_new_passphrase,
    add_openings,
    new_passphrase,
    opening,
)
from desktop.commands.secrets import CommandError, identity
from desktop.commands.slots import refuse_staying

if TYPE_CHECKING:  # a wrong usage needs no cryptography
    from desktop.keys.remaking import Remade
    from storage.keys.header import Header
    from storage.keys.security_key import NewSecurityKey
    from storage.keys.slots import Secret


def add_actions(actions: Any) -> None:
    """Add `rekey` to the `actions` of `vault`."""
    parser = actions.add_parser(
        "rekey",
        help="seal a vault with a new data key",
        description=(
            "Everything is sealed anew. The passphrase that opens the vault stays, unless a new"
            " one is given, and so do the force's keys; recovery code and shares are made anew and"
            " shown once. A security key is asked again if it opened the vault."
        ),
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
    parser.add_argument(
        "--drop",
        action="append",
        default=[],
        metavar="ID",
        help="a slot that is not made anew; repeatable",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write new shares to DIR, a file each"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    add_new_passphrase(parser)
    add_openings(parser)
    parser.set_defaults(func=_rekey)


def _rekey(options: argparse.Namespace) -> int:
    from storage import Vault
    from storage.keyring.key_slots import key_slots
    from storage.keyring.rekey import rekey
    from storage.keys import header

    secret = opening(options)
    vault = Vault.open(options.path, identity(profile.load()), secret=secret)
    try:
        refuse_staying(vault, options.drop)
        made, told = _remade(vault.header, secret, options)
        if not options.json:
            show_once(told)
            if told:
                print("This counts from the moment when the line “The data key was changed” stands")
                print("below; if it never does, the old ones stay good.")
        rekey(vault, secret, made.slots, progress=_show_progress)
    finally:
        vault.close()
    slots = key_slots(header.read(options.path).copies[0][0])
    if options.json:
        tell(options, slots, told)
        return 0
    print("The data key was changed. Who can open the vault now:")
    tell(options, slots, {})
    print("Backups that were made before still open with the old passphrase and codes.")
    return 0


def _remade(
    header: "Header", secret: "Secret", options: argparse.Namespace
) -> "tuple[Remade, Told]":
    """The new slots, and what must be shown of them."""
    from desktop.keys.remaking import remake

    told: Told = {}
    passphrase = _choose_passphrase(secret, options, told)
    ask_key = partial(_ask_key, options.pin_file) if options.with_security_key else None
    made = remake(header, passphrase, ask_key, options.drop)
    if made.unable:
        named = ", ".join(f"{slot['type']} {slot['id']}" for slot in made.unable)
        raise CommandError(
            f"These slots can't be made anew from here: {named}. Say --drop with the id of"
            " each, and add them again afterwards."
        )
    if made.recovery_code:
        told["recovery_code"] = made.recovery_code
    if made.shares:
        told.update(hand_out(made.shares, options.out))
    return made, told


def _choose_passphrase(secret: "Secret", options: argparse.Namespace, told: Told) -> str:
    """The passphrase that opens the new vault; empty where it opens to a security key alone."""
    from storage.keys.slots import SECURITY_KEY, Passphrase

    if options.generate or options.new_passphrase_file:
        text = new_passphrase(options)
        if options.generate:
            told["passphrase"] = text
        return text
    if isinstance(secret, Passphrase):
        return secret.text
    return "" if secret.kind == SECURITY_KEY else new_passphrase(options)


def _ask_key(pin_file: str | None, name: str) -> "NewSecurityKey":
    from desktop.commands.touching import ask_new_key

    return ask_new_key(name, pin_file)


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\rSealing anew: {100 * done // max(total, 1)} %", end=end, file=sys.stderr)
