"""Learns from the desktop that its screen is locked or that the machine goes to sleep.

On Linux the desktop says so over D-Bus; a machine without a bus is simply not heard. Windows and
macOS are asked once a second whether the screen is locked. Sleep is noticed there on waking, by
the wall clock (`idleness.py`).
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if sys.platform == "linux":
    from PySide6.QtDBus import (
        QDBusConnection,
        QDBusMessage,
        QDBusPendingCallWatcher,
        QDBusUnixFileDescriptor,
    )

_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_SCREEN_SAVERS = (  # interface, which every desktop names after itself
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
# PySide6 takes only what SLOT() gives, a text, where its stubs promise bytes.
_SLEEP, _LOCK, _SCREEN = (
    cast(Any, SLOT(to)) for to in ("_sleep(bool)", "_lock()", "_screen(bool)")
)
_DESKTOP_SWITCHDESKTOP = 0x0100  # winuser.h


class ScreenWatch(QObject):
    """Watches one desktop session."""

    locked = Signal()
    """The screen is locked."""
    sleeping = Signal()
    """The machine is about to sleep; it waits until this process has ended."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin to watch."""
        super().__init__(parent)
        self._ask: Callable[[], bool] | None = {
            "win32": _locked_on_windows,
            "darwin": _locked_on_macos,
        }.get(sys.platform)
        self._was_locked = bool(self._ask and self._ask())
        self._delay: QDBusUnixFileDescriptor | None = None
        if sys.platform == "linux":
            self._listen()

    def look(self) -> None:
        """Ask the desktop, where it does not say so by itself."""
        if self._ask is None:
            return
        before, self._was_locked = self._was_locked, self._ask()
        if self._was_locked and not before:
            self.locked.emit()

    def _listen(self) -> None:
        """Hear logind and the screen savers; empty names stand for any sender and any path."""
        system = QDBusConnection.systemBus()
        if system.isConnected():
            manager, session = f"{_LOGIN}.Manager", f"{_LOGIN}.Session"
            system.connect(_LOGIN, _LOGIN_PATH, manager, "PrepareForSleep", self, _SLEEP)
            system.connect(_LOGIN, "", session, "Lock", self, _LOCK)
            self._delay_sleep(system)
        desktop = QDBusConnection.sessionBus()
        if desktop.isConnected():
            for saver in _SCREEN_SAVERS:
                desktop.connect("", "", saver, "ActiveChanged", self, _SCREEN)

    def _delay_sleep(self, system: "QDBusConnection") -> None:
        """Ask logind to wait for us: the lock is held by a descriptor, so our end lets it go."""
        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", "Inhibit")
        call.setArguments(["sleep", "Fieldbook", "Seals the notebook", "delay"])
        watcher = QDBusPendingCallWatcher(system.asyncCall(call), self)
        watcher.finished.connect(self._take_delay)

    @Slot("QDBusPendingCallWatcher*")
    def _take_delay(self, watcher: "QDBusPendingCallWatcher") -> None:
        given = watcher.reply().arguments()
        if given and isinstance(given[0], QDBusUnixFileDescriptor):
            self._delay = given[0]
        watcher.deleteLater()

    @Slot(bool)
    def _sleep(self, begins: bool) -> None:
        if begins:
            self.sleeping.emit()

    @Slot()
    def _lock(self) -> None:
        self.locked.emit()

    @Slot(bool)
    def _screen(self, active: bool) -> None:
        if active:
            self.locked.emit()


def _locked_on_windows() -> bool:
    """A locked session shows another desktop, which this process may not switch to."""
    if sys.platform != "win32":
        return False
    desktop = ctypes.windll.user32.OpenInputDesktop(0, False, _DESKTOP_SWITCHDESKTOP)
    if not desktop:
        return True
    try:
        return not ctypes.windll.user32.SwitchDesktop(desktop)
    finally:
        ctypes.windll.user32.CloseDesktop(desktop)


def _locked_on_macos() -> bool:
    """Whether the login session's dictionary has the key CGSSessionScreenIsLocked."""
    graphics = ctypes.CDLL(
        "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
    )
    foundation = ctypes.CDLL("/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation")
    graphics.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
    foundation.CFStringCreateWithCString.argtypes = [
        ctypes.c_void_p,
        ctypes.c_char_p,
        ctypes.c_uint32,
    ]
    foundation.CFDictionaryContainsKey.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    foundation.CFRelease.argtypes = [ctypes.c_void_p]
    session = graphics.CGSessionCopyCurrentDictionary()
    if not session:
        return True  # no graphical session is ours any more
    utf8 = 0x08000100
    key = foundation.CFStringCreateWithCString(None, b"CGSSessionScreenIsLocked", utf8)
    try:
        return bool(foundation.CFDictionaryContainsKey(session, key))
    finally:
        foundation.CFRelease(key)
        foundation.CFRelease(session)
