"""Errors in the reader's language: what none of the rooms has better words for."""

from collections.abc import Callable

from storage import errors
from storage.errors import DiskFailing, VaultDamaged, VaultFull, VaultReadOnly
from translations.interface import _


def damaged(error: VaultDamaged) -> tuple[str, str, str]:
    """What a page that can't be read means: what happened, what is safe, what to do.

    It need not be lost: once a read has failed, SQLCipher takes every page for damaged until the
    vault is opened again.
    """
    return (
        _("A page of the notebook could not be read, or is damaged: {part}.").format(
            part=_part(error.part)
        ),
        _("Nothing was deleted, and what was sealed is most likely whole."),
        _(
            "Lock, open the notebook again and try once more. If it comes back, stop writing,"
            " and ask force IT to run the vault check before anything else is done."
        ),
    )


def while_giving_out(error: Exception) -> str:
    """What kept a paper or a file from being made: an `ExportError`, `StorageError` or `OSError`.

    "" where somebody has stopped it.
    """
    from exports.errors import CannotWrite, ExportCancelled, MissingGlyph, PaperRefused

    if isinstance(error, ExportCancelled | errors.Cancelled):
        return ""
    if isinstance(error, MissingGlyph):
        return _(
            "“{where}” holds {character}, which cannot be printed yet. Amend the record and write"
            " it in other letters."
        ).format(where=error.where, character=f"{error.name} (U+{ord(error.character):04X})")
    if isinstance(error, PaperRefused):
        return str(error)  # a rule of the trade, said in the reader's language
    if isinstance(error, VaultFull):
        return _("The disk is full. Make room, or choose another folder.")
    if isinstance(error, CannotWrite | VaultReadOnly | DiskFailing | OSError):
        return _("Nothing can be written there. Choose another folder or stick.")
    if isinstance(error, VaultDamaged):
        return " ".join(damaged(error))
    return " ".join(seldom(error))


_SELDOM: tuple[tuple[type[Exception], Callable[[], tuple[str, str]]], ...] = (
    (
        errors.UnknownRecord,
        lambda: (
            _("This is no longer in the notebook."),
            _("Go back to the list, and choose again."),
        ),
    ),
    (
        errors.UnknownSubmission,
        lambda: (
            _("This report is no longer in the outbox."),
            _("Look under Send at what is there."),
        ),
    ),
    (
        errors.SubmissionRefused,
        lambda: (
            _("The outbox does not do that with this report as it stands."),
            _("Look under Send how far it has come."),
        ),
    ),
    (
        errors.RecordHeld,
        lambda: (
            _("A hold stands on this record, so it is kept."),
            _("Whoever placed the hold can lift it."),
        ),
    ),
    (
        errors.ReportWaits,
        lambda: (
            _("A report from this record has not arrived yet."),
            _("Send it first."),
        ),
    ),
    (
        errors.SourceUnreadable,
        lambda: (
            _("The file could not be read to its end."),
            _("Plug the stick or camera in again, and try once more."),
        ),
    ),
    (
        errors.VaultExists,
        lambda: (
            _("That folder holds something already."),
            _("Choose one that is empty."),
        ),
    ),
    (
        errors.NotAKey,
        lambda: (
            _("The force’s key is not there, or a character of it is missing."),
            _("Ask force IT for it again."),
        ),
    ),
    (
        errors.VaultClosed,
        lambda: (_("The notebook is locked."), _("Open it again.")),
    ),
)
"""Words for what seldom reaches a person; asked for when they are needed, in the language then."""


def seldom(error: Exception) -> tuple[str, str]:
    """What happened and what to do, of all that seldom reaches a person."""
    for kind, words in _SELDOM:
        if isinstance(error, kind):
            return words()
    return (
        _("The notebook could not do this."),
        _("Try again, and tell force IT if it goes on."),
    )


def _part(name: str) -> str:
    """A part of the vault as a person calls it; `VaultDamaged.part` names it."""
    return {
        "header": _("the list of keys"),
        "database": _("the notes"),
        "records": _("the notes"),
        "drafts": _("the drafts"),
        "search": _("the search"),
        "attachments": _("the files"),
        "audit": _("the log"),
        "log": _("the newest changes"),
        "anchor": _("the count of changes"),
        "outbox": _("the outbox"),
    }.get(name, name)
