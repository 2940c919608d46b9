"""Receipts: the force's own word that it opened a submission, and how far the vault then was.

Each submission carries the head of the audit chain, sealed. Who opens it at the force gives the
head back, signed (`docs/submission-format.md`). `witness.py` makes use of it.

A receipt is signed by a key that the force derives from its private key, and proven by a secret
that stands in the sealed submission alone: so a vault needs no list of signing keys.
"""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from storage.chain.audit import Action, Audit
from storage.context import Context
from storage.errors import NotAReceipt
from storage.keys.escrow import PrivateKey
from storage.outbox.items import Item
from storage.outbox.outbox import Outbox
from storage.outbox.states import State
from storage.tables.devices import KEY_SIZE, SIGNATURE_SIZE, is_signed, statement
from storage.tables.sealed import RECEIPT

FORMAT = "fieldbook-receipt"
VERSION = 1
LARGEST = 64 * 1024
"""Bytes; a receipt is half a page of text."""
_PURPOSE = "receipt"
_HASH_SIZE = 32


@dataclass(frozen=True, slots=True)
class Head:
    """How far a vault had come: durable writes, and the audit chain's last number and MAC."""

    writes: int
    sequence: int
    hash: str

    def is_one(self) -> bool:
        """Whether the values can be those of a vault."""
        counts = type(self.writes) is int and type(self.sequence) is int
        return counts and min(self.writes, self.sequence) >= 0 and is_hex(self.hash, _HASH_SIZE)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the force says of a submission that it has opened.

    Attributes:
        instance, form, form_version: what the submission said of itself.
        envelope: the envelope's hash, hex.
        device: the public key that had signed it, hex.
        received: when it was opened, ISO 8601, UTC.
        signer: the key that has signed this, hex; `signature` by it, hex.
        proof: HMAC-SHA-256 under the secret that stands in the submission, hex.
    """

    instance: str
    form: str
    form_version: str
    envelope: str
    device: str
    head: Head
    received: str
    signer: str
    proof: str = ""
    signature: str = ""

    def text(self) -> str:
        """The content of its file."""
        whole = {"format": FORMAT, "format_version": VERSION, **asdict(self)}
        return json.dumps(whole, indent=1, sort_keys=True) + "\n"

    @classmethod
    def parse(cls, text: str) -> "Receipt":
        """The receipt in the `text` of a file, whose signature fits.

        Raises:
            NotAReceipt: it is none, or not as it was signed.
        """
        try:
            fields = json.loads(text)
            if (fields.pop("format"), fields.pop("format_version")) != (FORMAT, VERSION):
                raise ValueError
            receipt = cls(**{**fields, "head": Head(**fields["head"])})
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
            raise NotAReceipt("This file is not a receipt of Fieldbook.") from error
        if not receipt._is_well_formed() or not is_signed(
            bytes.fromhex(receipt.signer),
            bytes.fromhex(receipt.signature),
            _PURPOSE,
            receipt._said(),
            bytes.fromhex(receipt.proof),
        ):
            raise NotAReceipt("This receipt is not as it was signed.")
        return receipt

    def is_proven_by(self, secret: bytes) -> bool:
        """Whether who wrote this had opened the submission that holds `secret`."""
        return hmac.compare_digest(self._proven_by(secret), self.proof)

    def sealed_by(self, key: PrivateKey, secret: bytes) -> "Receipt":
        """This receipt signed by the force's `key`, and proven by the submission's `secret`."""
        signer = _signer(key)
        unproven = replace(self, signer=signer.public_key().public_bytes_raw().hex())
        proof = unproven._proven_by(secret)
        signature = signer.sign(statement(_PURPOSE, unproven._said(), bytes.fromhex(proof)))
        return replace(unproven, proof=proof, signature=signature.hex())

    def _proven_by(self, secret: bytes) -> str:
        return hmac.new(secret, statement(_PURPOSE, self._said()), hashlib.sha256).hexdigest()

    def _said(self) -> bytes:
        """Everything but proof and signature, as bytes that are the same everywhere."""
        fields = asdict(self)
        del fields["proof"], fields["signature"]
        return json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()

    def _is_well_formed(self) -> bool:
        texts = (self.instance, self.form, self.form_version, self.received)
        sizes = {
            self.envelope: _HASH_SIZE,
            self.device: KEY_SIZE,
            self.signer: KEY_SIZE,
            self.proof: _HASH_SIZE,
            self.signature: SIGNATURE_SIZE,
        }
        return (
            all(isinstance(text, str) for text in texts)
            and all(is_hex(text, size) for text, size in sizes.items())
            and self.head.is_one()
        )


class Receipts:
    """The receipts that were taken in, within one transaction."""

    def __init__(self, context: Context, audit: Audit, outbox: Outbox) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._audit = audit
        self._outbox = outbox

    def take(self, receipt: Receipt) -> Item:
        """Keep a receipt: the submission has arrived at the force, and was opened there.

        Does nothing where it was taken before.

        Raises:
            UnknownSubmission: it is for nothing that this vault has sent; see `witness.py`.
            NotAReceipt: it does not fit what was sent.
        """
        item = self._outbox.of(receipt.instance)
        fits = receipt.envelope == item.hash.hex() and receipt.is_proven_by(item.secret)
        if not fits:
            raise NotAReceipt("This receipt is not for what this vault has sealed.")
        name = hashlib.sha256(receipt.text().encode()).hexdigest()
        if RECEIPT.rows(self._context, "hash = ?", name):
            return item
        now = self._context.now()
        RECEIPT.put(self._context, name, receipt.instance, receipt.text(), now)
        self._audit.append(
            Action.ADMINISTRATION,
            record=item.record,
            version=item.version,
            recipient=item.destination,
            reason=f"Receipt of the force taken in: {item.instance}.",
            hash=bytes.fromhex(name),
        )
        if item.state == State.RECEIVED:
            return item
        return self._outbox.received(item.number, json.dumps({"receipt": receipt.received}))

    def of(self, instance: str) -> list[Receipt]:
        """The receipts of one submission, in the order of their times."""
        return self._read("instance = ?", instance)

    def all(self) -> list[Receipt]:
        """Every receipt, in the order of their times."""
        return self._read()

    def _read(self, where: str = "", *values: Any) -> list[Receipt]:
        rows = RECEIPT.rows(self._context, where, *values)
        found = [Receipt.parse(content) for _hash, _instance, content, _taken in rows]
        return sorted(found, key=lambda receipt: receipt.received)


def _signer(key: PrivateKey) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key.derive(_PURPOSE))


def is_hex(text: object, size: int) -> bool:
    """Whether `text` stands for `size` bytes in small hexadecimal digits."""
    return (
        isinstance(text, str)
        and len(text) == 2 * size
        and all(character in "0123456789abcdef" for character in text)
    )
