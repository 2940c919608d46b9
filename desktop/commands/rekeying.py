"""`fieldbook vault rekey`: a new data key, for the day when somebody may have had the old one."""

import argparse
import sys
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

if TYPE_CHECKING:  # a wrong usage needs no cryptography
    from storage.header import Header
    from storage.slots import Json, NewSlot, Secret


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
    from storage import Vault, header
    from storage.keyring import key_slots
    from storage.rekey import rekey

    secret = opening(options)
    vault = Vault.open(options.path, identity(profile.load()), secret=secret)
    try:
        made = _Remaking(vault.header, secret, options)
        if not options.json:
            show_once(made.told)
            if made.told:
                print("This counts from the moment when the line “The data key was changed” stands")
                print("below; if it never does, the old ones stay good.")
        rekey(vault, secret, made.slots, progress=_show_progress)
    finally:
        vault.close()
    slots = key_slots(header.read(options.path).copies[0][0])
    if options.json:
        tell(options, slots, made.told)
        return 0
    print("The data key was changed. Who can open the vault now:")
    tell(options, slots, {})
    print("Backups that were made before still open with the old passphrase and codes.")
    return 0


class _Remaking:
    """The new slots, made one for one after the old ones, and what must be shown of them."""

    def __init__(self, header: "Header", secret: "Secret", options: argparse.Namespace) -> None:
        from storage.slots import PASSPHRASE

        self.slots: list[NewSlot] = []
        self.told: Told = {}
        self._secret = secret
        self._options = options
        self._can_ask_key = options.with_security_key
        self._passphrase = self._choose_passphrase()
        left = [slot for slot in header.slots if slot["id"] not in options.drop]
        unable = [slot for slot in left if not self._remake(slot)]
        if unable:
            named = ", ".join(f"{slot['type']} {slot['id']}" for slot in unable)
            raise CommandError(
                f"These slots can't be made anew from here: {named}. Say --drop with the id of"
                " each, and add them again afterwards."
            )
        if self._passphrase and not any(slot["type"] == PASSPHRASE for slot in header.slots):
            self._add_passphrase()

    def _choose_passphrase(self) -> str:
        """The passphrase that opens the new vault; empty where it opens to a security key alone."""
        from storage.slots import SECURITY_KEY, Passphrase

        if self._options.generate or self._options.new_passphrase_file:
            text = new_passphrase(self._options)
            if self._options.generate:
                self.told["passphrase"] = text
            return text
        if isinstance(self._secret, Passphrase):
            return self._secret.text
        return "" if self._secret.kind == SECURITY_KEY else new_passphrase(self._options)

    def _remake(self, slot: "Json") -> bool:
        """Make a new slot after an old one; False where that takes what is not here."""
        from storage.escrow import key_in
        from storage.keys import new_recovery_code
        from storage.shares import ShareSet
        from storage.slots import ESCROW, PASSPHRASE, RECOVERY, SECURITY_KEY, SHARES, RecoveryCode

        if slot["type"] == PASSPHRASE and self._passphrase:
            self._add_passphrase()
        elif slot["type"] == RECOVERY and "recovery_code" not in self.told:
            self.told["recovery_code"] = new_recovery_code()
            self.slots.append(RecoveryCode(self.told["recovery_code"]))
        elif slot["type"] == ESCROW:
            self.slots.append(key_in(slot))
        elif slot["type"] == SHARES and not {"shares", "share_files"} & set(self.told):
            force = key_in(slot["force"]) if "force" in slot else None
            shares = ShareSet.new(slot["threshold"], slot["count"], force)
            self.slots.append(shares)
            self.told.update(hand_out(shares, self._options.out))
        elif slot["type"] == SECURITY_KEY and self._can_ask_key:
            from desktop.commands.touching import ask_new_key

            self._can_ask_key = False
            self.slots.append(ask_new_key(slot["name"], self._options.pin_file))
        else:
            return False
        return True

    def _add_passphrase(self) -> None:
        from storage.calibration import calibrate
        from storage.slots import Passphrase

        self.slots.append(Passphrase(self._passphrase, calibrate()))
        self._passphrase = ""


def _show_progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        print(f"\rSealing anew: {100 * done // max(total, 1)} %", end=end, file=sys.stderr)
