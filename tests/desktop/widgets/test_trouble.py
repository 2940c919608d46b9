"""A form that asks too much: said where somebody can act, nothing typed is lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.theme.fields import ErrorLine
from forms import FormEngine, load
from tests.desktop.widgets.page import Page

Open = Callable[..., Page]
FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>Sample</h:title><model><instance>
<data id="sample" version="1"><n/><said/><r><q/></r></data></instance>
<bind nodeset="/data/n" type="int"/></model></h:head><h:body>
<input ref="/data/n"><label>How many</label></input>
<input ref="/data/said"><label>Said</label></input>
<group ref="/data/r"><label>One</label><repeat nodeset="/data/r" jr:count="/data/n">
<input ref="/data/r/q"><label>What</label></input></repeat></group></h:body></h:html>"""


def test_an_answer_that_costs_too_much_says_so_and_is_kept(
    open_page: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "sample.xml"
    path.write_text(FORM, encoding="utf-8")
    page = open_page(FormEngine(load(path)))
    told: list[bytes] = []
    page.view.changed.connect(lambda: told.append(page.engine.draft()))
    field = page.focus("/data/n")
    qtbot.keyClicks(field, "99999")
    line = page.question("/data/n").findChildren(ErrorLine)[0]
    assert "too long" in line.text()
    assert line.isVisible()
    assert b"<n>99999</n>" in told[-1]
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "2")
    assert line.text() == ""
    assert page.view.part("/data/r[2]") is not None
