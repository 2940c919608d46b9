"""Backups as an officer meets them: made by themselves, seen in Settings, missed on Today."""

from desktop.backups.card import BackupsCard
from desktop.backups.keeper import BackupKeeper
from desktop.backups.notice import BackupNotice

__all__ = ["BackupKeeper", "BackupNotice", "BackupsCard"]
