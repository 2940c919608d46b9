"""The picture is gone through by keys, always looks the same, and opens the record behind it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.linkgraph import LinksPage
from desktop.linkgraph.layout import places
from desktop.linkgraph.model import Graph, Kind, Thing, Tie
from storage import Vault
from tests.desktop.linkgraph.sample import report
from tests.unit.exports.reading import text


def shown(notebook: Notebook, qtbot: QtBot, things: int) -> LinksPage:
    notebook.shell.go("links")
    page = notebook.outgoing.links
    qtbot.waitUntil(lambda: len(page.view.places) == things, timeout=20_000)
    return page


def test_without_reports_it_says_what_belongs_here(notebook: Notebook, qtbot: QtBot) -> None:
    page = shown(notebook, qtbot, 0)
    assert page.view.isHidden() or not page.view.isVisible()


def test_keys_choose_zoom_and_open(notebook: Notebook, qtbot: QtBot, vault: Vault) -> None:
    made = report(vault, ("person", "Sample Driver", ""), ("vehicle", "Blue van", ""))
    page = shown(notebook, qtbot, 3)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    first = page.view.marked
    assert first
    seen = set()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 3:
        QTest.keyClick(page.view, key)
        seen.add(page.view.marked)
    assert len(seen) >= 2
    near = page.view.sight.near
    QTest.keyClick(page.view, Qt.Key.Key_Minus)
    assert page.view.sight.near < near
    QTest.keyClick(page.view, Qt.Key.Key_0)
    assert page.view.accessibleDescription()
    with qtbot.waitSignal(page.record_asked) as asked:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert asked.args == [made]


def test_the_list_tells_the_same_and_marks_in_the_picture(
    notebook: Notebook, qtbot: QtBot, vault: Vault
) -> None:
    report(vault, ("person", "Sample Driver", ""), ("vehicle", "Blue van", ""))
    page = shown(notebook, qtbot, 3)
    told = str(page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert told.startswith("Person suspected: Sample Driver, tied to one: FB-")
    page.list.setCurrentIndex(page.model.index(1, 0))
    assert page.view.marked.startswith("vehicle:")
    page.search.setText("driv")
    assert page.model.rowCount() == 1


def test_the_document_tells_all_that_the_picture_shows(
    notebook: Notebook, qtbot: QtBot, vault: Vault, tmp_path: Path
) -> None:
    made = report(vault, ("person", "Sample Driver", ""), ("vehicle", "Blue van", ""))
    page = shown(notebook, qtbot, 3)
    panel = page.ask()
    panel.recipient.setText("the sample team")
    panel.reason.setText("a sample meeting")
    panel.out.setText(str(tmp_path / "links.pdf"))
    panel.open()
    with qtbot.waitSignal(panel.told, timeout=20_000):
        panel.act()
    found = text(tmp_path / "links.pdf")
    for words in ("Sample Driver", "Blue van", "Never workers", "Tied to"):
        assert words in found
    logged = vault.query(lambda session: session.audit.entries(made)).result()[-1]
    assert (str(logged.action), logged.recipient) == ("disclosure", "the sample team")


def test_one_graph_always_lies_the_same_and_nothing_lies_on_another() -> None:
    keys = [f"thing {number}" for number in range(60)]
    things = tuple(Thing(key, Kind.OBJECT, key, ("r",)) for key in keys)
    ties = tuple(Tie(keys[number // 3], keys[number]) for number in range(1, 60))
    graph = Graph(things, ties)
    found = places(graph)
    assert found == places(Graph(tuple(reversed(things)), tuple(ties)))
    points = sorted(found.values())
    nearest = min(
        abs(one[0] - other[0]) + abs(one[1] - other[1])
        for i, one in enumerate(points)
        for other in points[i + 1 :]
    )
    assert nearest > 0.2
