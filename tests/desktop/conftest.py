"""Windows are tested as they run: nothing is collected but between two events."""

import sys
import threading
from collections.abc import Iterator
from importlib.abc import MetaPathFinder

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.collecting import collecting
from desktop.demo.camera import delete_what_is_done
from desktop.overriding import guard

guard()


class _Elsewhere(MetaPathFinder):
    """Notes what is imported on another thread than the window's."""

    def __init__(self) -> None:
        self.noted: set[str] = set()

    def find_spec(self, fullname: str, *_where: object) -> None:
        """Find nothing."""
        if threading.current_thread() is not threading.main_thread():
            self.noted.add(fullname)

    def classes(self) -> list[str]:
        """The classes of Qt's, or built on them, that came with it."""
        return [
            f"{name}: {found.__name__}"
            for name in sorted(self.noted)
            for found in vars(sys.modules.get(name, object)).values()
            if isinstance(found, type(QObject)) and found.__module__ == name
        ]


@pytest.fixture(scope="module", autouse=True)
def _classes_are_made_in_the_windows_thread() -> Iterator[None]:
    """See `desktop.warming`: one that is made on another could end the process."""
    elsewhere = _Elsewhere()
    sys.meta_path.insert(0, elsewhere)
    try:
        yield
    finally:
        sys.meta_path.remove(elsewhere)
    assert elsewhere.classes() == []


@pytest.fixture(scope="module", autouse=True)
def _collector(qapp: QApplication) -> Iterator[None]:
    with collecting(qapp):
        yield


@pytest.fixture(autouse=True)
def _deleted(qapp: QApplication) -> Iterator[None]:
    """What a test leaves behind is gone before the next begins, as between two real events."""
    yield
    delete_what_is_done()
