"""What kept a hand-over from being made or taken in: what happened, what is safe, what to do."""

from storage.errors import (
    Cancelled,
    HandoverRefused,
    NotAHandover,
    NotAKey,
    StorageError,
    VaultFull,
    VaultReadOnly,
    WrongPassphrase,
)
from translations.interface import _


def in_words(error: StorageError) -> str:
    """The sentences for `error`; "" where the officer stopped it."""
    if isinstance(error, Cancelled):
        return ""
    safe = _("Nothing was changed in this notebook.")
    if isinstance(error, NotAKey):
        return _(
            "This is neither an officer’s hand-over key nor a force’s public key, or a character"
            " of it is missing. Ask for it again."
        )
    if isinstance(error, NotAHandover):
        what = _("This is no hand-over or receipt for here, or it was changed on its way.")
        advice = _("Ask the sender for it again.")
        return f"{what} {safe} {advice}"
    if isinstance(error, WrongPassphrase):
        what = _("This hand-over is sealed to somebody else.")
        advice = _("Give the sender your own key.")
        return f"{what} {safe} {advice}"
    if isinstance(error, HandoverRefused):
        what = _("One of these records went on differently here, or was purged here.")
        advice = _("Speak with the sender about which version counts.")
        return f"{what} {safe} {advice}"
    if isinstance(error, VaultFull):
        what, advice = _("The disk is full."), _("Make room and try again.")
        return f"{what} {safe} {advice}"
    if isinstance(error, VaultReadOnly):
        what = _("Nothing can be written there.")
        advice = _("Choose another folder.")
        return f"{what} {safe} {advice}"
    what, advice = _("The disk refused."), _("Try another folder or stick.")
    return f"{what} {safe} {advice}"
