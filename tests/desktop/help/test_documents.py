"""The force's own guidance documents: read offline, page by page, from the citation too."""

import io
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop import profile
from desktop.guidance import at
from desktop.guidance.documents import documents, find, of_passage, page_of, words
from desktop.help import HelpPage
from desktop.help.document_window import DocumentWindow

PAGES = (
    ("National guidance (sample data)", "1.1 Open with care"),
    ("5.6 Nine subjects are talked over", "5.60 is another one"),
    ("Wörter über Hilfe", "the end"),
)


def pdf() -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made)
    for lines in PAGES:
        for number, text in enumerate(lines):
            canvas.drawString(72, 700 - 30 * number, text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "guidance"
    made.mkdir()
    (made / "npcc_2019.pdf").write_bytes(pdf())
    (made / "force_procedure.md").write_text(
        "# Ours (sample data)\n" + "line\n" * 70 + "2.1 Last\n"
    )
    (made / "broken.pdf").write_bytes(b"no paper")
    (made / "notes.docx").write_bytes(b"not read here")
    return made


@pytest.fixture
def page(folder: Path, qtbot: QtBot) -> HelpPage:
    sample = profile.read(profile.SAMPLE)
    made = HelpPage(sample._replace(source=folder.parent / "profile.toml"))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.came()
    return made


def test_documents_that_belong_to_a_topic_come_first(folder: Path) -> None:
    found = documents(folder)
    assert [one.path.name for one in found] == [
        "npcc_2019.pdf", "broken.pdf", "force_procedure.md",
    ]  # fmt: skip
    assert found[0].title.startswith("National guidance")
    assert documents(folder / "nowhere") == ()


def test_a_citation_opens_the_page_where_its_number_begins_a_line(folder: Path) -> None:
    guidance, broken, ours = documents(folder)
    assert page_of(guidance, "NPCC 2019, 5.6") == 1
    assert page_of(guidance, "NPCC 2019, 1.1") == 0
    assert page_of(ours, "Ours, 2.1") == 1
    assert page_of(guidance, "Northumbria, Children and Young People") == 0
    assert words(broken) == ()
    assert of_passage(at("NPCC 2019, 5.6")[0], documents(folder)) == guidance
    assert of_passage(at("Surrey, 3.2")[0], documents(folder)) is None


def test_words_are_found_whatever_their_accents_and_case(folder: Path) -> None:
    (place,) = find(documents(folder), "WORTER  uber")
    assert (place.document.key, place.page) == ("npcc_2019", 2)
    assert "Wörter über Hilfe" in place.words
    assert find(documents(folder), "no such words") == []


def test_the_page_offers_the_paragraph_itself(page: HelpPage, qtbot: QtBot) -> None:
    page.search("NPCC 2019, 5.6")
    assert "Open the document" in page.text
    window = page.open_document("open:0")
    assert isinstance(window, DocumentWindow)
    window.open()
    qtbot.waitUntil(lambda: window.count == 3)
    assert window.page == 1
    window.turn_to(2)
    qtbot.waitUntil(lambda: not window.after.isEnabled())
    assert not window.before.isHidden()
    window.reject()


def test_documents_are_listed_and_searched(page: HelpPage, qtbot: QtBot) -> None:
    page.show_kind("documents")
    assert "npcc_2019.pdf" in page.text
    page.search("talked over")
    qtbot.waitUntil(lambda: "page 2" in page.text)


def test_a_file_that_cannot_be_read_says_so(folder: Path, page: HelpPage, qtbot: QtBot) -> None:
    window = DocumentWindow(page, documents(folder)[1])
    window.open()
    qtbot.waitUntil(lambda: "can’t be read" in window._place.text())
    window.reject()


def test_without_documents_it_teaches_how_to_load_them(qtbot: QtBot) -> None:
    made = HelpPage(profile.read(profile.SAMPLE))
    qtbot.addWidget(made)
    made.show_kind("documents")
    assert "folder named “guidance”" in made.text
