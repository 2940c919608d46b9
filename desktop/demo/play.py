"""Plays a visit: makes a vault, writes, is killed, finds again, amends, and hands over PDFs."""

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop import profile
from desktop.app import ENCOUNTER, Notebook
from desktop.collecting import collecting
from desktop.demo.camera import EVERY, Camera, settle, wait_until, wear
from desktop.demo.cards import print_cards, show_cards
from desktop.demo.entering import PASSPHRASE, Entrance
from desktop.demo.languages import LanguagesPlay
from desktop.demo.officer import Officer, type_into
from desktop.demo.outgoing import OutgoingPlay
from desktop.demo.people import instance, show_people
from desktop.demo.report import DEVICES, ReportPlay, submission, with_destination
from desktop.demo.talk import show_child, show_prompts
from desktop.demo.together import TogetherPlay
from desktop.demo.visit import VisitPlay
from desktop.pages.writing import WritingPage
from desktop.people.reading import CONTACT
from desktop.profile import Profile
from desktop.sample import answers
from desktop.speaking import speak
from desktop.theme.buttons import Button
from desktop.unlock.opened import OpenedVault
from exports.errors import ExportError
from storage import RecordId, RecordRow, reference
from storage.errors import StorageError
from translations.interface import ENGLISH, LANGUAGES, _

HAPPENED = timedelta(hours=2)


class DemoFailed(Exception):
    """The demonstration could not be played; its text says why."""


def play(out: Path, language: str, say: Callable[[str], None]) -> None:
    """Play the demonstration into the folder `out`, a line to `say` for each step.

    Leaves `vault/`, `pdf/`, `delivered/`, `screens/` and `demo.json` there (docs/command-line.md).

    Raises:
        DemoFailed: the folder is not empty, or a step did not come about.
    """
    if out.exists() and any(out.iterdir()):
        raise DemoFailed(f"{out} is not empty; the demonstration needs a folder of its own.")
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        # What stands before a vault (known notebooks, attempts) is not the officer's own here.
        os.environ.update(XDG_CONFIG_HOME=settings, XDG_STATE_HOME=settings)
        try:
            demonstration = _Play(out, language, say)
            with collecting(demonstration.app):
                demonstration.run()
        except (TimeoutError, LookupError, StorageError, ExportError) as error:
            raise DemoFailed(f"The demonstration stopped: {error}") from error


class _Play:
    """One demonstration from beginning to end."""

    def __init__(self, out: Path, language: str, say: Callable[[str], None]) -> None:
        self._out = out
        self._say = say
        self.app = QApplication.instance() or QApplication(["fieldbook"])
        wear("light", 1.0)
        speak(language if language in LANGUAGES else ENGLISH)
        self._camera = Camera(out / "screens", language)
        self._profile: Profile = with_destination(profile.read(profile.SAMPLE), out, PASSPHRASE)
        self._entrance = Entrance(out, self._profile, self._camera, say)
        self._pdfs: list[dict[str, str]] = []
        self._sent: list[dict[str, str]] = []
        now = datetime.now().astimezone().replace(second=0, microsecond=0)
        self._happened = (now - HAPPENED).isoformat()

    def run(self) -> None:
        show_cards(self._camera, self._profile, self._say)
        self._pdfs += print_cards(self._out, self._profile, self._say)
        notebook = self._entrance.enter(new=True)
        self._camera.take(notebook.shell, "today-empty")
        visiting = VisitPlay(notebook, self._camera, self._say)
        visiting.plan(self._happened, lambda: self._finalise(notebook, ""))
        visiting.meet()
        self._begin_encounter(notebook)
        notebook = self._reopen(notebook)
        encounter = self._finalise(notebook, "An encounter was finalised.")
        VisitPlay(notebook, self._camera, self._say).finish()
        visit = self._finalise(notebook, "The visit was finalised; its place was cut from it.")
        self._amend(notebook, encounter)
        self._find(notebook)
        person = show_people(
            notebook, self._camera, lambda: self._finalise(notebook, "").id, self._say
        )
        self._together(notebook, person)
        self._of_her(notebook, person)
        show_child(notebook, self._camera, lambda: self._finalise(notebook, ""), self._say)
        self._leave_unfinished(notebook)
        self._export(notebook, encounter)
        self._export(notebook, visit)
        self._report(notebook, encounter)
        self._outgoing(notebook, encounter, person)
        self._rest(notebook)

    # Writing

    def _begin_encounter(self, notebook: Notebook) -> None:
        page = self._page(notebook)
        self._fill(page, "encounter")
        wait_until(lambda: bool(page.keeper.draft), "the draft to be sealed")
        self._camera.take(notebook.shell, "write", EVERY)
        show_prompts(notebook, self._camera, self._say)
        self._say("An encounter was begun; every word is sealed as it is typed.")

    def _reopen(self, notebook: Notebook) -> Notebook:
        """Lock in the middle of the note, and be back at the same word."""
        self._entrance.close(notebook)
        self._say("The notebook was locked in the middle of a sentence.")
        notebook = self._entrance.enter(new=False)
        wait_until(lambda: notebook.write.writing is not None, "the note to come back")
        self._say("It came back at the same word.")
        return notebook

    def _finalise(self, notebook: Notebook, line: str) -> RecordRow:
        page = self._page(notebook)
        finalised: list[str] = []
        page.finalised.connect(finalised.append)
        page.finalise()
        wait_until(lambda: bool(finalised), "the record")
        settle(200)
        if line:
            self._say(line)
        return notebook.vault.query(lambda s: s.records.row(RecordId(finalised[0]))).result()

    def _amend(self, notebook: Notebook, row: RecordRow) -> None:
        newest = notebook.vault.query(lambda s: s.records.newest(row.id)).result()
        notebook.desk.amend(newest)
        page = self._page(notebook)
        for path, value in answers("amendment"):
            if path == "reason":
                type_into(page.reason, value)
            else:
                Officer(page).answer(path, value)
        settle(1200)  # until it is sealed
        self._camera.take(notebook.shell, "amend")
        self._finalise(notebook, "It was amended; what was struck stays readable.")
        self._camera.take(notebook.shell, "record", EVERY)

    def _together(self, notebook: Notebook, person: RecordId) -> None:
        """A plan and a contract, on the screen turned to her, and what they leave on paper."""
        play = TogetherPlay(notebook, self._out, self._camera, self._say)
        plan, pocket = play.plan(person)
        self._pdfs.append(pocket)
        contract = play.contract(person)
        for record in (plan, contract):
            self._export(notebook, record)

    def _of_her(self, notebook: Notebook, person: RecordId) -> None:
        """What she needs, and the last contact, as documents of their own."""
        notebook.desk.begin("support_needs", instance("support_needs"), about=person)
        self._export(notebook, self._finalise(notebook, "What she needs was written down."))
        log = notebook.vault.query(lambda s: s.records.page(limit=1, form=CONTACT)).result()
        self._export(notebook, log[0])

    def _leave_unfinished(self, notebook: Notebook) -> None:
        notebook.new_note(ENCOUNTER)
        self._fill(self._page(notebook), "unfinished")
        notebook.shell.go("today")
        found = notebook.today.findChildren
        wait_until(
            lambda: any(each.text() == _("Continue") for each in found(Button)), "what waits today"
        )
        settle(300)
        self._camera.take(notebook.shell, "today", EVERY)

    def _fill(self, page: WritingPage, section: str) -> None:
        officer = Officer(page)
        for path, value in answers(section, earlier=self._happened):
            officer.answer(path, value)

    def _page(self, notebook: Notebook) -> WritingPage:
        assert notebook.write.writing is not None
        return notebook.write.writing

    # Finding and handing over

    def _find(self, notebook: Notebook) -> None:
        notebook.shell.go("notes")
        notebook.notes.seek("stefan")
        wait_until(lambda: notebook.notes.notes.rowCount() == 1, "what search finds")
        self._camera.take(notebook.shell, "find")
        self._say("“stefan” finds the note that says Ștefan.")
        notebook.notes.seek("")
        settle(300)

    def _export(self, notebook: Notebook, row: RecordRow) -> None:
        notebook.open_record(row.id)
        wait_until(lambda: notebook.record.shown == row.id, "the record to be shown")
        panel = notebook.record.ask_export()
        file = self._out / "pdf" / f"{reference(row.id)}.pdf"
        file.parent.mkdir(exist_ok=True)
        panel.fill("the sample supervisor", "sample data: the demonstration", file)
        panel.show()
        settle(100)
        if not self._pdfs:
            self._camera.take(panel, "export")
        written: list[str] = []
        panel.written.connect(written.append)
        panel.write()
        wait_until(lambda: bool(written), "the PDF")
        self._pdfs.append({"document": row.form, "file": f"pdf/{file.name}"})
        self._say(f"A PDF was written: {file.name}.")

    def _report(self, notebook: Notebook, note: RecordRow) -> None:
        """An intelligence report from its first words to its arrival."""
        play = ReportPlay(notebook, self._out, self._camera, self._say)
        play.enrol()
        play.choose_from(note)
        play.begin()
        report = self._finalise(notebook, "An intelligence report was finalised.")
        play.widen(report)
        self._finalise(notebook, "It was written wider; now the check has nothing left to say.")
        self._sent.append(submission(play.send(report, PASSPHRASE)))
        self._export(notebook, report)

    def _outgoing(self, notebook: Notebook, note: RecordRow, person: RecordId) -> None:
        """Every other paper of the working day, through its own window."""
        play = OutgoingPlay(
            notebook, self._out, self._camera, lambda: self._finalise(notebook, ""), self._say
        )
        for record in play.prepare():
            self._export(notebook, record)
        play.disclose(note.id)
        play.link()
        play.time(person)
        play.bind(self._profile)
        self._pdfs += play.pdfs

    def _rest(self, notebook: Notebook) -> None:
        for page in ("notes", "settings"):
            notebook.shell.go(page)
            settle(300)
            self._camera.take(notebook.shell, page)
        notebook.settings.show_section("keys")
        settle(300)
        self._camera.take(notebook.shell, "settings-keys")
        rows = notebook.vault.query(lambda s: s.records.page()).result()
        notebook.shell.go("today")
        self._entrance.hide(notebook)
        opened = OpenedVault(notebook.vault, notebook.vault.folder, "vault", self._profile)
        self._write_index(rows)  # all but the last walk, should that one stop
        LanguagesPlay(opened, self._camera, self._say).play()
        notebook.vault.close()
        self._write_index(rows)
        self._say(f"Everything lies in {self._out}.")

    def _write_index(self, rows: list[RecordRow]) -> None:
        index: dict[str, Any] = {
            "passphrase": PASSPHRASE,
            "vault": "vault",
            "records": [{"id": row.id, "form": row.form} for row in rows],
            "pdfs": self._pdfs,
            "screens": [asdict(picture) for picture in self._camera.pictures],
            "devices": DEVICES,
            "submissions": self._sent,
        }
        text = json.dumps(index, indent=1, ensure_ascii=False)
        (self._out / "demo.json").write_text(text, encoding="utf-8")
