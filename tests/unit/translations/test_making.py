"""A translator's plain lines become a catalog of drafts; what stood unchanged keeps its status."""

from __future__ import annotations

from pathlib import Path

import pytest

from translations.cards import Message
from translations.catalogs.catalog import Catalogs
from translations.catalogs.entries import SignOff, Written, path_of, read, write
from translations.catalogs.status import Status
from translations.languages import language
from translations.making import main, make, print_left

from .conftest import ROMANIAN, pretended

SIGN = SignOff(Status.REVISED, "A. Popescu", "2026-11-20")


def lines(wanted: tuple[Message, ...]) -> str:
    return "".join(f"{message.id}\t{pretended(message)}\n" for message in wanted)


def test_lines_become_drafts(
    tmp_path: Path, wanted: tuple[Message, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ro.txt"
    file.write_text(lines(wanted), encoding="utf-8")
    assert make(ROMANIAN, file, tmp_path) == 0, capsys.readouterr().out
    made = read(path_of(ROMANIAN, tmp_path))
    assert list(made.entries) == [message.id for message in wanted]
    assert made.status == "draft"
    assert {entry.status for entry in made.entries.values()} == {Status.DRAFT}


def test_what_is_wrong_is_told(
    tmp_path: Path, wanted: tuple[Message, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ro.txt"
    first, second = wanted[:2]
    text = lines(wanted[1:]) + f"nobody.knows\tDa\nno tab\n{second.id}\tDa\n"
    file.write_text(text, encoding="utf-8")
    assert make(ROMANIAN, file, tmp_path) == 1
    told = capsys.readouterr().out
    assert f"ro: {first.id}: This is not translated. [missing message]" in told
    assert "no text in English has the id “nobody.knows”" in told
    assert "there is no tab" in told
    assert f"“{second.id}” was there before" in told


def test_what_stood_unchanged_keeps_its_status(
    folder: Path, wanted: tuple[Message, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    path = path_of(ROMANIAN, folder)
    entries = {
        id: entry._replace(fuzzy=False, signed=(SIGN,)) for id, entry in read(path).entries.items()
    }
    write(path, ROMANIAN, wanted, Written(entries, "A. Popescu", "2026-11-20"))
    before = path.read_bytes()
    file = folder / "ro.txt"
    file.write_text(lines(wanted), encoding="utf-8")
    assert make(ROMANIAN, file, folder) == 0, capsys.readouterr().out
    assert path.read_bytes() == before
    file.write_text(f"{wanted[0].id}\tAltceva ăț\n", encoding="utf-8")
    make(ROMANIAN, file, folder)
    made = read(path)
    assert made.entries[wanted[0].id].status is Status.DRAFT
    assert made.entries[wanted[1].id].signed == (SIGN,)
    assert made.status == "draft"


def test_what_is_shown_is_what_was_made_and_not_what_is_outdated(
    folder: Path, wanted: tuple[Message, ...], tmp_path: Path
) -> None:
    path = path_of(ROMANIAN, folder)
    catalogs = Catalogs(folder, tmp_path / "kept")
    before = catalogs.key()
    catalog = catalogs.get("ro")
    assert catalog.text(wanted[0].id) == pretended(wanted[0])
    assert catalog.status(m.id for m in wanted) is Status.DRAFT
    assert catalogs.get("pl").text(wanted[0].id) is None
    assert catalogs.get("pl").status_of(wanted[0].id) is Status.MISSING
    written = read(path)
    entry = written.entries[wanted[0].id]
    written.entries[entry.id] = entry._replace(source="What it was before")
    write(path, ROMANIAN, wanted, written)
    again = Catalogs(folder, tmp_path / "kept")
    assert again.key() != before
    assert again.get("ro").text(entry.id) is None
    assert again.get("ro").text(wanted[1].id) is not None


def test_a_text_of_older_english_stays_outdated_until_it_is_said_to_hold(
    folder: Path, wanted: tuple[Message, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    path = path_of(ROMANIAN, folder)
    written = read(path)
    first = wanted[0]
    written.entries[first.id] = written.entries[first.id]._replace(source="What it was before")
    write(path, ROMANIAN, wanted, written)
    print_left(ROMANIAN, folder)
    assert capsys.readouterr().out == f"{first.id}\t{first.text}\n"
    file = folder / "ro.txt"
    file.write_text(lines(wanted), encoding="utf-8")
    assert make(ROMANIAN, file, folder) == 1
    assert f"ro: {first.id}: The English now reads" in capsys.readouterr().out
    assert make(ROMANIAN, file, folder, stands=True) == 0
    assert read(path).entries[first.id].source == first.text


def test_the_template_has_every_message_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--template"]) == 0
    told = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert all(len(parts) == 2 and all(parts) for parts in told)
    assert len({id for id, _ in told}) == len(told)
    assert main(["--template", "cy"]) == 0
    welsh = capsys.readouterr().out
    assert "form." not in welsh
    assert main(["--template", "xx"]) == 1


def test_welsh_forms_are_written_in_their_sheets(tmp_path: Path) -> None:
    assert not Catalogs(tmp_path, tmp_path / "kept").of_form("safety_plan")
    assert language("cy").form_name == "Welsh (cy)"
