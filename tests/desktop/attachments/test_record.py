"""Files of a record: listed, added, looked at, copied without metadata, handed out, printed."""

import hashlib
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.attachments.metadata import read
from desktop.attachments.pdf import pages
from desktop.attachments.preview import FilePreview
from desktop.attachments.viewing import picture
from desktop.papers import RECORD
from desktop.widgets.attachments_files import Offered, offered_at
from desktop.widgets.attachments_row import FileRow
from storage import Vault
from tests.desktop.attachments.page import add, begin, every, finalise, photo, preview
from tests.unit.attachments.photos import FILES, SIZE, TURNED, jpeg


@pytest.fixture
def record(notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path) -> str:
    """A record with one photo, shown."""
    page = begin(notebook)
    add(page, photo(tmp_path), qtbot)
    shown = finalise(notebook, page, qtbot)
    qtbot.waitUntil(lambda: len(rows(notebook)) == 1)
    return shown


def rows(notebook: Notebook) -> list[FileRow]:
    layout = notebook.record.files._rows
    return [layout.itemAt(index).widget() for index in range(layout.count())]


def look(notebook: Notebook, qtbot: QtBot, index: int = 0) -> FilePreview:
    rows(notebook)[index].buttons[0].click()
    return preview(notebook, qtbot)


def log(vault: Vault, action: str) -> list[tuple[str, str, bytes]]:
    found = vault.query(lambda s: s.audit.entries()).result()
    return [(e.recipient, e.reason, e.hash) for e in found if e.action == action]


def test_the_answer_is_read_by_the_files_own_name(notebook: Notebook, record: str) -> None:
    words = [label.text() for label in notebook.record._view.findChildren(QLabel)]
    assert words.count("IMG_2044.jpg") == 2  # the answer, and the list of files
    assert not any(word.endswith(".jpg") and word != "IMG_2044.jpg" for word in words)


def test_more_can_be_added_to_the_record(
    notebook: Notebook, vault: Vault, qtbot: QtBot, record: str
) -> None:
    paper = Offered(FILES["application/pdf"], "letter.pdf", "application/pdf")
    with qtbot.waitSignal(notebook.record.told):
        notebook.record.files._adding.offer(paper)
    qtbot.waitUntil(lambda: len(rows(notebook)) == 2)
    added = every(vault)[-1]
    assert (added.record, added.title) == (record, "letter.pdf")
    assert log(vault, "collection")[-1][2] == added.hash


def test_looking_at_it_is_in_the_log_and_shows_all(
    notebook: Notebook, vault: Vault, qtbot: QtBot, record: str
) -> None:
    shown = look(notebook, qtbot)
    words = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert "51.50750, -0.12500" in words
    assert every(vault)[0].sha256.hex() in words.replace(" ", "")
    assert any(not label.pixmap().isNull() for label in shown.findChildren(QLabel))
    assert log(vault, "consultation")[-1][2] == every(vault)[0].hash
    shown.reject()


def test_a_copy_without_metadata_leaves_the_original(
    notebook: Notebook, vault: Vault, qtbot: QtBot, record: str
) -> None:
    shown = look(notebook, qtbot)
    with qtbot.waitSignal(shown.copied):
        shown.make_copy()
    original, copy = every(vault)
    assert (copy.original, copy.record) == (original.id, record)
    with vault.read_attachment(original.id) as reader:
        assert reader.read() == FILES["image/jpeg"]
    with vault.read_attachment(copy.id) as reader:
        assert not any(fact.telling for fact in read(reader.read(), "image/jpeg"))
    qtbot.waitUntil(lambda: len(rows(notebook)) == 2)
    shown.reject()


def test_handing_out_is_a_disclosure(
    notebook: Notebook, vault: Vault, qtbot: QtBot, record: str, tmp_path: Path
) -> None:
    shown = look(notebook, qtbot)
    panel = shown.hand_out()
    panel.write()
    assert "for whom" in panel.message
    out = tmp_path / "out.jpg"
    panel.fill("CPS", "case file", out)
    with qtbot.waitSignal(panel.written):
        panel.write()
    assert out.read_bytes() == FILES["image/jpeg"]
    assert out.stat().st_mode & 0o077 == 0
    assert log(vault, "disclosure") == [("CPS", "case file", every(vault)[0].hash)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["IMG_2044.jpg", "out.jpg", "vault"]
    shown.reject()


def test_what_could_not_be_written_did_not_leave(
    notebook: Notebook, vault: Vault, qtbot: QtBot, record: str, tmp_path: Path
) -> None:
    shown = look(notebook, qtbot)
    panel = shown.hand_out()
    panel.fill("CPS", "case file", tmp_path / "no such folder" / "out.jpg")
    panel.write()
    qtbot.waitUntil(lambda: "No file was written" in panel.message)
    qtbot.waitUntil(lambda: log(vault, "administration")[-1][1] == "The file was not written.")
    shown.reject()


def test_a_damaged_file_is_said_and_not_shown(
    notebook: Notebook, vault: Vault, qtbot: QtBot, record: str
) -> None:
    path = vault.folder / "attachments" / every(vault)[0].file
    data = bytearray(path.read_bytes())
    data[99] ^= 1
    path.write_bytes(data)
    shown = look(notebook, qtbot)
    assert "not what was sealed" in shown.message
    assert not shown._hand_out.isEnabled()
    shown.reject()


@pytest.mark.parametrize("pictures", [False, True])
def test_the_pdf_lists_the_files_and_prints_pictures_where_asked(
    notebook: Notebook, vault: Vault, qtbot: QtBot, record: str, tmp_path: Path, pictures: bool
) -> None:
    panel = notebook.record.ask_export()
    panel.choose_document(RECORD)
    panel._pictures.setChecked(pictures)
    panel.fill("CPS", "case file", tmp_path / "record.pdf")
    with qtbot.waitSignal(panel.written, timeout=20_000):
        panel.write()
    paper = pypdfium2.PdfDocument((tmp_path / "record.pdf").read_bytes())
    text = " ".join(page.get_textpage().get_text_bounded() for page in paper)
    drawn = [thing for page in paper for thing in page.get_objects() if thing.type == 3]
    paper.close()
    kept = every(vault)[0]
    assert "IMG_2044.jpg" in text
    assert kept.name in text
    assert hashlib.sha256(FILES["image/jpeg"]).hexdigest() in "".join(text.split())
    assert len(drawn) == pictures


def test_pictures_are_made_in_memory_upright_and_small() -> None:
    box = QSize(32, 32)
    assert picture(jpeg(TURNED), "image/jpeg", QSize(500, 500)).size().toTuple() == SIZE[::-1]
    assert picture(FILES["image/png"], "image/png", box).width() == 32
    assert picture(FILES["application/pdf"], "application/pdf", box).height() == 32
    assert len(pages(FILES["application/pdf"], 100)) == 3
    for broken in (b"", b"not a picture"):
        assert picture(broken, "image/jpeg", box).isNull()
        assert pages(broken, 100) == []
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/hostname'/></svg>"
    assert picture(svg, "image/svg+xml", box).isNull()


def test_a_file_dropped_on_another_record_meanwhile_goes_to_neither(
    notebook: Notebook, vault: Vault, qtbot: QtBot, record: str, tmp_path: Path
) -> None:
    big = tmp_path / "big.bin"
    big.write_bytes(bytes(32 << 20))
    notebook.record.files._adding.offer(offered_at(big))
    notebook.record.files.show_record("another")
    assert not notebook.record.files.is_busy
    qtbot.waitUntil(
        lambda: len(list((vault.folder / "attachments").iterdir())) == len(every(vault))
    )
