"""The open notebook of the finder's tests, with a person in it."""

from tests.desktop.pages.conftest import notebook, open_notebook, vault
from tests.desktop.people.conftest import person

__all__ = ["notebook", "open_notebook", "person", "vault"]
