"""A plain model of the vault: lists and dictionaries that it should equal, whatever is done."""

import itertools
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from storage import Filled, RecordId, Session, Vault
from storage.attachments.stream import CHUNK
from storage.backup.making import back_up
from storage.backup.restoring import restore
from storage.errors import EditConflict, RecordHeld, UnknownRecord
from storage.keys.slots import RecoveryCode
from storage.tables.retention import HoldKind
from tests.storage.helpers import ME, Sample, ask, attach, do, found

WORDS = st.lists(st.sampled_from(["clinic", "Ştefania", "医生", "المدرسة", "lock"]), max_size=4)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
REASONS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=9)


class Store(RuleBasedStateMachine):
    """A real vault on disk, and the lists and dictionaries that it should equal."""

    blank: Sample
    records = Bundle("records")
    drafts = Bundle("drafts")
    links = Bundle("links")
    holds = Bundle("holds")

    @initialize()
    def begin(self) -> None:
        self.serial = itertools.count(1)
        self.root = Path(tempfile.mkdtemp(prefix="fieldbook-model-"))
        self.sample = self.blank.copy(self.root / "0")
        self.vault: Vault = self.sample.open()
        self.versions: dict[RecordId, list[Filled]] = {}
        self.open_drafts: dict[str, tuple[bytes, Any]] = {}
        self.living_links: dict[str, tuple[RecordId, RecordId]] = {}
        self.held: dict[str, RecordId] = {}
        self.settings: dict[str, Any] = {}
        self.gone: dict[RecordId, int] = {}  # up to which version a part was purged
        self.purged: list[str] = []  # words that nothing finds any more
        self.files: dict[str, dict[str, bytes]] = {}  # by record or draft, then by attachment
        self.acts = 1

    def filled(self, words: list[str]) -> Filled:
        """A form that no other equals: its own number is a word of it."""
        text = " ".join([*words, f"n{next(self.serial)}n"])
        return Filled("encounter", "1", text.encode(), f"T{len(words)}", text[:9], text, "")

    @rule(target=records, words=WORDS)
    def add(self, words: list[str]) -> RecordId:
        filled = self.filled(words)
        record = do(self.vault, lambda s: s.records.add(filled)).record
        self.versions[record] = [filled]
        self.acts += 1
        return record

    def newest(self, record: RecordId) -> int:
        return self.gone.get(record, 0) + len(self.versions[record])

    @rule(record=records, words=WORDS, reason=REASONS)
    def amend(self, record: RecordId, words: list[str], reason: str) -> None:
        filled = self.filled(words)
        base = self.newest(record)
        version = do(self.vault, lambda s: s.records.amend(record, base, filled, reason))
        assert (version.number, version.reason) == (base + 1, reason)
        self.versions[record].append(filled)
        self.acts += 1

    @rule(record=records, behind=st.integers(1, 3))
    def amend_too_late(self, record: RecordId, behind: int) -> None:
        base = self.newest(record) - behind
        with pytest.raises(EditConflict):
            do(self.vault, lambda s: s.records.amend(record, base, self.filled([]), "late"))

    @rule(target=holds, record=records, kind=st.sampled_from(HoldKind))
    def hold(self, record: RecordId, kind: HoldKind) -> str:
        hold = do(self.vault, lambda s: s.retention.hold(record, kind, "the case goes on"))
        self.held[hold.id] = record
        self.acts += 1
        return hold.id

    @rule(id=consumes(holds), reason=REASONS)
    def lift(self, id: str, reason: str) -> None:
        do(self.vault, lambda s: s.retention.lift(id, reason))
        del self.held[id]
        self.acts += 1

    @rule(target=records, record=consumes(records), reason=REASONS)
    def purge(self, record: RecordId, reason: str) -> Any:
        if record in self.held.values():
            with pytest.raises(RecordHeld):
                do(self.vault, lambda s: s.purging.purge(record, reason, "short life"))
            return record
        receipt = do(self.vault, lambda s: s.purging.purge(record, reason, "short life"))
        assert [version.number for version in receipt.versions][-1] == self.newest(record)
        self.purged += [filled.text.split()[-1] for filled in self.versions.pop(record)]
        ends = {id for id, link in self.living_links.items() if record in link}
        for id in ends:
            del self.living_links[id]
        self.acts += 1 + len(self.files.pop(record, {}))
        return multiple()

    @rule(record=records, words=WORDS, reason=REASONS)
    def purge_what_was(self, record: RecordId, words: list[str], reason: str) -> None:
        filled, base = self.filled(words), self.newest(record)
        if record in self.held.values():
            with pytest.raises(RecordHeld):
                do(self.vault, lambda s: s.purging.replace(record, base, filled, reason, "wish"))
            return
        do(self.vault, lambda s: s.purging.replace(record, base, filled, reason, "her wish"))
        self.purged += [each.text.split()[-1] for each in self.versions[record]]
        self.versions[record], self.gone[record] = [filled], base
        self.acts += 2

    @rule(target=drafts, content=st.binary(max_size=20))
    def begin_draft(self, content: bytes) -> str:
        draft = do(self.vault, lambda s: s.drafts.open("encounter", "1", content, "E"))
        self.open_drafts[draft.id] = (content, {})
        self.acts += 1
        return draft.id

    @rule(id=drafts, content=st.binary(max_size=6000), place=st.dictionaries(st.text(), JSON))
    def save_draft(self, id: str, content: bytes, place: dict[str, Any]) -> None:
        do(self.vault, lambda s: s.drafts.save(id, content, "E", place))
        self.open_drafts[id] = (content, place)

    @rule(owner=st.one_of(records, drafts), size=st.sampled_from((0, 9, CHUNK, CHUNK + 1)))
    def attach(self, owner: str, size: int) -> None:
        data = f"n{next(self.serial)}n".encode().ljust(size, b".")
        is_draft = owner in self.open_drafts
        whose = {"draft": owner} if is_draft else {"record": owner}
        kept = attach(self.vault, data, **whose)
        self.files.setdefault(owner, {})[kept.id] = data
        self.acts += not is_draft

    @rule(target=records, id=consumes(drafts), words=WORDS, keeps=st.booleans())
    def finalise(self, id: str, words: list[str], keeps: bool) -> RecordId:
        filled = self.filled(words)

        def work(session: Session) -> RecordId:
            names = " ".join(kept.name for kept in session.attachments.of_draft(id) if keeps)
            session.drafts.finish(id)
            record = session.records.add(filled).record
            session.attachments.bind(id, record, names.encode())
            return record

        record = do(self.vault, work)
        files = self.files.pop(id, {})
        if keeps and files:
            self.files[record] = files
            self.acts += len(files)
        del self.open_drafts[id]
        self.versions[record] = [filled]
        self.acts += 1
        return record

    @rule(id=consumes(drafts))
    def discard(self, id: str) -> None:
        do(self.vault, lambda s: s.drafts.discard(id, "begun twice"))
        del self.open_drafts[id]
        self.files.pop(id, None)
        self.acts += 1
        with pytest.raises(UnknownRecord):
            do(self.vault, lambda s: s.drafts.save(id, b"late", "E", {}))

    @rule(target=links, one=records, other=records)
    def link(self, one: RecordId, other: RecordId) -> Any:
        link = do(self.vault, lambda s: s.links.add(one, other, "met"))
        self.living_links[link.id] = (one, other)
        self.acts += 1
        return multiple(link.id)

    @rule(id=consumes(links))
    def unlink(self, id: str) -> None:
        if id not in self.living_links:  # it went with a record
            with pytest.raises(UnknownRecord):
                do(self.vault, lambda s: s.links.remove(id, "not so"))
            return
        do(self.vault, lambda s: s.links.remove(id, "not so"))
        del self.living_links[id]
        self.acts += 1

    @rule(name=st.sampled_from("abc"), value=JSON)
    def set(self, name: str, value: Any) -> None:
        do(self.vault, lambda s: s.settings.set(name, value))
        self.settings[name] = value

    @rule(record=records)
    def consult(self, record: RecordId) -> None:
        do(self.vault, lambda s: s.audit.consulted(record, "before a visit"))
        self.acts += 1

    @rule()
    def fail(self) -> None:
        def work(session: Session) -> None:
            session.records.add(self.filled(["clinic"]))
            session.settings.set("a", "never")
            raise KeyError

        with pytest.raises(KeyError):
            do(self.vault, work)

    @rule()
    def lock(self) -> None:
        self.vault.close()
        self.vault = self.sample.open()

    @rule()
    def crash(self) -> None:
        """Go on with a copy of the files as they stand while the vault is open."""
        left = self.sample.copy(self.root / str(next(self.serial)))
        self.vault.close()
        shutil.rmtree(self.sample.folder)
        self.sample, self.vault = left, left.open()
        assert self.vault.mended == ()

    @rule()
    def restore(self) -> None:
        """Go on with a backup of what there is, restored, while the vault itself is lost."""
        place = self.root / f"stick{next(self.serial)}"
        place.mkdir()
        done = back_up(self.vault, place)
        self.vault.close()
        shutil.rmtree(self.sample.folder)
        secret = RecoveryCode(self.sample.code)
        folder = self.root / str(next(self.serial))
        self.sample = Sample(folder, self.sample.code)
        self.vault = restore(done.folder, folder, ME, secret)
        self.acts += 1

    @invariant()
    def agrees(self) -> None:
        rows = ask(self.vault, lambda s: s.records.page(1000))
        assert [row.id for row in rows] == list(self.versions)[::-1]
        assert [row.version for row in rows] == [self.newest(row.id) for row in rows]
        drafts = ask(self.vault, lambda s: s.drafts.all())
        assert {draft.id: (draft.content, draft.place) for draft in drafts} == self.open_drafts

    def kept_files(self, owner: str) -> dict[str, bytes]:
        found = ask(
            self.vault,
            lambda s: s.attachments.of(RecordId(owner)) + s.attachments.of_draft(owner),
        )
        return {kept.id: self.vault.read_attachment(kept.id).read() for kept in found}

    def teardown(self) -> None:
        if not hasattr(self, "vault"):
            return
        for record, versions in self.versions.items():
            kept = ask(self.vault, lambda s, r=record: s.records.versions(r))
            assert [version.content for version in kept] == [v.content for v in versions]
            assert found(self.vault, versions[-1].text.split()[-1]) == [record]
            assert versions[:-1] == [] or found(self.vault, versions[-2].text.split()[-1]) == []
        for owner in (*self.versions, *self.open_drafts):
            assert self.kept_files(owner) == self.files.get(owner, {})
        assert [word for word in self.purged if found(self.vault, word)] == []
        for record in self.versions:
            holds = ask(self.vault, lambda s, r=record: s.retention.holds(r))
            assert {hold.id for hold in holds} == {i for i, r in self.held.items() if r == record}
        links = ask(self.vault, lambda s: s.links.every())
        living = {link.id: (link.source, link.target) for link in links if not link.removed}
        assert living == self.living_links
        kept = ask(self.vault, lambda s: {name: s.settings.get(name) for name in self.settings})
        assert kept == self.settings
        assert len(ask(self.vault, lambda s: s.audit.entries())) == self.acts
        self.vault.close()
        assert self.sample.check() == []
        shutil.rmtree(self.root)
