"""Attached files in the notebook: kept while a note is written, shown, copied, handed out."""

from desktop.attachments.draft_files import DraftFiles
from desktop.attachments.record_files import RecordFiles

__all__ = ["DraftFiles", "RecordFiles"]
