"""Windows are tested as they run: nothing is collected but between two events."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.collecting import collecting


@pytest.fixture(scope="module", autouse=True)
def _collector(qapp: QApplication) -> Iterator[None]:
    with collecting(qapp):
        yield
