"""The screen turned to the person: covers the whole window, one question of the form at a time."""

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.agreements import agreement, how_asked, is_refused, may_agree
from desktop.cards.bars import TopBar
from desktop.cards.cells import Cell
from desktop.cards.languages import LanguagesPage
from desktop.cards.pointing import Grid
from desktop.cards.view import ZOOMS
from desktop.theme.buttons import Button
from desktop.theme.frames import line
from desktop.together.beside import EnglishBeside
from desktop.together.building import Page, PageBuilder
from desktop.together.page import HerPage
from desktop.together.steps import Step, in_english, labels, steps
from desktop.together.turning import Turnable
from desktop.widgets.attachments_files import Files
from desktop.widgets.focus import tie_tabs
from forms import FormEngine, FormError
from translations.framing import words
from translations.interface import _
from translations.languages import ENGLISH, Language, language
from translations.words import Span

OPENING = ""
"""Where it begins; other places are the path of a question."""
CLOSING = "end"


class TogetherView(QWidget):
    """Fills in one engine in her language; the officer's page shows the same answers afterwards.

    The keys: Alt with the arrows or Page Up and Page Down turn the pages, E English beside, R
    turns it round, Ctrl with + and − for size, Esc goes back to the officer's view.
    """

    changed = Signal()
    """The engine has new content."""
    spoke = Signal(str)
    """Her language was chosen (its code)."""
    closed = Signal()
    """The officer's view is wanted again."""

    _is_dressed = False

    def __init__(self, engine: FormEngine, files: Files, window: QWidget) -> None:
        """Cover `window`; `files` takes what is signed."""
        super().__init__(window)
        self._engine = engine
        self._steps: tuple[Step, ...] = ()
        self.place = OPENING
        self._zoom = ZOOMS.index(1.0)
        self._builder = PageBuilder(engine, files, self.answer)
        self._page: Page | None = None
        self.setAutoFillBackground(True)
        self.top = TopBar("", can_close=True)
        self.top.close_button.set_words(_("My view"))
        self.all = Button(_("All questions"), big=True)
        self.all.clicked.connect(self.show_all)
        self.top.things.insertWidget(1, self.all)
        tie_tabs(self.top)
        self.languages = LanguagesPage()
        self.languages.chosen.connect(self.speak)
        self.questions = Grid(_("All questions"), 20, 330)
        self.questions.chosen.connect(self.go)
        self.turnable = Turnable()
        self.english = EnglishBeside()
        self._lay_out()
        self._connect()
        window.installEventFilter(self)
        self._cover()
        self._is_dressed = True

    # What is shown

    @property
    def her_page(self) -> HerPage | None:
        """The page that is shown."""
        page = self.turnable.page
        return page if isinstance(page, HerPage) else None

    @property
    def code(self) -> str:
        """The language that is shown."""
        return self._engine.language

    def begin(self, code: str, place: str = OPENING) -> None:
        """Show the page at `place` in the language `code`, or with "" the choice of one."""
        self.place = place
        self.show()
        self.raise_()
        if code:
            self.speak(code)
        else:
            self.show_languages()

    def speak(self, code: str) -> None:
        """Go on in another language, with what is shown."""
        self._engine.set_language(code)
        self.spoke.emit(code)
        self.languages.turn(self.top.turned.isChecked())
        self.go(self.place)

    def show_languages(self) -> None:
        """Let a language be chosen."""
        self._stack.setCurrentWidget(self.languages)
        self.languages.enter(self._engine.language)
        self._dress()

    def show_all(self) -> None:
        """Show all questions; what is answered is not told apart."""
        code, spoken = self.code, self._spoken
        self._steps = steps(self._engine)
        theirs = labels(self._engine, self._steps, code)
        ours = labels(self._engine, self._steps, ENGLISH.code)
        self.questions.offer(
            [
                Cell(step.path, (Span(their),), spoken, "" if spoken is ENGLISH else our)
                for step, their, our in zip(self._steps, theirs, ours, strict=True)
            ],
            self.place,
        )
        self._stack.setCurrentWidget(self.questions)
        self.questions.setFocus()
        self._dress()

    def go(self, place: str) -> None:
        """Show the page of the question at `place`; the first page where it is asked no more."""
        self._steps = steps(self._engine)
        step = next((each for each in self._steps if each.path == place), None)
        self.place = place if step or place == CLOSING else OPENING
        self._page = None
        if step is not None:
            self._page = self._builder.page(step)
            content = self._page.content
        else:
            builder = self._builder
            content = builder.closing() if self.place == CLOSING else builder.opening()
        page = HerPage(content, ZOOMS[self._zoom], has_english=self._shows_english)
        page.back.clicked.connect(partial(self.step, -1))
        page.onward.clicked.connect(partial(self.step, 1))
        page.swiped.connect(self.step)
        self.turnable.hold(page, turned=self.top.turned.isChecked())
        self.english.tell(self._in_english(step))
        self._stack.setCurrentWidget(self._pages)
        self._dress()
        page.focus_first()

    def step(self, by: int) -> None:
        """Show the next page, or the one before."""
        if self._stack.currentWidget() is not self._pages:
            return
        self._steps = steps(self._engine)
        places = [OPENING, *(each.path for each in self._steps), CLOSING]
        at = places.index(self.place) + by if self.place in places else 0
        if 0 <= at < len(places):
            self.go(places[at])

    def answer(self, path: str, value: str) -> None:
        """Take an answer; what agrees says at once how she was asked."""
        if is_refused(self._engine, path, value):
            return
        with suppress(FormError):  # it is in the draft; the officer's page says what is wrong
            self._engine.set(path, value)
            if how := how_asked(self._engine, path, value):
                self._engine.set(*how)
        self.changed.emit()
        if self._page is not None and not _same(self._steps, steps(self._engine), self.place):
            self.go(self.place)  # a note has come or gone

    # How it is shown

    def turn(self, turned: bool) -> None:
        """Turn her words round for the person opposite, or back; the English is the officer's."""
        self.top.turned.setChecked(turned)
        self.languages.turn(turned)
        self.questions.turn(turned)
        if self._stack.currentWidget() is self._pages:
            self.go(self.place)

    def zoom_by(self, steps: int) -> None:
        """Make her words larger, or with a negative number smaller."""
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self.languages.zoom(ZOOMS[self._zoom])
        self.questions.zoom(ZOOMS[self._zoom])
        if self._stack.currentWidget() is self._pages:
            self.go(self.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: the window has another size."""
        if event.type() == QEvent.Type.Resize:
            self._cover()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: another theme or text size is shown at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._is_dressed and self.isVisible():
            QTimer.singleShot(0, self, partial(self.zoom_by, 0))

    @property
    def _spoken(self) -> Language:
        return language(self.code)

    @property
    def _shows_english(self) -> bool:
        return self._spoken is not ENGLISH and self.top.beside.isChecked()

    def _in_english(self, step: Step | None) -> tuple[str, ...]:
        if step is not None:
            told = in_english(self._engine, step)
            closed = any(agreement(self._engine.form, item.path) for item in step.items)
            if closed and not may_agree(self._engine.form, self.code):
                told += (words("no_agreement", ENGLISH.code),)
            return told
        if self.place == CLOSING:
            return (words("give_back", ENGLISH.code),)
        told = (self._engine.form.title(ENGLISH.code), words("blank", ENGLISH.code))
        if self._engine.form.id == "safety_plan":
            told += (words("kept_little", ENGLISH.code),)
        return told

    def _dress(self) -> None:
        on_page = self._stack.currentWidget() is self._pages
        self.english.setVisible(on_page and self._shows_english)
        self._edge.setVisible(on_page and self._shows_english)
        place = ""
        paths = [each.path for each in self._steps]
        if on_page and self.place in paths:
            place = _("{number} of {count}").format(
                number=paths.index(self.place) + 1, count=len(paths)
            )
        self.top.tell(self._spoken, place)
        self.top.beside.setVisible(on_page and self._spoken is not ENGLISH)

    def _cover(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())

    def _lay_out(self) -> None:
        self._pages = QWidget()
        self._edge = line(upright=True)
        beside = QHBoxLayout(self._pages)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.turnable, 8)
        beside.addWidget(self._edge)
        beside.addWidget(self.english, 4)
        self._stack = QStackedWidget()
        for page in (self.languages, self.questions, self._pages):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        top = self.top
        top.wake()
        top.languages_asked.connect(self.show_languages)
        top.beside.toggled.connect(lambda _on: self._dress())
        top.turned.toggled.connect(self.turn)
        top.smaller.clicked.connect(partial(self.zoom_by, -1))
        top.larger.clicked.connect(partial(self.zoom_by, 1))
        top.closed.connect(self.closed)
        for keys, act in {
            "Alt+Right": lambda: self.step(-1 if self._spoken.right_to_left else 1),
            "Alt+Left": lambda: self.step(1 if self._spoken.right_to_left else -1),
            "PgDown": partial(self.step, 1),
            "PgUp": partial(self.step, -1),
            "Ctrl++": partial(self.zoom_by, 1),
            "Ctrl+=": partial(self.zoom_by, 1),
            "Ctrl+-": partial(self.zoom_by, -1),
        }.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)


def _same(before: tuple[Step, ...], now: tuple[Step, ...], place: str) -> bool:
    """Whether the page at `place` has the same questions and notes as before."""
    one, other = (next((s for s in found if s.path == place), None) for found in (before, now))
    return one == other
