"""Shows every page and every small window of a notebook with sample data, one after another."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop import profile
from desktop.app import Notebook
from desktop.cards.window import CardWindow
from desktop.definitions import library
from desktop.demo.camera import settle, wait_until, wear
from desktop.demo.people import instance
from desktop.pages.writing import WritingPage
from desktop.sending.preview import ExactPreview
from desktop.speaking import speak
from desktop.unlock.choosing import ChoosingPage
from desktop.unlock.code import CodePage
from desktop.unlock.frame import Page as DoorPage
from desktop.unlock.making import MakingPage
from desktop.unlock.notebooks import Notebooks
from desktop.unlock.restoring import RestoringPage
from desktop.unlock.secret import PassphrasePage, RecoveryPage
from desktop.unlock.window import UnlockWindow
from forms import FormEngine
from storage import Cost, Filled, Identity, RecordId, Vault, Version
from tests.desktop.everybody.resting import come_to_rest
from tests.desktop.process.dialogs import Kit, kinds

WIDTH, HEIGHT = 1366, 768
QUICK = Cost(64 * 1024, 1, 1)
SAMPLES = ("person", "encounter", "premises", "support_needs", "unfinished")
"""Sections of the demonstration's sample data that become records, but the last."""
LINKS = "report, of links"
"""The section with a report that ties things together, and that the check points at."""
PAGES = ("today", "notes", "people", "cards", "send", "settings", "help", "forms", "log")
CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"
"""Shaped as a recovery code is."""

Scene = tuple[str, QWidget]


class Stage:
    """A vault with sample data and its notebook; `tell` builds the windows in a language."""

    def __init__(self, folder: Path) -> None:
        """Make the vault in `folder`."""
        self._folder = folder
        me = Identity("PC 0000", "sample laptop")
        self.vault, _code = Vault.create(folder / "vault", "sample passphrase", me, cost=QUICK)
        self.records = {name: self._keep(name) for name in SAMPLES[:-1]}
        self.records[LINKS] = self._keep("intelligence_report", LINKS)
        self.notebook: Notebook | None = None

    def newest(self, record: RecordId) -> Version:
        """What `record` says now."""
        return self.vault.query(lambda session: session.records.newest(record)).result()

    def close(self) -> None:
        """Leave nothing behind."""
        self.strike()
        speak("en")
        wear("light", 1.0)
        self.vault.close()

    def strike(self) -> None:
        """Take the notebook's window away."""
        if self.notebook is None:
            return
        self.notebook.seal()
        self.notebook.shell.hide()
        self.notebook.write.left()
        self.notebook.shell.deleteLater()
        self.notebook = None
        settle(20)

    def build(self, language: str = "en", theme: str = "light", scale: float = 1.0) -> Notebook:
        """The notebook's window, built in `language` and shown."""
        self.strike()
        wear(theme, scale)
        speak(language)
        read = profile.read(profile.SAMPLE)
        self.notebook = Notebook(self.vault, read, _nothing, _nothing)
        self.notebook.shell.resize(WIDTH, HEIGHT)
        self.notebook.shell.show()
        self.notebook.shell.go("today")
        settle(60)
        return self.notebook

    def pages(self) -> Iterator[Scene]:
        """Every page, in the one window, by name."""
        notebook = self.notebook
        assert notebook is not None
        shell = notebook.shell
        for name in PAGES:
            shell.go(name)
            come_to_rest(shell)
            yield name, shell
        for section in notebook.settings.sections:
            shell.go("settings")
            notebook.settings.show_section(section)
            come_to_rest(shell)
            yield f"settings {section}", shell
        notebook.open_record(self.records["encounter"])
        wait_until(lambda: notebook.record.shown == self.records["encounter"], "the record")
        come_to_rest(shell)
        yield "record", shell
        yield from self._person(notebook)
        yield from self._writing(notebook)
        yield from self._leaving(notebook)
        yield from self._together(notebook)

    def dialogs(self) -> Iterator[tuple[str, QDialog]]:
        """Every small window, by the name of its class."""
        assert self.notebook is not None
        kit = Kit(self.notebook)
        for kind in kinds():
            window = kit.build(kind)
            window.open()
            if isinstance(window, ExactPreview):
                _wait_for_contents(window)
            come_to_rest(window)
            yield kind.__name__, window
            window.hide()
            window.deleteLater()

    def door(self) -> Iterator[Scene]:
        """The pages before a notebook is open."""
        window = UnlockWindow()
        window.resize(WIDTH, HEIGHT)
        notebooks = Notebooks()
        makers = (
            PassphrasePage,
            lambda: ChoosingPage(notebooks, None),
            MakingPage,
            RestoringPage,
            RecoveryPage,
            lambda: CodePage(CODE),
        )
        window.show()
        for make in makers:
            page: DoorPage = make()
            window.show_page(page)
            page.enter()
            come_to_rest(window)
            yield type(page).__name__, window
        window.hide()
        window.deleteLater()
        cards = CardWindow()
        cards.resize(WIDTH, HEIGHT)
        cards.show()
        come_to_rest(cards)
        yield "CardWindow", cards
        cards.hide()
        cards.deleteLater()

    def _person(self, notebook: Notebook) -> Iterator[Scene]:
        notebook.open_person(self.records["person"])
        wait_until(lambda: notebook.people.model.rowCount() > 0, "the list of people")
        come_to_rest(notebook.shell)
        yield "person closed", notebook.shell
        notebook.people.gate.reason.setText("SAMPLE DATA: agreed")
        notebook.people.gate.reason.returnPressed.emit()
        wait_until(lambda: notebook.people.sheet is not None, "the person’s page")
        come_to_rest(notebook.shell)
        yield "person", notebook.shell

    def _writing(self, notebook: Notebook) -> Iterator[Scene]:
        for form in ("encounter", "visit", "person"):
            notebook.new_note(form)
            writing = _writing(notebook, form)
            come_to_rest(notebook.shell)
            yield f"write {form}", notebook.shell
        writing.finalise()  # refused: what is missing is said
        come_to_rest(notebook.shell)
        yield "write refused", notebook.shell

    def _leaving(self, notebook: Notebook) -> Iterator[Scene]:
        shell, outgoing, check = notebook.shell, notebook.outgoing, notebook.sending.check
        outgoing.disclose(self.records["encounter"])
        wait_until(lambda: bool(outgoing.disclosure.materials), "the record to take words out of")
        come_to_rest(shell)
        yield "disclosure", shell
        shell.go("links")
        wait_until(lambda: bool(outgoing.links.view.places), "the picture of links")
        come_to_rest(shell)
        yield "links", shell
        notebook.sending.show_check(self.records[LINKS])
        wait_until(lambda: check.checked is not None, "the check")
        come_to_rest(shell)
        yield "check", shell

    def _together(self, notebook: Notebook) -> Iterator[Scene]:
        notebook.desk.begin("safety_plan", about=self.records["person"])
        writing = _writing(notebook, "safety_plan")
        come_to_rest(notebook.shell)
        yield "write safety_plan", notebook.shell
        assert writing.together is not None
        writing.together.turned.button.click()
        come_to_rest(notebook.shell)
        yield "turned to her", notebook.shell
        view = writing.together.turned.view
        assert view is not None
        view.closed.emit()
        settle(40)

    def _keep(self, name: str, section: str = "") -> RecordId:
        now = datetime.now().astimezone().isoformat(timespec="milliseconds")
        values = dict.fromkeys(("earlier", "since", "at", "next"), now)
        content = instance(name, section, **values, expiry=now[:10], kind="safety")
        form = FormEngine(library().get(name), content, language="en")
        title = form.title() or name
        filled = Filled(name, form.form.version, content, title, "", now, "")
        version = self.vault.perform(lambda session: session.records.add(filled)).result()
        return version.record


def _writing(notebook: Notebook, form: str) -> WritingPage:
    """The page on which a record of `form` is written, as soon as it is there."""

    def there() -> bool:
        writing = notebook.write.writing
        return writing is not None and writing.engine.form.id == form

    wait_until(there, f"the page to write {form}")
    assert notebook.write.writing is not None
    return notebook.write.writing


def _wait_for_contents(preview: ExactPreview) -> None:
    """What leaves is made beside the window."""
    wait_until(lambda: preview.seal.isEnabled() or bool(preview.message), "what leaves")


def application() -> QApplication:
    """The running application."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running


def _nothing() -> None:
    """Nothing locks here."""
