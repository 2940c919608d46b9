"""What was taken out is nowhere in the file: the file does not depend on it by a single byte."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from exports import RecordDocument
from exports.disclosure import (
    AUTHOR,
    Cut,
    Disclosure,
    DisclosureFile,
    Ground,
    disclosed,
    disclosure_bytes,
    passages,
)
from tests.unit.exports import records
from tests.unit.exports.reading import text

SAID = "/data/words/said"
LETTERS = st.text("abcdefghijklmnopqrstuvwxyzĄțßéЖ", min_size=7, max_size=30)
WORDS = st.lists(LETTERS, min_size=1, max_size=6)


def record(said: str) -> RecordDocument:
    content = records.engine(records.ANSWERS | {SAID: said}).draft()
    version = replace(records.version(1, content), hash="00" * 32)
    return replace(records.document(version), language="en")


def copy(document: RecordDocument, cuts: list[Cut], *files: DisclosureFile) -> Disclosure:
    return Disclosure(
        (disclosed(document, cuts, files),),
        "the sample solicitor",
        "FB-7F3A-02",
        "OFFICIAL-SENSITIVE",
        "Sample Force",
        "PC 0000 A. Sample",
        "en",
        records.PRODUCED,
    )


def without(before: str, secret: str, after: str) -> bytes:
    """The file of a record that says all three, the middle one taken out."""
    said = f"{before} {secret} {after}"
    start = len(before) + 1
    cut = Cut(SAID, start, start + len(secret), Ground.OTHERS)
    return disclosure_bytes(copy(record(said), [cut]))


@given(WORDS, WORDS, WORDS, WORDS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_file_does_not_depend_on_what_was_taken_out(
    before: list[str], first: list[str], second: list[str], after: list[str]
) -> None:
    around = " ".join(before), " ".join(after)
    one = without(around[0], " ".join(first), around[1])
    assert one == without(around[0], " ".join(second), around[1])


@given(WORDS, WORDS, st.sampled_from(Ground))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_removed_words_are_in_no_stream_and_no_metadata(
    kept: list[str], secret: list[str], ground: Ground
) -> None:
    said = f"{' '.join(kept)} {' '.join(secret)}"
    start = said.index(" ", len(" ".join(kept))) + 1
    data = disclosure_bytes(copy(record(said), [Cut(SAID, start, len(said), ground)]))
    everything = data + b"".join(parts(data))
    for word in set(secret):
        if any(word in other for other in kept):
            continue
        for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
            found = word.encode(encoding)
            assert found not in everything
            assert found.hex().encode() not in everything.lower()


def parts(data: bytes) -> list[bytes]:
    """Every stream, decompressed, and every string of a PDF."""
    found = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                is_jpeg = "/DCTDecode" in repr(thing.get("/Filter"))
                found.append(thing.read_raw_bytes() if is_jpeg else thing.read_bytes())
            found.append(repr(thing).encode())
        found.append(repr(pdf.trailer).encode())
    return found


def test_a_mark_says_why_and_what_stays_can_be_read(tmp_path: Path) -> None:
    said = "“Stefan came back on Tuesday.”"
    made = copy(record(said), [Cut(SAID, 1, 7, Ground.SOURCE), Cut(AUTHOR, 0, 99, Ground.SAFETY)])
    (tmp_path / "out.pdf").write_bytes(disclosure_bytes(made))
    found = text(tmp_path / "out.pdf")
    assert "Stefan" not in found
    assert "[taken out: a source] came back on Tuesday.”" in found
    assert "Written by [taken out: somebody’s safety]" in found
    assert "the sample solicitor" in found
    assert made.marks == {Ground.SOURCE: 1, Ground.SAFETY: 1}


def test_labels_repeat_no_answers() -> None:
    document = record("Canary")
    assert all("Canary" not in one.label for one in passages(document))


def test_files_are_pictures_and_say_nothing_of_themselves(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (1200, 1700), "white").save(out, "JPEG")
    file = DisclosureFile("File 1", (out.getvalue(), out.getvalue()))
    data = disclosure_bytes(copy(record("Said."), [], file))
    (tmp_path / "out.pdf").write_bytes(data)
    found = text(tmp_path / "out.pdf")
    assert "File 1, page 2 of 2" in found
    assert "No words were taken out" in found
    assert not re.search(rb"Exif|xpacket.*xmp:.*Adobe", b"".join(parts(data)))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert "/EmbeddedFiles" not in repr(pdf.Root)
