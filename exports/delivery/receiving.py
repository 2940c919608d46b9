"""Looks for the force's receipts where reports were left, and takes in what is for this vault."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from exports.envelope.naming import RECEIPT_SUFFIX
from storage import Vault
from storage.checking.witnessing import take_receipt
from storage.errors import NotAReceipt, UnknownSubmission
from storage.outbox.items import Item
from storage.tables.receipts import LARGEST


@dataclass(slots=True)
class Gathered:
    """What was found.

    Attributes:
        taken: items whose receipts were taken in now.
        strange: receipts of this vault's own device for what the vault has never sent: an older
            copy of the vault was put back.
    """

    taken: list[Item] = field(default_factory=list)
    strange: list[Path] = field(default_factory=list)


def gather(vault: Vault, folder: Path, places: Iterable[Path]) -> Gathered:
    """Take in every receipt for this vault that lies in `folder`.

    Other vaults' receipts in a shared folder are passed over.

    Parameters:
        places: where to leave a witness; see `storage.checking.witnessing`.

    Raises:
        StorageError: the vault refuses.
    """
    gathered = Gathered()
    mine = vault.device_key().result().public.hex()
    known = {
        receipt.envelope for receipt in vault.query(lambda session: session.receipts.all()).result()
    }
    for path, text, fields in _found(folder):
        if fields.get("device") != mine or fields.get("envelope") in known:
            continue
        try:
            gathered.taken.append(take_receipt(vault, text, places))
        except UnknownSubmission:
            gathered.strange.append(path)
        except NotAReceipt:
            continue  # somebody has changed it; the force can write it again
    return gathered


def _found(folder: Path) -> Iterator[tuple[Path, str, dict[str, object]]]:
    for path in sorted(folder.glob(f"*{RECEIPT_SUFFIX}")):
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read(LARGEST)
            fields = json.loads(text)
        except (OSError, ValueError, RecursionError):
            continue
        if isinstance(fields, dict):
            yield path, text, fields
