"""The keys that the force's profile sets: they open every notebook, and stay until it says so."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from desktop.profile import Profile

if TYPE_CHECKING:  # a wrong usage of a command needs no cryptography
    from storage.keys.escrow import PublicKey
    from storage.keys.slots import Json


def keys_set_by(profile: Profile) -> "list[PublicKey]":
    """The public keys that `profile` names; a file that is none was told of at the unlocking."""
    from storage.errors import NotAKey
    from storage.keys.escrow import PublicKey

    keys = []
    for path in profile.escrow_keys:
        try:
            keys.append(PublicKey.parse(path.read_text(encoding="utf-8", errors="replace")))
        except (OSError, NotAKey):
            continue
    return keys


def staying(slots: "Iterable[Json]", ids: Collection[str], profile: Profile) -> "list[Json]":
    """Of the slots with these `ids`, those that `profile` sets, and that so can't be removed."""
    raw = {key.raw.hex() for key in keys_set_by(profile)}
    return [slot for slot in slots if slot["id"] in ids and slot.get("public") in raw]
