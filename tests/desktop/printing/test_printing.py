"""Printing goes from memory through a pipe; nothing of it is left in a file of ours."""

import os
import stat
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.cards.paper import PaperWay
from desktop.cards.view import CardView
from desktop.printing import PrintPanel
from desktop.printing.queues import NotPrinted, PipedQueues, Wish, paint, queues
from exports.export import listing_bytes
from exports.listing import Listing
from storage import Vault
from tests.desktop.rights.conftest import add
from tests.unit.exports import records

LP = """#!/bin/sh
echo "$@" >> "$PRINTED/asked"
[ "$5" = broken ] && echo "lp: the queue is closed" >&2 && exit 1
cat > "$PRINTED/data"
"""
LPSTAT = """#!/bin/sh
[ "$1" = -d ] && echo "system default destination: usual" && exit 0
printf 'other\\nusual\\nbroken\\n'
"""


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A print system that puts what it gets into this folder."""
    out, programs = tmp_path / "printed", tmp_path / "programs"
    for folder in (out, programs):
        folder.mkdir()
    for name, script in (("lp", LP), ("lpstat", LPSTAT)):
        (programs / name).write_text(script)
        (programs / name).chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PRINTED", str(out))
    return out


def document() -> bytes:
    return listing_bytes(
        Listing(
            *("Sample", "Sample", "", "FB-1", "OFFICIAL", "Sample Force", "PC 0000", "en"),
            records.PRODUCED,
            *((), (), ("A sample note.",)),
        )
    )


def done() -> "Future[None]":
    future: Future[None] = Future()
    future.set_result(None)
    return future


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(qtbot: QtBot, window: QWidget, make: Callable[[], bytes], log: list[str]) -> PrintPanel:
    panel = PrintPanel(
        window,
        make,
        log=lambda: log.append("leaves") or done(),  # type: ignore[func-returns-value]
        take_back=lambda: log.append("stayed") or done(),  # type: ignore[func-returns-value]
    )
    panel.open()
    qtbot.waitUntil(panel.printer.isEnabled, timeout=20_000)
    return panel


def test_the_usual_printer_gets_the_document_under_a_neutral_name(
    qtbot: QtBot, window: QWidget, printed: Path
) -> None:
    log: list[str] = []
    made = document()
    panel = shown(qtbot, window, lambda: made, log)
    assert panel.printer.currentText() == "usual"
    panel.both_sides.setChecked(True)
    with qtbot.waitSignal(panel.printed, timeout=20_000):
        panel.act()
    assert (printed / "data").read_bytes() == made
    asked = (printed / "asked").read_text()
    assert "-t Fieldbook -d usual -n 1" in asked
    assert "sides=two-sided-long-edge" in asked
    assert log == ["leaves"]


def test_what_was_not_printed_is_taken_back_in_the_log(
    qtbot: QtBot, window: QWidget, printed: Path
) -> None:
    log: list[str] = []
    panel = shown(qtbot, window, document, log)
    panel.printer.setCurrentText("broken")
    panel.act()
    qtbot.waitUntil(lambda: "the queue is closed" in panel.message, timeout=20_000)
    assert log == ["leaves", "stayed"]
    panel.reject()


def test_it_says_what_the_queue_may_keep(qtbot: QtBot, window: QWidget, printed: Path) -> None:
    panel = shown(qtbot, window, document, [])
    words = " ".join(str(child.property("text")) for child in panel.findChildren(QWidget))
    assert "may keep a copy" in words
    panel.reject()


def test_without_the_print_system_there_is_no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert PipedQueues().names() == []
    with pytest.raises(NotPrinted):
        PipedQueues().send(b"", Wish("usual"))
    assert not isinstance(queues(), PipedQueues)


def test_pages_are_painted_in_their_own_size(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "painted.pdf"))
    paint(document(), printer)
    import pypdfium2

    paper = pypdfium2.PdfDocument(tmp_path / "painted.pdf")
    assert len(paper) == 1
    assert abs(paper[0].get_width() - 595.3) < 2
    picture = paper[0].render(scale=0.5).to_pil().convert("L")
    assert picture.getextrema()[0] < 120  # the words are there
    paper.close()
    with pytest.raises(NotPrinted):
        paint(b"no paper", printer)


def test_a_leaflet_is_printed_as_a_booklet(qtbot: QtBot, printed: Path) -> None:
    view = CardView(lambda: None, "ro")
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: view._voice is not None)
    panel = PaperWay(view).to_printer(["your_rights"], "ro", "A6-fold")
    qtbot.waitUntil(panel.printer.isEnabled, timeout=20_000)
    with qtbot.waitSignal(panel.printed, timeout=20_000):
        panel.act()
    assert (printed / "data").read_bytes().startswith(b"%PDF")
    assert "sides=two-sided-short-edge" in (printed / "asked").read_text()


def test_a_record_is_printed_with_its_row_in_the_log_and_without_a_file(
    notebook: Notebook, vault: Vault, qtbot: QtBot, printed: Path, tmp_path: Path
) -> None:
    record = add(vault, "encounter", {"/data/words/said": "a sample canary"})
    notebook.open_record(record)
    qtbot.waitUntil(lambda: notebook.record.shown == record)
    before = {file for file in tmp_path.rglob("*") if file.is_file()}
    panel = notebook.record.ask_export()
    panel.open()
    panel.fill("the sample team", "a sample meeting", tmp_path / "none.pdf")
    printing = panel.print_it()
    assert printing is not None
    printing.open()
    qtbot.waitUntil(printing.printer.isEnabled, timeout=20_000)
    with qtbot.waitSignal(panel.told, timeout=30_000):
        printing.act()
    assert (printed / "data").read_bytes().startswith(b"%PDF")
    after = {file for file in tmp_path.rglob("*") if file.is_file()}
    assert {file.parent.name for file in after - before} <= {"printed", "vault"}
    logged = vault.query(lambda session: session.audit.entries(record)).result()[-1]
    assert (str(logged.action), logged.recipient) == ("disclosure", "the sample team")
