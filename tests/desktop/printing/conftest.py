"""A print system that puts what it gets into a folder, and the open notebook."""

from tests.desktop.pages.conftest import notebook, vault

__all__ = ["notebook", "vault"]
