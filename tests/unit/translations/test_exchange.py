"""A catalog goes to a translator and comes back signed off; what is wrong does not come in."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from translations.cards import Message
from translations.catalogs.entries import Entry, SignOff, Written, path_of, read, write
from translations.catalogs.exchange import CatalogRefused, export, take
from translations.catalogs.status import Status

from .conftest import ROMANIAN

REVISED = SignOff(Status.REVISED, "A. Popescu", "2026-11-20")
APPROVED = SignOff(Status.APPROVED, "Sample Force", "2026-11-21")


def ours(folder: Path) -> Written:
    return read(path_of(ROMANIAN, folder))


def rewritten(file: Path, wanted: tuple[Message, ...], entries: dict[str, Entry]) -> None:
    write(file, ROMANIAN, wanted, read(file)._replace(entries=entries))


def read_through(file: Path, wanted: tuple[Message, ...], ids: set[str]) -> None:
    """What a reviewer does in an editor: takes the fuzzy mark from what she has read."""
    entries = read(file).entries
    rewritten(
        file,
        wanted,
        {id: e._replace(fuzzy=e.fuzzy and id not in ids) for id, e in entries.items()},
    )


def test_what_was_read_is_signed_off_and_the_rest_stays(
    folder: Path, tmp_path: Path, wanted: tuple[Message, ...]
) -> None:
    out = tmp_path / "out.po"
    assert export(ROMANIAN, out, folder) == len(wanted)
    ids = {message.id for message in random.Random(5).sample(wanted, 40)}
    read_through(out, wanted, ids)
    taken = take(ROMANIAN, out, REVISED, folder)
    assert (taken.changed, taken.signed) == (0, 40)
    entries = ours(folder).entries
    assert {id for id, e in entries.items() if e.status is Status.REVISED} == ids
    assert ours(folder).status == "draft"
    assert list(entries) == [message.id for message in wanted]


def test_nothing_is_lost_on_the_way(
    folder: Path, tmp_path: Path, wanted: tuple[Message, ...]
) -> None:
    before = path_of(ROMANIAN, folder).read_bytes()
    out = tmp_path / "out.po"
    export(ROMANIAN, out, folder)
    assert take(ROMANIAN, out, REVISED, folder) == (0, 0)
    assert path_of(ROMANIAN, folder).read_bytes() == before
    part = dict(list(read(out).entries.items())[:3])
    write(out, ROMANIAN, wanted[:3], Written(part))
    take(ROMANIAN, out, REVISED, folder)
    assert path_of(ROMANIAN, folder).read_bytes() == before


def test_a_catalog_becomes_approved_when_all_of_it_is(
    folder: Path, tmp_path: Path, wanted: tuple[Message, ...]
) -> None:
    out = tmp_path / "out.po"
    everything = {message.id for message in wanted}
    for sign in (REVISED, APPROVED):
        assert export(ROMANIAN, out, folder) == len(wanted)
        read_through(out, wanted, everything)
        assert take(ROMANIAN, out, sign, folder).signed == len(wanted)
        assert ours(folder).status == sign.status.word
    assert ours(folder).translator == "A. Popescu"
    assert ours(folder).entries[wanted[0].id].signed == (REVISED, APPROVED)
    assert export(ROMANIAN, out, folder) == 0


def test_another_text_loses_the_sign_off_of_the_one_before(
    folder: Path, tmp_path: Path, wanted: tuple[Message, ...]
) -> None:
    out = tmp_path / "out.po"
    export(ROMANIAN, out, folder)
    read_through(out, wanted, {message.id for message in wanted})
    take(ROMANIAN, out, APPROVED, folder)
    export(ROMANIAN, out, folder)
    entries = read(out).entries
    id = wanted[0].id
    entries[id] = entries[id]._replace(text=f"{entries[id].text} â", fuzzy=True, comments=("why",))
    rewritten(out, wanted, entries)
    assert take(ROMANIAN, out, REVISED, folder).changed == 1
    assert ours(folder).entries[id] == Entry(
        id, wanted[0].text, entries[id].text, comments=("why",)
    )
    assert ours(folder).status == "draft"


def test_what_breaks_a_rule_is_refused_whole(
    folder: Path, tmp_path: Path, wanted: tuple[Message, ...]
) -> None:
    before = path_of(ROMANIAN, folder).read_bytes()
    out = tmp_path / "out.po"
    export(ROMANIAN, out, folder)
    entries = read(out).entries
    numbered = next(m.id for m in wanted if "999" in m.text)
    entries[wanted[1].id] = entries[wanted[1].id]._replace(text="Bine ăț", fuzzy=False)
    entries[numbered] = entries[numbered]._replace(text="Sună la poliție ăț", fuzzy=False)
    rewritten(out, wanted, entries)
    with pytest.raises(CatalogRefused, match="phone number") as caught:
        take(ROMANIAN, out, REVISED, folder)
    assert all("ro: " in problem for problem in caught.value.problems)
    assert path_of(ROMANIAN, folder).read_bytes() == before


def test_a_translation_of_older_english_is_refused(
    folder: Path, tmp_path: Path, wanted: tuple[Message, ...]
) -> None:
    out = tmp_path / "out.po"
    export(ROMANIAN, out, folder)
    entries = read(out).entries
    id = wanted[0].id
    entries[id] = entries[id]._replace(source="Who we were", text="Cine am fost")
    rewritten(out, wanted, entries)
    with pytest.raises(CatalogRefused, match="The English now reads"):
        take(ROMANIAN, out, REVISED, folder)


def test_a_draft_cannot_sign_itself(
    folder: Path, tmp_path: Path, wanted: tuple[Message, ...]
) -> None:
    out = tmp_path / "out.po"
    export(ROMANIAN, out, folder)
    read_through(out, wanted, {wanted[0].id})
    sign = SignOff(Status.APPROVED, "Fieldbook draft", "2026-11-20")
    with pytest.raises(CatalogRefused, match="cannot sign it off"):
        take(ROMANIAN, out, sign, folder)
