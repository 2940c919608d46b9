"""The demonstration's papers: preparations, a disclosure copy, links, a timeline, the notebook."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.app import Notebook
from desktop.demo.camera import EVERY, LIGHT_AND_DARK, Camera, settle, wait_until
from desktop.demo.people import instance
from desktop.leaving import LeavingPanel
from desktop.papers import Maker
from desktop.people.reading import contacts, person_of
from desktop.period import period
from desktop.profile import Profile
from storage import RecordId, RecordRow, reference

SAID, TAKEN_OUT = "/data/words/said", 24
"""The answer that words are taken out of, and how many letters of it."""
PREPARED = ("referral", "concern_notification", "advert_evidence")
_LINKED = (("intelligence_report", "report, of links"),)


class OutgoingPlay:
    """Plays it in an open notebook; `pdfs` are the entries for `demo.json`."""

    def __init__(
        self,
        notebook: Notebook,
        out: Path,
        camera: Camera,
        finalise: Callable[[], RecordRow],
        say: Callable[[str], None],
    ) -> None:
        """Write into `out`/pdf; `finalise` finishes the note that is being written."""
        self._notebook, self._out, self._camera = notebook, out, camera
        self._finalise, self._say = finalise, say
        self.pdfs: list[dict[str, str]] = []

    def prepare(self) -> list[RecordRow]:
        """Fill in a referral's preparation, a concern notification, and an advert's evidence."""
        return [self._filled(form, form) for form in PREPARED]

    def disclose(self, record: RecordId) -> None:
        """Take words out of a record, and write what is left."""
        page = self._notebook.outgoing.disclosure
        self._notebook.outgoing.disclose(record)
        wait_until(lambda: bool(page.materials), "the record to take words out of")
        page.sheet.setFocus()
        page.sheet.choose(record, SAID, 0, TAKEN_OUT)
        page.take_out()
        settle(200)
        self._camera.take(self._notebook.shell, "disclosure", EVERY)
        page.tools.as_read.setChecked(True)
        self._camera.take(self._notebook.shell, "disclosure-as-read")
        self._leave(page.ask(), "disclosure", f"{reference(record)}-copy")
        self._say("Words were taken out of a record; a copy was drawn from what is left.")

    def link(self) -> None:
        """Draw what a report and an advert tie together."""
        for form, section in _LINKED:
            self._filled(form, section)
        page = self._notebook.outgoing.links
        self._notebook.shell.go("links")
        wait_until(lambda: bool(page.view.places), "the picture of links")
        page.view.setFocus()
        page.view.go(1, 0)
        settle(200)
        self._camera.take(self._notebook.shell, "links", EVERY)
        self._leave(page.ask(), "links", "links")
        self._say("Links between those who exploit were drawn; no worker is in the picture.")

    def time(self, person: RecordId) -> None:
        """Write the timeline of a person."""
        vault = self._notebook.vault
        who = person_of(vault.query(lambda session: session.records.newest(person)).result())
        log = vault.query(lambda session: contacts(session, person)).result()
        panel = self._notebook.outgoing.ask_timeline(who, log, False)
        self._camera.take(panel, "leaving", LIGHT_AND_DARK)
        self._leave(panel, "timeline", f"{reference(person)}-time")

    def bind(self, profile: Profile) -> None:
        """Write the notebook of all that was written, with its proof."""
        notebook, now = self._notebook, datetime.now().astimezone()
        maker = Maker(notebook.vault, notebook.shelf, profile, "en", now)
        pdf, proof = period(maker, None, None)
        (self._out / "pdf" / "notebook-1.pdf").write_bytes(pdf)
        (self._out / "pdf" / "notebook-1.json").write_bytes(proof)
        self.pdfs.append({"document": "notebook", "file": "pdf/notebook-1.pdf"})
        self._say("The notebook of the period was written, with the proof that it is the one.")

    def _leave(self, panel: LeavingPanel, document: str, name: str) -> None:
        panel.recipient.setText("the sample supervisor")
        panel.reason.setText("sample data: the demonstration")
        panel.out.setText(str(self._out / "pdf" / f"{name}.pdf"))
        panel.open()
        told: list[str] = []
        panel.told.connect(told.append)
        panel.act()
        wait_until(lambda: bool(told), f"the PDF of {document}")
        self.pdfs.append({"document": document, "file": f"pdf/{name}.pdf"})

    def _filled(self, form: str, section: str) -> RecordRow:
        self._notebook.desk.begin(form, instance(form, section))
        return self._finalise()
