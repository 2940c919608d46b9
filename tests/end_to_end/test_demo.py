"""The demonstration, as `make demo` plays it, and what it must leave behind."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop.commands.secrets import identity
from desktop.profile import SAMPLE, read
from exports.envelope.verifying import verify
from storage import Vault, check
from storage.tables.devices import read_list


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "out"
    done = subprocess.run(
        [sys.executable, "-m", "desktop.command_line", "demo", "--out", str(folder)],
        capture_output=True,
        text=True,
        timeout=1200,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return folder


@pytest.fixture(scope="module")
def index(out: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((out / "demo.json").read_text(encoding="utf-8"))
    return told


def texts(out: Path, index: dict[str, Any]) -> dict[str, str]:
    """What each PDF says, by the form of its record."""
    said = {}
    for entry in index["pdfs"]:
        document = pypdfium2.PdfDocument(out / entry["file"])
        pages = [page.get_textpage().get_text_bounded() for page in document]
        said[entry["document"]] = " ".join(" ".join(pages).split())
    return said


def test_the_vault_it_leaves_is_whole(out: Path, index: dict[str, Any]) -> None:
    me = identity(read(SAMPLE))
    assert check(out / index["vault"], me, passphrase=index["passphrase"]) == []


def test_its_records_are_in_the_vault(out: Path, index: dict[str, Any]) -> None:
    me = identity(read(SAMPLE))
    vault = Vault.open(out / index["vault"], me, passphrase=index["passphrase"])
    try:
        rows = vault.query(lambda session: session.records.page()).result()
        drafts = vault.query(lambda session: session.drafts.all()).result()
    finally:
        vault.close()
    assert [(row.id, row.form) for row in rows] == [
        (entry["id"], entry["form"]) for entry in index["records"]
    ]
    assert len(drafts) == 1


def test_its_pdfs_say_what_was_written_and_what_was_struck(
    out: Path, index: dict[str, Any]
) -> None:
    said = texts(out, index)
    assert {"visit", "encounter", "intelligence_report", "referral", "notebook"} <= set(said)
    for name in ("Ștefan", "Żaneta", "Ελένη", "Tuesday", "Wednesday", "OFFICIAL-SENSITIVE"):
        assert name in said["encounter"]
    neutral = re.compile(
        r"(leaflet-\d|FB-[A-Z0-9]{4}-[A-Z0-9]{4}(-copy|-time)?|notebook-1|links|1)\.pdf"
    )
    for entry in index["pdfs"]:
        assert neutral.fullmatch(Path(entry["file"]).name)


def test_its_screens_are_there_in_light_and_dark(out: Path, index: dict[str, Any]) -> None:
    assert all((out / picture["file"]).stat().st_size > 1000 for picture in index["screens"])
    for page in ("unlock", "write", "record", "notes", "today", "find", "settings"):
        themes = {p["theme"] for p in index["screens"] if p["page"] == page}
        assert {"light", "dark"} <= themes


def test_no_word_of_it_stands_open_in_the_vault(out: Path, index: dict[str, Any]) -> None:
    words = {word for text in texts(out, index).values() for word in text.split() if len(word) > 8}
    assert len(words) > 40
    files = [path for path in (out / index["vault"]).rglob("*") if path.is_file()]
    assert len(files) > 4  # those of the vault, and the signatures
    for file in files:
        data = file.read_bytes()
        assert not [word for word in words if word.encode() in data]


def test_its_report_was_delivered_sealed_by_the_enrolled_device(
    out: Path, index: dict[str, Any]
) -> None:
    known = read_list((out / index["devices"]).read_text(encoding="utf-8"))
    [sent] = index["submissions"]
    assert sent["state"] == "received"
    assert verify(out / sent["file"], known).result == "genuine"
    assert verify(out / sent["file"], []).result == "unknown device"
    words = {word for word in texts(out, index)["intelligence_report"].split() if len(word) > 8}
    words -= {"intelligence", "report"}  # the form's id stands in the clear
    for file in (out / "delivered").iterdir():
        data = file.read_bytes()
        assert not [word for word in words if word.encode() in data]
