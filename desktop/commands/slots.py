"""`fieldbook vault slot`: who can open a vault, listed, added, changed and removed."""

import argparse
import json
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import profile
from desktop.commands.handing_out import (
    Told,
    add_share_options,
    hand_out,
    new_shares,
    show,
    tell,
)
from desktop.commands.openings import (
    add_new_passphrase,
    add_openings,
    new_passphrase,
    opening,
    public_key,
)
from desktop.commands.secrets import CommandError, identity

if TYPE_CHECKING:
    from storage import Vault
    from storage.keys.slots import NewSlot, Secret


def add_actions(actions: Any) -> None:
    """Add `slot` and its own subcommands to the `actions` of `vault`."""
    slot = actions.add_parser("slot", help="who can open a vault: list, add, change, remove")
    steps = slot.add_subparsers(metavar="step", required=True)
    _add_list(steps)
    _add_add(steps)
    change = steps.add_parser("change", help="a new passphrase or recovery code in a slot's place")
    change.set_defaults(func=_change)
    remove = steps.add_parser("remove", help="take a slot away; never the last one")
    remove.set_defaults(func=_remove)
    for step in (change, remove):
        step.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
        step.add_argument("id", metavar="ID", help="the slot, as `slot list` names it")
        step.add_argument("--json", action="store_true", help="print one JSON document")
        add_openings(step)
    add_new_passphrase(change)
    remove.add_argument(
        "--leave-no-daily",
        action="store_true",
        help="even if neither passphrase nor security key is left",
    )


def _add_list(steps: Any) -> None:
    parser = steps.add_parser(
        "list", help="the slots, as the header tells them; `vault check` tells if that is true"
    )
    parser.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(func=_list)


def _add_add(steps: Any) -> None:
    parser = steps.add_parser("add", help="one more way to open a vault")
    parser.add_argument("path", type=Path, metavar="PATH", help="the vault's folder")
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    what = parser.add_argument_group("what to add").add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--escrow",
        type=Path,
        action="append",
        metavar="PUB",
        help="the force's public key; repeatable",
    )
    what.add_argument("--passphrase", action="store_true", help="another passphrase")
    what.add_argument("--recovery-code", action="store_true", help="another recovery code")
    what.add_argument("--shares", metavar="M/N", help="N shares, any M of which open the vault")
    what.add_argument("--security-key", metavar="NAME", help="the security key plugged in")
    add_share_options(parser)
    add_new_passphrase(parser)
    add_openings(parser)
    parser.set_defaults(func=_add)


def _list(options: argparse.Namespace) -> int:
    from storage.keyring.key_slots import key_slots
    from storage.keys import header

    found = header.read(options.path)
    slots = key_slots(found.copies[0][0])
    if options.json:
        print(json.dumps([asdict(slot) for slot in slots], ensure_ascii=False))
    else:
        show(slots)
    return 0


def _add(options: argparse.Namespace) -> int:
    from storage.keyring.key_slots import change_slots

    with opened(options) as (vault, secret):
        new, told = _new_slots(options)
        slots = change_slots(vault, secret, add=new)
    tell(options, slots, told)
    return 0


def _new_slots(options: argparse.Namespace) -> "tuple[list[NewSlot], Told]":
    """What is to be added, and what must be shown of it, once."""
    from storage.keys.derivation import new_recovery_code
    from storage.keys.slots import Passphrase, RecoveryCode

    if options.escrow:
        return [public_key(path) for path in options.escrow], {}
    if options.recovery_code:
        code = new_recovery_code()
        return [RecoveryCode(code)], {"recovery_code": code}
    if options.shares:
        made = new_shares(options.shares, options.force)
        return [made], hand_out(made, options.out)
    if options.security_key:
        from desktop.commands.touching import ask_new_key

        return [ask_new_key(options.security_key, options.pin_file)], {}
    text = new_passphrase(options)
    return [Passphrase(text, _cost())], {"passphrase": text} if options.generate else {}


def _change(options: argparse.Namespace) -> int:
    from storage.keyring.key_slots import change_slots
    from storage.keys.derivation import new_recovery_code
    from storage.keys.slots import PASSPHRASE, RECOVERY, Passphrase, RecoveryCode

    told: Told = {}
    with opened(options) as (vault, secret):
        kinds = {slot["id"]: slot["type"] for slot in vault.header.slots}
        new: NewSlot
        if kinds.get(options.id) == PASSPHRASE:
            text = new_passphrase(options)
            new, told = Passphrase(text, _cost()), {"passphrase": text} if options.generate else {}
        elif kinds.get(options.id) == RECOVERY:
            code = new_recovery_code()
            new, told = RecoveryCode(code), {"recovery_code": code}
        else:
            raise CommandError("Only a passphrase or a recovery code is changed; add the other.")
        slots = change_slots(vault, secret, add=[new], remove=[options.id])
    tell(options, slots, told)
    return 0


def _remove(options: argparse.Namespace) -> int:
    from storage.errors import NoDailySlot
    from storage.keyring.key_slots import change_slots

    with opened(options) as (vault, secret):
        refuse_staying(vault, [options.id])
        try:
            slots = change_slots(
                vault, secret, remove=[options.id], accept_no_daily=options.leave_no_daily
            )
        except NoDailySlot as refused:
            raise CommandError(f"{refused} Say --leave-no-daily if that is meant.") from refused
    tell(options, slots, {})
    if not options.json:
        print("The data key is the same: whoever kept an old copy of the header, and knows what")
        print("was removed, can still open this vault. `fieldbook vault rekey` ends that.")
    return 0


def refuse_staying(vault: "Vault", ids: Collection[str]) -> None:
    """Refuse to take away a key that the force's profile sets.

    Raises:
        CommandError: one of the slots with these `ids` is for such a key.
    """
    from desktop.keys.set_by_force import staying

    if staying(vault.header.slots, ids, profile.load()):
        raise CommandError(
            "The force's profile sets this key, so it stays. Force IT takes it out of the profile"
            " first."
        )


@contextmanager
def opened(
    options: argparse.Namespace, otherwise: str = "passphrase"
) -> "Iterator[tuple[Vault, Secret]]":
    """The vault that `options` name and open, and what opened it."""
    from storage import Vault

    secret = opening(options, otherwise)
    vault = Vault.open(options.path, identity(profile.load()), secret=secret)
    try:
        yield vault, secret
    finally:
        vault.close()


def _cost() -> Any:
    from storage.keys.calibration import calibrate

    return calibrate()
