"""What drafts belong with becomes links; what must not last is in no file afterwards."""

from pathlib import Path

import pytest

from storage import RecordId, Session, Vault
from storage.backup.making import back_up
from storage.backup.restoring import restore
from storage.chain.audit import Action
from storage.errors import UnknownRecord
from storage.handover.giving import hand_over
from storage.handover.keys import own_key, public_text, recipient
from storage.handover.taking import take_in
from storage.keys.slots import RecoveryCode
from storage.tables.ties import Tie
from tests.storage.helpers import ME, Sample, add, ask, contents, create, do, note, plain_pages

WHY = "No ground is recorded."


def draft(vault: Vault, form: str = "visit") -> str:
    return do(vault, lambda s: s.drafts.open(form, "1", b"<data/>", "Draft")).id


def finalise(vault: Vault, id: str, cut: tuple[str, ...] = ()) -> RecordId:
    def work(session: Session) -> RecordId:
        session.drafts.finish(id)
        record = session.records.add(note("what was written")).record
        session.ties.became(id, record, cut, WHY)
        return record

    return do(vault, work)


def links(vault: Vault) -> list[tuple[str, str, str]]:
    return [(x.source, x.target, x.kind) for x in ask(vault, lambda s: s.links.every())]


def test_a_tie_between_drafts_becomes_a_link_when_both_are_records(vault: Vault) -> None:
    visit, met = draft(vault), draft(vault, "encounter")
    do(vault, lambda s: s.ties.tie(met, visit, "encounter"))
    do(vault, lambda s: s.ties.tie(met, visit, "encounter"))
    assert ask(vault, lambda s: s.ties.of(visit)) == [Tie(met, visit, "encounter")]
    encounter = finalise(vault, met)
    assert ask(vault, lambda s: s.ties.of(visit)) == [Tie(encounter, visit, "encounter")]
    assert links(vault) == []
    record = finalise(vault, visit)
    assert links(vault) == [(encounter, record, "encounter")]
    assert ask(vault, lambda s: s.ties.of(record)) == []


def test_a_draft_that_outlives_the_other_is_linked_later(vault: Vault) -> None:
    visit, met = draft(vault), draft(vault, "encounter")
    do(vault, lambda s: s.ties.tie(met, visit, "encounter"))
    record = finalise(vault, visit)
    assert links(vault) == []
    encounter = finalise(vault, met)
    assert links(vault) == [(encounter, record, "encounter")]


def test_records_are_linked_at_once_and_not_twice(vault: Vault) -> None:
    one, two = add(vault, "one").record, add(vault, "two").record
    for _time in range(2):
        do(vault, lambda s: s.ties.tie(one, two, "contact"))
    assert links(vault) == [(one, two, "contact")]


def test_what_is_gone_is_tied_to_nothing(vault: Vault) -> None:
    visit, met = draft(vault), draft(vault, "encounter")
    do(vault, lambda s: s.ties.tie(met, "0" * 32, "encounter"))
    assert ask(vault, lambda s: s.ties.of(met)) == []
    do(vault, lambda s: s.ties.tie(met, visit, "encounter"))
    dropped = do(vault, lambda s: s.ties.drop(met))
    assert dropped == [Tie(met, visit, "encounter")]
    assert ask(vault, lambda s: s.ties.of(visit)) == []
    one = add(vault, "one").record
    do(vault, lambda s: s.ties.tie(one, visit, "encounter"))
    do(vault, lambda s: s.purging.purge(one, "done with", "reviewed"))
    assert ask(vault, lambda s: s.ties.of(visit)) == []


def test_what_is_untied_is_in_no_file(tmp_path: Path) -> None:
    vault, sample = create(tmp_path / "untied")
    visit, met = draft(vault), draft(vault, "encounter")
    place = add(vault, "a place called Sparrowgate").record
    do(vault, lambda s: s.ties.tie(met, visit, "encounter"))
    do(vault, lambda s: s.ties.tie(place, visit, "premises"))
    for _twice in range(2):
        do(vault, lambda s: s.ties.untie(place, visit))
    assert ask(vault, lambda s: s.ties.of(visit)) == [Tie(met, visit, "encounter")]
    vault.close()
    assert sample.check() == []
    assert b'"premises"' not in plain_pages(sample)


@pytest.fixture
def cut(tmp_path: Path) -> tuple[Vault, Sample, RecordId, RecordId]:
    """A vault in which a place was tied to a visit, and cut from it when that was finalised."""
    vault, sample = create(tmp_path / "cut")
    visit, met = draft(vault), draft(vault, "encounter")
    place = add(vault, "a place called Sparrowgate").record
    do(vault, lambda s: s.ties.tie(met, visit, "encounter"))
    do(vault, lambda s: s.ties.tie(place, visit, "premises"))
    finalise(vault, met)
    return vault, sample, finalise(vault, visit, (place,)), place


def test_what_is_cut_is_nowhere_but_for_a_line_of_the_log(
    cut: tuple[Vault, Sample, RecordId, RecordId],
) -> None:
    vault, sample, visit, place = cut
    assert [kind for _source, _target, kind in links(vault)] == ["encounter"]
    erased = [
        (row.record, row.reason)
        for row in ask(vault, lambda s: s.audit.entries(visit))
        if row.action == Action.ERASURE
    ]
    assert erased == [(visit, WHY)]
    rows = [row for table in contents(vault) for row in table]
    assert not [row for row in rows if str(visit) in map(str, row) and str(place) in str(row)]
    assert not [row for row in rows if "premises" in str(row)]
    vault.close()
    assert sample.check() == []
    pages = plain_pages(sample)
    assert place.encode() in pages
    assert b'"premises"' not in pages, "the tie itself is still in the file"


def test_a_backup_made_afterwards_does_not_hold_it(
    cut: tuple[Vault, Sample, RecordId, RecordId], tmp_path: Path
) -> None:
    vault, sample, visit, place = cut
    (tmp_path / "stick").mkdir()
    done = back_up(vault, tmp_path / "stick")
    vault.close()
    backup = Sample(done.folder, sample.code)
    assert backup.check() == []
    assert b'"premises"' not in plain_pages(backup)
    restored = restore(done.folder, tmp_path / "new", ME, RecoveryCode(sample.code))
    assert place not in {end for link in links(restored) for end in link}
    assert ask(restored, lambda s: s.ties.of(place)) == []
    assert ask(restored, lambda s: s.records.row(visit)).id == visit
    restored.close()


def test_handed_over_together_they_are_not_linked(
    cut: tuple[Vault, Sample, RecordId, RecordId], tmp_path: Path
) -> None:
    vault, _sample, visit, place = cut
    other, _other = create(tmp_path / "other")
    to = recipient(public_text(do(other, own_key).public))
    encounter = next(RecordId(source) for source, _target, _kind in links(vault))
    path = tmp_path / "a.fieldbook-handover"
    hand_over(vault, [visit, place, encounter], to, path, reason="another area")
    take_in(other, path)
    assert [kind for _source, _target, kind in links(other)] == ["encounter"]
    assert ask(other, lambda s: s.links.of(place)) == []
    other.close()
    vault.close()


def test_a_link_that_must_not_last_is_erased_and_cannot_be_put_back(tmp_path: Path) -> None:
    vault, sample = create(tmp_path / "erased")
    one, two = add(vault, "a place").record, add(vault, "a visit").record
    for removed in (False, True):
        link = do(vault, lambda s: s.links.add(one, two, "premises"))
        if removed:
            do(vault, lambda s, id=link.id: s.links.remove(id, "another place"))
        kept = ask(vault, rows)
        do(vault, lambda s, id=link.id: s.links.erase(id, WHY))
    assert links(vault) == []
    with pytest.raises(UnknownRecord):
        do(vault, lambda s: s.links.erase(link.id, WHY))
    vault.close()
    assert sample.check() == []
    vault = sample.open()
    do(vault, lambda s: put_back(s, kept))
    vault.close()
    assert [finding.part for finding in sample.check()] == ["records"]


def rows(session: Session) -> list[tuple[object, ...]]:
    return session._context.connection.execute("SELECT * FROM link").fetchall()


def put_back(session: Session, kept: list[tuple[object, ...]]) -> None:
    places = ", ".join("?" * len(kept[0]))
    session._context.connection.executemany(f"INSERT INTO link VALUES ({places})", kept)
