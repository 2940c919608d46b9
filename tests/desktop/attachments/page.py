"""Ways to a question for a file in the real window, shared by the tests."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.attachments.preview import FilePreview
from desktop.pages.writing import WritingPage
from desktop.widgets.attachments import UploadAnswer
from desktop.widgets.attachments_files import offered_at
from storage import Attachment, Vault
from tests.unit.attachments.photos import FILES

FILE = "/data/advert/files[1]/file"
HASH = "/data/advert/files[1]/sha256"
SIGNATURE = "/data/sign/her_signature"


def begin(notebook: Notebook, form: str = "advert_evidence") -> WritingPage:
    notebook.new_note(form)
    page = notebook.write.writing
    assert page is not None
    page._form.complete()
    return page


def answer(page: WritingPage, path: str = FILE) -> UploadAnswer:
    part = page._form.part(path)
    found = part.answer  # type: ignore[union-attr]
    assert isinstance(found, UploadAnswer)
    return found


def photo(folder: Path, name: str = "IMG_2044.jpg") -> Path:
    path = folder / name
    path.write_bytes(FILES["image/jpeg"])
    return path


def add(page: WritingPage, path: Path, qtbot: QtBot, question: str = FILE) -> str:
    """Add the file at `path`, and wait until it is the answer."""
    answer(page, question).offer(offered_at(path))
    qtbot.waitUntil(lambda: page.engine.node(question).value != "")
    return page.engine.node(question).value


def every(vault: Vault) -> list[Attachment]:
    return vault.query(lambda s: s.attachments.every()).result()


def finalise(notebook: Notebook, page: WritingPage, qtbot: QtBot) -> str:
    with qtbot.waitSignal(page.finalised) as told:
        page.finalise()
    record = str(told.args[0])
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    return record


def preview(notebook: Notebook, qtbot: QtBot) -> FilePreview:
    """The preview that was opened last, once it shows something."""
    found = notebook.shell.window().findChildren(FilePreview)
    qtbot.waitUntil(lambda: found[-1]._hand_out.isEnabled() or bool(found[-1].message))
    return found[-1]
