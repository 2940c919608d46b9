"""Keeps what the notebook's memory holds out of core dumps, debuggers, logs and screen captures.

Each protection does what the system allows and is silent where the system has none; what is and
is not covered on which system stands in docs/threat-model.md.
"""

import ctypes
import faulthandler
import os
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # this module is loaded before Qt
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtGui import QWindow

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_SEM_FAILCRITICALERRORS = 0x0001  # errhandlingapi.h
_SEM_NOGPFAULTERRORBOX = 0x0002
_WDA_EXCLUDEFROMCAPTURE = 0x11  # winuser.h, Windows 10 2004 and later
_NS_WINDOW_SHARING_NONE = 0  # AppKit, NSWindowSharingType


def harden() -> None:
    """Protect this process; to be called before anything secret is in it, and before Qt."""
    _refuse_dumps()
    faulthandler.disable()
    _quiet_errors()


def quiet_qt() -> None:
    """Let Qt's own messages say where they come from, and nothing else."""
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(_write_message)


def keep_no_history() -> None:
    """Let Qt's own file dialog write down nowhere which folders were visited.

    It would keep them in a settings file of its own, in plain text. Dialogs of the system itself
    (Windows, macOS, some desktops of Linux) have their own ways.
    """
    from PySide6.QtCore import QSettings

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def exclude_from_capture(window: "QWindow") -> None:
    """Keep `window` out of screenshots, recordings and shared screens (Windows and macOS).

    X11 and Wayland offer nothing of the kind.
    """
    if sys.platform == "win32":
        ctypes.windll.user32.SetWindowDisplayAffinity(window.winId(), _WDA_EXCLUDEFROMCAPTURE)
    elif sys.platform == "darwin":
        _exclude_on_macos(window.winId())


def _refuse_dumps() -> None:
    """No core dump, no debugger of the same user, no crash report with memory in it."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
        return
    import resource  # not there on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _exclude_on_macos(view: int) -> None:
    """`[[view window] setSharingType: NSWindowSharingNone]` through the Objective-C runtime."""
    objc = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    address = ctypes.cast(objc.objc_msgSend, ctypes.c_void_p).value or 0
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(address)
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(address)
    window = ask(view, objc.sel_registerName(b"window"))
    if window:
        tell(window, objc.sel_registerName(b"setSharingType:"), _NS_WINDOW_SHARING_NONE)


def _quiet_errors() -> None:
    """Uncaught exceptions are written as type and code position; their texts may quote content."""
    sys.excepthook = _write_exception
    threading.excepthook = lambda told: _write_exception(
        told.exc_type, told.exc_value, told.exc_traceback
    )
    sys.unraisablehook = lambda told: _write_exception(
        told.exc_type, told.exc_value, told.exc_traceback
    )


def _write_exception(
    kind: type[BaseException],
    _value: BaseException | None,
    traceback: TracebackType | None,
) -> None:
    """One line on standard error: the exception's type and where it passed through our code."""
    places = []
    while traceback:
        code = traceback.tb_frame.f_code
        places.append(f"{os.path.basename(code.co_filename)}:{traceback.tb_lineno}")
        traceback = traceback.tb_next
    _write(f"{kind.__name__} at {' > '.join(places)}")


def _write_message(kind: "QtMsgType", context: "QMessageLogContext", _message: str) -> None:
    """Qt's own messages without their text, which may quote a widget's content."""
    where = f" at {os.path.basename(context.file)}:{context.line}" if context.file else ""
    _write(
        f"Qt {kind.name.removeprefix('Qt').removesuffix('Msg').lower()} ({context.category}){where}"
    )


def _write(line: str) -> None:
    """Write to standard error, which a windowed program may not have."""
    if sys.stderr:
        print(f"fieldbook: {line}", file=sys.stderr, flush=True)
