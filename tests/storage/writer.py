"""A process that writes into a vault until it is killed, and says what it was promised.

Run as `python -m tests.storage.writer FOLDER CODE SEED`. Before each write it prints what it
tries, afterwards what was acknowledged: a line of JSON each, at once.
"""

import json
import os
import random
import sys
from pathlib import Path
from typing import Any

from storage import Session, Vault
from tests.storage.helpers import ME, note


def say(stage: str, **what: Any) -> None:
    os.write(1, json.dumps({"stage": stage, **what}).encode() + b"\n")


def text(rng: random.Random) -> str:
    """Mostly a sentence, now and then pages of it, so that logs grow and are emptied."""
    return f"{rng.randrange(1 << 40):x} " + "she said " * rng.choice((1, 20, 200, 20_000))


class Writer:
    """Random writes on one vault; `run` ends only by a kill."""

    def __init__(self, folder: Path, code: str, seed: int) -> None:
        self.folder, self.code, self.rng = folder, code, random.Random(seed)
        self.vault = self.open()
        self.records = [
            (row.id, row.version)
            for row in self.vault.query(lambda s: s.records.page(100_000)).result()
        ]
        self.drafts = [draft.id for draft in self.vault.query(lambda s: s.drafts.all()).result()]

    def open(self) -> Vault:
        return Vault.open(self.folder, ME, recovery_code=self.code)

    def run(self) -> None:
        acts = (self.add, self.amend, self.begin, self.save, self.save, self.finish, self.discard)
        say("ready")
        while True:
            self.rng.choice(acts)()
            if self.rng.random() < 0.02:
                self.vault.close()
                self.vault = self.open()

    def add(self) -> None:
        content = text(self.rng)
        say("try", act="add", text=content)
        version = self.vault.perform(lambda s: s.records.add(note(content))).result()
        self.records.append((version.record, 1))
        say("done", act="add", record=version.record, number=1, text=content)

    def amend(self) -> None:
        if not self.records:
            return
        place = self.rng.randrange(len(self.records))
        record, base = self.records[place]
        content = text(self.rng)
        say("try", act="amend", record=record, text=content)
        self.vault.perform(lambda s: s.records.amend(record, base, note(content), "why")).result()
        self.records[place] = (record, base + 1)
        say("done", act="amend", record=record, number=base + 1, text=content)

    def begin(self) -> None:
        say("try", act="begin")
        draft = self.vault.perform(lambda s: s.drafts.open("encounter", "1", b"", "E")).result()
        self.drafts.append(draft.id)
        say("done", act="save", draft=draft.id, text="")

    def save(self) -> None:
        if not self.drafts:
            return
        id, content = self.rng.choice(self.drafts), text(self.rng)
        say("try", act="save", draft=id, text=content)
        self.vault.perform(lambda s: s.drafts.save(id, content.encode(), "E", {})).result()
        say("done", act="save", draft=id, text=content)

    def finish(self) -> None:
        """A draft becomes a record: both or neither."""
        if not self.drafts:
            return
        id, content = self.drafts.pop(self.rng.randrange(len(self.drafts))), text(self.rng)

        def work(session: Session) -> str:
            version = session.records.add(note(content))
            session.drafts.finish(id)
            return version.record

        say("try", act="finish", draft=id, text=content)
        record = self.vault.perform(work).result()
        self.records.append((record, 1))
        say("done", act="finish", draft=id, record=record, number=1, text=content)

    def discard(self) -> None:
        if not self.drafts:
            return
        id = self.drafts.pop(self.rng.randrange(len(self.drafts)))
        say("try", act="discard", draft=id)
        self.vault.perform(lambda s: s.drafts.discard(id, "begun twice")).result()
        say("done", act="discard", draft=id)


if __name__ == "__main__":
    Writer(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])).run()
