"""Where the machine and its user keep Fieldbook's settings; no content ever stands there."""

from platformdirs import PlatformDirs

_NAME = "fieldbook"


def places() -> PlatformDirs:
    """The folders of this machine and user, by the rules of their system.

    Asked anew each time, because the environment of a test differs from that of its neighbour.
    """
    return PlatformDirs(_NAME, appauthor=False)
