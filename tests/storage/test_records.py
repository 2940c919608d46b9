"""Records keep every version; nothing is amended without a reason or over somebody's head."""

import hashlib
import json

import pytest

from storage import RecordId, Vault, Version, reference
from storage.errors import EditConflict, UnknownRecord
from tests.storage.helpers import ME, add, ask, do, found, note


def test_a_record_is_what_was_written(vault: Vault) -> None:
    filled = note("Zoë said: “I'm fine”", form="visit", title="Visit")
    written = do(vault, lambda s: s.records.add(filled))
    assert (written.number, written.reason, written.form) == (1, "", "visit")
    assert (written.content, written.title, written.summary) == (
        filled.content,
        filled.title,
        filled.summary,
    )
    assert (written.author, written.device) == (ME.person, ME.device)
    assert written.event_time == filled.event_time != written.entry_time
    assert ask(vault, lambda s: s.records.versions(written.record)) == [written]


def test_content_is_kept_byte_by_byte(vault: Vault) -> None:
    for content in (b"", b"\x00\xff" * 5000, "<d>\u202e\U0001f49a</d>".encode(), bytes(4096)):
        filled = type(note(""))("f", "1", content, "", "", "", "")
        written = do(vault, lambda s, f=filled: s.records.add(f))
        assert ask(vault, lambda s, w=written: s.records.newest(w.record)).content == content


def test_an_amendment_adds_and_erases_nothing(vault: Vault) -> None:
    first = add(vault, "She wants a locksmith")
    second = do(vault, lambda s: s.records.amend(first.record, 1, note("a lawyer"), " misheard "))
    third = do(vault, lambda s: s.records.amend(first.record, 2, note("both"), "asked again"))
    assert ask(vault, lambda s: s.records.versions(first.record)) == [first, second, third]
    assert ask(vault, lambda s: s.records.newest(first.record)) == third
    assert [v.reason for v in (first, second, third)] == ["", "misheard", "asked again"]
    assert [v.number for v in (first, second, third)] == [1, 2, 3]
    row = ask(vault, lambda s: s.records.row(first.record))
    assert (row.version, row.summary, row.entry_time) == (3, "both", third.entry_time)
    assert ask(vault, lambda s: s.records.count()) == 1


@pytest.mark.parametrize("reason", ["", " ", "\n\t", "\u00a0\u2003"])
def test_an_amendment_needs_its_reason(vault: Vault, reason: str) -> None:
    first = add(vault, "one")
    with pytest.raises(ValueError, match="reason"):
        do(vault, lambda s: s.records.amend(first.record, 1, note("two"), reason))
    assert ask(vault, lambda s: s.records.versions(first.record)) == [first]


@pytest.mark.parametrize("base", [0, 1, 3, -1])
def test_an_amendment_of_an_old_version_is_a_conflict(vault: Vault, base: int) -> None:
    first = add(vault, "one")
    do(vault, lambda s: s.records.amend(first.record, 1, note("two"), "why"))
    with pytest.raises(EditConflict):
        do(vault, lambda s: s.records.amend(first.record, base, note("three"), "why"))
    assert len(ask(vault, lambda s: s.records.versions(first.record))) == 2
    assert found(vault, "two") == [first.record]
    assert found(vault, "three") == []


def test_what_is_not_there_is_unknown(vault: Vault) -> None:
    nobody = RecordId("00" * 16)
    with pytest.raises(UnknownRecord):
        do(vault, lambda s: s.records.amend(nobody, 1, note("x"), "why"))
    for read in ("versions", "newest", "row"):
        with pytest.raises(UnknownRecord):
            ask(vault, lambda s, r=read: getattr(s.records, r)(nobody))


def test_search_finds_the_newest_version_alone(vault: Vault) -> None:
    first = add(vault, "lavender")
    do(vault, lambda s: s.records.amend(first.record, 1, note("rosemary"), "wrong herb"))
    assert found(vault, "lavender") == []
    assert found(vault, "rosemary") == [first.record]


def test_pages_come_newest_first_and_meet_without_gap(vault: Vault) -> None:
    def fill(session: object) -> list[Version]:
        forms = ("encounter", "visit", "person")
        return [
            session.records.add(note(f"note {i}", form=forms[i % 3]))  # type: ignore[attr-defined]
            for i in range(130)
        ]

    made = [version.record for version in do(vault, fill)]
    seen: list[RecordId] = []
    before = None
    while rows := ask(vault, lambda s, b=before: s.records.page(50, before=b)):
        seen += [row.id for row in rows]
        before = rows[-1].number
    assert seen == made[::-1]
    visits = ask(vault, lambda s: s.records.page(1000, form="visit"))
    assert [row.id for row in visits] == made[1::3][::-1]
    older = ask(vault, lambda s: s.records.page(5, before=visits[4].number, form="visit"))
    assert older == visits[5:10]
    assert ask(vault, lambda s: s.records.count()) == 130


def test_the_hash_covers_every_field(vault: Vault) -> None:
    written = add(vault, "hashed")
    salt = bytes(32)
    plain = written.hash_with(salt)
    fields = [
        written.record,
        1,
        "encounter",
        "1",
        hashlib.sha256(written.content).hexdigest(),
        written.title,
        written.summary,
        ME.person,
        ME.device,
        written.event_time,
        written.entry_time,
        "",
        written.indexed.hex(),
    ]
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    assert plain == hashlib.sha256(salt + text).digest()
    assert written.hash_with(bytes(31) + b"\x01") != plain


def test_equal_notes_have_unequal_hashes(vault: Vault) -> None:
    """A short text must not be guessed from its hash, so every record has its own salt."""
    one, two = add(vault, "no"), add(vault, "no")
    assert one.hash != two.hash
    assert one.indexed != two.indexed


def test_the_reference_is_short_neutral_and_steady(vault: Vault) -> None:
    names = {reference(add(vault, "same").record) for _ in range(50)}
    assert len(names) == 50
    assert all(len(name) == 12 and name.startswith("FB-") for name in names)
    assert reference(RecordId("0" * 32)) == "FB-QTQM-B2X2"
