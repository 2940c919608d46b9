"""The exported log holds no content, and a stranger can tell what is missing or changed."""

import csv
import hashlib
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from exports.audit_log import LogDocument, as_csv, as_json, check
from storage import Vault
from storage.tables.log_export import LogFilter
from tests.storage.helpers import Sample, add, ask, do, note

CANARY = "zebrafinchquintessence"


def exported(
    vault: Vault, since: datetime | None = None, until: datetime | None = None
) -> LogDocument:
    extract = ask(vault, lambda s: s.log.extract(vault.header.vault_id, since, until))
    return LogDocument(extract, "Sample Force", "PC Sample", "", "", datetime.now(UTC))


def document(vault: Vault, **asked: datetime) -> bytes:
    return as_json(exported(vault, **asked), vault.device_key().result())


def stranger(data: bytes) -> str:
    """What is wrong with an exported log, by docs/audit-export.md and nothing of ours."""
    body: dict[str, Any] = json.loads(data)
    signature = bytes.fromhex(body.pop("signature"))
    link = bytes.fromhex(body["before"])
    for number, row in enumerate(body["rows"]):
        if row["sequence"] != body["rows"][0]["sequence"] + number:
            return "missing"
        if row["reason"] is not None:
            salted = bytes.fromhex(row["salt"]) + row["reason"].encode()
            if hashlib.sha256(salted).hexdigest() != row["reason_hash"]:
                return "reason"
        names = ("sequence", "time", "action", "person", "device", "record", "version")
        fields = [row[name] for name in (*names, "recipient", "reason_hash")]
        said = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
        link = hashlib.sha256(
            link + said + bytes.fromhex(row["hash"]) + bytes.fromhex(row["mac"])
        ).digest()
        if link.hex() != row["link"]:
            return "chain"
    if (
        body["rows"][-1]["sequence"] == body["head"]["sequence"]
        and link.hex() != body["head"]["link"]
    ):
        return "end"
    signed = b""
    canonical = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for part in (b"fieldbook/v1/audit export", canonical.encode()):
        signed += len(part).to_bytes(8, "big") + part
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(body["device"])).verify(signature, signed)
    except InvalidSignature:
        return "signature"
    return ""


def test_a_stranger_finds_a_whole_log_whole(sample: Sample) -> None:
    vault = sample.open()
    data = document(vault)
    entries = ask(vault, lambda s: s.audit.entries())
    vault.close()
    assert stranger(data) == ""
    found = check(data)
    assert (found.problems, found.rows, found.first) == ((), len(entries), 1)
    assert found.last == entries[-1].sequence


def changed(data: bytes, work: Any) -> bytes:
    body = json.loads(data)
    work(body)
    return json.dumps(body).encode()


@pytest.mark.parametrize(
    "work",
    [
        lambda body: body["rows"].pop(4),
        lambda body: body["rows"].pop(0),
        lambda body: body["rows"].pop(),
        lambda body: body["rows"].insert(3, body["rows"][5]),
        lambda body: body["rows"][5].update(person="somebody"),
        lambda body: body["rows"][5].update(time="2020-01-01T00:00:00.000+00:00"),
        lambda body: body["rows"][-1].update(reason="another"),
        lambda body: body["rows"][5].update(hash="00" * 32),
        lambda body: body["rows"][5].update(reason=None),
        lambda body: body.update(officer="somebody"),
        lambda body: body.update(vault="0" * 32),
        lambda body: body["head"].update(sequence=5),
        lambda body: body.update(signature="00" * 64),
    ],
)
def test_whatever_is_changed_or_left_out_is_found(sample: Sample, work: Any) -> None:
    vault = sample.open()
    data = changed(document(vault), work)
    vault.close()
    assert stranger(data) != ""
    assert check(data).problems != ()


@pytest.mark.parametrize("data", [b"", b"[]", b"null", b"{}", b"\xff", b'{"format": 1}'])
def test_what_is_no_log_is_said_to_be_none(data: bytes) -> None:
    assert check(data).problems == ("This is not a log that Fieldbook exported.",)


def test_no_content_leaves_with_it(vault: Vault) -> None:
    one = do(vault, lambda s: s.records.add(note(CANARY, title=CANARY))).record
    two = add(vault, "two").record
    do(vault, lambda s: s.records.amend(one, 1, note(CANARY), f"because {CANARY}"))
    link = do(vault, lambda s: s.links.add(one, two, CANARY, CANARY))
    do(vault, lambda s: s.links.remove(link.id, CANARY))
    found = exported(vault)
    for data in (as_json(found, vault.device_key().result()), as_csv(found)):
        assert CANARY.encode() not in data
        assert CANARY[:11].encode() not in data


def test_reasons_from_before_are_kept_back(sample: Sample) -> None:
    """Older vaults have an amendment's reason in the log; the chain holds without showing it."""
    vault = sample.open()
    found = exported(vault)
    vault.close()
    row = next(row for row in found.extract.rows if row.action == "alteration")
    assert row.reason == ""  # nothing to keep back where there is none
    assert stranger(as_json(found, _device(sample))) == ""


def _device(sample: Sample) -> Any:
    vault = sample.open()
    try:
        return vault.device_key().result()
    finally:
        vault.close()


def test_two_exports_fit_together(vault: Vault) -> None:
    add(vault, "one")
    early = json.loads(document(vault))
    add(vault, "two")
    late = json.loads(document(vault))
    links = {row["sequence"]: row["link"] for row in late["rows"]}
    assert early["rows"][-1]["link"] == links[early["rows"][-1]["sequence"]]
    start = datetime.fromisoformat(early["rows"][-1]["time"]) + timedelta(milliseconds=1)
    rest = json.loads(document(vault, since=start))
    first = rest["rows"][0]["sequence"]
    assert rest["before"] == links[first - 1]
    assert stranger(json.dumps(rest).encode()) == ""


def test_a_stretch_has_everything_between_its_ends(vault: Vault) -> None:
    for text in ("one", "two", "three"):
        add(vault, text)
    entries = ask(vault, lambda s: s.audit.entries())
    since = datetime.fromisoformat(entries[1].time)
    rows = exported(vault, since, since + timedelta(days=1)).extract.rows
    assert [row.sequence for row in rows][-1] == len(entries)
    nothing = exported(vault, since + timedelta(days=9))
    assert nothing.extract.rows == ()
    assert check(as_json(nothing, vault.device_key().result())).problems == ()


def test_a_spreadsheet_takes_nothing_for_a_formula(vault: Vault) -> None:
    one = add(vault, "one").record
    do(vault, lambda s: s.audit.disclosed(one, 1, '=HYPERLINK("x")', "+cmd"))
    table = list(csv.reader(io.StringIO(as_csv(exported(vault)).decode("utf-8-sig"))))
    assert table[0][:3] == ["number", "time", "action"]
    assert table[-1][7:] == ['\'=HYPERLINK("x")', "'+cmd"]


def test_the_log_is_read_page_by_page_and_filtered(vault: Vault) -> None:
    one, two = add(vault, "one").record, add(vault, "two").record
    do(vault, lambda s: s.records.amend(one, 1, note("uno", title="Eins"), "language"))
    do(vault, lambda s: s.audit.consulted(two, "before a visit"))

    def page(wanted: LogFilter, **more: int) -> list[int]:
        return [line.entry.sequence for line in ask(vault, lambda s: s.log.page(wanted, **more))]

    every = LogFilter()
    assert page(every) == [5, 4, 3, 2, 1]
    assert page(every, limit=2) == [5, 4]
    assert page(every, limit=2, before=4) == [3, 2]
    assert page(every.about([one])) == [4, 2]
    assert page(replace(every, actions=("collection", "consultation"))) == [5, 3, 2]
    day = ask(vault, lambda s: s.audit.entries())[0].time[:10]
    assert page(replace(every, since=day, until=day)) == [5, 4, 3, 2, 1]
    assert page(replace(every, since="2999-01-01")) == []
    assert page(replace(every, until="2000-01-01")) == []
    (line,) = ask(vault, lambda s: s.log.page(replace(every, actions=("alteration",))))
    assert (line.title, line.reason) == ("Eins", "language")
