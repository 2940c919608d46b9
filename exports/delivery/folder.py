"""A folder as destination: a share or an encrypted stick. The default, which needs no server."""

import errno
import hashlib
import json
from pathlib import Path

from exports.delivery.outcome import Fate, Outcome, Parcel, Trouble
from exports.envelope.naming import ENVELOPE_SUFFIX, XML_SUFFIX, reference
from exports.placing import SHARED, in_place

ARRIVED_SUFFIX = ".arrived.json"
_READ_AT_ONCE = 1024 * 1024


class Folder:
    """Puts the envelope and its XML into a folder, whole or not at all, and reads them back.

    Last comes a small file that says what has arrived: who waits in the folder takes nothing in
    before it is there.
    """

    def __init__(self, folder: Path) -> None:
        """Deliver into `folder`, which has to be there: a stick that is pulled out is not made."""
        self._folder = folder

    def open(self) -> Outcome | None:
        """Whether the folder is there."""
        if self._folder.is_dir():
            return None
        return Outcome(Fate.NOT_SENT, Trouble.NO_FOLDER, stop=True)

    def deliver(self, parcel: Parcel) -> Outcome:
        """Write the parcel; writing it again changes nothing."""
        name = reference(parcel.instance)
        envelope = b"".join(parcel.parts)
        files = {f"{name}{ENVELOPE_SUFFIX}": envelope, f"{name}{XML_SUFFIX}": parcel.xml}
        hashes = {file: hashlib.sha256(data).hexdigest() for file, data in files.items()}
        arrived = {"instance": parcel.instance, "envelope": parcel.hash, "sha256": hashes}
        receipt = json.dumps(arrived, indent=1, sort_keys=True)
        try:
            for file, data in files.items():
                put(self._folder / file, data)
            put(self._folder / f"{name}{ARRIVED_SUFFIX}", receipt.encode() + b"\n")
        except OSError as error:
            return Outcome(Fate.NOT_SENT, meaning(error), stop=True)
        if any(_hash(self._folder / file) != hash for file, hash in hashes.items()):
            return Outcome(Fate.UNPROVEN, Trouble.NO_PROOF, stop=True)
        return Outcome(Fate.RECEIVED, answer=json.dumps(arrived, sort_keys=True))

    def close(self) -> None:
        """Nothing is held open."""


def put(path: Path, data: bytes) -> None:
    """Write a file by way of a neighbour: nobody ever sees half of it."""
    with in_place(path, SHARED) as file:
        file.write(data)


def _hash(path: Path) -> str:
    """SHA-256 of what really stands in a file; "" where it can't be read."""
    hash = hashlib.sha256()
    try:
        with open(path, "rb") as file:
            while piece := file.read(_READ_AT_ONCE):
                hash.update(piece)
    except OSError:
        return ""
    return hash.hexdigest()


def meaning(error: OSError) -> Trouble:
    """What an error of the disk means for the officer."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble.FULL
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.EIO, errno.ENXIO):
        return Trouble.NO_FOLDER
    return Trouble.NOT_WRITABLE
