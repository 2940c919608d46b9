"""What the writing page gains for a form that is filled in together."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop import safety_plan
from desktop.pages.pocket_panel import PocketPanel
from desktop.theme.buttons import Button
from desktop.together.keeping import kept_panel
from desktop.together.turned import Turned
from desktop.widgets.attachments_files import Files
from forms import FormEngine
from storage import Vault
from translations.interface import _

PLACE = "turned"
"""Where a draft's place keeps her language, and where on her screen she was."""


class Together(QObject):
    """Her view, the pocket plan, and what is said before a plan is finalised."""

    changed = Signal()
    """Something was answered on her screen, or her language was chosen."""
    came_back = Signal()
    """The officer's view is shown again."""
    told = Signal(str)
    """What the officer should know."""

    def __init__(
        self,
        page: QWidget,
        vault: Vault,
        engine: FormEngine,
        files: Files,
        place: dict[str, Any],
        before: bytes,
    ) -> None:
        """Serve `page`, which fills in `engine`.

        `place` is that of its draft; `before` the content of the version that is amended, if any.
        """
        super().__init__(page)
        self._page, self._vault, self._engine, self._before = page, vault, engine, before
        kept = place.get(PLACE)
        self.turned = Turned(page, engine, files, kept if isinstance(kept, dict) else {})
        self.turned.changed.connect(self.changed)
        self.turned.came_back.connect(self.came_back)
        buttons: list[QPushButton] = [self.turned.button]
        self._is_plan = engine.form.id == safety_plan.FORM
        if self._is_plan:
            on_paper = Button(_("Pocket plan …"))
            on_paper.clicked.connect(lambda: self.pocket().open())
            buttons.insert(0, on_paper)
        self.buttons = tuple(buttons)

    def place(self) -> dict[str, Any]:
        """What is kept of it with the draft."""
        return {PLACE: self.turned.place()}

    def pocket(self) -> PocketPanel:
        """The panel for the pocket plan of what stands here now; show it with `open`."""
        language = self.turned.code or self._engine.language
        panel = PocketPanel(
            self._page.window(), self._vault, self._engine.form, self._engine.draft(), language
        )
        panel.finished.connect(panel.deleteLater)
        panel.written.connect(
            lambda path: self.told.emit(_("Written, not encrypted: {path}").format(path=path))
        )
        return panel

    def before_keeping(self, content: bytes, go_on: Callable[[], None]) -> None:
        """Go on at once, or once the officer has seen what is kept of a plan."""
        if not self._is_plan:
            go_on()
            return
        panel = kept_panel(
            self._page.window(),
            self._engine.form,
            content,
            self._before,
            lambda: self.pocket().open(),
        )
        panel.accepted.connect(go_on)
        panel.finished.connect(panel.deleteLater)
        panel.open()
