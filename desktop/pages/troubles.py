"""Errors of the vault as a person can act on them: what happened, what is safe, what to do."""

from dataclasses import dataclass

from desktop.refusals import damaged, seldom
from storage.errors import (
    AnchorNotWritten,
    DiskFailing,
    EditConflict,
    StorageError,
    VaultBusy,
    VaultDamaged,
    VaultFull,
    VaultReadOnly,
)
from translations.interface import _


@dataclass(frozen=True, slots=True)
class Trouble:
    """Three plain sentences."""

    what: str
    safe: str
    do: str

    def __str__(self) -> str:
        """All of it, in reading order."""
        return f"{self.what} {self.safe} {self.do}"


def form_is_missing(form: str, version: str) -> str:
    """What it means that a record or draft can't be shown for want of its form."""
    return str(
        Trouble(
            _("This was written with version {version} of the form “{form}”.").format(
                version=version, form=form
            ),
            _("Nothing of it is lost, but this notebook does not have that version."),
            _("Import it under Settings, Forms, and it can be read again."),
        )
    )


def while_writing(error: StorageError) -> Trouble:
    """What `error` means while something is being written or read in an open notebook."""
    shown = _("What is on this page is still here, and what was sealed before is safe.")
    if isinstance(error, VaultFull):
        return Trouble(
            _("Not sealed: the disk is full."),
            shown,
            _("Free some room; it is sealed by itself as soon as there is any."),
        )
    if isinstance(error, VaultReadOnly):
        return Trouble(
            _("Not sealed: the notebook’s folder can’t be written."),
            shown,
            _("Make the folder writable, or plug the stick in again."),
        )
    if isinstance(error, AnchorNotWritten):
        return Trouble(
            _("Sealed, but the disk refused the proof of it."),
            shown,
            _("Make a copy of the notebook on another disk soon, and tell force IT."),
        )
    if isinstance(error, DiskFailing):
        return Trouble(
            _("Not sealed: the disk refused to write."),
            shown,
            _("Keep this page open and tell force IT; it is tried again by itself."),
        )
    if isinstance(error, EditConflict):
        return Trouble(
            _("This record was amended since you began."),
            _("Your draft is sealed."),
            _("Open the record again, and bring over what is still needed."),
        )
    if isinstance(error, VaultBusy):
        return Trouble(_("The vault is busy."), shown, _("It is tried again by itself."))
    if isinstance(error, VaultDamaged):
        return Trouble(*damaged(error))
    what, do = seldom(error)
    return Trouble(what, shown, do)


def missing(count: int) -> str:
    """Why a note can't be finalised yet: `count` answers are missing or wrong."""
    if count == 1:
        return _("One answer is needed before this can be finalised; it is marked.")
    return _("{count} answers are needed before this can be finalised; they are marked.").format(
        count=count
    )
