"""What a record's document is made of; light, for those who only hand it on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from forms import Form


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """One version of a record, as the vault keeps it.

    Attributes:
        number: from 1.
        content: the form instance, XML.
        author: who wrote it, as the force knows them.
        event_time: when it happened, None if that was not said.
        entry_time: when it was written.
        reason: why it was amended, "" for the first.
        hash: of the version in the vault's audit chain, hexadecimal.
    """

    number: int
    content: bytes
    author: str
    event_time: datetime | None
    entry_time: datetime
    reason: str
    hash: str


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file that is attached to the record.

    Attributes:
        name: what an answer calls it, neutral.
        title: its own name.
        facts: what kind of file it is and how large, in words.
        sha256: of the original, hexadecimal.
        added: when, and `author` by whom.
        picture: a PNG or JPEG of what it shows, None to print none.
    """

    name: str
    title: str
    facts: str
    sha256: str
    added: datetime
    author: str
    picture: bytes | None = None


@dataclass(frozen=True)
class RecordDocument:
    """All that a record's document is made of; equal input gives an equal file.

    Attributes:
        form: the form that the record was filled in with.
        versions: oldest first, at least one.
        reference: a neutral reference, in the title and on every page.
        marking: the protective marking, for example "OFFICIAL-SENSITIVE".
        force: the force that the officer belongs to.
        officer: who has the document made.
        language: of labels and dates, one of the form's (BCP 47).
        produced: when the document is made, with its offset.
        files: what is attached to the record, in the order of adding.
        beside: a second language, whose labels stand under the first's; "" for none.
        draft: the sentences that say the translation is not approved, each with its language.
    """

    form: Form
    versions: Sequence[DocumentVersion]
    reference: str
    marking: str
    force: str
    officer: str
    language: str
    produced: datetime
    files: Sequence[DocumentFile] = ()
    beside: str = ""
    draft: Sequence[tuple[str, str]] = ()
