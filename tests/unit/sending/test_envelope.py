"""The sealed envelope: opened by the force alone, whole or not at all, bound to its report."""

import json
import os
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.envelope import (
    NotAnEnvelope,
    NotForThisKey,
    Result,
    Spoilt,
    carrier,
    seal,
    unseal,
    verify,
)
from exports.envelope.errors import EnvelopeError
from exports.envelope.routing import CHUNK, LEAF, envelope_hash, framed, read
from exports.envelope.sealing import sha256
from exports.errors import CannotWrite, ExportCancelled
from storage.keys.escrow import PrivateKey
from storage.tables.devices import Device, DeviceKey
from storage.tables.receipts import Receipt
from tests.sending.samples import (
    DEVICES,
    FORCE,
    MINE,
    NOW,
    OTHER,
    OTHER_FORCE,
    REPORT,
    Envelope,
    attached,
    content,
    make,
)


def test_it_opens_into_files_with_a_receipt(envelope: Envelope, tmp_path: Path) -> None:
    for key in (FORCE, OTHER_FORCE):
        out = tmp_path / key.public.name
        opened = unseal(envelope.path, key, out, NOW)
        assert [path.name for path in opened.files] == ["report.xml", "a1.jpg", "a2.pdf"]
        assert opened.files[0].read_bytes() == REPORT
        for path, file in zip(opened.files[1:], envelope.content.attachments, strict=True):
            assert path.stat().st_size == file.size
        receipt = Receipt.parse(opened.receipt.read_text())
        assert receipt.is_proven_by(envelope.content.secret)
        assert not receipt.is_proven_by(b"t" * 32)
        assert receipt.head == envelope.content.head
        assert receipt.envelope == envelope.sealed.hash.hex()
        assert sorted(path.name for path in out.iterdir()) == sorted(
            path.name for path in (*opened.files, opened.receipt)
        )


def test_only_routing_stands_in_the_clear(envelope: Envelope) -> None:
    with open(envelope.path, "rb") as file:
        routing, document = read(file)
    assert set(json.loads(document)) == {"device", "form", "instance", "keys", "sealed", "version"}
    assert routing == envelope.sealed.routing
    assert b"grey van" not in envelope.data
    assert b"a1.jpg" not in envelope.data


def test_it_is_verified_without_any_key(envelope: Envelope) -> None:
    verdict = verify(envelope.path, DEVICES)
    assert verdict.result == Result.GENUINE
    assert "laptop 1" in verdict.sentence
    assert verdict.hash == envelope.sealed.hash.hex()


def test_an_unknown_device_is_a_result_of_its_own(envelope: Envelope) -> None:
    for devices in ((), DEVICES[1:]):
        assert verify(envelope.path, devices).result == Result.UNKNOWN_DEVICE


def test_a_device_signs_only_while_it_is_enrolled(envelope: Envelope) -> None:
    def judged(since: date | None, until: date | None) -> Result:
        return verify(envelope.path, [Device("a", MINE.public, since, until)]).result

    assert judged(date(2026, 11, 22), date(2026, 11, 22)) == Result.GENUINE
    assert judged(date(2026, 11, 23), None) == Result.NOT_ENROLLED_THEN
    assert judged(None, date(2026, 11, 21)) == Result.NOT_ENROLLED_THEN
    said = verify(envelope.path, [Device("a", MINE.public, None, date(2026, 11, 22))]).sentence
    assert said.startswith("This submission is as a has sealed it")


def refused(path: Path, data: bytes, out: Path) -> bool:
    """Whether both verify and unseal refuse `data`, and nothing is left of it."""
    path.write_bytes(data)
    try:
        if verify(path, DEVICES).result == Result.GENUINE:
            return False
    except NotAnEnvelope:
        pass
    with pytest.raises(EnvelopeError):
        unseal(path, FORCE, out, NOW)
    return not out.exists() or not list(out.iterdir())


def test_every_bit_of_a_small_envelope_counts(tmp_path: Path) -> None:
    data = make(tmp_path / "small", content(report=b"<a/>")).data
    rng = random.Random(7)
    for index in range(len(data)):
        spoilt = bytearray(data)
        spoilt[index] ^= 1 << rng.randrange(8)
        assert refused(tmp_path / "spoilt", bytes(spoilt), tmp_path / "out"), index


def test_bits_of_a_large_one_count_too(tmp_path: Path) -> None:
    data = make(tmp_path / "large", content("uuid:1", attached("a", os.urandom(LEAF + 5)))).data
    rng = random.Random(8)
    for _ in range(40):
        spoilt = bytearray(data)
        spoilt[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        assert refused(tmp_path / "spoilt", bytes(spoilt), tmp_path / "out")


def test_cut_off_lengthened_and_reordered(envelope: Envelope, tmp_path: Path) -> None:
    data = envelope.data
    body = len(framed(envelope.sealed.routing.document()))
    first, second = data[body : body + CHUNK + 16], data[body + CHUNK + 16 : -64]
    for spoilt in (
        b"",
        data[:7],
        data[:11],
        data[:200],
        data[: body + 20],
        data[:-1],
        data[:-64],
        data + b"\0",
        data[:body] + second + first + data[-64:],
        data[:body] + first + data[-64:],
    ):
        assert refused(tmp_path / "spoilt", spoilt, tmp_path / "out")


def rebuilt(
    envelope: Envelope, signer: DeviceKey = MINE, body: bytes | None = None, **changes: object
) -> bytes:
    """What somebody with a device's key can make of an envelope without the force's key."""
    routing = replace(envelope.sealed.routing, **changes)
    document = routing.document()
    start = len(framed(envelope.sealed.routing.document()))
    body = envelope.data[start:-64] if body is None else body
    leaves = [sha256(body[i : i + LEAF]) for i in range(0, len(body), LEAF)]
    signature = signer.sign("submission", envelope_hash(document, len(body), leaves))
    return framed(document) + body + signature


def test_another_devices_signature_is_refused(envelope: Envelope, tmp_path: Path) -> None:
    assert rebuilt(envelope) == envelope.data
    forged = rebuilt(envelope, OTHER)
    assert refused(tmp_path / "forged", forged, tmp_path / "out")


@pytest.mark.parametrize(
    "change",
    [
        {"device": OTHER.public},
        {"instance": "uuid:2"},
        {"form": "visit"},
        {"version": "8"},
        {"sealed": "2026-11-23T10:30:00Z"},
    ],
)
def test_what_was_sealed_goes_with_nothing_else(
    envelope: Envelope, tmp_path: Path, change: dict[str, object]
) -> None:
    """An enrolled device puts its own name, or another report's number, on somebody's envelope."""
    forged = tmp_path / "forged"
    forged.write_bytes(rebuilt(envelope, OTHER if "device" in change else MINE, **change))
    with pytest.raises(Spoilt):
        unseal(forged, FORCE, tmp_path / "out", NOW)
    assert not list((tmp_path / "out").glob("*"))


def test_the_body_of_another_envelope_does_not_open(envelope: Envelope, tmp_path: Path) -> None:
    other = make(tmp_path / "other", content("uuid:2"))
    start = len(framed(other.sealed.routing.document()))
    forged = tmp_path / "forged"
    forged.write_bytes(rebuilt(envelope, body=other.data[start:-64]))
    assert verify(forged, DEVICES).result == Result.GENUINE  # its device did sign this
    with pytest.raises(Spoilt):
        unseal(forged, FORCE, tmp_path / "out", NOW)


def test_the_servers_xml_has_to_go_with_it(envelope: Envelope) -> None:
    sealed = envelope.sealed
    xml = carrier.submission(sealed.routing, sealed.hash, sealed.size)
    assert verify(envelope.path, DEVICES, xml).result == Result.GENUINE
    spaced = xml.replace(b"><", b">\n <")
    assert verify(envelope.path, DEVICES, spaced).result == Result.GENUINE
    for old, new in (
        (b"uuid:1", b"uuid:2"),
        (b"intelligence_report", b"visit"),
        (b"<form_version>7", b"<form_version>8"),
        (sealed.hash.hex()[:9].encode(), b"000000000"),
        (b"</part>", b"</part><part><file>x</file></part>"),
        (b'version="1"', b'version="2"'),
        (b"<data", b"<!DOCTYPE a><data "),
        (b"</data>", b""),
        (b"<size>", b"<size>x"),
    ):
        verdict = verify(envelope.path, DEVICES, xml.replace(old, new))
        expected = Result.GENUINE if new.startswith(b"<!") else Result.ANOTHER_SUBMISSION
        assert verdict.result == expected, old


def test_wrong_keys_and_wrong_files(envelope: Envelope, tmp_path: Path) -> None:
    with pytest.raises(NotForThisKey):
        unseal(envelope.path, PrivateKey.new("Nobody"), tmp_path / "out", NOW)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7 and more")
    with pytest.raises(NotAnEnvelope):
        verify(other, DEVICES)


def test_nothing_is_ever_overwritten(envelope: Envelope, tmp_path: Path) -> None:
    (tmp_path / "a2.pdf").write_text("kept")
    with pytest.raises(CannotWrite):
        unseal(envelope.path, FORCE, tmp_path, NOW)
    assert [path.name for path in tmp_path.iterdir()] == ["a2.pdf"]


@pytest.mark.parametrize("name", ["", "..", "a/b", "c:\\d", "x\ny", "REPORT.xml", "n" * 256])
def test_names_that_lead_elsewhere_are_refused(name: str, tmp_path: Path) -> None:
    made = make(tmp_path / "e.fbs", content("uuid:1", attached(name, b"x")))
    with pytest.raises(Spoilt):
        unseal(made.path, FORCE, tmp_path / "out", NOW)
    assert not list((tmp_path / "out").iterdir())


def test_an_attachment_that_changed_meanwhile_is_told(tmp_path: Path) -> None:
    short = replace(attached("a", b"12345"), size=9)
    with pytest.raises(Spoilt):
        make(tmp_path / "short", content("uuid:1", short))
    other = replace(attached("a", b"12345"), sha256="00" * 32)
    made = make(tmp_path / "other", content("uuid:1", other))
    with pytest.raises(Spoilt):
        unseal(made.path, FORCE, tmp_path / "out", NOW)


def test_it_tells_how_far_it_is_and_stops_when_asked(tmp_path: Path) -> None:
    what = content("uuid:1", attached("a", bytes(3 * LEAF)))
    heard: list[tuple[int, int]] = []
    seal(what, [FORCE.public], MINE, NOW, len, progress=lambda *d: heard.append(d))
    assert heard[-1] == (what.size, what.size)
    with pytest.raises(ExportCancelled):
        seal(what, [FORCE.public], MINE, NOW, len, cancelled=lambda: len(heard) > 2)


@settings(max_examples=25)
@given(st.lists(st.integers(-2, 2), max_size=3), st.sampled_from([0, CHUNK, 16 * CHUNK]))
def test_any_size_comes_back(
    tmp_path_factory: pytest.TempPathFactory, off: list[int], base: int
) -> None:
    folder = tmp_path_factory.mktemp("sizes")
    files = [attached(f"f{n}", os.urandom(max(0, base + by))) for n, by in enumerate(off)]
    made = make(folder / "e.fbs", content("uuid:1", *files))
    opened = unseal(made.path, FORCE, folder / "out", NOW)
    for path, file in zip(opened.files[1:], files, strict=True):
        assert path.stat().st_size == file.size
