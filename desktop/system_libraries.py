"""Says which system libraries are missing, where Qt itself would only say that it cannot start.

They come with every Linux desktop, but not with every server or minimal image. The bundle brings
some of them, and leaves to the system what must fit its graphics.
"""

import ctypes
import os
import sys

OF_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt loads on Linux, and the packages of Debian and Ubuntu that bring it."""
OF_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What it needs besides for windows on an X11 display."""


def missing() -> tuple[str, ...]:
    """The Debian packages of the libraries that cannot be loaded here; none on other systems."""
    if sys.platform != "linux":
        return ()
    on_x11 = os.environ.get("DISPLAY") and os.environ.get("QT_QPA_PLATFORM", "xcb") == "xcb"
    needed = OF_QT | OF_X11 if on_x11 else OF_QT
    return tuple(package for name, package in needed.items() if not _loads(name))


def told() -> str:
    """A sentence on what is missing and how to get it, or "" where nothing is."""
    packages = " ".join(missing())
    return packages and (
        "Fieldbook's windows need system libraries that are not here. On Debian and Ubuntu an "
        f"administrator installs them: apt-get install {packages}"
    )


def _loads(name: str) -> bool:
    within = os.path.join(getattr(sys, "_MEIPASS", ""), name)  # where a bundle keeps its own
    try:
        ctypes.CDLL(within if os.path.exists(within) else name)
    except OSError:
        return False
    return True
