"""Sending against a server that misbehaves, while the process that sends is killed at random.

A model: what the server holds is the truth, and every word of the outbox is held against it.
"""

import multiprocessing
import os
import random
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import httpx
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from exports.delivery.address import Address
from exports.delivery.openrosa import OpenRosa
from exports.delivery.queueing import Leaving, enqueue
from exports.delivery.sending import Sender
from storage import RecordId
from storage.keys.escrow import PrivateKey
from storage.outbox.states import State
from tests.sending.certificates import authority, issue
from tests.sending.server import ACTS, Server
from tests.storage.helpers import Sample, ask, create, do

FORCE = PrivateKey.new("Sample Force 2026")
NAME = "server"
QUICK = httpx.Timeout(2, read=0.12)
CONTEXT = multiprocessing.get_context("forkserver")
MISDEEDS = st.lists(st.sampled_from(ACTS), max_size=10)
GREETINGS = ("204", "204", "drop", "503", "200", "401", "404")


def at_once(_failures: int, _wish: timedelta | None) -> timedelta:
    return timedelta(0)


def send(folder: Path, code: str, url: str, authority: Path, rounds: int) -> None:
    """What the child process does until it is done or killed."""
    os.environ.update(SSL_CERT_FILE=str(authority), SSL_CERT_DIR=os.devnull)
    vault = Sample(folder, code).open()
    address = Address(url, proxy="")
    sender = Sender(vault, lambda _name: OpenRosa(address, timeout=QUICK), rest=at_once)
    for _ in range(rounds):
        sender.run(by_hand=True)
    vault.close()


@contextmanager
def world() -> Iterator["World"]:
    """An authority, a blank vault, and processes that are ready to send."""
    with tempfile.TemporaryDirectory() as folder:
        CONTEXT.set_forkserver_preload([__name__])
        ca = authority(Path(folder))
        certificate = issue(Path(folder), "server", ca, ["127.0.0.1"])
        vault, blank = create(Path(folder) / "blank")
        vault.device_key().result()
        vault.close()
        yield World(Path(folder), ca.path, certificate, blank)


class World:
    """What all sequences share."""

    def __init__(self, folder: Path, ca: Path, certificate: object, blank: Sample) -> None:
        self.folder, self.ca, self.certificate, self.blank = folder, ca, certificate, blank
        self.count = {"sequences": 0, "kills": 0, "queued": 0, "received": 0, "acts": 0}


class Sending(RuleBasedStateMachine):
    """One vault, one server, and somebody who pulls the plug."""

    shared: World

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.shared.folder))
        self.sample = self.shared.blank.copy(self.folder / "vault")
        self.server = Server(self.shared.certificate.server())
        self.server.shelf.slowness = 0.25
        self.envelopes: dict[str, tuple[bytes, bytes]] = {}
        self.withdrawn: set[str] = set()
        self.shared.count["sequences"] += 1

    @initialize()
    def first(self) -> None:
        self.queue(2)

    @rule(count=st.integers(1, 3))
    def queue(self, count: int) -> None:
        vault = self.sample.open()
        for _ in range(count):
            instance = f"uuid:{uuid.uuid4()}"
            report = os.urandom(random.randrange(400)).hex().encode()
            leaving = Leaving(instance, RecordId("r"), 1, "report", "1", report, NAME)
            item = enqueue(vault, leaving, [FORCE.public])
            *parts, xml = ask(vault, lambda s, n=item.number: s.outbox.parts(n))
            self.envelopes[instance] = (xml, b"".join(parts))
            self.shared.count["queued"] += 1
        vault.close()

    @rule(greetings=st.lists(st.sampled_from(GREETINGS), max_size=3))
    def greet(self, greetings: list[str]) -> None:
        self.server.shelf.greetings.extend(greetings)

    @rule(acts=MISDEEDS, rounds=st.integers(1, 3))
    def send_to_a_server_that_misbehaves(self, acts: list[str], rounds: int) -> None:
        self._misbehave(acts)
        child = self._child(rounds)
        child.join(30)
        assert child.exitcode == 0, child.exitcode

    @rule(acts=MISDEEDS, after=st.floats(0, 0.35))
    def send_and_be_killed(self, acts: list[str], after: float) -> None:
        self._misbehave(acts)
        child = self._child(3)
        time.sleep(after)
        child.kill()
        child.join(30)
        self.shared.count["kills"] += 1

    @rule(place=st.integers(0, 9))
    def withdraw_one(self, place: int) -> None:
        vault = self.sample.open()
        sealed = [item for item in ask(vault, lambda s: s.outbox.all()) if item.state == "sealed"]
        if sealed:
            item = sealed[place % len(sealed)]
            do(vault, lambda s: s.outbox.withdraw(item.number, "sample"))
            self.withdrawn.add(item.instance)
        vault.close()

    @rule()
    def send_the_rejected_again(self) -> None:
        vault = self.sample.open()
        for item in ask(vault, lambda s: s.outbox.all()):
            if item.state == State.REJECTED:
                do(vault, lambda s, n=item.number: s.outbox.again(n))
        vault.close()

    @invariant()
    def every_word_is_true(self) -> None:
        vault = self.sample.open()
        items = ask(vault, lambda s: s.outbox.all())
        bytes_kept = {
            item.instance: ask(vault, lambda s, n=item.number: s.outbox.parts(n))
            for item in items
            if item.state in (State.SEALED, State.UNKNOWN, State.REJECTED)
        }
        vault.close()
        self._compare(items, bytes_kept)

    def teardown(self) -> None:
        """With a server that behaves, everything arrives: once, byte for byte."""
        try:
            time.sleep(self.server.shelf.slowness)
            self.server.shelf.acts.clear()
            self.server.shelf.greetings.clear()
            self.send_the_rejected_again()
            self.send_to_a_server_that_misbehaves([], 2)
            self.every_word_is_true()
            for instance in self.envelopes.keys() - self.withdrawn:
                assert instance in self.server.shelf.kept, "lost"
            vault = self.sample.open()
            states = {item.instance: item.state for item in ask(vault, lambda s: s.outbox.all())}
            vault.close()
            for instance, state in states.items():
                wanted = State.WITHDRAWN if instance in self.withdrawn else State.RECEIVED
                assert state == wanted, (state, wanted)
                self.shared.count["received"] += state == State.RECEIVED
            assert self.sample.check() == []
        finally:
            self.server.end()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _misbehave(self, acts: list[str]) -> None:
        self.server.shelf.acts.extend(acts)
        self.shared.count["acts"] += len(acts)

    def _compare(self, items: list, bytes_kept: dict[str, list[bytes]]) -> None:
        assert {item.instance for item in items} == self.envelopes.keys()
        with self.server.shelf.lock:
            kept = {name: (one.xml, one.envelope()) for name, one in self.server.shelf.kept.items()}
        assert not self.server.shelf.conflicts
        for name, found in kept.items():
            assert found == self.envelopes[name], "what arrived is not what was sealed"
        for item in items:
            arrived = item.instance in kept
            if item.state == State.RECEIVED:
                assert arrived, "called received, and is not there"
            elif item.state != State.UNKNOWN:
                assert not arrived, f"called {item.state}, and is there"
            if item.instance in bytes_kept:
                *parts, xml = bytes_kept[item.instance]
                assert (xml, b"".join(parts)) == self.envelopes[item.instance]

    def _child(self, rounds: int) -> multiprocessing.process.BaseProcess:
        arguments = (self.sample.folder, self.sample.code, self.server.url, self.shared.ca, rounds)
        child = CONTEXT.Process(target=send, args=arguments)
        child.start()
        return child
