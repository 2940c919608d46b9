"""What went wrong with a file, as a person can act on it."""

from storage.errors import SourceUnreadable, StorageError, UnknownRecord, VaultDamaged, VaultFull
from translations.interface import _


def adding_failed(error: StorageError) -> str:
    """Why a file was not added: what happened, what is safe, what to do."""
    safe = _("It was not added; everything else is sealed.")
    if isinstance(error, SourceUnreadable):
        happened, do = (
            _("The file could not be read to its end."),
            _("Plug the stick or camera in again, and add it once more."),
        )
    elif isinstance(error, VaultFull):
        happened, do = (
            _("The disk is too full for this file."),
            _("Free some room, and add it once more."),
        )
    elif isinstance(error, UnknownRecord):
        happened, do = (
            _("The note it was added to is no longer there."),
            _("Open the record, and add it there."),
        )
    else:
        happened, do = (
            _("The file could not be kept."),
            _("Try again, and tell force IT if it goes on."),
        )
    return f"{happened} {safe} {do}"


def reading_failed(error: StorageError) -> str:
    """Why a file can't be looked at or handed out."""
    if isinstance(error, VaultDamaged):
        return _(
            "This file could not be read, or is not what was sealed, and nothing of it is shown."
            " The records are not touched by it. Lock, open the notebook again and try once more."
            " If it comes back, ask force IT to run the vault check."
        )
    if isinstance(error, UnknownRecord):
        return _("This file is no longer in the notebook. What else is here stays as it is.")
    return _("The file could not be read. Try again, and tell force IT if it goes on.")
