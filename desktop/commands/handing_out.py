"""What a command makes to be handed out: shares, codes and passphrases, each shown once."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.openings import public_key
from desktop.commands.secrets import CommandError
from desktop.keys.sheets import in_rows, write_shares

if TYPE_CHECKING:  # a wrong usage needs no cryptography
    from storage.keyring.key_slots import KeySlot
    from storage.keys.shares import ShareSet

Told = dict[str, Any]
"""New secrets by what they are: `passphrase`, `recovery_code`, `shares` or `share_files`."""


def add_share_options(parser: argparse.ArgumentParser) -> None:
    """Let `parser` say what becomes of the shares it makes."""
    parser.add_argument(
        "--force",
        type=Path,
        metavar="PUB",
        help="one of the shares is sealed to this key of the force instead of handed out",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write the shares to DIR, a file each"
    )


def new_shares(text: str, force: Path | None) -> "ShareSet":
    """A set of shares as `text` ("2/3") asks for it."""
    from storage.keys.shares import ShareSet

    threshold, _, count = text.partition("/")
    if not (threshold.isdecimal() and count.isdecimal()):
        raise CommandError("Shares are asked for as M/N: 2/3 makes three, any two of which open.")
    return ShareSet.new(int(threshold), int(count), public_key(force) if force else None)


def hand_out(made: "ShareSet", folder: Path | None) -> Told:
    """Write the shares into `folder`, a file each, or leave them to be shown."""
    if folder is None:
        return {"shares": list(made.words)}
    return {"share_files": [str(path) for path in write_shares(made, folder)]}


def tell(options: argparse.Namespace, slots: "Sequence[KeySlot]", told: Told) -> None:
    """Print the slots as they are now, and what is shown this once."""
    if options.json:
        listed = [asdict(slot) for slot in slots]
        print(json.dumps({"slots": listed, **told}, ensure_ascii=False))
        return
    show_once(told)
    show(slots)


def show_once(told: Told) -> None:
    """Print new secrets, each with what to do with it."""
    if "passphrase" in told:
        print(f"The new passphrase, shown this once:\n\n    {told['passphrase']}\n")
    if "recovery_code" in told:
        print(
            f"The new recovery code, shown this once and kept nowhere:\n\n"
            f"    {told['recovery_code']}\n\nWrite it down and keep it apart from the laptop.\n"
        )
    for number, words in enumerate(told.get("shares", ()), 1):
        rows = "\n".join(f"    {row}" for row in in_rows(words))
        print(f"Share {number}, for one person, shown this once:\n\n{rows}\n")
    for path in told.get("share_files", ()):
        print(f"{path}: one share, for one person. Hand it over, and delete the file.")


def show(slots: "Sequence[KeySlot]") -> None:
    """Print a line for each slot."""
    for slot in slots:
        print(f"{slot.id}  {slot.about}")
