"""The OpenRosa server as destination: its rules, its greeting, its refusals, its limits."""

from dataclasses import replace

import httpx
import pytest

from exports.delivery.address import Address
from exports.delivery.openrosa import OpenRosa
from exports.delivery.outcome import Fate, Outcome, Parcel, Trouble, words
from exports.envelope import carrier
from tests.sending.samples import Envelope
from tests.sending.server import Server

QUICK = httpx.Timeout(2, read=0.4)


def parcel_of(envelope: Envelope, size: int = carrier.PART_SIZE) -> Parcel:
    sealed, data = envelope.sealed, envelope.data
    xml = carrier.submission(sealed.routing, sealed.hash, sealed.size, size)
    names = carrier.part_names(sealed.routing.instance, sealed.size, size)
    return Parcel(
        sealed.routing.instance,
        xml,
        tuple(names),
        tuple(data[start : start + size] for start in range(0, len(data), size)),
        sealed.hash.hex(),
    )


@pytest.fixture
def parcel(envelope: Envelope) -> Parcel:
    return parcel_of(envelope)


def road(server: Server, **changes: object) -> OpenRosa:
    return OpenRosa(replace(Address(server.url, proxy=""), **changes), timeout=QUICK)


def deliver(server: Server, parcel: Parcel, *acts: str, **changes: object) -> Outcome:
    server.shelf.acts.extend(acts)
    way = road(server, **changes)
    try:
        assert way.open() is None
        return way.deliver(parcel)
    finally:
        way.close()


def test_head_comes_first_and_the_headers_are_those_of_the_standard(
    server: Server, parcel: Parcel, envelope: Envelope
) -> None:
    assert deliver(server, parcel).fate == Fate.RECEIVED
    (head, head_path, first), (post, post_path, second) = server.shelf.seen
    assert (head, post) == ("HEAD", "POST")
    assert head_path == post_path == "/v1/projects/1/submission"
    for headers in (first, second):
        assert headers["X-OpenRosa-Version"] == "1.0"
        assert headers["Date"].endswith(" GMT")
    kept = server.shelf.kept["uuid:1"]
    assert (kept.xml, kept.envelope()) == (parcel.xml, envelope.data)


@pytest.mark.parametrize(
    ("act", "fate", "trouble"),
    [
        ("202", Fate.RECEIVED, Trouble.NONE),
        ("twice", Fate.RECEIVED, Trouble.NONE),
        ("200", Fate.UNPROVEN, Trouble.NO_PROOF),
        ("200 after", Fate.UNPROVEN, Trouble.NO_PROOF),
        ("201 bare", Fate.UNPROVEN, Trouble.NO_PROOF),
        ("302", Fate.UNPROVEN, Trouble.PORTAL),
        ("400", Fate.REFUSED, Trouble.MALFORMED),
        ("401", Fate.NOT_SENT, Trouble.PASSWORD),
        ("403", Fate.NOT_SENT, Trouble.FORBIDDEN),
        ("404", Fate.REFUSED, Trouble.MISSING_FORM),
        ("413", Fate.REFUSED, Trouble.TOO_LARGE),
        ("429", Fate.NOT_SENT, Trouble.BUSY),
        ("500", Fate.UNPROVEN, Trouble.SERVER),
        ("500 after", Fate.UNPROVEN, Trouble.SERVER),
        ("503", Fate.UNPROVEN, Trouble.BUSY),
        ("drop", Fate.UNPROVEN, Trouble.CUT_OFF),
        ("half", Fate.UNPROVEN, Trouble.CUT_OFF),
        ("close after", Fate.UNPROVEN, Trouble.CUT_OFF),
        ("cut answer", Fate.UNPROVEN, Trouble.CUT_OFF),
        ("late", Fate.UNPROVEN, Trouble.CUT_OFF),
        ("silence after", Fate.UNPROVEN, Trouble.SILENCE),
    ],
)
def test_every_answer_is_taken_for_what_it_is(
    server: Server, parcel: Parcel, act: str, fate: Fate, trouble: Trouble
) -> None:
    outcome = deliver(server, parcel, act)
    assert (outcome.fate, outcome.trouble) == (fate, trouble)
    if fate in (Fate.REFUSED, Fate.NOT_SENT):
        assert not server.shelf.kept
    assert deliver(server, parcel).fate == Fate.RECEIVED
    assert len(server.shelf.kept) == 1
    assert not server.shelf.conflicts


def test_another_xml_under_the_number_is_told(server: Server, parcel: Parcel) -> None:
    assert deliver(server, parcel).fate == Fate.RECEIVED
    outcome = deliver(server, replace(parcel, xml=parcel.xml.replace(b"<size>", b"<size> ")))
    assert (outcome.fate, outcome.trouble) == (Fate.UNPROVEN, Trouble.CONFLICT)


def test_a_wish_to_be_left_alone_is_heard(server: Server, parcel: Parcel) -> None:
    outcome = deliver(server, parcel, "503")
    assert outcome.wish is not None
    assert outcome.wish.total_seconds() == 3
    server.shelf.greetings.append("503")
    refusal = road(server).open()
    assert refusal is not None
    assert refusal.wish is not None
    assert refusal.wish.total_seconds() == 7


def test_what_is_too_much_at_once_goes_in_several_requests(
    server: Server, envelope: Envelope
) -> None:
    parcel = parcel_of(envelope, 20_000)
    server.shelf.accept = "70000"
    assert len(parcel.parts) == 4
    assert deliver(server, parcel).fate == Fate.RECEIVED
    kept = server.shelf.kept["uuid:1"]
    assert (kept.times, kept.envelope()) == (2, envelope.data)
    assert not server.shelf.conflicts
    for act in ("500", "404", "401", "drop"):  # of several requests one has arrived
        server.shelf.kept.clear()
        assert deliver(server, parcel, "ok", act).fate == Fate.UNPROVEN
    assert deliver(server, parcel).fate == Fate.RECEIVED


def test_a_server_that_takes_too_little_is_told(server: Server, envelope: Envelope) -> None:
    server.shelf.accept = "1000"
    outcome = deliver(server, parcel_of(envelope, 69_000))
    assert (outcome.fate, outcome.trouble) == (Fate.NOT_SENT, Trouble.TOO_LARGE)
    assert not server.shelf.kept


@pytest.mark.parametrize("digest", [False, True])
def test_user_and_password(server: Server, parcel: Parcel, digest: bool) -> None:
    server.shelf.user, server.shelf.digest = ("officer", "pässword"), digest
    for changes in ({}, {"user": "officer", "password": "wrong"}):
        refusal = road(server, **changes).open()
        assert refusal is not None
        assert refusal.trouble == Trouble.PASSWORD
    server.shelf.seen.clear()
    mine = {"user": "officer", "password": "pässword"}
    assert deliver(server, parcel, **mine).fate == Fate.RECEIVED
    assert "Authorization" in server.shelf.seen[0][2]  # Basic at once, on the very first request
    posts = [headers for command, _path, headers in server.shelf.seen if command == "POST"]
    assert len(posts) == 1
    assert posts[0]["Authorization"].startswith("Digest" if digest else "Basic")


def test_a_token_of_an_app_user_stands_in_the_address(server: Server, parcel: Parcel) -> None:
    assert deliver(server, parcel, token="a/b c").fate == Fate.RECEIVED
    assert server.shelf.seen[-1][1] == "/v1/key/a%2Fb%20c/projects/1/submission"


@pytest.mark.parametrize(
    ("greeting", "trouble"),
    [
        ("200", Trouble.PORTAL),
        ("302 https://portal.invalid/login", Trouble.PORTAL),
        ("to https://elsewhere.invalid/submission", Trouble.PORTAL),
        ("to http://127.0.0.1/submission", Trouble.PORTAL),
        ("403", Trouble.FORBIDDEN),
        ("404", Trouble.WRONG_ADDRESS),
        ("405", Trouble.NOT_OPENROSA),
        ("500", Trouble.SERVER),
        ("503", Trouble.BUSY),
        ("drop", Trouble.OFFLINE),
    ],
)
def test_a_greeting_that_is_no_welcome(server: Server, greeting: str, trouble: Trouble) -> None:
    server.shelf.greetings.extend([greeting])
    refusal = road(server).open()
    assert refusal is not None
    assert (refusal.fate, refusal.trouble, refusal.stop) == (Fate.NOT_SENT, trouble, True)


def test_the_server_may_say_where_to_post(server: Server, parcel: Parcel) -> None:
    server.shelf.greetings.append("to /v1/other/submission")
    assert deliver(server, parcel).fate == Fate.RECEIVED
    assert server.shelf.seen[-1][1] == "/v1/other/submission"


def test_nothing_goes_without_encryption(server: Server) -> None:
    way = road(server, url=server.url.replace("https", "http"))
    refusal = way.open()
    assert refusal is not None
    assert refusal.trouble == Trouble.NOT_ENCRYPTED
    assert not server.shelf.seen


def test_a_server_that_is_not_there(server: Server, parcel: Parcel) -> None:
    way = road(server)
    assert way.open() is None
    server.end()
    outcome = way.deliver(parcel)
    assert outcome.fate in (Fate.UNPROVEN, Fate.NOT_SENT)
    refusal = way.open()
    assert refusal is not None
    assert refusal.trouble == Trouble.OFFLINE


def test_there_are_words_for_every_trouble() -> None:
    assert words(Trouble.NONE) == ""
    texts = [words(trouble) for trouble in Trouble if trouble]
    assert all(texts)
    assert len(set(texts)) == len(texts)
