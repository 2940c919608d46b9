"""Every typed error has words in the reader’s language; none shows the vault’s own English."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.pages.troubles import while_writing
from desktop.refusals import while_giving_out
from exports.errors import CannotWrite, ExportCancelled, ExportError, MissingGlyph, PaperRefused
from storage import errors
from storage.errors import KeyTrouble, RecordsMissing, SecurityKeyFailed, StorageError, VaultDamaged
from tests.storage.dying_disk import on_a_dying_disk
from tests.storage.helpers import add, ask, create
from translations import interface

TECHNICAL = "page 7 hmac check failed in codec"
KINDS = [
    kind
    for _name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, StorageError)
]


def made(kind: type[StorageError]) -> StorageError:
    if kind is RecordsMissing:
        return RecordsMissing(3, 2, TECHNICAL)
    if kind is VaultDamaged:
        return VaultDamaged("database", TECHNICAL)
    if kind is SecurityKeyFailed:
        return SecurityKeyFailed(KeyTrouble.MISSING)
    return kind(TECHNICAL)


@pytest.fixture(params=["en", "cy"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    interface.use(request.param)
    yield request.param
    interface.use("en")


@pytest.mark.parametrize("kind", KINDS)
def test_the_vaults_own_sentence_is_never_shown(kind: type[StorageError], language: str) -> None:
    error = made(kind)
    for words in (str(while_writing(error)), while_giving_out(error)):
        assert str(error) not in words
        assert words or kind is errors.Cancelled
        assert not words or words.endswith(".")


def test_welsh_is_spoken_in_welsh() -> None:
    english = [str(while_writing(made(kind))) for kind in KINDS]
    interface.use("cy")
    try:
        welsh = [str(while_writing(made(kind))) for kind in KINDS]
    finally:
        interface.use("en")
    shared = {a for a, b in zip(english, welsh, strict=True) for s in a.split(". ") if s in b}
    assert not shared


def test_what_stops_a_document_is_told_so_that_it_can_be_mended() -> None:
    assert while_giving_out(ExportCancelled()) == ""
    assert "U+E000" in while_giving_out(MissingGlyph("\ue000", "Where"))
    assert while_giving_out(PaperRefused("Ask her first.")) == "Ask her first."
    for error in (CannotWrite("/a/b", "Permission denied"), OSError(13, "Permission denied")):
        assert "Choose another folder" in while_giving_out(error)
        assert "Permission" not in while_giving_out(error)
    assert while_giving_out(ExportError("never seen"))


def test_a_disk_that_failed_once_is_no_loss_and_is_not_told_as_one(tmp_path: Path) -> None:
    vault, sample = create(tmp_path / "vault")
    for number in range(10):
        add(vault, f"sample {number} " + "she said " * 500)
    vault.close()
    failing = (on_a_dying_disk(sample, "pread64", "EIO", f"{n}+", 1) for n in range(18, 32))
    told = next((one for one in failing if "VaultDamaged" in one.refusals), None)
    assert told is not None, "no read failed once the vault was open"
    words = str(while_writing(VaultDamaged("database", TECHNICAL)))
    assert "could not be read, or is damaged" in words
    assert "Lock, open the notebook again" in words
    again = sample.open()
    assert ask(again, lambda session: session.records.count()) >= 10
    again.close()
    assert sample.check() == []
