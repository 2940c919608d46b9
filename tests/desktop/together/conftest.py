"""A safety plan or a contract open in a real notebook, and her view of it.

One notebook serves all tests of a module that only begin forms in it.
"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import profile, theme
from desktop.app import Notebook
from desktop.pages.writing import WritingPage
from desktop.together.view import TogetherView
from storage import Vault
from tests.desktop.pages.conftest import ME, PASSPHRASE, QUICK, open_notebook


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    folder = tmp_path_factory.mktemp("together") / "vault"
    made, _code = Vault.create(folder, PASSPHRASE, ME, cost=QUICK)
    yield made
    made.close()


@pytest.fixture(scope="module")
def notebook(vault: Vault, qapp: QApplication) -> Iterator[Notebook]:
    theme.apply(qapp, theme.Theme.LIGHT)
    opened = Notebook(vault, profile.read(profile.SAMPLE), lambda: None, lambda: None)
    opened.shell.show()
    opened.go_back()
    yield opened
    opened.write.left()  # nothing is written once the vault is closed
    opened.shell.hide()
    opened.shell.deleteLater()


@pytest.fixture
def write(notebook: Notebook, qtbot: QtBot) -> Callable[[str], WritingPage]:
    """Begin a form; gives its page."""

    def begin(form: str) -> WritingPage:
        notebook.shell.activateWindow()  # keys go to the window in front
        qtbot.waitUntil(notebook.shell.isActiveWindow)
        notebook.new_note(form)
        page = notebook.write.writing
        assert page is not None
        return page

    return begin


def her_view(page: WritingPage, code: str, place: str = "") -> TogetherView:
    """Her view of what `page` fills in, in the language `code`."""
    assert page.together is not None
    page.together.turned.open()
    view = page.together.turned.view
    assert view is not None
    view.speak(code)
    view.go(place)
    return view


@pytest.fixture
def reopened(vault: Vault, qtbot: QtBot) -> Iterator[Callable[[], Notebook]]:
    """The same vault in another window, as after a lock."""
    opened: list[Notebook] = []

    def again() -> Notebook:
        opened.append(open_notebook(vault, qtbot))
        return opened[-1]

    yield again
    for each in opened:
        each.write.left()
