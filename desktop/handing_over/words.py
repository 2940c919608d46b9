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
        return f"{what} {safe} {_('Ask the sender for it again.')}"
    if isinstance(error, WrongPassphrase):
        what = _("This hand-over is sealed to somebody else.")
        return f"{what} {safe} {_('Give the sender your own key.')}"
    if isinstance(error, HandoverRefused):
        what = _("One of these records went on differently here, or was purged here.")
        return f"{what} {safe} {_('Speak with the sender about which version counts.')}"
    if isinstance(error, VaultFull):
        return f"{_('The disk is full.')} {safe} {_('Make room and try again.')}"
    if isinstance(error, VaultReadOnly):
        what = _("Nothing can be written there.")
        return f"{what} {safe} {_('Choose another folder.')}"
    return f"{_('The disk refused.')} {safe} {_('Try another folder or stick.')}"
