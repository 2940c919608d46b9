"""Checks a sealed submission without opening it: whole, signed, by a device that the force knows.

What only the opening can show, because it needs the force's key: that who signed it has also
sealed it (`unsealing.py`).
"""

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from exports.envelope import carrier, routing
from exports.envelope.errors import Spoilt
from exports.envelope.routing import LEAF, SIGNATURE, Routing, envelope_hash
from exports.envelope.sealing import PURPOSE, sha256
from storage.tables.devices import Device, fingerprint, is_signed


class Result(enum.StrEnum):
    """What a check can end with; only `GENUINE` is good."""

    GENUINE = "genuine"
    ALTERED = "altered"
    UNKNOWN_DEVICE = "unknown device"
    NOT_ENROLLED_THEN = "not enrolled then"
    ANOTHER_SUBMISSION = "another submission"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found, with a sentence for people.

    Attributes:
        routing: what stands in the clear; None where the file is too spoilt to say.
        device: who signed it, where the force knows them.
        hash: the envelope's own (hex); empty where it is altered.
    """

    result: Result
    sentence: str
    routing: Routing | None = None
    device: Device | None = None
    hash: str = ""


def verify(path: Path, devices: Sequence[Device], submission: bytes | None = None) -> Verdict:
    """Check the envelope in the file at `path` against the devices that the force knows.

    Parameters:
        submission: the XML with which the envelope came to a server; None where there is none.

    Raises:
        NotAnEnvelope: it is another kind of file.
        OSError: it can't be read.
    """
    try:
        with open(path, "rb") as file:
            clear, hash, signature = digest(file, path.stat().st_size)
    except Spoilt as spoilt:
        return Verdict(Result.ALTERED, str(spoilt))
    if not is_signed(clear.device, signature, PURPOSE, hash):
        return Verdict(Result.ALTERED, "This submission is not as its device has sealed it.", clear)
    known = [device for device in devices if device.public == clear.device]
    verdict = _judge(clear, known, hash.hex())
    if verdict.result != Result.GENUINE or submission is None:
        return verdict
    problem = carrier.contradiction(submission, clear, hash)
    if problem:
        return Verdict(Result.ANOTHER_SUBMISSION, problem, clear, verdict.device, verdict.hash)
    return verdict


def digest(
    file: BinaryIO, whole: int, take: Callable[[bytes], object] | None = None
) -> tuple[Routing, bytes, bytes]:
    """Routing, hash and signature of an envelope of `whole` bytes, read once.

    Parameters:
        take: is given each leaf of the body.

    Raises:
        NotAnEnvelope: another kind of file.
        Spoilt: it is not whole.
    """
    clear, document = routing.read(file)
    size = left = whole - file.tell() - SIGNATURE
    if left <= routing.TAG_SIZE:
        raise Spoilt("This submission is cut off.")
    leaves = []
    while left:
        leaf = file.read(min(LEAF, left))
        if not leaf:
            raise Spoilt("This submission is cut off.")
        leaves.append(sha256(leaf))
        if take:
            take(leaf)
        left -= len(leaf)
    signature = file.read(SIGNATURE)
    return clear, envelope_hash(document, size, leaves), signature


def _judge(clear: Routing, known: list[Device], hash: str) -> Verdict:
    who = fingerprint(clear.device)
    if not known:
        return Verdict(
            Result.UNKNOWN_DEVICE,
            f"This submission is whole, and signed by a device that is not on the list: {who}.",
            clear,
            None,
            hash,
        )
    day = clear.when.astimezone(UTC).date()
    allowed = [device for device in known if device.may_sign(day)]
    if not allowed:
        return Verdict(
            Result.NOT_ENROLLED_THEN,
            f"This submission is whole, but on {day} its device was not enrolled: {who}.",
            clear,
            known[0],
            hash,
        )
    device = allowed[0]
    sentence = f"This submission is as {device.name} has sealed it ({who})."
    if device.until and datetime.now(UTC).date() > device.until:
        sentence += f" The device is enrolled no longer, since {device.until}: ask its officer."
    return Verdict(Result.GENUINE, sentence, clear, device, hash)
