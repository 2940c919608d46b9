"""What stands before a notebook: passphrase, recovery code, making a new one, and what may fail."""

from desktop.unlock.door import Door
from desktop.unlock.notebooks import Notebook, Notebooks
from desktop.unlock.opened import OpenedVault

__all__ = ["Door", "Notebook", "Notebooks", "OpenedVault"]
