"""One notebook with sample data for all tests of a module: it takes a second to build."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.everybody.stage import Stage


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    del qapp  # it is there
    folder: Path = tmp_path_factory.mktemp("stage")
    made = Stage(folder)
    yield made
    made.close()
