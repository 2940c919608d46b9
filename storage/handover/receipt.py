"""The receipt of a hand-over: only who opened it can write it, and only who made it can tell."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

from storage.errors import NotAHandover
from storage.keys.derivation import sign

FORMAT, VERSION = "fieldbook-handover-receipt", 1
SUFFIX = ".fieldbook-receipt"


@dataclass(frozen=True, slots=True)
class HandoverReceipt:
    """What the other side says: which hand-over it took in, when, and how many records."""

    handover: str
    taken: str
    records: int

    def text(self, key: bytes) -> str:
        """The content of its file; `key` comes from what the hand-over was sealed with."""
        body = {
            "format": FORMAT,
            "version": VERSION,
            "handover": self.handover,
            "taken": self.taken,
            "records": self.records,
        }
        return json.dumps({**body, "mac": self._mac(key)}, indent=1, sort_keys=True) + "\n"

    def _mac(self, key: bytes) -> str:
        parts = (FORMAT, str(VERSION), self.handover, self.taken, str(self.records))
        return sign(key, *(part.encode() for part in parts)).hex()


def parse(text: str, keys: Mapping[str, bytes]) -> HandoverReceipt:
    """The receipt in the `text` of its file; `keys` are the receipt keys by hand-over.

    Raises:
        NotAHandover: it is none, of another vault's hand-over, or changed.
    """
    try:
        fields = json.loads(text)
        mac = str(fields.pop("mac"))
        if (fields.pop("format"), fields.pop("version")) != (FORMAT, VERSION):
            raise ValueError("format")
        receipt = HandoverReceipt(
            str(fields.pop("handover")), str(fields.pop("taken")), int(fields.pop("records"))
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NotAHandover("This file is no receipt of a hand-over.") from error
    key = keys.get(receipt.handover)
    if key is None:
        raise NotAHandover("This is the receipt of a hand-over that was not made here.")
    if fields or not hmac.compare_digest(receipt._mac(key), mac):
        raise NotAHandover("This receipt is not what the recipient of the hand-over wrote.")
    return receipt
