"""One filled vault is made a session; each test works on a copy of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import Vault
from tests.storage.helpers import Sample, create, fill


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    vault, sample = create(tmp_path_factory.mktemp("template") / "vault")
    fill(vault)
    vault.close()
    return sample


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    vault, sample = create(tmp_path_factory.mktemp("blank") / "vault")
    vault.close()
    return sample


@pytest.fixture
def sample(template: Sample, tmp_path: Path) -> Sample:
    """A filled vault, closed."""
    return template.copy(tmp_path / "vault")


@pytest.fixture
def vault(blank: Sample, tmp_path: Path) -> Iterator[Vault]:
    """An empty vault, open."""
    opened = blank.copy(tmp_path / "vault").open()
    yield opened
    opened.close()
