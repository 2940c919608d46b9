"""A witness: how far the vault had come by a receipt, in a form that can lie outside the vault.

Somebody who puts an older copy of the whole vault back puts its anchor back with it, and nothing
in the folder knows better. A witness elsewhere does.
"""

import hmac
import json
from collections.abc import Iterable
from dataclasses import asdict

from storage.chain.audit import Action, Audit, head, mac_at
from storage.context import Context, canonical
from storage.keys.derivation import sign
from storage.tables.receipts import Head
from storage.tables.settings import Settings

FORMAT = "fieldbook-witness"
_PURPOSE = b"witness"
_ACCEPTED = "vault.accepted_witnesses"


class Witnesses:
    """Making, reading and comparing witnesses within one transaction."""

    def __init__(self, context: Context, audit: Audit, settings: Settings) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._audit = audit
        self._settings = settings

    def document(self, seen: Head) -> bytes:
        """A witness to `seen`, sealed by a key of this vault that no change of keys changes."""
        whole = {"format": FORMAT, **asdict(seen), "mac": self._mac(seen)}
        return json.dumps(whole, indent=1, sort_keys=True).encode()

    def read(self, document: bytes) -> Head | None:
        """What a witness says; None where it is none, or not this vault's, or was changed."""
        try:
            fields = json.loads(document)
            mac = fields.pop("mac")
            is_one = fields.pop("format") == FORMAT
            seen = Head(**fields)
            if is_one and seen.is_one() and hmac.compare_digest(self._mac(seen), mac):
                return seen
        except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
            pass
        return None

    def head(self) -> Head:
        """How far the vault has come, for a submission that is being sealed."""
        connection = self._context.connection
        (writes,) = connection.execute("SELECT writes FROM state").fetchone()
        sequence, last = head(connection)
        return Head(writes, sequence, last.hex())

    def contradiction(self, seen: Head) -> str:
        """In a sentence, how this vault is not the one that the force has seen; "" if it is."""
        if self._mac(seen) in self._settings.get(_ACCEPTED, []):
            return ""
        connection = self._context.connection
        (writes,) = connection.execute("SELECT writes FROM state").fetchone()
        here = mac_at(connection, seen.sequence)
        if here is None or writes < seen.writes:
            return (
                "This is an older copy of your vault: when the force last opened a report of"
                f" yours, it had had at least {seen.writes} writes, and this copy has had {writes}."
            )
        if here.hex() != seen.hash:
            return (
                "This is another copy of your vault: what the force saw when it last opened a"
                " report of yours is not in this copy's log."
            )
        return ""

    def contradictions(self, documents: Iterable[bytes]) -> list[tuple[Head, str]]:
        """What this vault's own witnesses among `documents` saw, with how it differs from that."""
        found = []
        for document in documents:
            seen = self.read(document)
            problem = self.contradiction(seen) if seen else ""
            if seen and problem and (seen, problem) not in found:
                found.append((seen, problem))
        return found

    def accept(self, seen: Head, reason: str) -> None:
        """Go on with this copy all the same, and write into the log why."""
        accepted = self._settings.get(_ACCEPTED, [])
        problem = self.contradiction(seen)
        self._settings.set(_ACCEPTED, [*accepted, self._mac(seen)])
        self._audit.append(Action.ADMINISTRATION, reason=f"{problem} Accepted: {reason}")

    def _mac(self, seen: Head) -> str:
        fields = canonical(seen.writes, seen.sequence, seen.hash)
        return sign(self._context.keys.audit, _PURPOSE, fields).hex()
