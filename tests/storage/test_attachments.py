"""Attachments: sealed, durable, whose they are, read from anywhere, gone when they are erased."""

import hashlib
import io
import os
import threading
from pathlib import Path

import pytest

from storage import Addition, Attachment, RecordId, Vault
from storage.attachments.stream import CHUNK
from storage.errors import Cancelled, SourceUnreadable, UnknownRecord, VaultFull
from tests.storage.environment import small_disk
from tests.storage.helpers import Sample, add, ask, attach, do, note

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 16 * CHUNK, 16 * CHUNK + 1, 40 * CHUNK + 7)


def draft_of(vault: Vault) -> str:
    return do(vault, lambda s: s.drafts.open("encounter", "1", b"<data/>", "E")).id


def files(vault: Vault) -> set[str]:
    folder = vault.folder / "attachments"
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def of(vault: Vault, record: RecordId) -> list[Attachment]:
    return ask(vault, lambda s: s.attachments.of(record))


@pytest.mark.parametrize("size", SIZES)
def test_what_was_attached_is_read_again(vault: Vault, size: int) -> None:
    data = os.urandom(size)
    kept = attach(vault, data, record=add(vault, "a note").record)
    assert (kept.size, kept.sha256) == (size, hashlib.sha256(data).digest())
    with vault.read_attachment(kept.id) as reader:
        reader.verify()
        assert reader.read() == data
        for place in (0, CHUNK - 3, CHUNK, size // 2, size - 1, size, size + 9):
            if place >= 0:
                reader.seek(place)
                assert reader.read(20) == data[place : place + 20]


def test_no_byte_of_it_and_no_name_is_plain_on_the_disk(vault: Vault) -> None:
    canary = b"a name that nobody else would write"
    attach(vault, canary * 5000, "Anna at home.jpg", record=add(vault, "a note").record)
    for path in vault.folder.rglob("*"):
        assert b"Anna" not in path.name.encode()
        if path.is_file():
            assert canary not in path.read_bytes()
            assert b"Anna at home" not in path.read_bytes()


def test_an_answer_calls_it_by_a_neutral_name(vault: Vault) -> None:
    record = add(vault, "a note").record
    names = [attach(vault, b"x", title, record=record).name for title in ("Anna.JPG", "a.b c", "Q")]
    assert [name[16:] for name in names] == [".jpg", "", ""]
    assert len({name[:16] for name in names}) == 3


def test_every_file_is_sealed_under_a_key_of_its_own(vault: Vault) -> None:
    record = add(vault, "a note").record
    one, other = (attach(vault, b"the same" * 99, record=record) for _ in range(2))
    assert one.key != other.key
    sealed = [(vault.folder / "attachments" / a.file).read_bytes() for a in (one, other)]
    assert sealed[0] != sealed[1]


def test_progress_is_told_and_notes_are_written_meanwhile(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(os.urandom(5 << 20))
    record = add(vault, "a note").record
    told: list[tuple[int, int]] = []
    waiting, going = threading.Event(), threading.Event()

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        waiting.set()
        going.wait(10)

    future = vault.attach(Addition(path, "film.mp4", "video/mp4", record), progress=progress)
    waiting.wait(10)
    add(vault, "written while the film is sealed")
    going.set()
    assert future.result(30).size == 5 << 20
    assert told == [(n << 20, 5 << 20) for n in range(1, 6)]


def test_cancelling_leaves_nothing(vault: Vault) -> None:
    record = add(vault, "a note").record
    stop = threading.Event()
    future = vault.attach(
        Addition(io.BytesIO(bytes(9 << 20)), "a", "image/png", record),
        progress=lambda *_: stop.set(),
        cancelled=stop.is_set,
    )
    with pytest.raises(Cancelled):
        future.result(30)
    assert (of(vault, record), files(vault)) == ([], set())


def test_closing_ends_it_and_leaves_nothing(sample: Sample) -> None:
    vault = sample.open()
    record = ask(vault, lambda s: s.records.page(1))[0].id
    began = threading.Event()
    addition = Addition(io.BytesIO(bytes(64 << 20)), "a", "video/mp4", record)
    future = vault.attach(addition, progress=lambda *_: began.set())
    began.wait(10)
    vault.close()
    with pytest.raises(Cancelled):
        future.result(30)
    assert files(vault) == set()
    assert sample.check() == []


class Unplugged(io.BytesIO):
    """A camera that is pulled out while it is read."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise OSError(5, "Input/output error")
        return super().read(size)


def test_a_source_that_fails_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    record = add(vault, "a note").record
    for source in (Unplugged(bytes(3 << 20)), tmp_path / "not there", tmp_path):
        with pytest.raises(SourceUnreadable):
            vault.attach(Addition(source, "a", "a/b", record)).result(30)
    assert (of(vault, record), files(vault)) == ([], set())


def test_what_it_was_for_may_be_gone(vault: Vault) -> None:
    draft = draft_of(vault)
    do(vault, lambda s: s.drafts.discard(draft))
    with pytest.raises(UnknownRecord):
        attach(vault, b"late", draft=draft)
    with pytest.raises(UnknownRecord):
        attach(vault, b"late", record="no such record")
    assert files(vault) == set()


def test_a_full_disk_is_said_and_leaves_nothing(sample: Sample, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", "3m") as disk:
        small = sample.copy(disk / "vault")
        vault = small.open()
        record = ask(vault, lambda s: s.records.page(1))[0].id
        with pytest.raises(VaultFull):
            attach(vault, bytes(8 << 20), record=record)
        assert files(vault) == set()
        kept = attach(vault, b"a small one", record=record)
        assert vault.read_attachment(kept.id).read() == b"a small one"
        vault.close()
        assert small.check() == []


def test_a_draft_hands_over_what_its_record_still_names(vault: Vault) -> None:
    draft = draft_of(vault)
    named, taken_out = attach(vault, b"named", draft=draft), attach(vault, b"not", draft=draft)
    assert ask(vault, lambda s: s.audit.entries())[-1].action == "draft opened"
    content = note(f"see {named.name}")

    def finalise(session: object) -> RecordId:
        session.drafts.finish(draft)  # type: ignore[attr-defined]
        record: RecordId = session.records.add(content).record  # type: ignore[attr-defined]
        session.attachments.bind(draft, record, content.content)  # type: ignore[attr-defined]
        return record

    record = do(vault, finalise)
    (kept,) = of(vault, record)
    assert (kept.name, kept.draft) == (named.name, "")
    assert files(vault) == {named.file}
    assert taken_out.file not in files(vault)
    entry = ask(vault, lambda s: s.audit.entries(record))[-1]
    assert (entry.action, entry.version, entry.hash) == ("collection", 0, named.hash)


def test_an_altered_copy_goes_with_its_original(vault: Vault) -> None:
    draft = draft_of(vault)
    original = attach(vault, b"photo", draft=draft)
    copy = Addition(io.BytesIO(b"copy"), "c.jpg", "image/jpeg", RecordId(""), draft, original.id)
    stripped = vault.attach(copy).result(30)
    record = add(vault, "a note").record
    do(vault, lambda s: s.attachments.bind(draft, record, original.name.encode()))
    assert [a.original for a in of(vault, record)] == ["", original.id]
    assert files(vault) == {original.file, stripped.file}


def test_a_discarded_draft_can_come_back_with_its_files(sample: Sample) -> None:
    vault = sample.open()
    draft = draft_of(vault)
    kept = attach(vault, b"photo", draft=draft)
    do(vault, lambda s: s.drafts.discard(draft, "by mistake"))
    assert files(vault) == {kept.file}
    again = draft_of(vault)
    do(vault, lambda s: s.attachments.adopt(again, f"<f>{kept.name}</f>".encode()))
    assert [a.id for a in ask(vault, lambda s: s.attachments.of_draft(again))] == [kept.id]
    do(vault, lambda s: s.drafts.discard(again, "meant"))
    vault.close()
    vault = sample.open()  # nobody can undo it from here on
    assert (ask(vault, lambda s: s.attachments.every()), files(vault)) == ([], set())
    vault.close()
    assert sample.check() == []


def test_erasing_destroys_key_and_file_and_keeps_the_hash(sample: Sample) -> None:
    vault = sample.open()
    record = add(vault, "to be purged").record
    kept = [attach(vault, b"photo %d" % n, record=record) for n in range(2)]
    other = attach(vault, b"stays", record=add(vault, "stays").record)
    erased = do(vault, lambda s: s.attachments.erase(record, "review"))
    assert [a.id for a in erased] == [a.id for a in kept]
    assert files(vault) == {other.file}
    log = ask(vault, lambda s: s.audit.entries(record))
    assert [entry.hash for entry in log if entry.action == "erasure"] == [a.hash for a in kept]
    vault.close()
    assert sample.check() == []
    vault = sample.open()
    assert vault.read_attachment(other.id).read() == b"stays"
    vault.close()


def test_what_leaves_and_what_is_looked_at_is_in_the_log(vault: Vault) -> None:
    record = add(vault, "a note").record
    kept = attach(vault, b"photo", record=record)
    do(vault, lambda s: s.attachments.consulted(kept.id, "before court"))
    do(vault, lambda s: s.attachments.disclosed(kept.id, "CPS", "case file"))
    do(vault, lambda s: s.attachments.not_disclosed(kept.id, "CPS"))
    log = ask(vault, lambda s: s.audit.entries(record))[-3:]
    assert [entry.action for entry in log] == ["consultation", "disclosure", "administration"]
    assert {entry.hash for entry in log} == {kept.hash}
    assert (log[1].recipient, log[1].reason) == ("CPS", "case file")


def test_no_thread_and_no_file_is_left_open(sample: Sample) -> None:
    vault = sample.open()
    attach(vault, bytes(1 << 20), record=ask(vault, lambda s: s.records.page(1))[0].id)
    vault.close()
    names = {thread.name for thread in threading.enumerate()}
    assert not any(name.startswith("vault-") for name in names)


def test_a_record_without_a_draft_takes_nothing_of_others(vault: Vault) -> None:
    """A note finalised before its draft was ever sealed: other records keep their files."""
    owner = add(vault, "has a photo").record
    kept = attach(vault, b"a photo", record=owner)
    other = add(vault, "has none").record
    assert do(vault, lambda s: s.attachments.bind("", other, kept.name.encode())) == []
    assert do(vault, lambda s: s.attachments.bind("", other, b"")) == []
    do(vault, lambda s: s.attachments.erase_draft(""))
    do(vault, lambda s: s.attachments.release(""))
    assert ask(vault, lambda s: s.attachments.of(owner)) == [kept]
    assert vault.read_attachment(kept.id).read() == b"a photo"
