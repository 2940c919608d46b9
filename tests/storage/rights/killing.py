"""Kills a purge at a chosen moment, or the opening after it.

Run as `python -m tests.storage.rights.killing` (`tests.storage.attempts`).
"""

from dataclasses import dataclass
from pathlib import Path

from storage import RecordId, Vault
from tests.storage.attempts import answer, arm, run_all
from tests.storage.helpers import ME, Sample, ask, found, plain_pages


@dataclass
class Attempt:
    """One process; without a `record`, the vault is only opened. `moment` is in seconds."""

    folder: str
    code: str
    record: str
    moment: float


def attempt_all(attempts: list[Attempt]) -> list[bool]:
    """Make the attempts; gives for each whether it was killed before it was done."""
    return run_all("tests.storage.rights.killing", attempts)


def outcome(sample: Sample, record: str, canary: str, others: int) -> bool:
    """Whether the record is gone, wholly; asserts that else it is there, wholly."""
    vault = sample.open()
    receipts = ask(vault, lambda s: s.purging.receipts(RecordId(record)))
    there = [row.id for row in ask(vault, lambda s: s.records.page(1000))]
    assert len(set(there) - {record}) == others, "another record is missing"
    if receipts:
        assert record not in there, "there is a receipt, and the record too"
        assert found(vault, canary) == [], "what was purged is found"
    else:
        assert found(vault, canary) == [record], "the record is half gone"
        assert len(ask(vault, lambda s: s.records.versions(RecordId(record)))) == 2
        assert len(ask(vault, lambda s: s.links.of(RecordId(record)))) == 1
        assert len(ask(vault, lambda s: s.attachments.of(RecordId(record)))) == 1
    vault.close()
    findings = sample.check()
    assert findings == [], f"{findings}"
    assert (canary.encode() in plain_pages(sample)) != bool(receipts), "the files were not swept"
    left = {path.name for path in sample.folder.glob("attachments/*")}
    assert len(left) == (0 if receipts else 1), "a file of the record is left, or lost"
    return bool(receipts)


def _make(attempt: Attempt) -> None:
    folder = Path(attempt.folder)
    if not attempt.record:
        arm(attempt.moment, attempt.folder)
        Vault.open(folder, ME, recovery_code=attempt.code).close()
        return
    vault = Vault.open(folder, ME, recovery_code=attempt.code)
    arm(attempt.moment, attempt.folder)
    record = RecordId(attempt.record)
    vault.perform(lambda s: s.purging.purge(record, "handed over", "short life")).result()
    vault.close()


if __name__ == "__main__":
    answer(Attempt, _make)
