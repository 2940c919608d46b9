"""Takes receipts in, leaves witnesses outside the vault's folder, and asks them at opening."""

import contextlib
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path

from storage.disk import files
from storage.errors import StorageError
from storage.outbox.items import Item
from storage.session import Session
from storage.tables.receipts import LARGEST, Head, Receipt
from storage.vault.vault import Vault

SUFFIX = ".witness"


def take_receipt(vault: Vault, text: str, places: Iterable[Path]) -> Item:
    """Take a receipt of the force in, and leave a witness in each of the folders `places`.

    A folder that can't be written is passed over: the receipt itself is safe in the vault.

    Raises:
        NotAReceipt: it is none, or not for what this vault has sealed.
        UnknownSubmission: this vault has sent nothing of the kind. If it is a receipt for this
            officer, an older copy of the vault was put back.
    """
    receipt = Receipt.parse(text)

    def work(session: Session) -> tuple[Item, Head]:
        item = session.receipts.take(receipt)
        # The vault has gone on since it sealed what is confirmed here; unless it is an older copy.
        differs = session.witness.contradiction(receipt.head)
        return item, receipt.head if differs else session.witness.head()

    item, seen = vault.perform(work).result()
    for place in places:
        with contextlib.suppress(StorageError):
            keep(vault, seen, place)
    return item


def keep(vault: Vault, seen: Head, place: Path) -> None:
    """Leave a witness to `seen` in the folder `place`, unless one to more is there.

    Raises:
        StorageError: the folder can't be written.
    """
    known = _read(vault, place)
    if known is not None and (known.writes, known.sequence) >= (seen.writes, seen.sequence):
        return
    document = vault.query(lambda session: session.witness.document(seen)).result()
    path = _path(vault, place)
    with files.os_errors(path):
        place.mkdir(0o700, parents=True, exist_ok=True)
    files.replace(path, document)


def contradictions(vault: Vault, places: Iterable[Path]) -> Future[list[tuple[Head, str]]]:
    """What the witnesses in `places` say against an open vault: what they saw, and a sentence."""
    documents = [document for place in places if (document := _document(vault, place))]
    return vault.query(lambda session: session.witness.contradictions(documents))


def _read(vault: Vault, place: Path) -> Head | None:
    document = _document(vault, place)
    return vault.query(lambda session: session.witness.read(document)).result()


def _document(vault: Vault, place: Path) -> bytes:
    """What stands in the witness file in `place`; nothing where there is none."""
    try:
        with open(_path(vault, place), "rb") as file:
            return file.read(LARGEST)
    except OSError:
        return b""


def _path(vault: Vault, place: Path) -> Path:
    return place / f"{vault.header.vault_id}{SUFFIX}"
