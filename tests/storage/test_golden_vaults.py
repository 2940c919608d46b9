"""Vaults of every earlier version open, are clean, and hold what was written into them."""

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from storage import Vault
from storage.sqlcipher import schema
from tests.storage import stranger
from tests.storage.helpers import ME, PASSPHRASE, Sample, add, ask, found

GOLDEN = Path(__file__).parents[1] / "fixtures" / "vaults"
CODES = {
    "2": "SVQE-873F-VF6X-4EJW-SDCT-HQWK-ARBX-G7B5",
    "5": "RY5D-JVZM-KNWQ-9ZZC-EMXG-H9TC-TAKE-VDQA",
}


@pytest.fixture(params=sorted(CODES))
def golden(request: pytest.FixtureRequest, tmp_path: Path) -> Sample:
    folder = tmp_path / "vault"
    shutil.copytree(GOLDEN / request.param, folder)
    return Sample(folder, CODES[request.param])


def test_there_is_one_for_this_version() -> None:
    assert str(len(schema.MIGRATIONS)) in CODES


def test_it_opens_with_passphrase_and_code_and_is_clean(golden: Sample) -> None:
    assert golden.check() == []
    Vault.open(golden.folder, ME, passphrase=PASSPHRASE).close()
    Vault.open(golden.folder, ME, recovery_code=golden.code.lower()).close()
    assert golden.check() == []


def test_it_holds_what_was_written(golden: Sample) -> None:
    vault = golden.open()
    second, first = ask(vault, lambda s: s.records.page())
    kept = ask(vault, lambda s: s.records.versions(first.id))
    assert [version.summary for version in kept] == [
        "Sample note: Zoë asked for a lawyer.",
        "Sample note: Zoë asked for a solicitor.",
    ]
    assert (kept[1].reason, kept[1].author) == ("her own word", ME.person)
    assert found(vault, "ZOE solicitor") == [first.id]
    assert found(vault, "lawyer") == []
    assert found(vault, "医生") == [second.id]
    assert [link.kind for link in ask(vault, lambda s: s.links.of(first.id))] == ["met"]
    (draft,) = ask(vault, lambda s: s.drafts.all())
    assert (draft.record, draft.base, draft.place["caret"]) == (first.id, 2, 6)
    assert ask(vault, lambda s: s.settings.get("page")) == {"name": "notes"}
    assert ask(vault, lambda s: s.audit.entries())[-1].recipient == "Sample clinic"
    add(vault, "and it can be written to")
    vault.close()
    assert golden.check() == []


def test_it_becomes_what_a_new_vault_is(golden: Sample) -> None:
    connection = sqlcipher.connect(":memory:", isolation_level=None)
    schema.migrate(connection)
    vault = golden.open()
    assert ask(vault, lambda s: schema.shape(s._context.connection)) == schema.shape(connection)
    vault.close()
    connection.close()


def test_a_stranger_reads_it(golden: Sample) -> None:
    assert len(list(stranger.read(golden.folder, "passphrase", PASSPHRASE))) == 3
