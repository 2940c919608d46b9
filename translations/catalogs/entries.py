"""A catalog as it is written: its entries, their sign-offs, and the PO file that holds them."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog as Gettext
from babel.messages.catalog import Message as GettextMessage
from babel.messages.pofile import PoFileError, read_po, write_po

from translations.cards import Message
from translations.catalogs.status import Status
from translations.languages import Language

FOLDER = Path(__file__).parent
DRAFTER = "Fieldbook draft"
"""The translator of a catalog that nobody of the trade has read yet."""

_UNWRAPPED = 100_000
"""Columns of a line; a sign-off that were broken over two would be lost."""
_SIGNED = re.compile(r"(revised|approved): (\S.*?), (\d{4}-\d\d-\d\d)\Z")
_SIGNS = ("revised:", "approved:")
_STATUS = re.compile(r"^#?\s*status: (\w+)\s*$", re.MULTILINE)
_HEADER = """\
Information cards in {english}, and what people read of the forms.
Copyright: as Fieldbook, see LICENSE.
How to translate and to sign off: docs/translating.md
status: {status}"""


class SignOff(NamedTuple):
    """That somebody has read a translation: `status` is REVISED or APPROVED, `day` ISO 8601."""

    status: Status
    reviewer: str
    day: str

    def __str__(self) -> str:
        """As it stands in the catalog."""
        return f"{self.status.word}: {self.reviewer}, {self.day}"


class Entry(NamedTuple):
    """One message of a catalog.

    Attributes:
        id: the message's id, gettext's msgctxt.
        source: the English that was translated, gettext's msgid.
        text: the translation; "" where there is none.
        fuzzy: whether it is marked as a draft.
        signed: who has read it, oldest first.
        comments: what translators have noted besides.
        unclear: comments that begin like a sign-off and are none.
    """

    id: str
    source: str
    text: str
    fuzzy: bool = True
    signed: tuple[SignOff, ...] = ()
    comments: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """How far it has come; a mark as a draft outweighs any sign-off."""
        if not self.text:
            return Status.MISSING
        if self.fuzzy or not self.signed:
            return Status.DRAFT
        return max(sign.status for sign in self.signed)


class Written(NamedTuple):
    """A PO file as it was read.

    Attributes:
        entries: by id, in the file's order.
        translator: who translated last, by the file's header.
        day: when, ISO 8601, or "".
        status: what the header says of the whole; "" where it says nothing.
        twice: ids that stand there more than once.
    """

    entries: dict[str, Entry]
    translator: str = DRAFTER
    day: str = ""
    status: str = ""
    twice: tuple[str, ...] = ()


class CatalogDamaged(Exception):
    """A PO file that cannot be read; the message says where and why."""


def path_of(language: Language, folder: Path = FOLDER) -> Path:
    """The PO file of a language."""
    return folder / f"{language.code}.po"


def read(path: Path) -> Written:
    """The catalog in a PO file; empty where there is no such file. Raises CatalogDamaged."""
    if not path.is_file():
        return Written({})
    try:
        with path.open("rb") as file:
            catalog = read_po(file, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise CatalogDamaged(f"{path.name} cannot be read as a catalog: {error}") from error
    entries: dict[str, Entry] = {}
    for message in catalog:
        if message.id:
            entry = _entry(message)
            entries[entry.id] = entry
    found = _STATUS.search(catalog.header_comment)
    revised = catalog.revision_date
    return Written(
        entries,
        catalog.last_translator,
        revised.date().isoformat() if isinstance(revised, datetime) else "",
        found[1] if found else "",
        _twice(path),
    )


def _twice(path: Path) -> tuple[str, ...]:
    """Ids that a hand has put there twice; Babel would keep one of them in silence."""
    found = re.findall(r'^msgctxt "(.*)"', path.read_text("utf-8"), re.MULTILINE)
    return tuple(sorted({id for id in found if found.count(id) > 1}))


def _entry(message: GettextMessage) -> Entry:
    comments = [comment.strip() for comment in message.user_comments if comment.strip()]
    signed, others, unclear = [], [], []
    for comment in comments:
        found = _SIGNED.match(comment)
        if found and _is_day(found[3]):
            signed.append(SignOff(Status[found[1].upper()], found[2], found[3]))
        elif comment.lower().startswith(_SIGNS):
            unclear.append(comment)
        else:
            others.append(comment)
    return Entry(
        message.context or "",
        str(message.id),
        str(message.string or ""),
        message.fuzzy,
        tuple(signed),
        tuple(others),
        tuple(unclear),
    )


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def lowest(entries: Iterable[Entry]) -> Status:
    """The status of the whole: that of the entry that has come least far."""
    return min((entry.status for entry in entries), default=Status.MISSING)


def write(path: Path, language: Language, messages: Iterable[Message], written: Written) -> None:
    """Write a catalog: an entry for each of `messages`, in their order, with its source.

    The header's status is that of the entry that has come least far. Equal catalogs make equal
    files.
    """
    messages = tuple(messages)
    entries = [written.entries.get(message.id, _none(message)) for message in messages]
    day = datetime.combine(date.fromisoformat(written.day or "2026-11-22"), time(), UTC)
    catalog = Gettext(
        locale=language.locale,
        project="Fieldbook",
        version="cards",
        msgid_bugs_address="",
        header_comment="\n".join(
            f"# {line}"
            for line in _HEADER.format(
                english=language.english, status=lowest(entries).word
            ).splitlines()
        ),
        last_translator=written.translator,
        language_team=f"{language.english} <{language.code}>",
        creation_date=day,
        revision_date=day,
        fuzzy=False,
    )
    for message, entry in zip(messages, entries, strict=True):
        catalog.add(
            entry.source,
            entry.text,
            context=entry.id,
            flags=["fuzzy"] if entry.fuzzy and entry.text else [],
            auto_comments=[f"source: {message.source}"],
            user_comments=[*entry.comments, *entry.unclear, *map(str, entry.signed)],
        )
    made = BytesIO()
    write_po(made, catalog, width=_UNWRAPPED)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(made.getvalue())
    fresh.replace(path)


def _none(message: Message) -> Entry:
    return Entry(message.id, message.text, "")
