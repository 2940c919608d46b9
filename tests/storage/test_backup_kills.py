"""A process killed while it backs up, restores or migrates leaves whole things, and can go on."""

import shutil
from pathlib import Path

import pytest

from storage.folder import snapshots
from tests.storage.helpers import Sample, ask, create
from tests.storage.killing_backups import (
    Attempt,
    attempt_all,
    fill_with_files,
    laid_out,
    look_after_backup,
    look_after_restore,
)
from tests.storage.test_golden_vaults import CODES, GOLDEN

EVERY = 4
"""Of the moments at which a file is touched, every so-manieth is tried here; all in the trials."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    vault, sample = create(tmp_path_factory.mktemp("small") / "vault")
    fill_with_files(vault)
    vault.close()
    return sample


@pytest.mark.parametrize("act", ["backup", "restore"])
def test_killed_between_the_touches_of_files(small: Sample, tmp_path: Path, act: str) -> None:
    moments = range(0, 80, EVERY)
    roots = {moment: tmp_path / str(moment) for moment in moments}
    for root in roots.values():
        laid_out(small, root)
    killed = attempt_all(
        [Attempt(act, str(root), small.code, moment) for moment, root in roots.items()]
    )
    assert killed[0]
    assert not killed[-1]
    for root in roots.values():
        if act == "backup":
            look_after_backup(root, small.code)
        else:
            look_after_restore(root, small.code, records=3)


def test_killed_while_it_migrates(tmp_path: Path) -> None:
    oldest = min(CODES)
    code = CODES[oldest]
    roots = {moment: tmp_path / str(moment) for moment in range(0, 60, EVERY)}
    for root in roots.values():
        shutil.copytree(GOLDEN / oldest, root / "vault")
    killed = attempt_all(
        [Attempt("open", str(root), code, moment) for moment, root in roots.items()]
    )
    assert killed[0]
    assert not killed[-1]
    for root in roots.values():
        sample = Sample(root / "vault", code)
        vault = sample.open()
        assert ask(vault, lambda s: s.records.count()) == 2
        vault.close()
        for kept in snapshots.kept(sample.folder):
            if not kept.name.endswith(".new"):
                assert Sample(kept, code).check() == []
        assert sample.check() == []
        assert not snapshots.kept(sample.folder)
