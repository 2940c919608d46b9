"""The keys: F1 tells of each that works, Tab reaches everything that can be worked, in order."""

from collections.abc import Iterator
from itertools import chain, pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QWidget

from desktop.demo.camera import settle
from desktop.help.all_keys import AllKeys, bound
from desktop.theme.segmented import Segmented
from tests.desktop.everybody.stage import Stage
from tests.desktop.everybody.walking import named, shown
from translations.interface_catalogs.pseudo import MIRRORED

MOST = 400
"""Presses of Tab after which a page would be a trap."""


def _keys(window: QWidget) -> Iterator[str]:
    for shortcut in window.findChildren(QShortcut):
        yield from (each.toString() for each in QShortcut.keys(shortcut))
    for button in window.findChildren(QAbstractButton):
        yield button.shortcut().toString()


def test_f1_tells_of_every_key(stage: Stage) -> None:
    notebook = stage.build()
    told = {QKeySequence(keys).toString() for keys in bound()}
    found: dict[str, str] = {}
    for name, window in chain(stage.pages(), stage.dialogs(), stage.door()):
        found |= {keys: name for keys in _keys(window) if keys and not keys.startswith("Alt+&")}
    assert {keys: name for keys, name in found.items() if keys not in told} == {}
    notebook.shell.activateWindow()
    settle(30)
    QTest.keyClick(notebook.shell, Qt.Key.Key_F1)
    settle(50)
    opened = [one for one in notebook.shell.findChildren(AllKeys) if one.isVisible()]
    assert len(opened) == 1
    opened[0].reject()


def _wants_tab(widget: QWidget) -> bool:
    """Whether Tab must come to `widget`: of a group of choices, to one of them."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if not by_tab or not widget.isEnabled() or widget.focusProxy() is not None:
        return False
    return not isinstance(widget, QRadioButton | Segmented)


def _walk(window: QWidget) -> list[QWidget]:
    """What has the focus, from Tab to Tab, until it is where it began."""
    met: list[QWidget] = []
    while len(met) < MOST:
        QTest.keyClick(window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in met:
            break
        met.append(now)
    return met


def test_tab_reaches_all_that_can_be_worked(stage: Stage) -> None:
    stage.build()
    missed, trapped = [], []
    for name, window in stage.pages():
        window.activateWindow()
        met = _walk(window)
        if len(met) >= MOST or not met:
            trapped.append(name)
        wanted = [each for each in shown(window) if _wants_tab(each)]
        missed += [f"{name}: {named(each)}" for each in wanted if each not in met]
    assert not trapped
    assert not missed


def _steps_back(met: list[QWidget], window: QWidget) -> list[str]:
    """Steps of Tab that go up, or back within a line, between things of one parent."""
    found = []
    for before, after in pairwise(met):
        if before.parentWidget() is not after.parentWidget():
            continue
        first, second = (each.mapTo(window, QPoint(0, 0)) for each in (before, after))
        same_line = abs(first.y() - second.y()) < min(before.height(), after.height()) // 2
        mirrored = before.parentWidget().isRightToLeft()  # a form keeps its own direction
        back = second.x() > first.x() if mirrored else second.x() < first.x()
        if second.y() + after.height() <= first.y() or (same_line and back):
            found.append(f"{named(before)} then {named(after)}")
    return found


def test_tab_follows_reading(stage: Stage) -> None:
    wrong = []
    for language in ("en", MIRRORED):
        stage.build(language)
        for name, window in stage.pages():
            met = _walk(window)
            wrong += [f"{language} {name}: {one}" for one in _steps_back(met, window)]
    assert not wrong
