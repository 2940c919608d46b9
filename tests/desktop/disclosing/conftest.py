"""The open notebook of the tests of disclosure."""

from tests.desktop.pages.conftest import notebook, vault

__all__ = ["notebook", "vault"]
