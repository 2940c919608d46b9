"""The open notebook of the tests of links."""

from tests.desktop.pages.conftest import notebook, vault

__all__ = ["notebook", "vault"]
