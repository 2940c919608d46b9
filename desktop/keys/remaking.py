"""The key slots of a vault that gets a new data key: made anew one for one, as far as they can be.

No window is known here: the command line and the notebook do the same.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a wrong usage of a command needs no cryptography
    from storage.keys.header import Header
    from storage.keys.security_key import NewSecurityKey
    from storage.keys.shares import ShareSet
    from storage.keys.slots import Json, NewSlot

AskKey = Callable[[str], "NewSecurityKey"]
"""Asks the security key that is plugged in; is given the name of its slot."""


@dataclass(slots=True)
class Remade:
    """New slots, and what must be handed out of them before they count.

    Attributes:
        slots: what the new slots are made from.
        recovery_code: the new code; "" where there is none.
        shares: the new set of shares, or None.
        unable: the old slots that take what is not here; they have no successor.
    """

    slots: "list[NewSlot]" = field(default_factory=list, repr=False)
    recovery_code: str = field(default="", repr=False)
    shares: "ShareSet | None" = field(default=None, repr=False)
    unable: "list[Json]" = field(default_factory=list)


def remake(
    header: "Header", passphrase: str, ask_key: AskKey | None = None, drop: Collection[str] = ()
) -> Remade:
    """New slots after those of `header`.

    The force's keys stay. The passphrase becomes `passphrase`, which a vault without one gets too;
    with "", it opens to a security key alone. Recovery code and shares are new.

    Parameters:
        ask_key: asked once, for the first security key; None where none is plugged in.
        drop: ids of slots that are not made anew.
    """
    from storage.keys.calibration import calibrate
    from storage.keys.slots import PASSPHRASE, Passphrase

    made, left = Remade(), passphrase
    for slot in header.slots:
        if slot["id"] in drop:
            continue
        if slot["type"] == PASSPHRASE and left:
            made.slots.append(Passphrase(left, calibrate()))
            left = ""
        elif not _remake(made, slot, ask_key):
            made.unable.append(slot)
    if left and not any(slot["type"] == PASSPHRASE for slot in header.slots):
        made.slots.append(Passphrase(left, calibrate()))
    return made


def _remake(made: Remade, slot: "Json", ask_key: AskKey | None) -> bool:
    """Make a new slot after an old one; False where that takes what is not here."""
    from storage.keys.derivation import new_recovery_code
    from storage.keys.escrow import key_in
    from storage.keys.shares import ShareSet
    from storage.keys.slots import ESCROW, RECOVERY, SECURITY_KEY, SHARES, RecoveryCode

    if slot["type"] == RECOVERY and not made.recovery_code:
        made.recovery_code = new_recovery_code()
        made.slots.append(RecoveryCode(made.recovery_code))
    elif slot["type"] == ESCROW:
        made.slots.append(key_in(slot))
    elif slot["type"] == SHARES and made.shares is None:
        force = key_in(slot["force"]) if "force" in slot else None
        made.shares = ShareSet.new(slot["threshold"], slot["count"], force)
        made.slots.append(made.shares)
    elif slot["type"] == SECURITY_KEY and ask_key and not _has_key(made):
        made.slots.append(ask_key(slot["name"]))
    else:
        return False
    return True


def _has_key(made: Remade) -> bool:
    from storage.keys.slots import SECURITY_KEY

    return any(slot.kind == SECURITY_KEY for slot in made.slots)
