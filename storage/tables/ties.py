"""What drafts belong with: ties that become links once both of their ends are records.

A link joins two records. While one of them is still being written, a tie holds its place, so that
what belongs together stays together through locks and crashes. A tie that must not last is cut when
its draft becomes a record: then it never was a link, and no file keeps it.
"""

from collections.abc import Collection
from dataclasses import astuple, dataclass, replace

from storage.chain.audit import Action, Audit
from storage.context import Context
from storage.rows import RecordId
from storage.tables.links import Links
from storage.tables.settings import Settings

TIES = "ties"
"""The setting that holds them, sealed and anchored as every setting is."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One draft's or record's tie to another; `kind` is that of the link it becomes."""

    source: str
    target: str
    kind: str

    def other(self, end: str) -> str:
        """The end that is not `end`."""
        return self.target if self.source == end else self.source

    def moved(self, old: str, new: str) -> "Tie":
        """The same tie, with `new` in the place of `old`."""
        if self.source == old:
            return replace(self, source=new)
        return replace(self, target=new)


class Ties:
    """Writing and reading ties within one transaction."""

    def __init__(self, context: Context, audit: Audit, links: Links, settings: Settings) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._audit = audit
        self._links = links
        self._settings = settings

    def tie(self, source: str, target: str, kind: str) -> None:
        """Tie a draft or record to another one; two records are linked at once. Not twice.

        Nothing happens where an end is neither a draft nor a record of this vault.
        """
        kept = self._all()
        self._add(kept, Tie(source, target, kind))
        self._write(kept)

    def of(self, id: str) -> list[Tie]:
        """The ties from or to a draft or record, in the order in which they were made."""
        return [tie for tie in self._all() if id in (tie.source, tie.target)]

    def became(
        self, draft: str, record: RecordId, cut: Collection[str] = (), reason: str = ""
    ) -> None:
        """A draft is now `record`: its ties follow, and become links where both ends are records.

        Parameters:
            cut: the ids of other ends whose ties are erased instead, which the log says with
                `reason`; it does not say to what they led.
        """
        kept: list[Tie] = []
        doomed = 0
        for tie in self._all():
            if draft not in (tie.source, tie.target):
                kept.append(tie)
            elif tie.other(draft) in cut:
                doomed += 1
            else:
                self._add(kept, tie.moved(draft, record))
        self._write(kept)
        for _tie in range(doomed):
            self._audit.append(Action.ERASURE, record=record, reason=reason)
            self._context.residue = True

    def untie(self, source: str, target: str) -> None:
        """Take away the ties from `source` to `target`; no file keeps them."""
        every = self._all()
        left = [tie for tie in every if (tie.source, tie.target) != (source, target)]
        if left != every:
            self._write(left)
            self._context.residue = True

    def drop(self, id: str) -> list[Tie]:
        """Take away the ties of a draft that is discarded; they are given, to be undone."""
        every = self._all()
        dropped = [tie for tie in every if id in (tie.source, tie.target)]
        if dropped:
            self._write([tie for tie in every if tie not in dropped])
        return dropped

    def _add(self, kept: list[Tie], tie: Tie) -> None:
        """Put `tie` to those that are `kept`, or link its ends where both are records."""
        if self._is_record(tie.source) and self._is_record(tie.target):
            self._link(tie)
        elif tie not in kept:
            kept.append(tie)

    def _link(self, tie: Tie) -> None:
        source, target = RecordId(tie.source), RecordId(tie.target)
        standing = {(link.source, link.target, link.kind) for link in self._links.of(source)}
        if (source, target, tie.kind) not in standing:
            self._links.add(source, target, tie.kind)

    def _write(self, ties: list[Tie]) -> None:
        """Keep `ties`, less those of drafts that expired and records that were purged."""
        there = [tie for tie in ties if self._is_there(tie.source) and self._is_there(tie.target)]
        if there != self._all():
            self._settings.set(TIES, [astuple(tie) for tie in there])

    def _all(self) -> list[Tie]:
        return [Tie(*each) for each in self._settings.get(TIES, [])]

    def _is_there(self, id: str) -> bool:
        return self._is_record(id) or self._found("draft", id)

    def _is_record(self, id: str) -> bool:
        return self._found("record", id)

    def _found(self, table: str, id: str) -> bool:
        row = self._context.connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (id,))
        return row.fetchone() is not None
