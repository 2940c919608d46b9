"""The outbox: legal ways only, the same bytes for good, nothing gone before its proof."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import RecordId, Session, Vault
from storage.errors import SubmissionRefused, UnknownSubmission, VaultDamaged
from storage.keyring.rekey import rekey
from storage.keys.slots import Passphrase, RecoveryCode
from storage.outbox.items import Item
from storage.outbox.states import LEGAL, PARKED_AFTER, State, allows, pause
from tests.storage.helpers import CHEAP, ME, PASSPHRASE, Sample, ask, do

PARTS = [b"<data/>", b"sealed " * 3000, b"more"]
NOW = timedelta(0)


@pytest.fixture
def sample(blank: Sample, tmp_path: Path) -> Sample:
    """A vault whose outbox is empty, closed."""
    return blank.copy(tmp_path / "vault")


def queue(vault: Vault, instance: str = "uuid:1", destination: str = "share") -> Item:
    def work(session: Session) -> Item:
        item = session.outbox.begin(
            instance, RecordId("r"), 1, "intelligence_report", "1", destination
        )
        for part in PARTS:
            session.outbox.add_part(item.number, part)
        return session.outbox.seal(item.number, sum(map(len, PARTS[1:])), b"h" * 32)

    return do(vault, work)


def told(vault: Vault) -> list[tuple[str, str]]:
    entries = ask(vault, lambda s: s.audit.entries())
    return [(entry.action, entry.reason) for entry in entries if "uuid:" in entry.reason]


def test_an_item_goes_its_way_and_its_bytes_stay_until_it_is_there(sample: Sample) -> None:
    vault = sample.open()
    item = queue(vault)
    number = item.number
    assert (item.state, item.parts, item.attempts) == (State.SEALED, 3, 0)
    for _ in range(2):
        (item,) = do(vault, lambda s: s.outbox.sending([number]))
        assert item.state == State.SENDING
        item = do(
            vault,
            lambda s: s.outbox.waits(number, arrived=True, trouble="silence", after=NOW),
        )
        assert (item.state, item.doubtful) == (State.UNKNOWN, True)
        assert ask(vault, lambda s: s.outbox.parts(number)) == PARTS
    do(vault, lambda s: s.outbox.sending([number]))
    item = do(vault, lambda s: s.outbox.received(number, '{"status": 201}'))
    assert (item.state, item.attempts, item.answer) == (State.RECEIVED, 3, '{"status": 201}')
    assert told(vault) == [
        ("administration", "Sealed to be sent: uuid:1."),
        ("disclosure", "Submission uuid:1."),
        ("administration", "Received: uuid:1."),
    ]
    vault.close()
    assert sample.check() == []


def test_what_may_have_arrived_is_never_called_rejected_nor_taken_back(vault: Vault) -> None:
    number = queue(vault).number
    do(vault, lambda s: s.outbox.sending([number]))
    do(vault, lambda s: s.outbox.waits(number, arrived=True, trouble="silence", after=NOW))
    do(vault, lambda s: s.outbox.sending([number]))
    for work in (
        lambda s: s.outbox.rejected(number, "refused", ""),
        lambda s: s.outbox.withdraw(number, "no"),
    ):
        with pytest.raises(SubmissionRefused):
            do(vault, work)
    item = do(vault, lambda s: s.outbox.waits(number, arrived=False, trouble="x", after=NOW))
    assert item.state == State.UNKNOWN


def test_a_rejected_item_is_sent_again_as_it_was(vault: Vault) -> None:
    number = queue(vault).number
    do(vault, lambda s: s.outbox.sending([number]))
    item = do(vault, lambda s: s.outbox.rejected(number, "missing form", "404"))
    assert item.parked
    assert ask(vault, lambda s: s.outbox.due(None, 9)) == []
    item = do(vault, lambda s: s.outbox.again(number))
    assert (item.state, item.parked) == (State.SEALED, False)
    assert ask(vault, lambda s: s.outbox.parts(number)) == PARTS


def test_withdrawing_before_sending_takes_the_bytes_away(sample: Sample) -> None:
    vault = sample.open()
    number = queue(vault).number
    do(vault, lambda s: s.outbox.withdraw(number, "she changed her mind"))
    assert ask(vault, lambda s: s.outbox.get(number)).state == State.WITHDRAWN
    with pytest.raises(SubmissionRefused):
        do(vault, lambda s: s.outbox.sending([number]))
    vault.close()
    assert sample.check() == []


def test_a_process_that_ended_leaves_what_it_was_sending_unknown(sample: Sample) -> None:
    vault = sample.open()
    sent, begun = queue(vault).number, queue(vault, "uuid:2")
    do(vault, lambda s: s.outbox.sending([sent]))
    begun = do(vault, lambda s: s.outbox.begin("uuid:3", RecordId("r"), 1, "form", "1", "share"))
    do(vault, lambda s: s.outbox.add_part(begun.number, b"half"))
    vault.close()
    vault = sample.open()
    states = {item.instance: item.state for item in ask(vault, lambda s: s.outbox.all())}
    vault.close()
    assert states == {
        "uuid:1": State.UNKNOWN,
        "uuid:2": State.SEALED,
        "uuid:3": State.WITHDRAWN,
    }
    assert sample.check() == []


def test_due_items_come_in_their_order_and_parked_ones_hold_up_nobody(vault: Vault) -> None:
    numbers = [queue(vault, f"uuid:{n}", "a" if n < 3 else "b").number for n in range(4)]
    do(vault, lambda s: s.outbox.sending(numbers[:1]))
    hour = timedelta(hours=1)
    for _ in range(PARKED_AFTER):
        item = do(
            vault,
            lambda s: s.outbox.waits(
                numbers[0], arrived=True, trouble="x", after=hour, own_failure=True
            ),
        )
        do(vault, lambda s: s.outbox.sending(numbers[:1]))
    assert item.parked
    do(vault, lambda s: s.outbox.waits(numbers[0], arrived=True, trouble="x", after=hour))
    due = ask(vault, lambda s: s.outbox.due("a", 9))
    assert [item.number for item in due] == numbers[1:3]
    assert len(ask(vault, lambda s: s.outbox.due(None, 2))) == 2
    do(vault, lambda s: s.outbox.waits(numbers[1], arrived=False, trouble="", after=None))
    assert len(ask(vault, lambda s: s.outbox.due("a", 9))) == 1


def test_a_long_queue_is_read_page_by_page(vault: Vault) -> None:
    numbers = [queue(vault, f"uuid:{n}").number for n in range(5)]
    first = ask(vault, lambda s: s.outbox.page(3))
    assert [item.number for item in first] == numbers[:1:-1]
    rest = ask(vault, lambda s: s.outbox.page(3, first[-1].number))
    assert [item.number for item in rest] == numbers[1::-1]
    assert ask(vault, lambda s: s.outbox.parked(9)) == []
    do(vault, lambda s: s.outbox.sending(numbers[:2]))
    do(vault, lambda s: s.outbox.rejected(numbers[0], "x", ""))
    parked = ask(vault, lambda s: s.outbox.parked(9))
    assert [item.number for item in parked] == numbers[:1]
    assert all(item.parked for item in parked)


def test_one_number_is_one_item(vault: Vault) -> None:
    queue(vault)
    with pytest.raises(SubmissionRefused):
        queue(vault)
    with pytest.raises(UnknownSubmission):
        ask(vault, lambda s: s.outbox.get(77))
    assert ask(vault, lambda s: s.outbox.of("uuid:1")).number == 1


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM outbox_part WHERE number = 1",
        "UPDATE outbox_part SET content = x'00' WHERE number = 2",
        "INSERT INTO outbox_part VALUES (1, 9, x'00')",
        "UPDATE outbox SET state = 'received'",
        "UPDATE outbox SET destination = 'elsewhere'",
        "UPDATE outbox SET secret = zeroblob(32)",
    ],
)
def test_what_was_changed_inside_is_found(sample: Sample, change: str) -> None:
    vault = sample.open()
    number = queue(vault).number
    vault._durable.connection.execute(change)
    if "9" not in change:
        with pytest.raises(VaultDamaged):
            ask(vault, lambda s: s.outbox.parts(number))
    vault.close()
    assert {finding.part for finding in sample.check()} == {"outbox"}


def test_a_line_taken_away_is_found_at_opening(sample: Sample) -> None:
    vault = sample.open()
    queue(vault)
    vault._durable.connection.execute("DELETE FROM outbox_part")
    vault._durable.connection.execute("DELETE FROM outbox")
    vault.close()
    with pytest.raises(VaultDamaged):
        sample.open()


def test_it_goes_over_to_a_new_data_key(sample: Sample, tmp_path: Path) -> None:
    vault = sample.open()
    item = queue(vault)
    rekey(vault, RecoveryCode(sample.code), [Passphrase(PASSPHRASE, CHEAP)], accept_no_daily=True)
    vault = Vault.open(sample.folder, ME, passphrase=PASSPHRASE)
    assert ask(vault, lambda s: s.outbox.all()) == [item]
    assert ask(vault, lambda s: s.outbox.parts(item.number)) == PARTS
    vault.close()


def test_what_waits_in_an_older_copy_may_have_been_sent_since(vault: Vault) -> None:
    number = queue(vault).number
    do(vault, lambda s: s.outbox.doubt())
    item = ask(vault, lambda s: s.outbox.get(number))
    assert (item.state, item.doubtful) == (State.UNKNOWN, True)
    assert [each.number for each in ask(vault, lambda s: s.outbox.due(None, 9))] == [number]
    with pytest.raises(SubmissionRefused):
        do(vault, lambda s: s.outbox.withdraw(number, "no"))


def test_another_destination_is_told_and_disclosed_anew(vault: Vault) -> None:
    number = queue(vault).number
    do(vault, lambda s: s.outbox.sending([number]))
    do(vault, lambda s: s.outbox.waits(number, arrived=False, trouble="x", after=timedelta(9)))
    do(vault, lambda s: s.outbox.readdress(number, "stick"))
    do(vault, lambda s: s.outbox.hurry())
    assert [item.number for item in ask(vault, lambda s: s.outbox.due("stick", 9))] == [number]
    do(vault, lambda s: s.outbox.sending([number]))
    entries = ask(vault, lambda s: s.audit.entries())
    assert [e.recipient for e in entries if e.action == "disclosure"] == ["share", "stick"]
    with pytest.raises(SubmissionRefused):
        do(vault, lambda s: s.outbox.readdress(number, "elsewhere"))


def test_doubt_leaves_one_way_out() -> None:
    for before in State:
        ways = {after for after in State if allows(before, after, True)}
        assert ways <= {State.SENDING, State.UNKNOWN, State.RECEIVED}
        assert ways <= LEGAL[before]


@given(st.integers(0, 10**9), st.floats(0, 1), st.none() | st.timedeltas(NOW, timedelta(days=9)))
def test_pauses_grow_to_a_cap_and_heed_what_was_asked(
    failures: int, chance: float, wish: timedelta | None
) -> None:
    waited = pause(failures, wish, lambda: chance)
    assert timedelta(seconds=15) <= waited <= timedelta(days=1)
    if wish is None:
        assert waited <= timedelta(hours=1)
        assert pause(failures + 1, None, lambda: chance) >= waited
    else:
        assert waited >= min(wish, timedelta(days=1))
