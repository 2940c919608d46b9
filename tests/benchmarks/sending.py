"""Leaving the notebook: a long queue drained beside bare httpx, opened, and a large report sealed.

The server is a process of its own and the same for both; both keep one connection, and post the
same bytes. What ours does besides: reads them from the vault, notes what is being sent before it
is, and every receipt after.
"""

import io
import os
import shutil
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from exports.delivery.address import Address
from exports.delivery.openrosa import OpenRosa, connected
from exports.delivery.queueing import parcel
from exports.delivery.sending import Sender
from exports.envelope import Attached, Content, carrier, seal
from exports.envelope.routing import CHUNK, LEAF
from exports.envelope.sealing import nonce
from storage import Cost, Identity, RecordId, Session, Vault, local_time
from storage.keys.escrow import PrivateKey
from storage.outbox.items import Item
from storage.outbox.states import State
from storage.tables.devices import DeviceKey
from tests.benchmarks.receiving import Receiver

FOLDER = Path(__file__).parents[2] / "build" / "benchmarks"  # the project's disk, not a RAM disk
ITEMS = int(os.environ.get("ITEMS", "10000"))
TEN_MB = 10 * 1024 * 1024
FORCE = PrivateKey.new("Sample Force 2026")
ME = Identity("PC 4711 Sample", "laptop-01")
AT_ONCE, SHOWN = 500, 200


def measure(runs: int = 5, only: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """The rows `send.*`."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    rows = []
    try:
        if not only or "send.seal_10mb" in only:
            rows.append(_seal(max(runs, 15)))
        if not only or only & {"send.drain_10k", "send.queue_open"}:
            code = _fill(FOLDER / "queued")
            rows.append(_open(code, max(runs, 9)))
            if not only or "send.drain_10k" in only:
                rows.append(_drain(code, runs))
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    return rows


def _fill(folder: Path) -> str:
    """A vault with a queue of reports, each sealed as any; gives its recovery code."""
    vault, code = Vault.create(folder, "p", ME, cost=Cost(64 * 1024, 1, 1))
    device = vault.device_key().result()
    for done in range(0, ITEMS, AT_ONCE):
        vault.perform(lambda s: [_queue(s, device) for _ in range(AT_ONCE)]).result()
        say(f"{done + AT_ONCE} of {ITEMS} queued")
    vault.close()
    return code


def _queue(session: Session, device: DeviceKey) -> None:
    instance, report = f"uuid:{uuid.uuid4()}", os.urandom(1000).hex().encode()
    item = session.outbox.begin(instance, RecordId("r"), 1, "intelligence_report", "1", "server")
    content = Content(instance, item.form, "1", report, session.witness.head(), item.secret)
    pieces: list[bytes] = []
    sealed = seal(content, [FORCE.public], device, local_time(), pieces.append)
    session.outbox.add_part(item.number, b"".join(pieces))
    xml = carrier.submission(sealed.routing, sealed.hash, sealed.size)
    session.outbox.add_part(item.number, xml)
    session.outbox.seal(item.number, sealed.size, sealed.hash)


def _open(code: str, runs: int) -> dict[str, Any]:
    taken = []
    for _ in range(runs):
        vault = Vault.open(FOLDER / "queued", ME, recovery_code=code)
        start = time.perf_counter()
        counts, lines, _parked, _due = vault.query(_shown).result()
        taken.append(time.perf_counter() - start)
        assert (counts, len(lines)) == ({State.SEALED: ITEMS}, SHOWN)
        vault.close()
    peer = "no peer: the bar is 100 ms, from an opened vault to counts, parked and first lines"
    return _row("send.queue_open", "ms", taken, None, peer)


def _shown(session: Session) -> tuple[dict[State, int], list[Item], list[Item], str]:
    """What a page of the queue shows first; the other lines come as it is scrolled."""
    outbox = session.outbox
    return outbox.counts(), outbox.page(SHOWN), outbox.parked(SHOWN), outbox.next_due()


def _drain(code: str, runs: int) -> dict[str, Any]:
    ours, peer = [], []
    for run in range(runs):
        for side in (_ours, _peer) if run % 2 else (_peer, _ours):
            shutil.copytree(FOLDER / "queued", FOLDER / "run")
            vault = Vault.open(FOLDER / "run", ME, recovery_code=code)
            poison = vault.query(lambda s: s.outbox.get(ITEMS // 2)).result().instance
            with Receiver(FOLDER / "server", poison) as server:
                taken = side(vault, server)
            vault.close()
            shutil.rmtree(FOLDER / "run")
            (ours if side is _ours else peer).append(taken)
            say(f"{side.__name__.strip('_')}: {taken:.1f} s for {ITEMS} reports")
    name = "bare httpx, one connection, the same requests to the same server"
    return _row("send.drain_10k", "s", ours, peer, name)


def _ours(vault: Vault, server: Receiver) -> float:
    address = Address(server.url, proxy="")
    sender = Sender(vault, lambda _name: OpenRosa(address), rest=_later)
    start = time.perf_counter()
    sender.run()
    taken = time.perf_counter() - start
    counts = vault.query(lambda s: s.outbox.counts()).result()
    assert counts == {State.RECEIVED: ITEMS - 1, State.UNKNOWN: 1}, counts
    return taken


def _later(_failures: int, _wish: timedelta | None) -> timedelta:
    return timedelta(hours=1)


def _peer(vault: Vault, server: Receiver) -> float:
    def load(session: Session) -> list[Any]:
        return [parcel(item, session.outbox.parts(item.number)) for item in session.outbox.all()]

    requests = [_request(each) for each in vault.query(load).result()]
    url = Address(server.url).endpoint("submission")
    with connected(Address(server.url, proxy="")) as client:
        start = time.perf_counter()
        statuses = [client.post(url, headers=h, content=body).status_code for h, body in requests]
        taken = time.perf_counter() - start
    assert sorted(statuses) == [201] * (ITEMS - 1) + [500]
    return taken


def _request(each: Any) -> tuple[dict[str, str], bytes]:
    """The very request that ours makes of a parcel, made beforehand."""
    posted: list[tuple[dict[str, str], bytes]] = []

    def keep(request: httpx.Request) -> httpx.Response:
        posted.append((dict(request.headers), request.read()))
        return httpx.Response(500)

    road = OpenRosa(Address("https://127.0.0.1/v1/projects/1", proxy=""))
    road._client = httpx.Client(transport=httpx.MockTransport(keep))
    road.deliver(each)
    headers, body = posted[0]
    kept = ("x-openrosa-version", "user-agent", "date", "content-type")
    return {name: headers[name] for name in kept}, body


def _seal(runs: int) -> dict[str, Any]:
    """From file to file, both synced: ours with report, hash, HPKE and signature."""
    source = FOLDER / "source"
    source.write_bytes(os.urandom(TEN_MB))
    vault, _code = Vault.create(FOLDER / "sealing", "p", ME, cost=Cost(64 * 1024, 1, 1))
    device = vault.device_key().result()
    head = vault.query(lambda s: s.witness.head()).result()
    vault.close()
    attached = Attached("a", "video/mp4", TEN_MB, "00" * 32, lambda: io.FileIO(source))
    content = Content("uuid:1", "report", "1", b"<data/>", head, bytes(32), (attached,))

    def ours(out: Any) -> None:
        seal(content, [FORCE.public], device, local_time(), out.write)

    def peer(out: Any) -> None:
        cipher = ChaCha20Poly1305(bytes(32))
        room, block = memoryview(bytearray(LEAF)), memoryview(bytearray(LEAF))
        size, number = LEAF // (CHUNK + 16) * CHUNK, 0
        with open(source, "rb") as file:
            while got := file.readinto(block[:size]):
                end = 0
                for start in range(0, got, CHUNK):
                    chunk = block[start : min(start + CHUNK, got)]
                    after = end + len(chunk) + 16
                    cipher.encrypt_into(nonce(number, False), chunk, None, room[end:after])
                    number, end = number + 1, after
                out.write(room[:end])

    taken: dict[str, list[float]] = {"ours": [], "peer": []}
    for run in range(runs + 1):
        pair = (("ours", ours), ("peer", peer))
        for name, work in pair if run % 2 else pair[::-1]:
            seconds = _written(work)
            if run:  # the first finds nothing in the caches
                taken[name].append(seconds)
    name = "the same cipher over the same chunks, from file to file, synced too"
    return _row("send.seal_10mb", "ms", taken["ours"], taken["peer"], name)


def _written(work: Callable[[Any], None]) -> float:
    path = FOLDER / "sealed"
    path.unlink(missing_ok=True)
    start = time.perf_counter()
    with open(path, "wb", buffering=0) as out:
        work(out)
        os.fsync(out.fileno())
    return time.perf_counter() - start


def _row(
    name: str, unit: str, ours: list[float], peer: list[float] | None, peer_name: str
) -> dict[str, Any]:
    scale = 1000 if unit == "ms" else 1
    mine = statistics.median(ours)
    other = statistics.median(peer) if peer else None
    say(f"{name} {mine * 1000:.1f} ms, peer {other and other * 1000}")
    return {
        "name": name,
        "unit": unit,
        "ours": mine * scale,
        "peer": other * scale if other is not None else None,
        "peer_name": peer_name,
        "ratio": mine / other if other else None,
        "runs": len(ours),
    }


def say(text: str) -> None:
    """Progress, beside the figures."""
    print(f"  send: {text}", file=sys.stderr, flush=True)
