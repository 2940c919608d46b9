"""From the officer's page to the screen that is turned, and back, with not a character lost."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.theme.buttons import Button
from desktop.together.view import OPENING, TogetherView
from desktop.widgets.attachments_files import Files
from forms import FormEngine
from translations.interface import _

KEYS = "F7"


class Turned(QObject):
    """One page's way to her view. Both views fill in the same engine, so neither copies anything.

    Her view ends with the page: when it is left, and when the notebook locks, the officer's view
    is what comes back.
    """

    changed = Signal()
    """Something was answered on her screen."""
    came_back = Signal()
    """The officer's view is shown again, and has to show what was answered meanwhile."""

    def __init__(
        self, page: QWidget, engine: FormEngine, files: Files, place: dict[str, Any]
    ) -> None:
        """Fill in `engine` for `page`; `place` is what `place` told before a lock."""
        super().__init__(page)
        self._page, self._engine, self._files = page, engine, files
        self.code, self._at = str(place.get("language", "")), str(place.get("at", OPENING))
        if self.code not in engine.form.languages:
            self.code = ""
        self.view: TogetherView | None = None
        self.button = Button(_("Turn to her"), keys=KEYS)
        self.button.clicked.connect(self.open)
        page.installEventFilter(self)

    def place(self) -> dict[str, Any]:
        """Her language, and where on her screen she was."""
        return {"language": self.code, "at": self.view.place if self.view else self._at}

    def open(self) -> None:
        """Cover the window with her view; the first time it asks for her language."""
        if self.view is None:
            self.view = TogetherView(self._engine, self._files, self._page.window())
            self.view.changed.connect(self.changed)
            self.view.spoke.connect(self._remember)
            self.view.closed.connect(self.close)
            self._page.destroyed.connect(self.view.deleteLater)
        self._page.setEnabled(False)  # its keys, such as to finalise, are not hers
        self.view.begin(self.code, self._at)

    def close(self) -> None:
        """Show the officer's view again."""
        if self.view is not None and not self.view.isHidden():
            self._at = self.view.place
            self.view.hide()
            self._page.setEnabled(True)
            self.came_back.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: the page is left, and her view with it."""
        if event.type() == QEvent.Type.Hide:
            self.close()
        return super().eventFilter(watched, event)

    def _remember(self, code: str) -> None:
        if code != self.code:
            self.code = code
            self.changed.emit()
