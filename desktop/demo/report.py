"""A report in the demonstration: findings, written wider, exactly seen, sealed, delivered."""

from collections.abc import Callable
from pathlib import Path

from desktop.app import Notebook
from desktop.demo.camera import EVERY, Camera, settle, wait_until
from desktop.demo.officer import Officer, press, type_into
from desktop.profile import Profile
from desktop.profile.model import Destination
from desktop.sample import answers
from desktop.sending.check_page import CheckPage
from desktop.sending.device_window import DeviceWindow
from desktop.sending.passing_on import REPORT
from desktop.sending.preview import ExactPreview
from exports.envelope.naming import ENVELOPE_SUFFIX, reference
from storage import RecordRow
from storage.keys.escrow import PrivateKey
from storage.outbox.items import Item

SHARE = "Intelligence share (sample)"
DELIVERED, DEVICES = "delivered", "devices.toml"
PUBLIC, PRIVATE = "force-key.txt", "force-private-key.txt"
"""The sample force's keys; the private one is there so that what was delivered can be unsealed."""


def with_destination(profile: Profile, out: Path, passphrase: str) -> Profile:
    """`profile` with a folder in `out` to send to, and a key of the sample force to seal to."""
    (out / DELIVERED).mkdir()
    key = PrivateKey.new("Sample Force")
    (out / PUBLIC).write_text(key.public.text(), encoding="utf-8")
    (out / PRIVATE).write_text(key.text(passphrase), encoding="utf-8")
    share = Destination(SHARE, "folder", out / DELIVERED)
    return profile._replace(sealing_keys=(out / PUBLIC,), destinations=(share,))


class ReportPlay:
    """Plays it in an open notebook."""

    def __init__(
        self, notebook: Notebook, out: Path, camera: Camera, say: Callable[[str], None]
    ) -> None:
        """Deliver into `out`."""
        self._notebook, self._out, self._camera, self._say = notebook, out, camera, say

    def enrol(self) -> None:
        """Show the device's key, and save it as force IT's list takes it."""
        page = self._notebook.sending.page
        self._notebook.shell.go("send")
        page.show_device()
        wait_until(lambda: bool(page.findChildren(DeviceWindow)), "the device's key")
        window = page.findChildren(DeviceWindow)[0]
        settle(200)
        self._camera.take(window, "device")
        window.save_to(self._out / DEVICES)
        window.accept()
        self._say("The device's key was saved, for the force to enrol it.")

    def choose_from(self, note: RecordRow) -> None:
        """Show how a report begins from a note: nothing is chosen by itself."""
        newest = self._notebook.vault.query(lambda s: s.records.newest(note.id)).result()
        window = self._notebook.sending.pass_on(newest)
        window.open()
        settle(200)
        self._camera.take(window, "passing-on")
        window.reject()

    def begin(self) -> None:
        """Write a report; the check will point at what it says of its source."""
        self._notebook.new_note(REPORT)
        self._fill("report")

    def widen(self, record: RecordRow) -> None:
        """Look at the findings, and write the report wider; it is to be finalised again."""
        page = self._check(record)
        assert page.checked is not None
        self._say(f"The check points at {len(page.checked.open)} places; the report can't leave.")
        self._camera.take(self._notebook.shell, "check", EVERY)
        self._notebook.desk.amend(page.checked.version)
        self._fill("report, written wider")
        settle(1200)  # until it is sealed

    def send(self, record: RecordRow, passphrase: str) -> Item:
        """See exactly what leaves, confirm it, and wait for its arrival."""
        notebook, page = self._notebook, self._check(record)
        assert page.checked is not None
        if page.checked.open:
            left = ", ".join(one.finding.text for one in page.checked.open)
            raise LookupError(f"The check still points at: {left}")
        press(page.see)
        wait_until(lambda: bool(page.findChildren(ExactPreview)), "the preview")
        preview = page.findChildren(ExactPreview)[0]
        wait_until(preview.seal.isEnabled, "what leaves")
        settle(200)
        self._camera.take(preview, "preview-leaving")
        type_into(preview.passphrase, passphrase)
        press(preview.seal)
        wait_until(lambda: bool(self._received()), "the report to arrive")
        notebook.shell.go("send")
        wait_until(lambda: bool(notebook.sending.page.done.items), "the road of the report")
        settle(200)
        self._camera.take(notebook.shell, "send", EVERY)
        item = self._received()[0]
        self._say("The report was seen as it leaves, sealed, and delivered to a folder.")
        return item

    def _received(self) -> list[Item]:
        items = self._notebook.vault.query(lambda s: s.outbox.all()).result()
        return [item for item in items if item.state == "received"]

    def _check(self, record: RecordRow) -> CheckPage:
        page = self._notebook.sending.check
        self._notebook.sending.show_check(record.id)
        wait_until(lambda: page.checked is not None, "the check")
        settle(200)
        return page

    def _fill(self, section: str) -> None:
        page = self._notebook.write.writing
        assert page is not None
        officer = Officer(page)
        for path, value in answers(section):
            if path == "reason":
                type_into(page.reason, value)
            else:
                officer.answer(path, value)


def submission(item: Item) -> dict[str, str]:
    """A line of `submissions` in `demo.json`."""
    name = f"{DELIVERED}/{reference(item.instance)}{ENVELOPE_SUFFIX}"
    return {"id": item.instance, "state": item.state, "file": name}
