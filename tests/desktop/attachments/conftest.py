"""A notebook on a vault of its own, as the pages' tests have it."""

from tests.desktop.pages.conftest import notebook, vault

__all__ = ["notebook", "vault"]
