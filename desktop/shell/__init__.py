"""The frame around every page: rail, top and foot."""

from desktop.shell.window import Shell

__all__ = ["Shell"]
