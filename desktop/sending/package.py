"""What leaves of a report, exactly: its XML, its PDF, its files; and whether it may leave."""

import hashlib
import io
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lxml import etree

from desktop.breaking import line_breaks
from desktop.definitions import FormShelf
from desktop.documents import document_of
from desktop.profile import Profile
from exports.delivery.queueing import Leaving, enqueue
from exports.envelope import Attached
from exports.envelope.content import REPORT_NAME, Readable
from exports.leaving import leaving
from exports.papers import paper_bytes, paper_of
from forms import read
from storage import Attachment, RecordId, Session, Vault, Version
from storage.errors import SubmissionRefused
from storage.keys.escrow import PublicKey
from storage.outbox.items import Item
from storage.outbox.states import State
from translations.interface import _

PDF_NAME, PDF_TYPE, XML_TYPE = "report.pdf", "application/pdf", "text/xml"
_TYPED = ("text", "dateTime", "date", "time")


class StaysHere(SubmissionRefused):
    """A rule keeps the report here; the sentence says which, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Passage:
    """An answer of the report that its officer wrote; `path` says which."""

    path: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Package:
    """A report as it will leave.

    Attributes:
        xml, pdf: the very bytes.
        passages: what is written in it, for the check.
        files: what goes with it, the PDF first.
    """

    version: Version
    instance: str
    xml: bytes
    pdf: bytes
    passages: tuple[Passage, ...]
    files: tuple[Attached, ...]

    def listed(self) -> list[tuple[str, str, int, str]]:
        """Each file that leaves: name, media type, bytes, SHA-256 (hex)."""
        report = (REPORT_NAME, XML_TYPE, len(self.xml), hashlib.sha256(self.xml).hexdigest())
        others = [(one.name, one.media_type, one.size, one.sha256) for one in self.files]
        return [report, *others]


def passages_of(
    version: Version, shelf: FormShelf, language: str, content: bytes | None = None
) -> tuple[Passage, ...]:
    """What its officer wrote in a report, or in what is left of it as `content`.

    Raises UnknownForm as `FormShelf.get`.
    """
    form = shelf.get(version.form, version.form_version)
    lines = read(form, version.content if content is None else content, language)
    return tuple(
        Passage(line.path, line.label, line.text)
        for line in lines
        if line.kind == "question" and line.type in _TYPED and line.text.strip()
    )


def prepare(
    vault: Vault, shelf: FormShelf, profile: Profile, language: str, record: RecordId
) -> Package:
    """Make what leaves of the newest version of `record`; not for a window's thread.

    What was struck in amendments, and why, stays in the vault, as does all that its form's rule
    keeps there (`exports.leaving`), and every file that only such an answer names.

    Raises:
        StaysHere: this version is in the outbox, or has arrived; or a rule keeps it here.
        MissingGlyph: it holds a character that can't be printed.
        StorageError: the vault refuses.
    """
    versions, files, before = vault.query(lambda session: _found(session, record)).result()
    version = versions[-1]
    here = [item for item in before if item.version == version.number]
    if any(item.state not in (State.WITHDRAWN, State.REJECTED) for item in here):
        raise StaysHere(_("This version of the report is in the outbox already."))
    rule, left = leaving(version.form, version.content)
    if rule.refusal:
        raise StaysHere(rule.refusal)
    xml, instance = _numbered(left, {item.instance for item in before})
    last = replace(version, content=xml, reason="")  # a reason may name what was taken out
    now = datetime.now().astimezone()
    document = document_of([last], shelf, profile, language, now)
    pdf = paper_bytes(paper_of(version.form, document), break_finder=line_breaks)
    paper = Attached(PDF_NAME, PDF_TYPE, len(pdf), hashlib.sha256(pdf).hexdigest(), _opened(pdf))
    others = (
        Attached(file.name, file.media_type, file.size, file.sha256.hex(), _reader(vault, file.id))
        for file in _leaving(files, versions, xml, rule.files)
    )
    said = passages_of(version, shelf, language, xml)
    return Package(version, instance, xml, pdf, said, (paper, *others))


def put_into_outbox(
    vault: Vault,
    package: Package,
    keys: Sequence[PublicKey],
    destination: str,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Item:
    """Seal what was shown and confirmed; raises as `enqueue`."""
    version = package.version
    leaving = Leaving(
        package.instance,
        version.record,
        version.number,
        version.form,
        version.form_version,
        package.xml,
        destination,
        package.files,
    )
    return enqueue(vault, leaving, keys, progress=progress, cancelled=cancelled)


def _found(
    session: Session, record: RecordId
) -> tuple[list[Version], list[Attachment], list[Item]]:
    before = [item for item in session.outbox.all() if item.record == record]
    return session.records.versions(record), session.attachments.of(record), before


def _leaving(
    files: list[Attachment], versions: list[Version], xml: bytes, others: bool
) -> list[Attachment]:
    """Of the record's `files` those that the `xml` that leaves names, and with `others` those that
    no answer ever named, less originals of which a copy was made that says less of itself."""
    left = _texts(xml)
    ever = set().union(*(_texts(version.content) for version in versions))
    copied = {file.original for file in files}
    own = {file.id for file in files if file.name not in ever and file.id not in copied}
    return [file for file in files if file.name in left or (others and file.id in own)]


def _texts(xml: bytes) -> set[str]:
    return {(one.text or "").strip() for one in _parsed(xml).iter()}


def _numbered(content: bytes, taken: set[str]) -> tuple[bytes, str]:
    """The XML and its instanceID: a new one where the old is taken or missing."""
    root = _parsed(content)
    place = next(one for one in root.iter("{*}instanceID"))
    number = (place.text or "").strip()
    if number.startswith("uuid:") and number not in taken:
        return content, number
    place.text = number = f"uuid:{uuid.uuid4()}"
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True)), number


def _parsed(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(xml, parser)


def _opened(data: bytes) -> Callable[[], Readable]:
    return lambda: io.BytesIO(data)


def _reader(vault: Vault, id: str) -> Callable[[], Readable]:
    return lambda: vault.read_attachment(id)
