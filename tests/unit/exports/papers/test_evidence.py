"""The evidence sheet: hashes and custody are there, her name, numbers and fears are not."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from exports import DocumentFile
from exports.papers import Handled, evidence_sheet, export_paper
from tests.unit.exports import records
from tests.unit.exports.reading import text

HASH = "ab" * 32
ADVERT = {
    "/data/event_time": "2026-11-20T21:00:00.000+00:00",
    "/data/her/effect_on_work": "She fears for her regulars.",
    "/data/her/who_edits": "other",
    "/data/advert/address": "https://adverts.example/1234",
    "/data/advert/shown_name": "Sample Shown-Name",
    "/data/advert/numbers[1]/number": "07700 900321",
    "/data/advert/files[1]/file": "file-1.png",
    "/data/advert/files[1]/sha256": HASH,
    "/data/advert/files[1]/shows": "The page as it stood.",
    "/data/advert/taken_down": "down",
    "/data/suspect/suspect_contact[1]/suspect_handle": "sample-handle",
    "/data/chain/custody[1]/custody_who": "PC 0000",
    "/data/chain/custody[1]/custody_what": "Copied to a disc",
    "/data/chain/custody[1]/custody_from": "PC 0000",
    "/data/chain/custody[1]/custody_to": "Exhibit store (sample)",
    "/data/chain/custody[1]/custody_why": "For the case file",
}
FILE = DocumentFile(
    "file-1.png", "advert.png", "image/png · 5.0 kB", HASH, records.WRITTEN, "PC 0000"
)
LOG = (
    Handled(records.WRITTEN, "PC 0000", "Taken into the notebook, and hashed", file="advert.png"),
    Handled(
        records.WRITTEN + timedelta(hours=1),
        "PC 0000",
        "A copy left the notebook",
        "case file",
        "CPS (sample)",
        "advert.png",
    ),
)


def sheet(folder: Path, file: DocumentFile = FILE) -> str:
    content = records.engine(ADVERT, "advert_evidence").draft()
    document = records.document(records.version(1, content), form_id="advert_evidence")
    export_paper(evidence_sheet(replace(document, files=[file]), LOG), folder / "out.pdf")
    return text(folder / "out.pdf")


def test_each_file_stands_with_its_hash_and_what_became_of_it(tmp_path: Path) -> None:
    printed = sheet(tmp_path)
    together = printed.replace("\n", "").replace(" ", "")
    assert f"SHA-256{HASH}" in together
    for part in (
        "advert.png",
        "The page as it stood.",
        "Taken down",
        "Copied to a disc",
        "From PC 0000",
        "To Exhibit store (sample)",
        "Why: For the case file",
        "A copy left the notebook: advert.png",
        "To CPS (sample)",
        "sample-handle",
    ):
        assert part in printed, part
    assert "is not that of this file" not in printed


def test_what_is_hers_stays_in_the_record(tmp_path: Path) -> None:
    printed = sheet(tmp_path)
    for hers in ("Shown-Name", "900321", "regulars"):
        assert hers not in printed


def test_a_hash_that_is_anothers_is_not_overlooked(tmp_path: Path) -> None:
    assert "is not that of this file" in sheet(tmp_path, replace(FILE, sha256="cd" * 32))
