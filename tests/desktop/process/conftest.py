"""A running Fieldbook with a vault, for tests of its processes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.process.fieldbook import Fieldbook, make_vault


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The hands reach processes by Unix sockets and /proc."""
    if sys.platform != "linux":
        for item in items:
            if "desktop/process" in item.path.as_posix():
                item.add_marker(pytest.mark.skip(reason="needs Unix sockets and /proc"))


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "vault")


@pytest.fixture
def fieldbook(tmp_path: Path, vault: Path) -> Iterator[Fieldbook]:
    running = Fieldbook(tmp_path, vault)
    yield running
    running.close()
