"""What leaves through the clipboard: kept out of its histories, and gone after half a minute.

What is only selected is not copied: X11 and Wayland would give it to every program at once.
"""

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

LIFETIME = 30_000
"""Milliseconds that something of ours stays in the clipboard."""
_MODES = (
    QClipboard.Mode.Clipboard,
    QClipboard.Mode.Selection,
    QClipboard.Mode.FindBuffer,
)
DISCREET = {
    # Windows: learn.microsoft.com, "Cloud Clipboard and Clipboard History Formats"
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': bytes(4),
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': bytes(4),
    'application/x-qt-windows-mime;value="Clipboard Viewer Ignore"': b"1",
    # macOS: nspasteboard.org
    "application/x-nspasteboard-concealed-type": b"1",
    "application/x-nspasteboard-transient-type": b"1",
    # KDE Plasma's Klipper, and what follows it
    "x-kde-passwordManagerHint": b"secret",
}
"""What asks clipboard histories to look away, by format, with what stands under it."""


class ClipboardKeeper(QObject):
    """Watches what this process puts into the clipboard.

    The system's histories read the clipboard through our event loop, after the change was told
    here, so that they never see it without the marks of `DISCREET`.
    """

    def __init__(self, parent: QObject | None = None, lifetime: int = LIFETIME) -> None:
        """Watch from now on; what is ours goes after `lifetime` milliseconds."""
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timers = {mode: self._timer(mode, lifetime) for mode in _MODES}
        self._clipboard.changed.connect(self._changed)

    def _timer(self, mode: QClipboard.Mode, lifetime: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(lifetime)
        timer.timeout.connect(lambda: _clear(self._clipboard, mode))
        return timer

    def _changed(self, mode: QClipboard.Mode) -> None:
        """Mark what is ours, and let its time run."""
        if not _is_ours(self._clipboard, mode):
            self._timers[mode].stop()
            return
        given = self._clipboard.mimeData(mode)
        if not given.formats():
            return  # we have emptied it
        if mode == QClipboard.Mode.Selection:
            self._clipboard.clear(mode)
            return
        if not all(given.hasFormat(name) for name in DISCREET):
            self._clipboard.setMimeData(_discreet(given), mode)  # comes here again
            return
        self._timers[mode].start()


def empty_clipboard(clipboard: QClipboard) -> None:
    """Leave nothing of ours in the clipboard; what another program put there stays."""
    for mode in _MODES:
        _clear(clipboard, mode)


def _discreet(given: QMimeData) -> QMimeData:
    """A copy of what is `given`, which asks not to be kept."""
    made = QMimeData()
    for name in given.formats():
        made.setData(name, given.data(name))
    for name, content in DISCREET.items():
        made.setData(name, QByteArray(content))
    return made


def _clear(clipboard: QClipboard, mode: QClipboard.Mode) -> None:
    if _is_ours(clipboard, mode):
        clipboard.clear(mode)


def _is_ours(clipboard: QClipboard, mode: QClipboard.Mode) -> bool:
    if mode == QClipboard.Mode.Clipboard:
        return clipboard.ownsClipboard()
    if mode == QClipboard.Mode.Selection:
        return clipboard.ownsSelection()
    return clipboard.ownsFindBuffer()
