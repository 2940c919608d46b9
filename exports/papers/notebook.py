"""The notebook of a period: what was written, as it was written, and the log's chain beside it.

Every version stands where it was entered, an amendment included, so that nothing is read as older
than it is. Beside the PDF goes a proof: the log's open chain (`exports/audit_log.py`), the hash of
each entry and of the PDF itself, signed by the device. `check` needs no key and no vault.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exports.audit_log import Checked, LogDocument, as_json
from exports.audit_log import check as check_log
from exports.papers.answers import Answers
from exports.papers.paper import Field, Heading, Notice, Paper, Part, Words
from exports.record import DocumentVersion, RecordDocument
from exports.times import short_time
from storage.rows import RecordId
from storage.tables.devices import DeviceKey, is_signed
from storage.tables.records import reference
from translations.interface import _, ngettext

FORMAT = "fieldbook-notebook-proof"
VERSION = 1
PURPOSE = "notebook"
"""What the device's key signs the proof for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One version as it was entered, with the record that it belongs to."""

    record: str
    document: RecordDocument
    version: DocumentVersion


def notebook(entries: Sequence[Entry], log: LogDocument, marking: str, language: str) -> Paper:
    """The `entries` of the period that `log` covers, in the order of entering."""
    ordered = sorted(entries, key=lambda entry: entry.version.entry_time)
    produced = short_time(log.produced, language)
    count = len(ordered)
    told = ngettext("One entry", "{count} entries", count).format(count=count)
    period = " – ".join(part[:10] or "…" for part in (log.since, log.until))
    return Paper(
        file_title=_("Fieldbook notebook {time}").format(time=produced),
        title=_("Notebook"),
        subtitle=f"{period} · {log.officer} · {told}",
        marking=marking,
        force=log.force,
        reference=_("Notebook"),
        language=language,
        produced=log.produced,
        parts=(*_entries(ordered), *_chain(log)),
    )


def proof(pdf: bytes, entries: Sequence[Entry], log: LogDocument, device: DeviceKey) -> bytes:
    """What shows later that `pdf` is the one that was written, and that its entries are the log's.

    It holds no content: hashes, references, and the log as it is exported for a line manager.
    """
    body = {
        "format": FORMAT,
        "version": VERSION,
        "pdf": hashlib.sha256(pdf).hexdigest(),
        "entries": [
            {"record": one.record, "version": one.version.number, "hash": one.version.hash}
            for one in entries
        ],
        "log": json.loads(as_json(log, device)),
        "device": device.public.hex(),
    }
    signature = device.sign(PURPOSE, _canonical(body))
    return json.dumps({**body, "signature": signature.hex()}, ensure_ascii=False, indent=1).encode()


def check(pdf: bytes, proven: bytes) -> Checked:
    """Whether `pdf` is the notebook that `proven` was made with; needs no key."""
    try:
        body: dict[str, Any] = json.loads(proven)
        if (body["format"], body["version"]) != (FORMAT, VERSION):
            return Checked(("This is not the proof of a notebook.",))
        signature, device = bytes.fromhex(body.pop("signature")), bytes.fromhex(body["device"])
        found = check_log(json.dumps(body["log"]).encode())
        problems = list(found.problems)
        if not is_signed(device, signature, PURPOSE, _canonical(body)):
            problems.append("The signature of the proof does not fit: something was changed.")
        if found.device and found.device != device.hex():
            problems.append("The log was signed by another device than the notebook.")
        if hashlib.sha256(pdf).hexdigest() != body["pdf"]:
            problems.append("The PDF is not the one that was written.")
        logged = {(row["record"], row["version"], row["hash"]) for row in body["log"]["rows"]}
        problems += [
            f"Version {one['version']} of {reference(RecordId(one['record']))} is not in the log."
            for one in body["entries"]
            if (one["record"], one["version"], one["hash"]) not in logged
        ]
        return Checked(tuple(problems), found.rows, found.first, found.last, device.hex())
    except (ValueError, KeyError, TypeError, AttributeError):
        return Checked(("This is not the proof of a notebook.",))


def _entries(ordered: Sequence[Entry]) -> Iterator[Part]:
    if not ordered:
        yield Words(_("Nothing was written in this period."))
    for entry in ordered:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[Part]:
    document, version = entry.document, entry.version
    title = document.form.title(document.language)
    yield Heading(f"{short_time(version.entry_time, document.language)} · {title}")
    if version.number > 1:
        yield Notice(
            _("Amends {reference}, now version {number}: {reason}").format(
                reference=document.reference, number=version.number, reason=version.reason
            )
        )
    for line in Answers(document, version).lines:
        if line.kind == "question":
            yield Field(line.label, (line.text,))
        elif line.kind == "repeat" and line.label.strip():
            yield Heading(f"{line.label} {line.text}", 1)
    written = f"{version.author} · {document.reference} · {version.number}"
    yield Field(_("Written by"), (written,), (version.hash,))


def _chain(log: LogDocument) -> Iterator[Part]:
    yield Heading(_("The chain"))
    yield Words(
        _(
            "Each row of the notebook’s log is chained to the one before: under each stand its own"
            " hash, where it has one, and the chain’s. An entry whose hash is not here, or a chain"
            " that does not follow, was not written as it is shown."
        ),
        small=True,
    )
    yield Field(_("Before the first row"), (), (log.extract.before.hex(),))
    for row in log.extract.rows:
        about = [row.action]
        if row.record:
            about.append(reference(RecordId(row.record)))
        if row.version:
            about.append(_("version {number}").format(number=row.version))
        hashes = tuple(each.hex() for each in (row.hash, row.link) if each)
        yield Field(f"{row.sequence}", (f"{row.time} · {' · '.join(about)}",), hashes)


def _canonical(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
