"""The demonstration's plan and contract: filled in together, on the screen turned to her."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.app import Notebook
from desktop.demo.camera import LIGHT_AND_DARK, Camera, Setting, settle, wait_until
from desktop.demo.officer import Officer, press, type_into
from desktop.pages.writing import WritingPage
from desktop.sample import answers
from desktop.together.choosing import ChoiceButtons
from desktop.together.keeping import KeptPanel
from desktop.together.signing import SignPad
from desktop.together.view import TogetherView
from storage import RecordId, RecordRow

PLAN, CONTRACT = "safety_plan", "victim_contract"
_PAPER, _WORRIES = "/data/start/paper_safe", "/data/plan/always/worries"
_SIGNATURES = ("/data/sign/her_signature", "/data/sign/officer_signature")
POCKET = "1.pdf"
ONE = (Setting(),)


class TogetherPlay:
    """Plays it in an open notebook."""

    def __init__(
        self, notebook: Notebook, out: Path, camera: Camera, say: Callable[[str], None]
    ) -> None:
        """Write the pocket plan into `out`/pdf."""
        self._notebook, self._out, self._camera, self._say = notebook, out, camera, say

    def plan(self, person: RecordId) -> tuple[RecordRow, dict[str, str]]:
        """A plan, in Arabic and then in Romanian; gives its record, and the entry of its PDF."""
        page = self._begin(PLAN, person)
        self._fill(page, PLAN)
        press_turn(page)
        view = self._view(page)
        view.speak("ar")
        view.step(1)
        self._choose(view, 0)
        self._take("plan-paper-ar", "ar", (*LIGHT_AND_DARK, Setting(text_scale=1.5)))
        view.turn(True)
        self._take("plan-turned-ar", "ar")
        view.turn(False)
        view.go(_WORRIES)
        self._write(view, "أن يعرف صاحب البيت. (SAMPLE DATA)")
        view.go("/data/kept/keep_text")
        self._take("plan-agreement-ar", "ar")
        view.speak("ro")
        view.go("/data/plan/always/code_word")
        self._write(view, "Am uitat umbrela. (SAMPLE DATA)")
        self._take("plan-ro", "ro")
        view.closed.emit()
        self._say("A safety plan was filled in together, in Arabic and in Romanian.")
        entry = self._pocket(page)
        return self._finalise(page, seen="plan-kept"), entry

    def contract(self, person: RecordId) -> RecordRow:
        """A contract, read and asked by an interpreter, signed on the screen by both."""
        page = self._begin(CONTRACT, person)
        self._fill(page, CONTRACT)
        press_turn(page)
        view = self._view(page)
        view.speak("en")
        for path in _SIGNATURES:
            view.go(path)
            self._sign(view, page, path)
        view.go(_SIGNATURES[0])
        settle(300)
        self._take("contract-signed", "")
        view.closed.emit()
        self._fill(page, "victim_contract, signed")
        self._say("A contract was signed on the screen by both.")
        return self._finalise(page)

    def _begin(self, form: str, person: RecordId) -> WritingPage:
        self._notebook.desk.begin(form, about=person)
        page = self._notebook.write.writing
        assert page is not None
        return page

    def _fill(self, page: WritingPage, section: str) -> None:
        officer = Officer(page)
        for path, value in answers(section):
            officer.answer(path, value)

    def _view(self, page: WritingPage) -> TogetherView:
        assert page.together is not None
        view = page.together.turned.view
        assert view is not None
        return view

    def _take(self, name: str, language: str, settings: tuple[Setting, ...] = ONE) -> None:
        settle(150)
        self._camera.take(self._notebook.shell, name, settings, language=language)
        settle(100)

    def _choose(self, view: TogetherView, number: int) -> None:
        assert view.her_page is not None
        choices = view.her_page.findChildren(ChoiceButtons)[0]
        press_middle(choices.parts()[number])

    def _write(self, view: TogetherView, text: str) -> None:
        assert view.her_page is not None
        type_into(view.her_page.findChildren(QPlainTextEdit)[0], text)

    def _sign(self, view: TogetherView, page: WritingPage, path: str) -> None:
        assert view.her_page is not None
        pad = view.her_page.findChildren(SignPad)[0]
        settle(100)
        left, middle = Qt.MouseButton.LeftButton, pad.sheet.rect().center()
        QTest.mousePress(pad.sheet, left, pos=middle - QPoint(160, -20))
        for step in range(24):
            along = QPoint(step * 14 - 160, -26 if step % 4 in (1, 2) else 22)
            QTest.mouseMove(pad.sheet, middle + along)
        QTest.mouseRelease(pad.sheet, left, pos=middle + QPoint(180, 0))
        press_middle(pad.done)
        wait_until(lambda: bool(page.engine.node(path).value), "the signature")

    def _pocket(self, page: WritingPage) -> dict[str, str]:
        """Her words on paper, before they are erased here."""
        assert page.together is not None
        panel = page.together.pocket()
        panel.open()
        settle(200)
        panel.tongue.choose("ro", english=True)
        panel.where.setText(POCKET)
        self._camera.take(panel, "plan-pocket", ONE)
        file = self._out / "pdf" / POCKET
        file.parent.mkdir(exist_ok=True)
        panel.where.setText(str(file))
        written: list[str] = []
        panel.written.connect(written.append)
        panel.write()
        wait_until(lambda: bool(written), "the pocket plan")
        self._say("Her words left on a small sheet that says nothing of where it is from.")
        return {"document": "pocket_plan", "file": f"pdf/{POCKET}"}

    def _finalise(self, page: WritingPage, seen: str = "") -> RecordRow:
        finalised: list[str] = []
        page.finalised.connect(finalised.append)
        page.finalise()
        if seen:
            shell = self._notebook.shell
            wait_until(lambda: bool(shell.findChildren(KeptPanel)), "what is kept")
            panel = shell.findChildren(KeptPanel)[-1]
            settle(200)
            self._camera.take(panel, seen, ONE)
            press(panel.go_on)
        wait_until(lambda: bool(finalised), "the record")
        settle(200)
        return self._notebook.vault.query(lambda s: s.records.page(limit=1)).result()[0]


def press_turn(page: WritingPage) -> None:
    """Turn the screen to her."""
    assert page.together is not None
    press(page.together.turned.button)
    settle(100)


def press_middle(button: QWidget) -> None:
    """Click `button` in its middle, where a finger would."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
