"""A notebook that is not there yet: made empty, or from a backup."""

from collections.abc import Callable
from pathlib import Path

from desktop.profile import Profile
from desktop.unlock.notebooks import Notebook
from desktop.unlock.opening import Opening
from desktop.unlock.window import UnlockWindow
from translations.interface import _


class NewNotebook:
    """Shows the two pages, and knows what was asked for on them until it is there or has failed."""

    def __init__(
        self,
        window: UnlockWindow,
        opening: Opening,
        profile: Callable[[], Profile | None],
        back: Callable[[], None],
    ) -> None:
        """`profile` gives None once it has shown why there is none; `back` leads away again."""
        self._window = window
        self._opening = opening
        self._profile = profile
        self._back = back
        self._asked: Notebook | None = None
        self._is_restored = False

    def show_making(self) -> None:
        """Ask for the name and the passphrase of an empty one."""
        from desktop.unlock.making import MakingPage

        profile = self._profile()
        if profile is None:
            return  # what is wrong with it is on the window
        page = MakingPage()
        page.asked.connect(self._make)
        page.back_asked.connect(self._back)
        page.tell_who_else(bool(profile.escrow_keys))
        self._window.show_page(page)

    def show_restoring(self) -> None:
        """Ask for a backup, and what opens it."""
        from desktop.unlock.restoring import RestoringPage

        page = RestoringPage()
        page.asked.connect(self._restore)
        page.back_asked.connect(self._back)
        self._window.show_page(page)

    @property
    def is_restoring(self) -> bool:
        """Whether one is being made from a backup."""
        return self._asked is not None and self._is_restored

    def take(self) -> Notebook | None:
        """The notebook that was asked for, once: it is there. None where none was."""
        asked, self._asked = self._asked, None
        return asked

    def refuse_secret(self) -> None:
        """Say on the page that the backup does not open to what was typed."""
        from desktop.unlock.restoring import RestoringPage

        self._asked = None
        if isinstance(self._window.page, RestoringPage):
            self._window.page.refuse(_("That does not open this backup. Nothing was made."))

    def stop(self) -> None:
        """The officer stopped it: nothing was made, and the page is as before."""
        from desktop.unlock.restoring import RestoringPage

        self._asked = None
        if isinstance(self._window.page, RestoringPage):
            self._window.page.rest()

    def give_up(self) -> Callable[[], None] | None:
        """Forget what was asked for, and give the way back to its page; None where none was."""
        if self.take() is None:
            return None
        return self.show_restoring if self._is_restored else self.show_making

    def _make(self, notebook: Notebook, passphrase: str) -> None:
        if profile := self._profile():
            self._asked, self._is_restored = notebook, False
            self._opening.make(notebook.folder, profile.officer, passphrase, profile.escrow_keys)

    def _restore(self, backup: Path, notebook: Notebook, secret: str) -> None:
        from desktop.unlock.restoring import RestoringPage

        profile, page = self._profile(), self._window.page
        if profile and isinstance(page, RestoringPage):
            self._asked, self._is_restored = notebook, True
            step, stopped = page.step.emit, page.stopped.is_set
            self._opening.restore(backup, notebook.folder, profile.officer, secret, step, stopped)
