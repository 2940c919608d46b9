"""CTAP 2.1, 11.2: the authenticator on the USB bus, in packets of 64 bytes."""

import os
import threading
from collections import deque
from collections.abc import Iterator

from fido2.hid.base import CtapHidConnection, HidDescriptor

from tests.storage.keys.authenticator.device import Authenticator
from tests.storage.keys.authenticator.status import Status

PACKET = 64
BROADCAST = 0xFFFFFFFF
PING, INIT, CBOR, CANCEL, KEEPALIVE, ERROR = 0x01, 0x06, 0x10, 0x11, 0x3B, 0x3F
SPEAKS_CBOR = 0x04
TOUCH_NEEDED = 0x02
BLINKING = 0.05


class Bus(CtapHidConnection):
    """One connection to the authenticator; it works on a thread of its own, as a key does."""

    def __init__(self, authenticator: Authenticator) -> None:
        self._authenticator = authenticator
        self._answers: deque[bytes] = deque()
        self._ready = threading.Condition()
        self._cancelled = threading.Event()
        self._channel = BROADCAST
        self._request = b""
        self._missing = 0
        self._command = 0
        self._worker: threading.Thread | None = None

    def write_packet(self, data: bytes) -> None:
        assert len(data) == PACKET
        channel, head = int.from_bytes(data[:4], "big"), data[4]
        if not head & 0x80:
            self._request += data[5:]
        elif head == 0x80 | CANCEL:
            self._cancelled.set()
            return
        else:
            self._command = head & 0x7F
            self._missing = int.from_bytes(data[5:7], "big")
            self._request = data[7:]
        if len(self._request) >= self._missing:
            self._do(channel, self._command, self._request[: self._missing])

    def read_packet(self) -> bytes:
        """The next packet; while somebody is to touch the key, one that says so."""
        with self._ready:
            if not self._answers and not self._ready.wait_for(lambda: self._answers, BLINKING):
                return self._packets(self._channel, KEEPALIVE, bytes([TOUCH_NEEDED]))[0]
            return self._answers.popleft()

    def close(self) -> None:
        self._cancelled.set()
        if self._worker:
            self._worker.join()

    def wait_for_touch(self, seconds: float) -> bool:
        """Nobody touches the key, until the platform gives up."""
        return not self._cancelled.wait(seconds) and False

    def _do(self, channel: int, command: int, request: bytes) -> None:
        if command == INIT:
            self._channel = int.from_bytes(os.urandom(4), "big") | 1
            said = self._channel.to_bytes(4, "big") + bytes([2, 5, 4, 3, SPEAKS_CBOR])
            self._answer(channel, INIT, request + said)
        elif channel != self._channel:
            self._answer(channel, ERROR, bytes([Status.INVALID_PARAMETER]))
        elif command == PING:
            self._answer(channel, PING, request)
        elif command == CBOR:
            self._cancelled.clear()
            self._worker = threading.Thread(
                target=lambda: self._answer(channel, CBOR, self._authenticator.handle(request))
            )
            self._worker.start()
        else:
            self._answer(channel, ERROR, bytes([Status.INVALID_COMMAND]))

    def _answer(self, channel: int, command: int, answer: bytes) -> None:
        with self._ready:
            self._answers.extend(self._packets(channel, command, answer))
            self._ready.notify()

    @staticmethod
    def _packets(channel: int, command: int, data: bytes) -> list[bytes]:
        start = channel.to_bytes(4, "big")
        head = start + bytes([0x80 | command]) + len(data).to_bytes(2, "big")
        packets, rest = [head + data[: PACKET - len(head)]], data[PACKET - len(head) :]
        size = PACKET - 5
        for number, place in enumerate(range(0, len(rest), size)):
            packets.append(start + bytes([number]) + rest[place : place + size])
        return [packet.ljust(PACKET, b"\0") for packet in packets]


class Sockets:
    """The machine's USB sockets: what is in them is what `fido2` finds on the bus."""

    def __init__(self) -> None:
        self.plugged_in: list[Authenticator] = []
        self._buses: list[Bus] = []

    def descriptors(self) -> Iterator[HidDescriptor]:
        for number, _each in enumerate(self.plugged_in):
            yield HidDescriptor(str(number), 0xF1D0, 1, PACKET, PACKET, "Sample key", None)

    def connect(self, descriptor: HidDescriptor) -> Bus:
        bus = Bus(self.plugged_in[int(descriptor.path)])
        self._buses.append(bus)
        return bus

    def let_nobody_touch(self) -> None:
        for each in self.plugged_in:
            each.touch = lambda: self._buses[-1].wait_for_touch(30)
