"""In and out of the demonstration's notebook, through the windows that an officer meets."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from desktop.app import Notebook
from desktop.demo.camera import EVERY, Camera, settle, wait_until
from desktop.demo.officer import button, press, type_into
from desktop.profile import Profile
from desktop.story import Story
from desktop.theme.labels import Label
from desktop.unlock import Door, Notebooks
from desktop.unlock.code import CodePage
from desktop.unlock.making import MakingPage
from desktop.unlock.opened import OpenedVault
from desktop.unlock.secret import PassphrasePage
from desktop.unlock.shown_code import ASKED
from translations.interface import _

PASSPHRASE = "sample data only: heron juniper linnet"


class Entrance:
    """Makes a vault, unlocks it and locks it again, as `profile`'s officer."""

    def __init__(
        self, out: Path, profile: Profile, camera: Camera, say: Callable[[str], None]
    ) -> None:
        """The vault is made in `out`; a line goes to `say` for each step."""
        self._out, self._profile = out, profile
        self._camera, self._say = camera, say

    def enter(self, *, new: bool) -> Notebook:
        """Through the window that a new officer meets, or the one of every day."""
        door = Door(lambda: self._profile, Notebooks())
        opened: list[OpenedVault] = []
        door.opened.connect(opened.append)
        painted: list[bool] = []
        door.window.painted.connect(lambda: painted.append(True))
        door.arrive(Story())
        wait_until(lambda: bool(painted), "the window before unlocking")
        if new:
            self._make_vault(door)
        else:
            self._unlock(door)
        wait_until(lambda: bool(opened), "the vault to open")
        door.window.hide()
        door.window.deleteLater()
        door.deleteLater()
        notebook = Notebook(opened[0].vault, self._profile, _nothing, _nothing)
        notebook.shell.show()
        notebook.go_back()
        settle(200)
        return notebook

    def _make_vault(self, door: Door) -> None:
        self._camera.take(door.window, "first-start")
        press(button(door.window, _("Make a notebook")))
        page = door.window.page
        assert isinstance(page, MakingPage)
        page.keep_in(self._out)
        page.name.clear()
        type_into(page.name, self._out.joinpath("vault").name)
        for field in (page.passphrase, page.again):
            type_into(field, PASSPHRASE)
        self._camera.take(door.window, "making")
        press(page.make_button)
        wait_until(lambda: isinstance(door.window.page, CodePage), "the recovery code")
        code = door.window.page
        assert isinstance(code, CodePage)
        self._camera.take(door.window, "recovery-code")
        shown = [label.text() for label in code.findChildren(Label)]
        groups = [text for text in shown if re.fullmatch("[0-9A-Z]{4}", text)]
        for field, number in zip(code.answers, ASKED, strict=True):
            type_into(field, groups[number - 1])
        press(code.done_button)
        self._say("A vault was made, and its recovery code shown once.")

    def _unlock(self, door: Door) -> None:
        page = door.window.page
        assert isinstance(page, PassphrasePage)
        self._camera.take(door.window, "unlock", EVERY)
        type_into(page.findChildren(QLineEdit)[0], PASSPHRASE)
        press(page.open_button)
        self._say("The vault was unlocked.")

    def close(self, notebook: Notebook) -> None:
        """Seal and lock."""
        self.hide(notebook)
        notebook.vault.close()

    def hide(self, notebook: Notebook) -> None:
        """Seal, and take its window away; the vault stays open."""
        notebook.seal()
        notebook.shell.hide()
        notebook.write.left()
        notebook.shell.deleteLater()


def _nothing() -> None:
    """The demonstration locks by itself."""
