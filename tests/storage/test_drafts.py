"""Drafts keep what is being written; opening, finalising and discarding are in the log."""

from dataclasses import replace

import pytest

from storage import RecordId, Session, Vault, Version
from storage.errors import UnknownRecord
from tests.storage.helpers import Sample, add, ask, do, note, plain_pages


def begin(vault: Vault) -> str:
    return do(vault, lambda s: s.drafts.open("encounter", "1", b"<data/>", "Encounter")).id


def test_a_draft_is_what_was_saved_last(sample: Sample) -> None:
    vault = sample.open()
    id = begin(vault)
    place = {"focus": "/data/note", "caret": 7, "scroll": 0.25, "open": ["a", None]}
    for text in (b"<data>sh</data>", b"<data>she said \xc3\xab</data>", b""):
        saved = do(vault, lambda s, t=text: s.drafts.save(id, t, "Encounter", place))
        assert (saved.content, saved.place, saved.base, saved.record) == (text, place, 0, "")
    vault.close()
    vault = sample.open()
    assert ask(vault, lambda s: s.drafts.get(id)) == saved
    assert saved.started <= saved.updated
    vault.close()


def test_the_draft_written_last_comes_first(vault: Vault) -> None:
    one, two = begin(vault), begin(vault)
    do(vault, lambda s: s.drafts.save(one, b"", "", {}))
    assert [draft.id for draft in ask(vault, lambda s: s.drafts.all())] == [one, two]


def test_a_draft_becomes_a_record_in_one_write(vault: Vault) -> None:
    id = begin(vault)

    def finalise(session: Session) -> Version:
        version = session.records.add(note("done"))
        session.drafts.finish(id)
        return version

    version = do(vault, finalise)
    assert ask(vault, lambda s: s.drafts.all()) == []
    assert ask(vault, lambda s: s.records.newest(version.record)) == version


def test_a_draft_knows_which_version_it_amends(vault: Vault) -> None:
    first = add(vault, "one")
    draft = do(vault, lambda s: s.drafts.open("encounter", "1", b"<d/>", "E", first.record, 1))
    assert (draft.record, draft.base) == (first.record, 1)
    saved = do(vault, lambda s: s.drafts.save(draft.id, b"<e/>", "E", {}))
    assert (saved.record, saved.base, saved.started) == (first.record, 1, draft.started)


def test_a_draft_that_is_gone_stays_gone(vault: Vault) -> None:
    id = begin(vault)
    do(vault, lambda s: s.drafts.discard(id, "begun twice"))
    for work in (
        lambda s: s.drafts.get(id),
        lambda s: s.drafts.save(id, b"late", "", {}),
        lambda s: s.drafts.discard(id),
        lambda s: s.drafts.finish(id),
    ):
        with pytest.raises(UnknownRecord):
            do(vault, work)
    assert ask(vault, lambda s: s.drafts.all()) == []


def test_a_discarded_draft_is_in_no_page_of_the_database(sample: Sample) -> None:
    """secure_delete: its bytes are overwritten, so a stolen key does not bring it back."""
    vault = sample.open()
    id = begin(vault)
    text = b"kingfisher " * 3000
    do(vault, lambda s: s.drafts.save(id, text, "E", {}))
    vault.close()
    assert plain_pages(sample).count(b"kingfisher") > 2000
    vault = sample.open()
    do(vault, lambda s: s.drafts.discard(id, "begun twice"))
    vault.close()
    assert b"Sample premises" in plain_pages(sample)
    assert b"kingfish" not in plain_pages(sample)


def test_a_word_amended_away_is_gone_from_the_index(sample: Sample) -> None:
    vault = sample.open()
    first = do(vault, lambda s: s.records.add(replace(note(""), text="kingfisher")))
    do(vault, lambda s: s.records.amend(first.record, 1, note("wren"), "wrong bird"))
    vault.close()
    assert b"wren" in plain_pages(sample)
    assert b"kingfish" not in plain_pages(sample)


def test_settings_hold_what_json_holds(sample: Sample) -> None:
    vault = sample.open()
    values = [None, True, 0, -1.5, "Zoë 中文 \u202e", [], {"b": [1, {"a": None}], "a": ""}]
    for value in values:
        do(vault, lambda s, v=value: s.settings.set("place", v))
        assert ask(vault, lambda s: s.settings.get("place", "unset")) == value
    do(vault, lambda s: s.settings.set("", "the empty name"))
    vault.close()
    vault = sample.open()
    assert ask(vault, lambda s: s.settings.get("place")) == values[-1]
    assert ask(vault, lambda s: s.settings.get("")) == "the empty name"
    assert ask(vault, lambda s: s.settings.get("other", 5)) == 5
    vault.close()
    assert sample.check() == []


def test_links_tie_both_ends_and_are_never_erased(vault: Vault) -> None:
    one, two, three = (add(vault, str(i)).record for i in range(3))
    met = do(vault, lambda s: s.links.add(one, two, "met"))
    about = do(vault, lambda s: s.links.add(three, one, "about", "she named the place"))
    assert {link.id for link in ask(vault, lambda s: s.links.of(one))} == {met.id, about.id}
    assert ask(vault, lambda s: s.links.of(two)) == [met]
    do(vault, lambda s: s.links.remove(met.id, "another person"))
    assert ask(vault, lambda s: s.links.of(two)) == []
    assert {(link.id, link.removed) for link in ask(vault, lambda s: s.links.every())} == {
        (met.id, 1),
        (about.id, 0),
    }
    for gone in (met.id, "nothing"):
        with pytest.raises(UnknownRecord):
            do(vault, lambda s, g=gone: s.links.remove(g, "again"))


@pytest.mark.parametrize("end", ["source", "target"])
def test_a_link_needs_two_records(vault: Vault, end: str) -> None:
    known = add(vault, "known").record
    ends = {"source": known, "target": known, end: RecordId("nobody")}
    with pytest.raises(UnknownRecord):
        do(vault, lambda s: s.links.add(ends["source"], ends["target"], "met"))
    assert ask(vault, lambda s: s.links.every()) == []
