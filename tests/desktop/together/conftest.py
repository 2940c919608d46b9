"""A safety plan or a contract open in a real notebook, and her view of it."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.pages.writing import WritingPage
from desktop.together.view import TogetherView
from storage import Vault
from tests.desktop.pages.conftest import notebook as _notebook
from tests.desktop.pages.conftest import open_notebook
from tests.desktop.pages.conftest import vault as _vault

notebook, vault = _notebook, _vault


@pytest.fixture
def write(notebook: Notebook) -> Callable[[str], WritingPage]:
    """Begin a form; gives its page."""

    def begin(form: str) -> WritingPage:
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
