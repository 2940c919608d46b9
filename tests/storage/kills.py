"""Killing a writing process at random moments, and asking the vault for all it had promised."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import Any

from storage import Draft, Session
from tests.storage.helpers import Sample, note


@dataclass
class Promises:
    """All that was acknowledged: versions by record and number, drafts by id; and the last try."""

    versions: dict[tuple[str, int], str] = field(default_factory=dict)
    drafts: dict[str, str | None] = field(default_factory=dict)
    tried: dict[str, Any] | None = None
    count: int = 0

    def take(self, line: dict[str, Any]) -> None:
        if line["stage"] == "try":
            self.tried = line
            return
        if line["stage"] == "done":
            self.tried = None
            self.count += 1
            if "record" in line:
                self.versions[line["record"], line["number"]] = line["text"]
            if "draft" in line:
                self.drafts[line["draft"]] = line["text"] if line["act"] == "save" else None

    def broken(self, sample: Sample) -> list[str]:
        """What the vault has not kept; what was under way may be there wholly or not at all."""
        vault = sample.open()
        try:
            return vault.query(self._compare).result()
        finally:
            vault.close()

    def _compare(self, session: Session) -> list[str]:
        there = {
            (row.id, version.number): version.content
            for row in session.records.page(1_000_000)
            for version in session.records.versions(row.id)
        }
        drafts = {draft.id: draft for draft in session.drafts.all()}
        problems = [
            f"version {number} of {record} is not what was acknowledged"
            for (record, number), text in self.versions.items()
            if there.pop((record, number), None) != note(text).content
        ]
        problems += self._unknown(there)
        for id, text in self.drafts.items():
            problems += self._draft(id, text, drafts.pop(id, None))
        may_begin = self.tried is not None and self.tried["act"] == "begin"
        if len(drafts) > may_begin:
            problems.append("a draft that nobody wrote")
        self._settle(drafts)
        return problems

    def _unknown(self, left: dict[tuple[str, int], bytes]) -> list[str]:
        """Versions that were not acknowledged: at most the one that was being written."""
        tried = self.tried or {}
        for (record, number), content in left.items():
            if tried.get("act") not in ("add", "amend", "finish") or len(left) > 1:
                return [f"{len(left)} versions that nobody wrote"]
            if content != note(tried["text"]).content:
                return ["a version that is only half of what was being written"]
            self.versions[record, number] = tried["text"]
        if tried.get("act") == "finish" and left:
            self.drafts[tried["draft"]] = None
        return []

    def _draft(self, id: str, text: str | None, draft: Draft | None) -> list[str]:
        content = None if draft is None else draft.content.decode()
        tried = self.tried or {}
        if content != text and tried.get("draft") == id:
            under_way = tried["text"] if tried["act"] == "save" else None
            if content == under_way and tried["act"] != "finish":
                self.drafts[id] = content
                return []
        return [] if content == text else [f"draft {id} is not what was acknowledged"]

    def _settle(self, begun: dict[str, Draft]) -> None:
        """From now on, what was under way is known to be there or not."""
        self.drafts |= {id: draft.content.decode() for id, draft in begun.items()}
        self.tried = None


def write_until_killed(sample: Sample, rng: random.Random, promises: Promises) -> None:
    """Let a writer work on `sample` for a while, SIGKILL it at any moment, note its promises."""
    command = [sys.executable, "-m", "tests.storage.writer", str(sample.folder), sample.code]
    writer = subprocess.Popen([*command, str(rng.randrange(1 << 30))], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    lines = rng.choice((1, 10, 60, 200)) * rng.random()
    heard = b""
    while heard.count(b"\n") <= lines:
        chunk = os.read(writer.stdout.fileno(), 1 << 20)
        assert chunk, "the writer failed by itself"
        heard += chunk
    time.sleep(rng.random() * 0.005)  # a write takes about that long
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate()
    for line in (heard + rest).split(b"\n")[:-1]:  # the last one may be cut off
        promises.take(json.loads(line))
