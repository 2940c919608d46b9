"""What to tell an officer whose notebook does not open: what happened, what is safe, what to do."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.profile import ProfileErrors
from storage import errors
from translations.interface import _, ngettext


@dataclass(frozen=True, slots=True)
class Telling:
    """An error as a person is told it.

    Attributes:
        can_accept: whether what is left can be opened all the same.
    """

    happened: str
    safe: str
    remedy: str
    can_accept: bool = False


READABLE = ("records", "anchor", "log", "drafts")
"""Parts whose damage leaves a database that can be opened with a reason (`accept_loss`)."""


def tell(error: BaseException) -> Telling:
    """The words for `error`; what is not foreseen is Fieldbook's own failure."""
    if isinstance(error, ProfileErrors):
        return _profile(error)
    if isinstance(error, errors.RecordsMissing):
        return _missing(error)
    if isinstance(error, errors.VaultDamaged):
        return _damaged(error)
    return next((words() for kind, words in _WORDS if isinstance(error, kind)), _own_failure())


_WORDS: tuple[tuple[type[errors.StorageError], Callable[[], Telling]], ...] = (
    (
        errors.NotAVault,
        lambda: Telling(
            _("There is no notebook in this folder."),
            _("Nothing was changed. If it is on a stick or a share, it is still there."),
            _("Connect the stick or share and try again, or choose another folder."),
        ),
    ),
    (
        errors.IsABackup,
        lambda: Telling(
            _("This is a backup, not a notebook to write in."),
            _("It is as it was made."),
            _("Choose another notebook, then Restore a backup: it makes a notebook of this one."),
        ),
    ),
    (
        errors.VaultExists,
        lambda: Telling(
            _("There is something in this folder already."),
            _("Nothing was changed."),
            _("Choose another name or folder: a notebook needs a folder of its own."),
        ),
    ),
    (
        errors.VaultBusy,
        lambda: Telling(
            _("This notebook is open already."),
            _("It is as it was. Only one window at a time can write in it."),
            _("Use the window that is open, or close it and try again."),
        ),
    ),
    (
        errors.VaultFull,
        lambda: Telling(
            _("The disk is full."),
            _("Everything that was sealed is there."),
            _("Make room on the disk and try again."),
        ),
    ),
    (
        errors.VaultReadOnly,
        lambda: Telling(
            _("The notebook cannot be written to: its folder or its files are read-only."),
            _("Everything that was sealed is there."),
            _("Allow writing there, or take off the stick’s write protection, and try again."),
        ),
    ),
    (
        errors.DiskFailing,
        lambda: Telling(
            _("The disk did not answer as it should."),
            _("What was sealed has not been touched."),
            _("Try again. If it goes on, copy the notebook’s folder to another disk."),
        ),
    ),
    (
        errors.UnsupportedSchema,
        lambda: Telling(
            _("A newer Fieldbook wrote this notebook."),
            _("Nothing was changed."),
            _("Open it with the newer version. Your force can install it on this laptop."),
        ),
    ),
)


def tell_of_restoring(error: BaseException) -> Telling:
    """The words for what kept a backup from being restored; nothing was made of it."""
    if isinstance(error, errors.VaultDamaged):
        return Telling(
            _("This backup is not whole: {part}.").format(part=error.part),
            _("It was left as it is, and no notebook was made of it."),
            _("Try an earlier backup. Force IT can bring back what is left of this one."),
        )
    return tell(error)


def _missing(error: errors.RecordsMissing) -> Telling:
    lost = error.expected - error.found
    happened = _("This is not the notebook as it was last sealed on this laptop.")
    if lost > 0:
        happened = ngettext(
            "The last change to this notebook is no longer there.",
            "The last {count} changes to this notebook are no longer there.",
            lost,
        ).format(count=lost)
    return Telling(
        happened,
        _("What is left can be read."),
        _("Look for a newer copy first: a backup, or the disk that the notebook was on."),
        can_accept=True,
    )


def _damaged(error: errors.VaultDamaged) -> Telling:
    if error.part in READABLE:
        return Telling(
            _("A part of this notebook has been damaged, or changed from outside."),
            _("The notes themselves can still be read."),
            _("Copy the folder as it is before anything else. Then open what is left."),
            can_accept=True,
        )
    return Telling(
        _("This notebook is damaged and cannot be opened."),
        _("Fieldbook has changed nothing in it."),
        _("Copy the folder as it is, then bring back the last backup. Meanwhile write on paper."),
    )


def _profile(error: ProfileErrors) -> Telling:
    problems = "\n".join(str(each) for each in error.errors)
    return Telling(
        _("The force’s profile has errors, so Fieldbook does not know who is writing."),
        _("The notebook is sealed and whole."),
        _("Ask whoever looks after Fieldbook in your force to mend {file}:\n{problems}").format(
            file=error.source, problems=problems
        ),
    )


def _own_failure() -> Telling:
    return Telling(
        _("Fieldbook itself failed."),
        _("What was sealed has not been touched."),
        _("Try again. If it fails again, tell whoever looks after Fieldbook in your force."),
    )
