"""Windows are tested as they run: nothing is collected but between two events."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.collecting import collecting
from desktop.demo.camera import delete_what_is_done


@pytest.fixture(scope="module", autouse=True)
def _collector(qapp: QApplication) -> Iterator[None]:
    with collecting(qapp):
        yield


@pytest.fixture(autouse=True)
def _deleted(qapp: QApplication) -> Iterator[None]:
    """What a test leaves behind is gone before the next begins, as between two real events."""
    yield
    delete_what_is_done()
