"""A vault's key slots as people see and change them: listed, added, removed, never the last."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from storage.errors import NoDailySlot, SlotRefused
from storage.keys.calibration import calibrate
from storage.keys.escrow import PrivateKey, key_in
from storage.keys.header import Header
from storage.keys.shares import Shares
from storage.keys.slots import (
    DAILY,
    ESCROW,
    MOST,
    PASSPHRASE,
    RECOVERY,
    SECURITY_KEY,
    SHARES,
    Json,
    NewSlot,
    Passphrase,
    Secret,
)
from storage.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class KeySlot:
    """What a list shows of a key slot.

    Attributes:
        id: sixteen hexadecimal digits.
        kind: one of those in `slots.py`.
        about: what it is, in a few words.
    """

    id: str
    kind: str
    about: str


def key_slots(header: Header) -> tuple[KeySlot, ...]:
    """The slots of a header, in the order in which they were made."""
    return tuple(KeySlot(slot["id"], slot["type"], _about(slot)) for slot in header.slots)


def change_slots(
    vault: Vault,
    secret: Secret,
    *,
    add: Sequence[NewSlot] = (),
    remove: Collection[str] = (),
    accept_no_daily: bool = False,
    reason: str = "",
) -> tuple[KeySlot, ...]:
    """Add and remove slots of an open vault, all of it or nothing, and write it into the log.

    The data key stays: who kept an old copy of the header, and knows a secret that was removed,
    can still open the data with both. `rekey` ends that.

    Parameters:
        secret: opens one of the vault's slots.
        remove: ids of slots.
        accept_no_daily: whether the officer knows that nothing is left for every day.
        reason: why, for the log.

    Returns the slots as they are now.

    Raises:
        WrongPassphrase: `secret` opens no slot.
        SlotRefused: no slot would be left, too many, one that is not there, or the same key twice.
        NoDailySlot: neither passphrase nor security key would be left, and nobody said so.
    """

    def change(header: Header, data_key: bytes) -> tuple[Header, str]:
        changed = header
        for id in remove:
            changed = _without(changed, id)
        for new in add:
            changed = changed.with_slot(new, data_key)
        refuse_poor(changed, accept_no_daily)
        return changed, " ".join((*_differences(header, changed), reason)).strip()

    vault.change_slots(secret, change).result()
    return key_slots(vault.header)


def renew_passphrase(
    vault: Vault, secret: Secret, passphrase: str, reason: str = ""
) -> tuple[KeySlot, ...]:
    """Give an open vault a new passphrase in the place of all old ones, after a recovery.

    Parameters:
        secret: what the vault was recovered by; the log says which it was, and `reason`.

    Raises:
        WrongPassphrase, SlotRefused: see `change_slots`.
    """
    return change_slots(
        vault,
        secret,
        add=[Passphrase(passphrase, calibrate())],
        remove=[slot["id"] for slot in vault.header.slots if slot["type"] == PASSPHRASE],
        reason=f"Recovered by {name_of(secret)}. {reason}".strip(),
    )


def name_of(secret: Secret) -> str:
    """What opened a vault, in words for the log and the command line."""
    if isinstance(secret, PrivateKey):
        return f"the force's key “{secret.public.name}” ({secret.public.fingerprint})"
    if isinstance(secret, Shares):
        return "shares and the force's key" if secret.force else "shares"
    return {
        PASSPHRASE: "a passphrase",
        RECOVERY: "the recovery code",
        SECURITY_KEY: "the security key",
    }[secret.kind]


def refuse_poor(header: Header, accept_no_daily: bool) -> None:
    """Refuse slots from which a vault could be lost.

    Raises:
        SlotRefused, NoDailySlot: see `change_slots`.
    """
    kinds = {slot["type"] for slot in header.slots}
    if not kinds:
        raise SlotRefused("This is the last key slot: without it nobody could open the vault.")
    if len(header.slots) > MOST:
        raise SlotRefused(f"A vault has {MOST} key slots at most.")
    publics = [slot["public"] for slot in header.slots if slot["type"] == ESCROW]
    if len(set(publics)) < len(publics):
        raise SlotRefused("This vault opens to that force key already.")
    if kinds.isdisjoint(DAILY) and not accept_no_daily:
        left = ", ".join(slot.about for slot in key_slots(header))
        raise NoDailySlot(f"No passphrase and no security key would be left, only this: {left}.")


def _without(header: Header, id: str) -> Header:
    if not any(slot["id"] == id for slot in header.slots):
        raise SlotRefused(f"This vault has no key slot {id}.")
    return header.without_slot(id)


def _differences(before: Header, after: Header) -> list[str]:
    """What came and went, as sentences for the log."""
    old, new = key_slots(before), key_slots(after)
    come = [f"Key slot added: {slot.about}." for slot in new if slot not in old]
    return come + [f"Key slot removed: {slot.about}." for slot in old if slot not in new]


def _about(slot: Json) -> str:
    if slot["type"] == ESCROW:
        return _force_key(slot)
    if slot["type"] == SHARES:
        one = f", one of them held by {_force_key(slot['force'])}" if "force" in slot else ""
        return f"any {slot['threshold']} of {slot['count']} shares{one}"
    if slot["type"] == SECURITY_KEY:
        return f"security key “{slot['name']}”"
    plain = {PASSPHRASE: "passphrase", RECOVERY: "recovery code"}
    return plain.get(slot["type"], f"a key slot of a newer Fieldbook ({slot['type']})")


def _force_key(slot: Json) -> str:
    key = key_in(slot)
    return f"the force's key “{key.name}” ({key.fingerprint})"
