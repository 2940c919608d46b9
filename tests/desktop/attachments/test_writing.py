"""Files in a note that is being written: sealed, named, taken out, brought back, never half."""

import io
import threading
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.widgets.attachments import UploadAnswer
from desktop.widgets.attachments_drawing import DrawingPad
from desktop.widgets.attachments_files import Offered, offered_at, png
from storage import Vault
from tests.desktop.attachments.page import (
    FILE,
    HASH,
    SIGNATURE,
    add,
    answer,
    begin,
    every,
    finalise,
    photo,
)


def test_a_file_becomes_the_answer_with_its_hash(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begin(notebook)
    name = add(page, photo(tmp_path), qtbot)
    (kept,) = every(vault)
    assert (kept.name, kept.title, kept.media_type) == (name, "IMG_2044.jpg", "image/jpeg")
    assert kept.draft == page.keeper.draft
    assert page.engine.node(HASH).value == kept.sha256.hex()
    qtbot.waitUntil(lambda: answer(page)._row.file is not None)
    assert "IMG_2044.jpg" in answer(page)._row._title.text()


def test_finalising_gives_it_to_the_record(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begin(notebook)
    name = add(page, photo(tmp_path), qtbot)
    record = finalise(notebook, page, qtbot)
    (kept,) = every(vault)
    assert (kept.record, kept.draft) == (record, "")
    content = vault.query(lambda s: s.records.newest(kept.record)).result().content
    assert name.encode() in content
    assert b"IMG_2044" not in content


def test_what_was_taken_out_is_not_kept_and_can_come_back_before(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begin(notebook)
    name = add(page, photo(tmp_path), qtbot)
    answer(page)._row.buttons[1].click()
    assert (page.engine.node(FILE).value, page.engine.node(HASH).value) == ("", "")
    answer(page)._undo.click()
    qtbot.waitUntil(lambda: page.engine.node(FILE).value == name)
    assert page.engine.node(HASH).value == every(vault)[0].sha256.hex()
    answer(page)._row.buttons[1].click()
    finalise(notebook, page, qtbot)
    assert every(vault) == []
    assert list((vault.folder / "attachments").iterdir()) == []


def test_discarding_and_undo_keep_the_file(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begin(notebook)
    name = add(page, photo(tmp_path), qtbot)
    with qtbot.waitSignal(page.discarded):
        page.discard()
    notebook._toast._button.click()
    qtbot.waitUntil(lambda: notebook.write.writing is not None and notebook.write.draft != "")
    page = notebook.write.writing
    assert page is not None
    page._form.complete()
    assert page.engine.node(FILE).value == name
    assert every(vault)[0].draft == page.keeper.draft


def test_dropped_and_pasted(notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path) -> None:
    page = begin(notebook)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo(tmp_path)))])
    place = answer(page)
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    place.dropEvent(drop)
    qtbot.waitUntil(lambda: page.engine.node(FILE).value != "")
    place._row.buttons[1].click()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    QGuiApplication.clipboard().setImage(image)
    place._paste.click()
    qtbot.waitUntil(lambda: page.engine.node(FILE).value != "")
    QGuiApplication.clipboard().clear()
    pasted = every(vault)[-1]
    assert (pasted.title, pasted.media_type) == ("Pasted picture.png", "image/png")
    with vault.read_attachment(pasted.id) as reader:
        assert Image.open(io.BytesIO(reader.read())).size == (40, 30)


def test_nothing_to_paste_and_too_much_to_drop_are_said(
    notebook: Notebook, vault: Vault, tmp_path: Path
) -> None:
    place = answer(begin(notebook))
    QGuiApplication.clipboard().clear()
    place._paste.click()
    assert "Nothing" in place._problem.text()
    place._take_first([offered_at(photo(tmp_path, n)) for n in ("a.jpg", "b.jpg")])
    assert "One file" in place._problem.text()
    assert every(vault) == []


def test_a_signature_is_drawn(notebook: Notebook, vault: Vault, qtbot: QtBot) -> None:
    page = begin(notebook, "victim_contract")
    pad = DrawingPad(page, signature=True)
    qtbot.addWidget(pad)
    pad.show()
    assert not pad._keep.isEnabled()
    sheet = pad.sheet
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=QPoint(60, 120))
    for step in range(1, 30):
        QTest.mouseMove(sheet, QPoint(60 + 9 * step, 120 + (step % 7) * 5))
    sheet._more(QPointF(330, 150))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=QPoint(330, 150))
    assert pad._keep.isEnabled()
    image = pad.image()
    assert image.width() <= 1024
    places = ((x, y) for x in range(0, image.width(), 3) for y in range(image.height()))
    colours = {image.pixelColor(x, y).lightness() for x, y in places}
    assert min(colours) < 80 < 250 < max(colours)
    sheet.clear()
    assert not pad._keep.isEnabled()
    pad._undo.click()
    assert pad.image() == image
    pad._undo.click()
    assert sheet.is_empty
    assert not pad._undo.isEnabled()
    place = answer(page, SIGNATURE)
    assert place._draw.isVisibleTo(place)
    place.offer(Offered(png(image), "Signature.png", "image/png"))
    qtbot.waitUntil(lambda: page.engine.node(SIGNATURE).value != "")
    assert every(vault)[0].title == "Signature.png"


def test_a_question_for_a_picture_refuses_a_paper(
    notebook: Notebook, vault: Vault, tmp_path: Path
) -> None:
    page = begin(notebook, "victim_contract")
    path = tmp_path / "letter.txt"
    path.write_text("dear")
    place = answer(page, SIGNATURE)
    place.offer(offered_at(path))
    assert "letter.txt is no picture" in place._problem.text()
    assert every(vault) == []


class Slow(io.BytesIO):
    """A film on a slow stick: read no faster than it is allowed."""

    def __init__(self, size: int) -> None:
        super().__init__(bytes(size))
        self.going = threading.Event()

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            self.going.wait(20)
        return super().read(size)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    """What `Offered` bytes are read from in the vault's thread."""
    film = Slow(8 << 20)
    monkeypatch.setattr("desktop.attachments.vault_files.io.BytesIO", lambda _bytes: film)
    return film


def test_progress_is_shown_and_cancel_leaves_nothing(
    notebook: Notebook, vault: Vault, qtbot: QtBot, slow: Slow
) -> None:
    page = begin(notebook)
    place = answer(page)
    place.offer(Offered(b"film", "film.mp4", "video/mp4"))
    assert place._progress is not None
    page.finalise()
    assert notebook.write.writing is page, "a note is not finalised while its file is on the way"
    place._progress.cancelled.emit()
    slow.going.set()
    qtbot.waitUntil(lambda: place._progress is None)
    assert place._problem.text() == ""
    assert every(vault) == []
    assert list((vault.folder / "attachments").iterdir()) == []


def test_a_file_whose_question_is_removed_meanwhile_stops(
    notebook: Notebook, vault: Vault, qtbot: QtBot, slow: Slow
) -> None:
    page = begin(notebook)
    answer(page).offer(Offered(b"film", "film.mp4", "video/mp4"))
    instance = "/data/advert/files[1]"
    page._form.part(instance).remove_asked.emit(instance)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not page._files.is_busy)
    slow.going.set()
    finalise(notebook, page, qtbot)
    qtbot.waitUntil(lambda: list((vault.folder / "attachments").iterdir()) == [])
    assert every(vault) == []


def test_locking_while_a_file_is_sealed_loses_no_word(
    notebook: Notebook, vault: Vault, qtbot: QtBot, slow: Slow
) -> None:
    page = begin(notebook)
    page.engine.set("/data/advert/site", "sample site")
    page._form.changed.emit()
    answer(page).offer(Offered(b"film", "film.mp4", "video/mp4"))
    notebook.seal()  # what a lock does before the process ends
    slow.going.set()
    notebook.write.left()
    drafts = vault.query(lambda s: s.drafts.all()).result()
    assert b"sample site" in drafts[0].content
    qtbot.waitUntil(lambda: list((vault.folder / "attachments").iterdir()) == [])
    assert every(vault) == []


def test_a_form_that_is_only_tried_keeps_nothing(qtbot: QtBot) -> None:
    place = UploadAnswer("/data/file", "file")
    qtbot.addWidget(place)
    place.show()
    assert not place._choose.isVisible()
    assert "when a note is written" in place._words.text()
    place.offer(Offered(b"x", "x.txt", "text/plain"))
    assert place._progress is None
