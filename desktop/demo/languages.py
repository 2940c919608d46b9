"""The demonstration's last walk: the pages in Welsh, and from right to left."""

from collections.abc import Callable

from desktop.app import Notebook
from desktop.demo.camera import Camera, Setting, settle, wait_until
from desktop.demo.officer import button, press
from desktop.discretion import PERSON
from desktop.locking import Locker
from desktop.preferences import Preferences
from desktop.standing import Standing
from desktop.story import Story
from desktop.unlock import Door, Notebooks
from desktop.unlock.opened import OpenedVault
from desktop.wearing import wear as dress
from storage import RecordId
from translations.interface import ENGLISH, LANGUAGES
from translations.interface_catalogs.pseudo import MIRRORED

WELSH = "cy"
SETTINGS = {
    WELSH: (Setting(), Setting(text_scale=1.5), Setting(1920, 1080, "dark")),
    MIRRORED: (Setting(), Setting(theme="contrast", text_scale=1.5), Setting(1920, 1080, "dark")),
}
_PAGES = ("today", "notes", "people", "cards", "send", "settings", "help")
_PATIENCE_MINUTES = 60


class LanguagesPlay:
    """Switches the language of an open notebook as its officer does, and looks at the pages."""

    def __init__(self, opened: OpenedVault, camera: Camera, say: Callable[[str], None]) -> None:
        """Open the window of `opened` once more, in English."""
        self._camera, self._say = camera, say
        self._opened = opened
        dress(Preferences(language=ENGLISH))
        self._locker = Locker(_PATIENCE_MINUTES, lambda _line: None)
        self._standing = Standing(opened, self._locker)
        self._notebook.shell.show()
        settle(300)

    def play(self) -> None:
        """In Welsh, then mirrored, then in English again; the window is gone afterwards."""
        shell = self._notebook.shell
        shell.go("settings")
        settle(300)
        self._turn(lambda: press(button(shell, LANGUAGES[WELSH])))
        self._look(WELSH)
        self._door(WELSH)
        self._say("The language was switched to Welsh under Settings.")
        mirrored = Preferences(language=MIRRORED)
        settings = self._notebook.settings
        self._turn(lambda: settings.chosen.emit(mirrored))  # for testing: it stands in no menu
        self._look(MIRRORED)
        self._door(MIRRORED)
        self._say("Every page stands from right to left too.")
        self._end()

    @property
    def _notebook(self) -> Notebook:
        return self._standing.notebook

    def _turn(self, switch: Callable[[], None]) -> None:
        before = self._notebook
        switch()
        wait_until(lambda: self._notebook is not before, "the window in another language")
        settle(300)

    def _look(self, language: str) -> None:
        notebook = self._notebook
        for page in _PAGES:
            notebook.shell.go(page)
            settle(300)
            self._take(page, language)
        written = self._newest("encounter")
        notebook.open_record(written)
        wait_until(lambda: notebook.record.shown == written, "the record to be shown")
        settle(200)
        self._take("record", language)
        notebook.new_note("visit")
        wait_until(lambda: notebook.write.writing is not None, "the note")
        settle(300)
        self._take("write", language)
        person = self._newest(PERSON)
        notebook.open_person(person)
        notebook.people.gate.reason.setText("SAMPLE DATA. To look at the page in another language.")
        notebook.people.gate.reason.returnPressed.emit()
        wait_until(lambda: notebook.people.sheet is not None, "the person’s page")
        settle(300)
        self._take("person", language)

    def _door(self, language: str) -> None:
        door = Door(lambda: self._opened.profile, Notebooks())
        painted: list[bool] = []
        door.window.painted.connect(lambda: painted.append(True))
        door.arrive(Story())
        wait_until(lambda: bool(painted), "the window before unlocking")
        settle(200)
        self._camera.take(door.window, f"unlock-{language}", SETTINGS[language], language=language)
        door.window.hide()
        door.window.deleteLater()
        door.deleteLater()

    def _take(self, page: str, language: str) -> None:
        settings = SETTINGS[language]
        self._camera.take(self._notebook.shell, f"{page}-{language}", settings, language=language)

    def _newest(self, form: str) -> RecordId:
        rows = self._notebook.vault.query(lambda s: s.records.page(limit=1, form=form)).result()
        return rows[0].id

    def _end(self) -> None:
        notebook = self._notebook
        notebook.seal()
        notebook.shell.hide()
        notebook.write.left()
        notebook.shell.deleteLater()
        self._locker.deleteLater()
        dress(Preferences())
        settle(40)
