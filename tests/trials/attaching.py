"""A process that attaches, binds, discards and erases until it is killed; and what it promised.

Run as `python -m tests.trials.attaching FOLDER CODE SEED`.
"""

import hashlib
import io
import json
import os
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from storage import Addition, RecordId, Session, Vault
from tests.storage.helpers import ME, Sample, note


def say(stage: str, **what: Any) -> None:
    os.write(1, json.dumps({"stage": stage, **what}).encode() + b"\n")


@dataclass
class Promises:
    """The files that must be there, by id with their hash, and what was being done at the end."""

    there: dict[str, str] = field(default_factory=dict)
    tried: dict[str, Any] = field(default_factory=dict)
    count: int = 0

    def take(self, line: bytes) -> None:
        said = json.loads(line)
        if said["stage"] == "try":
            self.tried = said
        elif said["stage"] == "done":
            self.count += 1
            self.tried = {}
            self.there |= said.get("added", {})
            for id in said.get("gone", []):
                self.there.pop(id, None)

    def broken(self, sample: Sample) -> list[str]:
        """What the vault has not kept; what was under way may be there wholly or not at all."""
        vault = sample.open()
        try:
            kept = vault.query(lambda s: s.attachments.every()).result()
            found = {}
            for attachment in kept:
                with vault.read_attachment(attachment.id) as reader:
                    found[attachment.id] = hashlib.sha256(reader.read()).hexdigest()
        finally:
            vault.close()
        may_be_gone = set(self.tried.get("gone", []))
        problems = [
            f"attachment {id} is not what was acknowledged"
            for id, sha256 in self.there.items()
            if found.get(id) != sha256 and not (id in may_be_gone and id not in found)
        ]
        extra = [sha256 for id, sha256 in found.items() if id not in self.there]
        if any(sha256 != self.tried.get("sha256") for sha256 in extra) or len(extra) > 1:
            problems.append("a file that nobody attached")
        names = {path.name for path in (sample.folder / "attachments").glob("*")}
        if names != {attachment.file for attachment in kept}:
            problems.append("files and lines are not the same")
        self.there, self.tried = found, {}
        return problems


class Attacher:
    """Random acts on one vault; `run` ends only by a kill."""

    def __init__(self, folder: Path, code: str, seed: int) -> None:
        self.rng = random.Random(seed)
        self.vault = Vault.open(folder, ME, recovery_code=code)
        self.drafts = [draft.id for draft in self.vault.query(lambda s: s.drafts.all()).result()]
        rows = self.vault.query(lambda s: s.records.page(1000)).result()
        self.records = [row.id for row in rows]

    def run(self) -> None:
        say("ready")
        acts = (self.attach, self.attach, self.attach, self.finish, self.discard, self.erase)
        while True:
            self.rng.choice(acts)()

    def attach(self) -> None:
        data = self.rng.randbytes(self.rng.choice((0, 70, 70_000, 3_000_000)))
        sha256 = hashlib.sha256(data).hexdigest()
        record, draft = RecordId(""), ""
        if self.records and self.rng.random() < 0.4:
            record = self.rng.choice(self.records)
        else:
            draft = self.vault.perform(
                lambda s: s.drafts.open("encounter", "1", b"<data/>", "E").id
            ).result()
            self.drafts.append(draft)
        say("try", sha256=sha256)
        addition = Addition(io.BytesIO(data), "photo.jpg", "image/jpeg", record, draft)
        kept = self.vault.attach(addition).result()
        say("done", added={kept.id: sha256})

    def finish(self) -> None:
        """A draft becomes a record, with what it had attached or without."""
        if not self.drafts:
            return
        draft, keeps = self.drafts.pop(), self.rng.random() < 0.7
        ids = self._ids(draft)

        def work(session: Session) -> RecordId:
            names = [kept.name for kept in session.attachments.of_draft(draft)] if keeps else []
            content = note(" ".join(names))
            session.drafts.finish(draft)
            record = session.records.add(content).record
            session.attachments.bind(draft, record, content.content)
            return record

        say("try", gone=[] if keeps else ids)
        self.records.append(self.vault.perform(work).result())
        say("done", gone=[] if keeps else ids)

    def discard(self) -> None:
        """What a discarded draft had goes when the vault is next opened, at the latest."""
        if not self.drafts:
            return
        draft = self.drafts.pop(0)
        ids = self._ids(draft)
        say("try", gone=ids)
        self.vault.perform(lambda s: s.drafts.discard(draft, "begun twice")).result()
        say("done", gone=ids)

    def erase(self) -> None:
        if not self.records:
            return
        record = self.rng.choice(self.records)
        found = self.vault.query(lambda s: s.attachments.of(record)).result()
        ids = [kept.id for kept in found]
        say("try", gone=ids)
        self.vault.perform(lambda s: s.attachments.erase(record, "review")).result()
        say("done", gone=ids)

    def _ids(self, draft: str) -> list[str]:
        found = self.vault.query(lambda s: s.attachments.of_draft(draft)).result()
        return [kept.id for kept in found]


if __name__ == "__main__":
    Attacher(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])).run()
