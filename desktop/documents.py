"""From records to the documents that leave the notebook."""

from collections.abc import Sequence
from datetime import datetime

from desktop.definitions import FormShelf
from desktop.profile import Profile
from exports import DocumentFile, DocumentVersion, RecordDocument
from storage import Version, reference


def document_of(
    versions: Sequence[Version],
    shelf: FormShelf,
    profile: Profile,
    language: str,
    produced: datetime,
    files: Sequence[DocumentFile] = (),
) -> RecordDocument:
    """The document of a record, all its `versions` (oldest first) with it.

    An amendment is written in the form of what it amends, so one form reads them all.

    Raises UnknownForm where that form is nowhere.
    """
    newest = versions[-1]
    return RecordDocument(
        form=shelf.get(newest.form, newest.form_version),
        versions=[
            DocumentVersion(
                version.number,
                version.content,
                version.author,
                _time(version.event_time),
                datetime.fromisoformat(version.entry_time),
                version.reason,
                version.hash.hex(),
            )
            for version in versions
        ],
        reference=reference(newest.record),
        marking=profile.marking,
        force=profile.force,
        officer=profile.officer,
        language=language,
        produced=produced,
        files=files,
    )


def _time(iso: str) -> datetime | None:
    return datetime.fromisoformat(iso) if iso else None
