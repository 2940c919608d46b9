"""An open notebook in its real window, on a vault of its own: the one of the pages' tests."""

from tests.desktop.pages.conftest import ME, PASSPHRASE, QUICK, notebook, open_notebook, vault

__all__ = ["ME", "PASSPHRASE", "QUICK", "notebook", "open_notebook", "vault"]
