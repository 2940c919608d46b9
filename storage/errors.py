"""What can go wrong with a vault, as a tree, so that a person can be told what to do.

StorageError
├── NotAVault            no vault stands in this folder
├── VaultExists          a new vault would overwrite something
├── WrongPassphrase      no key slot opens with what was given
├── IsABackup            a backup is restored, never worked in
├── NotABackup           there is no whole backup where one was looked for
├── NoSuchPlace          the folder or stick for backups is not there
├── Cancelled            somebody asked to stop; nothing of it was kept
├── SourceUnreadable     a file that was to be added can't be read
├── VaultClosed          it was asked after it had been closed
├── VaultBusy            another process has the vault open
├── VaultFull            the disk has no room left
├── VaultReadOnly        the folder or its files can't be written
├── DiskFailing          the disk refused a read or a write
│   └── AnchorNotWritten what was written is kept, but the anchor does not know of it yet
├── UnsupportedSchema    a newer Fieldbook wrote this vault
├── VaultDamaged         a part of the vault is not what was written
│   └── RecordsMissing   something that was acknowledged is no longer there
├── SlotRefused          a key slot can't be added or removed in this way
│   └── NoDailySlot      nothing would be left that opens the vault from day to day
├── SecurityKeyFailed    a security key is missing, or did not get what it asked for
├── NotAHandover         a file is no hand-over or receipt, or not a whole one
├── HandoverRefused      records can't be handed over, or taken in, in this way
├── NotAKey              a file is not a force's key, or not a whole one
├── NotAReceipt          a receipt is none, or not for what this vault has sealed
├── RecordHeld           a hold keeps a record from being purged
├── ReportWaits          a report from a record has not arrived yet, so it can't be purged
├── UnknownRecord        no record, draft or version of that name
├── EditConflict         the record has moved on since it was read
├── UnknownSubmission    nothing of that number is in the outbox
└── SubmissionRefused    the outbox does not do this with an item as it stands
"""

import enum


class StorageError(Exception):
    """Anything that keeps a vault from doing what it was asked."""


class NotAVault(StorageError):
    """No vault stands in this folder."""


class VaultExists(StorageError):
    """The folder holds something already; a new vault never overwrites it."""


class WrongPassphrase(StorageError):
    """No key slot of the asked type opens with this passphrase or recovery code."""


class IsABackup(StorageError):
    """This folder is a backup: it is restored, and never worked in."""


class NotABackup(StorageError):
    """There is no whole backup where one was looked for."""


class NoSuchPlace(StorageError):
    """The folder or stick that backups go to is not there, or can't be used for them."""


class Cancelled(StorageError):
    """Somebody asked to stop; nothing of what was under way was kept."""


class SourceUnreadable(StorageError):
    """A file that was to be added to the vault can't be read; nothing of it was kept."""


class VaultClosed(StorageError):
    """The vault is sealed: nothing more is read or written in this process."""


class VaultBusy(StorageError):
    """Another process has the vault open."""


class VaultFull(StorageError):
    """The disk is full; what was acknowledged is there, what was being written is not."""


class VaultReadOnly(StorageError):
    """The vault's folder or files can't be written."""


class DiskFailing(StorageError):
    """The disk refused a read or a write for another reason than room."""


class AnchorNotWritten(DiskFailing):
    """What was written is kept; the anchor could not follow, and will with the next write."""


class UnsupportedSchema(StorageError):
    """A newer version of Fieldbook wrote this vault; nothing was changed."""


class VaultDamaged(StorageError):
    """A part of the vault is not what was written.

    Attributes:
        part: `header`, `database`, `anchor`, `log`, `audit`, `records`, `drafts`, `search`
            or `attachments`.
    """

    def __init__(self, part: str, problem: str) -> None:
        """Say which `part` is damaged and what the `problem` is, in a plain sentence."""
        super().__init__(problem)
        self.part = part


class RecordsMissing(VaultDamaged):
    """The database is older than the anchor: acknowledged writes are no longer there.

    Attributes:
        expected: number of the last write that was acknowledged.
        found: number of the last write that the database holds.
    """

    def __init__(self, expected: int, found: int, problem: str) -> None:
        """Say how far the database (`found`) is behind the anchor (`expected`), in writes."""
        super().__init__("records", problem)
        self.expected = expected
        self.found = found


class SlotRefused(StorageError):
    """A change to the key slots that would leave the vault worse than it is; nothing changed."""


class NoDailySlot(SlotRefused):
    """Neither passphrase nor security key would be left; done only where the officer says so."""


class KeyTrouble(enum.Enum):
    """Why a security key gave no secret; each reader says it in their own words."""

    MISSING = "No security key is plugged in."
    SEVERAL = "Several security keys are plugged in: leave only one."
    NO_PIN = "This security key has no PIN yet: set one with its maker's program, and try again."
    PIN_NOT_GIVEN = "The security key's PIN was not given."
    WRONG_PIN = "That is not the PIN of this security key."
    PULL_OUT = "The PIN was wrong three times: pull the security key out and plug it in again."
    BLOCKED = (
        "The PIN was wrong too often: this security key is blocked until it is reset, and a reset"
        " makes it forget this vault."
    )
    UNTOUCHED = "The security key was not touched in time."
    INCAPABLE = "This security key can't compute secrets (hmac-secret)."
    SILENT = "The security key did not answer as it should."


class SecurityKeyFailed(StorageError):
    """A security key is not plugged in, not touched, without PIN, or can't do what is needed."""

    def __init__(self, trouble: KeyTrouble) -> None:
        """Say what the `trouble` is."""
        super().__init__(trouble.value)
        self.trouble = trouble


class NotAHandover(StorageError):
    """This file is no hand-over and no receipt of one, or a part of it is changed or missing."""


class HandoverRefused(StorageError):
    """These records can't be handed over, or taken in, in this way; nothing was changed."""


class NotAKey(StorageError):
    """This file is not a force's key, or a character of it is missing or different."""


class NotAReceipt(StorageError):
    """This file is no receipt, or not for what this vault has sealed."""


class RecordHeld(StorageError):
    """A hold stands on this record: it is kept until somebody lifts it."""


class ReportWaits(StorageError):
    """What was made of this record waits to leave: nothing is deleted before it has arrived."""


class UnknownRecord(StorageError):
    """No record, version or draft has this id."""


class EditConflict(StorageError):
    """The record has a newer version than the one that was being amended."""


class UnknownSubmission(StorageError):
    """The outbox has nothing of this number."""


class SubmissionRefused(StorageError):
    """What was asked of an item of the outbox does not go with the state that it is in."""
