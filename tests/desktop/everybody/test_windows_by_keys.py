"""Every small window can be worked without a mouse, left by Escape, and gives the focus back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QRadioButton, QWidget
from shiboken6 import isValid

from desktop.app import Notebook
from desktop.demo.camera import settle
from tests.desktop.everybody.stage import Stage
from tests.desktop.everybody.test_keys import MOST, _walk, _wants_tab
from tests.desktop.everybody.walking import named, shown
from tests.desktop.process.dialogs import Kit, kinds


class _Findings:
    """What is wrong with any window, told apart by what is looked for."""

    def __init__(self, stage: Stage) -> None:
        notebook = stage.build()
        kit = Kit(notebook)
        self.unfocused: list[str] = []
        self.missed: list[str] = []
        self.trapped: list[str] = []
        self.staying: list[str] = []
        self.lost: list[str] = []
        self.looked = 0
        for kind in kinds():
            before = self._stand(notebook)
            window = kit.build(kind)
            window.open()
            settle(40)
            window.activateWindow()
            self._look(kind.__name__, window)
            self._leave(kind.__name__, window, before)
            if isValid(window):
                window.deleteLater()
            settle(5)

    def _stand(self, notebook: Notebook) -> QWidget:
        """Have the focus where an officer may have it before the window opens."""
        notebook.shell.activateWindow()
        before = notebook.shell.top.findChildren(QPushButton)[0]
        before.setFocus()
        settle(5)
        return before

    def _look(self, name: str, window: QDialog) -> None:
        self.looked += 1
        first = QApplication.focusWidget()
        if first is None or first.window() is not window:
            self.unfocused.append(name)
        met = _walk(window)
        if len(met) >= MOST:
            self.trapped.append(name)
        for widget in shown(window):
            if _wants_tab(widget) and widget not in met and widget is not first:
                self.missed.append(f"{name}: {named(widget)}")
            if isinstance(widget, QRadioButton) and widget.isEnabled() and not _met(widget, met):
                self.missed.append(f"{name}: {named(widget)}")
        for group in {each.parentWidget() for each in shown(window) if _is_choice(each)}:
            self.missed += [f"{name}, by arrows: {one}" for one in _not_by_arrows(group)]

    def _leave(self, name: str, window: QDialog, before: QWidget) -> None:
        for _press in range(3):  # a list that is open, or a search, takes the first
            if _is_there(window):
                QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
                settle(20)
        if _is_there(window):
            self.staying.append(name)
            window.hide()
        before.window().activateWindow()  # as a desktop does once the window above is gone
        settle(10)
        if QApplication.focusWidget() is not before:
            now = QApplication.focusWidget()
            self.lost.append(f"{name}: {named(now) if now else 'nowhere'}")


def _is_there(window: QDialog) -> bool:
    return isValid(window) and window.isVisible()


def _is_choice(widget: QWidget) -> bool:
    return isinstance(widget, QRadioButton) and widget.isEnabled()


def _not_by_arrows(group: QWidget) -> list[str]:
    """The choices of `group` that the arrows don't lead to from its first."""
    choices = [each for each in group.findChildren(QRadioButton) if each.isVisible()]
    choices[0].setFocus()
    come = {QApplication.focusWidget()}
    on = Qt.Key.Key_Down if choices[0].x() == choices[-1].x() else Qt.Key.Key_Right
    for _press in choices:
        QTest.keyClick(QApplication.focusWidget() or group, on)
        come.add(QApplication.focusWidget())
    return [named(each) for each in choices if each.isEnabled() and each not in come]


def _met(radio: QRadioButton, met: list[QWidget]) -> bool:
    """Whether Tab comes to `radio` or to one beside it, from where arrows lead to all."""
    beside = radio.parentWidget().findChildren(QRadioButton)
    return any(each in met or each.focusProxy() in met for each in [radio, *beside])


@pytest.fixture(scope="module")
def findings(stage: Stage) -> _Findings:
    return _Findings(stage)


def test_the_focus_is_in_the_window_that_opens(findings: _Findings) -> None:
    assert findings.looked > 20
    assert not findings.unfocused


def test_tab_reaches_all_of_every_window(findings: _Findings) -> None:
    assert not findings.trapped
    assert not findings.missed


def test_escape_leaves_every_window(findings: _Findings) -> None:
    assert not findings.staying


def test_the_focus_is_back_where_it_was(findings: _Findings) -> None:
    assert not findings.lost


def test_tab_reaches_all_before_a_notebook_is_open(stage: Stage) -> None:
    missed, trapped = [], []
    for name, window in stage.door():
        window.activateWindow()
        settle(20)
        first = QApplication.focusWidget()
        met = [first, *_walk(window)]
        if len(met) > MOST or len(met) < 2:
            trapped.append(name)
        wanted = [each for each in shown(window) if _wants_tab(each)]
        missed += [f"{name}: {named(each)}" for each in wanted if each not in met]
    assert not trapped
    assert not missed
