"""A notebook's key slots in plain sentences, and what is said when one can't be changed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from desktop.pages.troubles import while_writing
from desktop.times import moment
from desktop.unlock.other_ways import trouble_in_words
from storage.errors import (
    Cancelled,
    NoDailySlot,
    NotAKey,
    SecurityKeyFailed,
    SlotRefused,
    StorageError,
    VaultBusy,
    WrongPassphrase,
)
from storage.keys.escrow import PublicKey, key_in
from storage.keys.slots import ESCROW, PASSPHRASE, RECOVERY, SECURITY_KEY, SHARES, Json
from storage.vault.slot_notes import SlotNote
from translations.interface import _


@dataclass(frozen=True, slots=True)
class Way:
    """One way to open the notebook, as its officer sees it.

    Attributes:
        id, kind: of the key slot.
        title: what it is.
        details: what there is to know of it, a sentence each.
        is_set: whether the force has set it, so that it stays.
    """

    id: str
    kind: str
    title: str
    details: tuple[str, ...]
    is_set: bool = False


def ways(
    slots: Iterable[Json],
    notes: Mapping[str, SlotNote] | None = None,
    set_by_force: Collection[bytes] = (),
) -> list[Way]:
    """These key slots as their officer sees them, in the order in which they were made.

    Parameters:
        set_by_force: the public keys (32 bytes each) that the force's profile names.
    """
    known = notes or {}
    return [_way(slot, known.get(slot["id"], SlotNote()), set_by_force) for slot in slots]


def _way(slot: Json, note: SlotNote, set_by_force: Collection[bytes]) -> Way:
    id, kind = str(slot["id"]), str(slot["type"])
    is_set = kind == ESCROW and key_in(slot).raw in set_by_force
    details = [*_about(slot, note, is_set), *_times(note)]
    return Way(id, kind, _title(slot), tuple(details), is_set)


def _title(slot: Json) -> str:
    if slot["type"] == ESCROW:
        return _("The force’s key “{name}”").format(name=key_in(slot).name)
    if slot["type"] == SHARES:
        return _("Any {threshold} of {count} shares").format(
            threshold=slot["threshold"], count=slot["count"]
        )
    if slot["type"] == SECURITY_KEY:
        return _("Security key “{name}”").format(name=slot["name"])
    if slot["type"] == PASSPHRASE:
        return _("Passphrase")
    if slot["type"] == RECOVERY:
        return _("Recovery code")
    return _("A way of a newer Fieldbook")


def _about(slot: Json, note: SlotNote, is_set: bool) -> list[str]:
    kind = slot["type"]
    if kind == PASSPHRASE:
        return [_("What you type every day.")]
    if kind == RECOVERY:
        return [_("Opens it when the passphrase is forgotten. Keep it away from the laptop.")]
    if kind == SECURITY_KEY:
        return [_("Opens it with its PIN and a touch.")]
    if kind == ESCROW:
        told = [_("Fingerprint {fingerprint}.").format(fingerprint=unbroken(key_in(slot)))]
        if is_set:
            told.append(_("Your force has set it, so it stays: nothing is lost with you."))
        return told
    return _holders(slot, note) if kind == SHARES else []


def _holders(slot: Json, note: SlotNote) -> list[str]:
    told = []
    names = [name for name in note.holders if name]
    if names:
        told.append(_("Held by {names}.").format(names=", ".join(names)))
    if "force" in slot:
        told.append(
            _("One of them is the force’s: “{name}”.").format(name=key_in(slot["force"]).name)
        )
    return told or [_("Nobody is noted as a holder.")]


def _times(note: SlotNote) -> list[str]:
    told = []
    if note.since:
        told.append(_("Made {time}.").format(time=moment(note.since)))
    if note.tried:
        told.append(_("Last tried {time}: it works.").format(time=moment(note.tried)))
    return told


def unbroken(key: PublicKey) -> str:
    """A force key's fingerprint that stays on one line, to be compared by eye."""
    return key.fingerprint.replace("-", "\N{NON-BREAKING HYPHEN}")


def in_words(error: StorageError) -> str:
    """What kept a key from being changed or tried: what happened, what is safe, what to do."""
    if isinstance(error, WrongPassphrase):
        return _("That does not open this notebook. Nothing was changed. Type it again.")
    if isinstance(error, SecurityKeyFailed):
        return _("{trouble} Nothing was changed.").format(trouble=trouble_in_words(error.trouble))
    if isinstance(error, NoDailySlot):
        return _("Nothing would be left that opens it every day. Nothing was changed.")
    if isinstance(error, SlotRefused):
        return _("The notebook refused this, because it would be worse off. Nothing was changed.")
    if isinstance(error, NotAKey):
        return _("This is not a force’s key, or a character has changed. Ask for the file again.")
    if isinstance(error, VaultBusy):
        return _("The keys have just been changed elsewhere. Close this window and look again.")
    if isinstance(error, Cancelled):
        return _("Stopped. Nothing was changed, and what opened the notebook still does.")
    return str(while_writing(error))
