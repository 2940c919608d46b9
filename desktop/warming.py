"""Loads what an open notebook needs, so that opening it is quick.

What knows nothing of Qt is loaded beside the window. All else is on the window's own thread, a room
at a time between two events: Qt asks for the types of our widgets without Python's lock, and before
Python 3.12 PySide finds them in a table that moves when a class is made. One that was made on
another thread in that moment ended the process.
"""

import threading
from collections import deque
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

WITHOUT_QT = (
    "storage",
    "forms",
    "babel.dates",
    "exports.papers",
    "exports.disclosure",
    "exports.delivery.queueing",
    "exports.envelope.unsealing",
    "desktop.definitions",
)
"""What brings the libraries that take longest, beside the window."""
OF_THE_WINDOW = (
    "desktop.locking",
    "desktop.theme.layouts",
    "desktop.theme.icons",
    "desktop.theme.notices",
    "desktop.theme.choosers",
    "desktop.theme.segmented",
    "desktop.shell.window",
    "desktop.widgets",
    "desktop.attachments",
    "desktop.papers",
    "desktop.printing",
    "desktop.pages.export_panel",
    "desktop.pages.record",
    "desktop.pages.settings",
    "desktop.pages.today",
    "desktop.backups",
    "desktop.handing_over",
    "desktop.keys.card",
    "desktop.rights",
    "desktop.safekeeping",
    "desktop.cards.view",
    "desktop.together.view",
    "desktop.pages.writing",
    "desktop.prompts",
    "desktop.desk",
    "desktop.sending.passing_on",
    "desktop.sending.check_page",
    "desktop.sending.room",
    "desktop.day",
    "desktop.help",
    "desktop.leading",
    "desktop.linkgraph",
    "desktop.disclosing",
    "desktop.outgoing",
    "desktop.pages.forms",
    "desktop.people",
    "desktop.reading",
    "desktop.finding",
    "desktop.app",
    "desktop.standing",
)
"""Rooms of the notebook, each after those that it needs; the last brings whatever is not named."""
_POLL = 10
"""Milliseconds between two looks at what is loaded beside."""


class Warming(QObject):
    """Begun once; `finish` waits for what is left."""

    def __init__(self, parent: QObject) -> None:
        """Load nothing yet."""
        super().__init__(parent)
        self._left = deque(OF_THE_WINDOW)
        self._beside = threading.Thread(target=_load_beside, daemon=True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    @property
    def has_begun(self) -> bool:
        """Whether `begin` was called."""
        return self._beside.ident is not None

    def begin(self) -> None:
        """Load when there is time."""
        if not self.has_begun:
            self._beside.start()
            self._timer.start(_POLL)

    def finish(self) -> None:
        """Load all that is left, now."""
        self.begin()
        self._timer.stop()
        self._beside.join()
        while self._left:
            import_module(self._left.popleft())

    def _step(self) -> None:
        if self._beside.is_alive():
            return
        if self._left:
            self._timer.setInterval(0)
            import_module(self._left.popleft())
        else:
            self._timer.stop()


def _load_beside() -> None:
    for name in WITHOUT_QT:
        import_module(name)
