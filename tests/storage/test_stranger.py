"""docs/vault-format.md suffices: a reader written from it alone reads what Fieldbook writes."""

import ast
import json
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from storage import Version
from storage.attachments.stream import CHUNK
from storage.tables.folding import fold
from tests.storage import stranger
from tests.storage.helpers import PASSPHRASE, Sample, add, ask, attach

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "vault-format.md").read_text("utf-8")


def versions(sample: Sample) -> list[Version]:
    vault = sample.open()
    ids = [row.id for row in ask(vault, lambda s: s.records.page(1000))]
    every = [version for id in ids for version in ask(vault, lambda s, i=id: s.records.versions(i))]
    vault.close()
    return every


def test_a_stranger_reads_every_version(sample: Sample) -> None:
    ours = {(v.record, v.number): asdict(v) for v in versions(sample)}
    theirs = {
        (v["record"], v["number"]): v for v in stranger.read(sample.folder, "recovery", sample.code)
    }
    assert len(ours) == 15
    assert theirs == ours


def test_a_stranger_reads_it_from_the_command_line(sample: Sample) -> None:
    command = [sys.executable, str(ROOT / "tests" / "storage" / "stranger.py"), str(sample.folder)]
    done = subprocess.run(
        command, input=PASSPHRASE + "\n", capture_output=True, text=True, check=True
    )
    titles = [json.loads(line)["title"] for line in done.stdout.splitlines()]
    assert titles == ["Encounter"] * 15


def test_a_stranger_sees_what_is_missing(sample: Sample) -> None:
    old = sample.file("vault.db").read_bytes()
    vault = sample.open()
    add(vault, "one more")
    vault.close()
    sample.file("vault.db").write_bytes(old)
    with pytest.raises(AssertionError, match="not where the anchor is"):
        list(stranger.read(sample.folder, "recovery", sample.code))


def test_a_stranger_reads_attachments(sample: Sample) -> None:
    vault = sample.open()
    record = ask(vault, lambda s: s.records.page(1))[0].id
    originals = [bytes([size % 251]) * size for size in (0, 1, CHUNK, CHUNK + 1, 3 * CHUNK)]
    names = [attach(vault, original, record=record).name for original in originals]
    vault.close()
    there = stranger.read(sample.folder, "recovery", sample.code, stranger.attachments)
    assert dict(there) == dict(zip(names, originals, strict=True))


def test_the_stranger_is_short_and_imports_nothing_of_ours() -> None:
    source = Path(stranger.__file__).read_text("utf-8")
    assert len(source.splitlines()) < 150
    tree = ast.walk(ast.parse(source))
    names = {
        name
        for node in tree
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    ours = {path.name for path in ROOT.iterdir() if path.is_dir()}
    assert not {name.split(".")[0] for name in names} & ours


def test_the_document_names_every_table_and_column(sample: Sample) -> None:
    vault = sample.open()
    shape = vault._durable.connection.execute(
        "SELECT m.name, c.name FROM sqlite_schema AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND m.name NOT LIKE 'search%'"
    ).fetchall()
    vault.close()
    rows = {line.split("|")[1].strip(): line for line in DOCUMENT.splitlines() if line[:3] == "| `"}
    for table, column in shape:
        if column != "id" or table != "state":
            assert f"`{column}`" in rows[f"`{table}`"], (table, column)


def test_the_document_names_every_file_and_header_field(sample: Sample) -> None:
    for path in sample.folder.iterdir():
        assert f"`{path.name}`" in DOCUMENT
    header = json.loads(sample.file("header.json").read_bytes())
    for name in (*header, *(name for slot in header["slots"] for name in slot)):
        assert f"`{name}`" in DOCUMENT or f"`{name} " in DOCUMENT, name


def test_the_documents_letters_fold_as_it_says() -> None:
    first, second = re.search(r"1\. `(.+?)` become `(.+?)`;", DOCUMENT).groups()  # type: ignore[union-attr]
    assert fold(first.replace(" ", "")) == second.replace(" ", "")
    for line in re.findall(r"`([ى ی ک ة ہ ھ ە]+)` become `(.+?)`", DOCUMENT):
        assert fold(line[0]) == line[1]
