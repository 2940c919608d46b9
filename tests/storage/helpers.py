"""What the storage tests share: cheap vaults, sample notes, and work done at once."""

import io
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from storage import (
    Addition,
    Attachment,
    Cost,
    Definition,
    Filled,
    Finding,
    Identity,
    RecordId,
    Session,
    Vault,
    Version,
    check,
)
from storage.keys import header
from storage.keys.derivation import VaultKeys
from storage.keys.slots import RecoveryCode

ME = Identity("PC 4711 Sample", "laptop-01")
PASSPHRASE = "three otters cross slowly"
CHEAP = Cost(64 * 1024, 1, 1)  # the least that the vault accepts
FILES = ("anchor", "header.copy.json", "header.json", "vault.db")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Sample:
    """A closed vault and its recovery code, which opens it in no time."""

    folder: Path
    code: str

    def open(self, *, accept_loss: str = "") -> Vault:
        return Vault.open(self.folder, ME, recovery_code=self.code, accept_loss=accept_loss)

    def check(self) -> list[Finding]:
        return check(self.folder, ME, recovery_code=self.code)

    def copy(self, folder: Path) -> "Sample":
        shutil.copytree(self.folder, folder)
        return Sample(folder, self.code)

    def file(self, name: str) -> Path:
        return self.folder / name


def create(folder: Path) -> tuple[Vault, Sample]:
    vault, code = Vault.create(folder, PASSPHRASE, ME, cost=CHEAP)
    return vault, Sample(folder, code)


def note(text: str, *, form: str = "encounter", title: str = "Encounter") -> Filled:
    return Filled(
        form,
        "1",
        f"<data><note>{text}</note></data>".encode(),
        title,
        text[:80],
        text,
        "2026-11-21T22:50:00+00:00",
    )


def definition(version: str = "1", form: str = "encounter", size: int = 0) -> Definition:
    """A form as the vault keeps it, `size` bytes longer than it needs to be."""
    xform = b"<h:html>sample form</h:html>" + b" " * size
    return Definition(form, version, "Encounter", ("en", "cy"), "library", False, xform)


def do(vault: Vault, work: Callable[[Session], Result]) -> Result:
    """Run `work` as one durable write, and wait for it."""
    return vault.perform(work).result(timeout=60)


def ask(vault: Vault, work: Callable[[Session], Result]) -> Result:
    """Run `work` beside the writer, and wait for it."""
    return vault.query(work).result(timeout=60)


def add(vault: Vault, text: str) -> Version:
    return do(vault, lambda s: s.records.add(note(text)))


def attach(
    vault: Vault, data: bytes, title: str = "Sample photo.jpg", *, record: str = "", draft: str = ""
) -> Attachment:
    """Attach `data`, and wait until it is durable."""
    addition = Addition(io.BytesIO(data), title, "image/jpeg", RecordId(record), draft)
    return vault.attach(addition).result(timeout=60)


def found(vault: Vault, text: str) -> list[str]:
    """The ids of the records that a search finds."""
    return [str(row.id) for row in ask(vault, lambda s: s.search.find(text))]


def plain_pages(sample: Sample) -> bytes:
    """Every page of a closed vault's database as it is under its seal (AES-256-CBC)."""
    _header, data_key = header.read(sample.folder).unlock(RecoveryCode(sample.code))
    key = VaultKeys.derive(data_key).database
    sealed = sample.file("vault.db").read_bytes()
    plain = []
    for start in range(0, len(sealed), 4096):
        page = sealed[start : start + 4096]
        body, initial = page[0 if start else 16 : -48], page[-48:-32]
        opener = Cipher(algorithms.AES256(key), modes.CBC(initial)).decryptor()
        plain.append(opener.update(body) + opener.finalize())
    return b"".join(plain)


def contents(vault: Vault) -> list[list[tuple[object, ...]]]:
    """Every row of every table, and what a search for each word finds."""

    def read(session: Session) -> list[list[tuple[object, ...]]]:
        connection = session._context.connection
        tables = ("record", "version", "link", "draft", "definition", "setting", "state", "audit")
        tables = (*tables, "retention", "hold", "purge", "fleeting", "device", "outbox")
        tables = (*tables, "outbox_part", "receipt", "search_text")
        rows = [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]
        texts = " ".join(row[1] for row in rows[-1])
        sought = sorted(set(texts.split()))
        return [*rows, [(word, *session.search.find(word, 10_000)) for word in sought]]

    return ask(vault, read)


def _queue(vault: Vault, instance: str, record: RecordId) -> None:
    """Something that waits to be sent, as its sealed bytes stand in the outbox."""

    def work(session: Session) -> None:
        item = session.outbox.begin(instance, record, 1, "intelligence_report", "1", "share")
        for part in (b"sealed sample " * 700, b"<data/>"):
            session.outbox.add_part(item.number, part)
        session.outbox.seal(item.number, 9800, b"h" * 32)

    do(vault, work)


def fill(vault: Vault) -> None:
    """Put something of every kind into a vault, so that each table and page type is there."""
    first = add(vault, "She asked for a sexual health clinic that speaks Romanian.")
    second = add(vault, "Sample premises, two rooms, a lock that she can open herself. " * 200)
    do(vault, lambda s: s.records.amend(first.record, 1, note("She asked for a clinic."), "typo"))
    kept = do(vault, lambda s: s.links.add(first.record, second.record, "about"))
    gone = do(vault, lambda s: s.links.add(second.record, first.record, "met", "same evening"))
    do(vault, lambda s: s.links.remove(gone.id, "not the same person"))
    assert kept.removed == 0
    for number in range(12):
        add(vault, f"Sample visit {number}: cold, tired, wants to be called after noon. " * 20)
        draft = do(vault, lambda s: s.drafts.open("encounter", "1", b"<data/>", "Encounter"))
        do(vault, lambda s, d=draft: s.drafts.save(d.id, b"<data>she said</data>", "E", {"at": 3}))
    last = do(vault, lambda s: s.drafts.all())[0]
    do(vault, lambda s: s.drafts.discard(last.id, "begun twice"))
    for version in ("1", "2"):
        do(vault, lambda s, v=version: s.definitions.keep(definition(v, size=9000)))
    do(vault, lambda s: s.settings.set("page", {"name": "notes", "row": 7}))
    vault.device_key().result()
    for instance in ("uuid:sample-1", "uuid:sample-2"):
        _queue(vault, instance, first.record)
    do(vault, lambda s: s.audit.consulted(first.record, "before the next visit"))
    do(vault, lambda s: s.audit.disclosed(first.record, 2, "Sample clinic", "she asked for it"))
