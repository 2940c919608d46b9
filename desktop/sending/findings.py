"""The findings of a report: what the check points at, and what its officer has said to each.

A finding ends when the report is amended so that it is not there any more, or when its officer
writes why it stays. The reason goes into the log at once, so no lock loses it; the same words in
the same sentence of the same answer of a later version keep it.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.definitions import FormShelf
from desktop.sending.package import Passage, passages_of
from storage import RecordId, Session, Vault, Version
from storage.chain.audit import Action

if TYPE_CHECKING:
    from exports.sanitising import Finding

_END = re.compile(r"[.!?…]+[)\]”’\"']*\s+|\n+")
_KEPT = "Kept in the report: "
_LANGUAGE_OF_LOG = "fieldbook/v2/finding"


@dataclass(frozen=True, slots=True)
class Found:
    """One finding and its place; `reason` is why it stays, "" while it is open."""

    passage: Passage
    finding: "Finding"
    reason: str = ""

    @property
    def sentence(self) -> str:
        """The sentence that the finding stands in, or all those over which it reaches."""
        text, finding = self.passage.text, self.finding
        ends = [match.end() for match in _END.finditer(text)]
        start = max((end for end in ends if end <= finding.start), default=0)
        stop = min((end for end in ends if end >= finding.end), default=len(text))
        return text[start:stop].strip()

    @property
    def mark(self) -> bytes:
        """What the log knows it by (SHA-256): says nothing, and is the same in every version that
        leaves its sentence as it is; a reason holds for no other sentence.
        """
        finding = self.finding
        parts = (_LANGUAGE_OF_LOG, self.passage.path, finding.kind, finding.text, self.sentence)
        return hashlib.sha256("\0".join(parts).encode()).digest()


@dataclass(frozen=True, slots=True)
class Checked:
    """A report as the check has left it.

    Attributes:
        passages: of what leaves; what a rule keeps in the vault is not looked at.
        refusal: the rule that keeps all of it here (`exports.leaving`), "" for none.
    """

    version: Version
    passages: tuple[Passage, ...]
    found: tuple[Found, ...]
    refusal: str = ""

    @property
    def open(self) -> tuple[Found, ...]:
        """The findings that keep it from leaving."""
        return tuple(one for one in self.found if not one.reason)

    @property
    def may_leave(self) -> bool:
        """Whether nothing keeps it here."""
        return not self.open and not self.refusal


def check(vault: Vault, shelf: FormShelf, language: str, record: RecordId) -> Checked:
    """Check the newest version of `record` against all the vault knows; not for the window's
    thread.

    Raises:
        StorageError: the vault refuses.
        KeyError: records of its form are not sent.
    """

    from desktop.sending.vault_names import Typed, known, typed
    from exports.leaving import is_under, leaving
    from exports.sanitising import Checker, Kind  # brings lists of words and of numbers

    def work(session: Session) -> tuple[Version, Typed, dict[bytes, str]]:
        reasons = {
            entry.hash: entry.reason.removeprefix(_KEPT)
            for entry in session.audit.entries(record)
            if entry.reason.startswith(_KEPT)
        }
        return session.records.newest(record), typed(session), reasons

    version, said, reasons = vault.query(work).result()
    checker = Checker(known(said))
    rule, left = leaving(version.form, version.content)
    passages = passages_of(version, shelf, language, left)
    found = (
        Found(one, finding)
        for one in passages
        if not is_under(one.path, rule.asked)
        for finding in checker.find(one.text)
        if not (rule.open_speech and finding.kind == Kind.SPEECH)
    )
    told = (Found(one.passage, one.finding, reasons.get(one.mark, "")) for one in found)
    return Checked(version, passages, tuple(told), rule.refusal)


def keep(version: Version, found: Iterable[Found], reason: str) -> Callable[[Session], None]:
    """The work that writes into the log why these findings stay."""

    def work(session: Session) -> None:
        for one in found:
            session.audit.append(
                Action.ADMINISTRATION,
                record=version.record,
                version=version.number,
                reason=_KEPT + reason,
                hash=one.mark,
            )

    return work
