"""A round of sending through a queue: nobody waits for a poison item, and nothing is lost."""

import hashlib
import io
import os
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from exports.delivery.address import Address
from exports.delivery.folder import Folder
from exports.delivery.mail import MailFile
from exports.delivery.openrosa import OpenRosa
from exports.delivery.outcome import Fate, Outcome, Parcel, Road, Trouble
from exports.delivery.queueing import Leaving, enqueue
from exports.delivery.receiving import gather
from exports.delivery.sending import Sender
from exports.envelope import Attached, unseal
from exports.errors import ExportCancelled
from storage import RecordId, Vault
from storage.errors import SubmissionRefused
from storage.outbox.items import Item
from storage.outbox.states import PARKED_AFTER, State
from tests.sending.samples import FORCE, NOW
from tests.sending.server import Server
from tests.storage.helpers import ask, create, do

QUICK = httpx.Timeout(3, read=0.5)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened, _sample = create(tmp_path / "vault")
    yield opened
    opened.close()


def queue(vault: Vault, count: int = 1, *files: Attached, to: str = "server") -> list[Item]:
    items = []
    for _ in range(count):
        report = os.urandom(300).hex().encode()
        instance = f"uuid:{uuid.uuid4()}"
        leaving = Leaving(instance, RecordId("r"), 1, "report", "1", report, to, files)
        items.append(enqueue(vault, leaving, [FORCE.public]))
    return items


def at_once(_failures: int, _wish: timedelta | None) -> timedelta:
    return timedelta(0)


def hourly(_failures: int, _wish: timedelta | None) -> timedelta:
    return timedelta(hours=1)


def sender(vault: Vault, road: Road | None, rest: Callable[..., timedelta] = hourly) -> Sender:
    return Sender(vault, lambda _name: road, rest=rest)


def to(server: Server) -> OpenRosa:
    return OpenRosa(Address(server.url, proxy=""), timeout=QUICK)


def states(vault: Vault) -> list[State]:
    return [item.state for item in reversed(ask(vault, lambda s: s.outbox.all()))]


class Poisoned:
    """A road on which some fail, and the others arrive."""

    def __init__(self, poison: set[str], outcome: Outcome) -> None:
        self.poison, self.outcome, self.tried = poison, outcome, list[str]()

    def open(self) -> Outcome | None:
        return None

    def deliver(self, parcel: Parcel) -> Outcome:
        self.tried.append(parcel.instance)
        return self.outcome if parcel.instance in self.poison else Outcome(Fate.RECEIVED)

    def close(self) -> None:
        pass


def test_a_poison_item_is_parked_in_sight_and_holds_up_nobody(vault: Vault) -> None:
    items = queue(vault, 80)
    poison = items[3]
    road = Poisoned({poison.instance}, Outcome(Fate.UNPROVEN, Trouble.SERVER))
    heard: list[Item] = []
    report = sender(vault, road).run(heard=heard.append)
    assert len(road.tried) == len(set(road.tried)) == len(heard) == len(report.items) == 80
    assert not report.stopped
    assert states(vault).count(State.RECEIVED) == 79
    for _ in range(PARKED_AFTER - 1):
        assert not ask(vault, lambda s: s.outbox.get(poison.number)).parked
        do(vault, lambda s: s.outbox.hurry())
        sender(vault, road).run()
    found = ask(vault, lambda s: s.outbox.get(poison.number))
    assert (found.parked, found.state, found.attempts) == (True, State.UNKNOWN, PARKED_AFTER)
    road.poison.clear()
    do(vault, lambda s: s.outbox.again(poison.number))
    sender(vault, road).run()
    assert set(states(vault)) == {State.RECEIVED}


@pytest.mark.parametrize(
    ("outcome", "tried"),
    [
        (Outcome(Fate.NOT_SENT, Trouble.PASSWORD, stop=True), 1),
        (Outcome(Fate.UNPROVEN, Trouble.CUT_OFF), 3),
        (Outcome(Fate.REFUSED, Trouble.MISSING_FORM), 3),
    ],
)
def test_what_is_no_items_own_fault_ends_the_round(
    vault: Vault, outcome: Outcome, tried: int
) -> None:
    items = queue(vault, 40)
    road = Poisoned({item.instance for item in items}, outcome)
    report = sender(vault, road).run()
    assert len(road.tried) == tried
    assert report.stopped["server"].trouble == outcome.trouble
    rest = ask(vault, lambda s: s.outbox.all())[: 40 - tried]
    assert {(item.state, item.attempts) for item in rest} == {(State.SEALED, 0)}


def test_a_destination_that_refuses_is_left_alone_for_as_long_as_it_asks(vault: Vault) -> None:
    queue(vault)
    waits: list[tuple[int, timedelta | None]] = []

    def rest(failures: int, wish: timedelta | None) -> timedelta:
        waits.append((failures, wish))
        return timedelta(hours=1)

    wish = timedelta(seconds=7)
    refusing = Poisoned(set(), Outcome(Fate.RECEIVED))
    refusing.open = lambda: Outcome(Fate.NOT_SENT, Trouble.BUSY, wish=wish, stop=True)  # type: ignore[method-assign]
    sending = sender(vault, refusing, rest)
    sending.run()
    assert waits == [(1, wish)]
    assert "server" in sending.resting
    sending.run()
    assert waits == [(1, wish)]
    sending.run(by_hand=True)
    assert waits[1:] == [(2, wish)]
    assert states(vault) == [State.SEALED]


def test_stopping_in_the_middle_leaves_the_rest_as_it_was(vault: Vault) -> None:
    queue(vault, 70)
    road = Poisoned(set(), Outcome(Fate.RECEIVED))
    report = sender(vault, road).run(cancelled=lambda: len(road.tried) >= 5)
    assert len(report.items) == len(road.tried) == 5
    assert states(vault) == [State.RECEIVED] * 5 + [State.SEALED] * 65
    reasons = [entry.reason for entry in ask(vault, lambda s: s.audit.entries())]
    assert sum(reason.startswith("Not sent after all") for reason in reasons) == 3 + 16
    sender(vault, road).run()
    assert set(states(vault)) == {State.RECEIVED}
    assert len(road.tried) == 70


def test_a_destination_that_the_profile_has_no_more(vault: Vault) -> None:
    queue(vault)
    report = sender(vault, None).run()
    assert report.stopped["server"].trouble == Trouble.UNKNOWN_DESTINATION
    assert states(vault) == [State.SEALED]


def test_spoilt_bytes_are_not_sent_and_not_tried_again(vault: Vault) -> None:
    (item,) = queue(vault)
    vault._durable.connection.execute("UPDATE outbox_part SET content = x'00' WHERE number = 0")
    road = Poisoned(set(), Outcome(Fate.RECEIVED))
    for _ in range(2):
        sender(vault, road, at_once).run()
    found = ask(vault, lambda s: s.outbox.get(item.number))
    assert (found.state, found.trouble, found.due) == (State.SEALED, Trouble.DAMAGED, "")
    assert not road.tried


def test_a_large_report_goes_in_parts_and_opens_whole(
    vault: Vault, server: Server, tmp_path: Path
) -> None:
    video = os.urandom(9_000_000)
    attached = Attached(
        "v.mp4",
        "video/mp4",
        len(video),
        hashlib.sha256(video).hexdigest(),
        lambda: io.BytesIO(video),
    )
    (item,) = queue(vault, 1, attached)
    assert item.parts == 4
    server.shelf.acts.extend(["ok", "drop"])
    sender(vault, to(server)).run()
    assert states(vault) == [State.UNKNOWN]
    do(vault, lambda s: s.outbox.hurry())
    sender(vault, to(server)).run()
    assert states(vault) == [State.RECEIVED]
    envelope = server.shelf.kept[item.instance].envelope()
    assert envelope is not None
    (tmp_path / "e.fbs").write_bytes(envelope)
    opened = unseal(tmp_path / "e.fbs", FORCE, tmp_path / "out", NOW)
    assert opened.files[1].read_bytes() == video


def test_cancelling_while_sealing_leaves_nothing_to_send(vault: Vault) -> None:
    attached = Attached("v", "x", 5_000_000, "00" * 32, lambda: io.BytesIO(bytes(5_000_000)))
    leaving = Leaving("uuid:1", RecordId("r"), 1, "report", "1", b"<a/>", "server", (attached,))
    done: list[int] = []
    with pytest.raises(ExportCancelled):
        enqueue(
            vault,
            leaving,
            [FORCE.public],
            progress=lambda *_: done.append(1),
            cancelled=lambda: len(done) > 3,
        )
    assert states(vault) == [State.WITHDRAWN]
    with pytest.raises(SubmissionRefused):
        enqueue(vault, leaving, [])


def test_a_mail_file_waits_for_its_receipt(vault: Vault, tmp_path: Path) -> None:
    (item,) = queue(vault)
    (tmp_path / "mail").mkdir()
    road = MailFile(tmp_path / "mail", "unit@sample.invalid")
    for _ in range(2):
        sender(vault, road, at_once).run()
        assert states(vault) == [State.UNKNOWN]
    found = ask(vault, lambda s: s.outbox.get(item.number))
    assert (found.attempts, found.due, found.trouble) == (1, "", Trouble.BY_HAND)


def test_receipts_that_lie_in_the_folder_are_taken_in(vault: Vault, tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    queue(vault, 2, to="share")
    sender(vault, Folder(share)).run()
    assert gather(vault, share, [tmp_path / "state"]).taken == []
    for envelope in share.glob("*.fbs"):
        out = tmp_path / envelope.stem
        (out / unseal(envelope, FORCE, out, NOW).receipt).rename(share / f"{envelope.stem}.receipt")
    (share / "other.receipt").write_text("{}")
    gathered = gather(vault, share, [tmp_path / "state"])
    assert (len(gathered.taken), gathered.strange) == (2, [])
    assert gather(vault, share, [tmp_path / "state"]).taken == []
    assert len(ask(vault, lambda s: s.receipts.all())) == 2
