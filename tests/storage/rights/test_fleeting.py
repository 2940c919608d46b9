"""A draft that is not to outlive its day has its own key, and is destroyed with it."""

from datetime import datetime, timedelta

import pytest

from storage import Draft, Vault, local_time
from storage.errors import UnknownRecord
from tests.storage.helpers import ME, Sample, ask, do, note, plain_pages

CANARY = "zebrafinchquintessence"


class Clock:
    """The real time, and what somebody has added to it."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return local_time() + self.ahead


def begin(vault: Vault) -> Draft:
    draft = do(
        vault, lambda s: s.drafts.open("safety_plan", "1", b"<plan/>", "Safety plan", fleeting=True)
    )
    return do(vault, lambda s: s.drafts.save(draft.id, CANARY.encode() * 300, "Safety plan", {}))


def test_it_is_read_like_any_other_and_stands_sealed(sample: Sample) -> None:
    vault = sample.open()
    draft = begin(vault)
    assert draft.until
    assert ask(vault, lambda s: s.drafts.get(draft.id)) == draft
    assert draft in ask(vault, lambda s: s.drafts.all())
    vault.close()
    assert CANARY.encode() not in plain_pages(sample)
    assert sample.check() == []
    vault = sample.open()
    assert ask(vault, lambda s: s.drafts.get(draft.id)).content == draft.content
    vault.close()


@pytest.mark.parametrize("handed_over", [True, False])
def test_its_key_goes_with_it(sample: Sample, handed_over: bool) -> None:
    vault = sample.open()
    draft = begin(vault)
    key = vault._durable.connection.execute("SELECT key FROM fleeting").fetchone()[0]
    if handed_over:
        do(vault, lambda s: (s.records.add(note("plan made")), s.drafts.finish(draft.id)))
    else:
        do(vault, lambda s: s.drafts.discard(draft.id))
    assert vault._durable.connection.execute("SELECT count(*) FROM fleeting").fetchone() == (0,)
    vault.close()
    plain = plain_pages(sample)
    assert key not in plain
    assert draft.id.encode() not in plain
    assert sample.check() == []


def test_it_is_destroyed_when_its_day_is_over(sample: Sample) -> None:
    clock = Clock()
    vault = Vault.open(sample.folder, ME, recovery_code=sample.code, clock=clock)
    draft = begin(vault)
    before = len(ask(vault, lambda s: s.drafts.all()))
    clock.ahead = timedelta(hours=25)
    do(vault, lambda s: s.settings.set("page", 2))  # the next write, whatever it is
    with pytest.raises(UnknownRecord):
        ask(vault, lambda s: s.drafts.get(draft.id))
    assert len(ask(vault, lambda s: s.drafts.all())) == before - 1
    said = [entry.reason for entry in ask(vault, lambda s: s.audit.entries())[-3:]]
    assert "Its day was over." in said
    vault.close()
    assert sample.check() == []


def test_it_is_destroyed_at_the_next_opening_after_its_day(sample: Sample) -> None:
    vault = sample.open()
    draft = begin(vault)
    vault.close()
    clock = Clock()
    clock.ahead = timedelta(hours=25)
    vault = Vault.open(sample.folder, ME, recovery_code=sample.code, clock=clock)
    assert draft.id not in [each.id for each in ask(vault, lambda s: s.drafts.all())]
    vault.close()
    assert draft.id.encode() not in plain_pages(sample)
