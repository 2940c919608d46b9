"""The log as files for a line manager: JSON that anybody can check, and CSV for a spreadsheet."""

import csv
import hashlib
import io
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage import reference
from storage.rows import RecordId
from storage.tables.devices import DeviceKey, is_signed
from storage.tables.log_export import LogExtract, LogRow, next_link

FORMAT = "fieldbook-audit-export"
VERSION = 1
PURPOSE = "audit export"
"""What the device's key signs this for; also HPKE's info when it is sealed."""
COLUMNS = ("number", "time", "action", "person", "device", "record", "version", "for", "reason")


@dataclass(frozen=True, slots=True)
class LogDocument:
    """An extract of the log and what a reader needs to know beside it.

    Attributes:
        force, officer: whose log it is, as the force profile names them.
        since, until: the time that was asked for, empty where it is open (ISO 8601).
        produced: when it was made, with its offset.
    """

    extract: LogExtract
    force: str
    officer: str
    since: str
    until: str
    produced: datetime


def as_json(document: LogDocument, device: DeviceKey) -> bytes:
    """The document as JSON, signed by the vault's `device` key (`docs/audit-export.md`)."""
    found = document.extract
    body = {
        "format": FORMAT,
        "version": VERSION,
        "force": document.force,
        "officer": document.officer,
        "vault": found.vault,
        "produced": document.produced.isoformat(timespec="seconds"),
        "asked": {"from": document.since, "to": document.until},
        "before": found.before.hex(),
        "rows": [_row(row) for row in found.rows],
        "head": {"sequence": found.last, "link": found.head.hex(), "mac": found.mac.hex()},
        "device": device.public.hex(),
    }
    signature = device.sign(PURPOSE, _canonical(body))
    return json.dumps({**body, "signature": signature.hex()}, ensure_ascii=False, indent=1).encode()


def as_csv(document: LogDocument) -> bytes:
    """The document as CSV, for people: UTF-8 with a byte order mark, which spreadsheets need."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for row in document.extract.rows:
        table.writerow(
            [
                row.sequence,
                row.time,
                row.action,
                _inert(row.person),
                _inert(row.device),
                reference(RecordId(row.record)) if row.record else "",
                row.version or "",
                _inert(row.recipient),
                _inert(said(row)),
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def said(row: LogRow) -> str:
    """A row's reason as people read it."""
    return "(stays with the record)" if row.reason is None else row.reason


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of an exported log has shown.

    Attributes:
        problems: what is wrong, as sentences; nothing is if there is none.
        rows: how many rows, `first` and `last` their numbers (0 where there are none).
        device: the public key (hex) that signed it; whose it is, the force's list of devices says.
    """

    problems: tuple[str, ...]
    rows: int = 0
    first: int = 0
    last: int = 0
    device: str = ""


def check(data: bytes) -> Checked:
    """Check an exported log: its signature, its chain, and that no row of the stretch is missing.

    It needs no key. Whether the whole log is the one that was written, its MACs tell, to whoever
    opens the vault, and earlier exports do, whose hashes must fit.
    """
    try:
        body: dict[str, Any] = json.loads(data)
        if (body["format"], body["version"]) != (FORMAT, VERSION):
            return Checked(("This is not a log that Fieldbook exported.",))
        signature, device = bytes.fromhex(body.pop("signature")), bytes.fromhex(body["device"])
        problems = _chain_problems(body)
        if not is_signed(device, signature, PURPOSE, _canonical(body)):
            problems.append("The signature does not fit: something in the file was changed.")
        numbers = [row["sequence"] for row in body["rows"]] or [0]
        return Checked(tuple(problems), len(body["rows"]), numbers[0], numbers[-1], device.hex())
    except (ValueError, KeyError, TypeError, AttributeError):
        return Checked(("This is not a log that Fieldbook exported.",))


def _chain_problems(body: dict[str, Any]) -> list[str]:
    link, problems = bytes.fromhex(body["before"]), []
    head, expected = body["head"], None
    for each in body["rows"]:
        row = _parsed(each)
        if expected is not None and row.sequence != expected:
            problems.append(f"Rows between {expected - 1} and {row.sequence} are missing.")
        expected = row.sequence + 1
        if row.reason is not None:
            shown = hashlib.sha256(row.salt + row.reason.encode()).digest()
            if shown != row.reason_hash:
                problems.append(f"The reason in row {row.sequence} is not what was written.")
        link = next_link(link, row, row.reason_hash)
        if link != row.link:
            problems.append(f"The chain breaks at row {row.sequence}.")
            link = row.link
    if expected is not None and expected - 1 == head["sequence"] and link.hex() != head["link"]:
        problems.append("The last row is not the one that the log ended with.")
    return problems


def _row(row: LogRow) -> dict[str, Any]:
    return {
        "sequence": row.sequence,
        "time": row.time,
        "action": str(row.action),
        "person": row.person,
        "device": row.device,
        "record": row.record,
        "version": row.version,
        "recipient": row.recipient,
        "reason": row.reason,
        "salt": row.salt.hex(),
        "reason_hash": row.reason_hash.hex(),
        "hash": row.hash.hex(),
        "mac": row.mac.hex(),
        "link": row.link.hex(),
    }


def _parsed(row: dict[str, Any]) -> LogRow:
    hexadecimal = ("salt", "reason_hash", "hash", "mac", "link")
    values: dict[str, Any] = {
        name: bytes.fromhex(value) if name in hexadecimal else value for name, value in row.items()
    }
    return LogRow(**values)


def _canonical(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _inert(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
