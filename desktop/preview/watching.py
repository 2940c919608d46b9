"""Notices that a file was saved, also by editors that put a new file in its place."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

PAUSE = 200
"""Milliseconds without another change after which a file counts as saved."""
BESIDE = frozenset({".csv", ".xml", ".geojson", ".json"})
"""Files in the same folder that a form may take lists from."""

Signature = tuple[tuple[str, int, int], ...]


class FileWatch(QObject):
    """Watches one file and the lists beside it; the folder too, where a saved file may appear."""

    saved = Signal()
    """Something was saved, and differs in time or size from before."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """Watch `path` from now on."""
        super().__init__(parent)
        self._path = path
        self._known = self._signature()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._pause.start)
        self._watcher.directoryChanged.connect(self._pause.start)
        self._watcher.addPath(str(path.parent))
        self._follow()

    def _look(self) -> None:
        self._follow()
        now = self._signature()
        if now != self._known:
            self._known = now
            self.saved.emit()

    def _follow(self) -> None:
        """A file that was replaced is another file: watch what stands there now."""
        watched = set(self._watcher.files())
        missing = [str(path) for path in self._files() if str(path) not in watched]
        if missing:
            self._watcher.addPaths(missing)

    def _files(self) -> list[Path]:
        beside = [path for path in self._path.parent.glob("*") if path.suffix.lower() in BESIDE]
        return [path for path in {self._path, *beside} if path.is_file()]

    def _signature(self) -> Signature:
        found = []
        for path in self._files():
            try:
                status = path.stat()
            except OSError:
                continue  # gone between two looks
            found.append((path.name, status.st_mtime_ns, status.st_size))
        return tuple(sorted(found))
