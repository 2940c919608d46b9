"""An opening in her language, large, for the person opposite, with answers to point at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop.cards.bars import TopBar
from desktop.cards.deck import Deck, Saying
from desktop.cards.languages import LanguagesPage
from desktop.cards.pages import banner_of
from desktop.cards.phrases import AnswersPage
from desktop.theme.frames import line
from desktop.theme.labels import Label
from desktop.theme.reaching import Reaching
from forms import Form, FormEngine
from translations.cards.showing import Passage, spans
from translations.catalogs import Status
from translations.catalogs import default as catalogs
from translations.interface import _
from translations.languages import ENGLISH, Language, language

ZOOMS = (0.7, 0.85, 1.0, 1.2, 1.4, 1.7, 2.0)
_QUOTES = '“”„‟«»「」『』"‘’ \u00a0\u202f'
_QUESTION, _ANSWERS = 4, 3
"""How the room is shared: the question must be read whole, the answers can be scrolled."""


class OpeningWindow(Reaching, QDialog):
    """The question, in words she can read; what she points at is kept nowhere.

    The keys are those of the cards: L languages, E English beside, R to turn, Escape closes.
    """

    spoken = Signal(str)
    """The code of the language that was chosen."""

    def __init__(self, parent: QWidget, form: Form, path: str, code: str = "") -> None:
        """Show the label of `path` in the language `code`, or let one be chosen first."""
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        self._form, self._path = form, path
        self._zoom = ZOOMS.index(1.0)
        self.top = TopBar("", can_close=True)
        self.top.wake()
        self.languages = LanguagesPage()
        self.page = AnswersPage()
        shares = self.page.layout()
        assert isinstance(shares, QVBoxLayout)
        shares.setStretch(0, _QUESTION)
        shares.setStretch(1, _ANSWERS)
        self.english = Label("", "heading")
        self.english.setContentsMargins(24, 14, 24, 16)
        self._edge = line()
        asked = QWidget()
        below = QVBoxLayout(asked)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.page, 1)
        below.addWidget(self._edge)
        below.addWidget(self.english)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.languages)
        self._stack.addWidget(asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)
        self._connect()
        self.resize(parent.size())
        self._language = language(code) if code else ENGLISH
        if code:
            self.speak(code)
        else:
            self._choose()

    def speak(self, code: str) -> None:
        """Ask in the language of that code."""
        self._language = spoken = language(code)
        deck = Deck(None, code)
        passage, status = self._asked(spoken)
        saying = Saying(self._path, passage, self._label(ENGLISH))
        least = min(status, deck.status_of_phrases)
        self.page.ask(saying, deck.answers(), spoken, banner_of(deck, least))
        self.english.setText(saying.english)
        self._stack.setCurrentIndex(1)
        self.top.tell(spoken, "")
        self._dress()
        self.page.setFocus()
        self.spoken.emit(code)

    def _asked(self, spoken: Language) -> tuple[Passage, Status]:
        """The opening in a language, in English where it has no translation; how far that came."""
        ours, theirs = self._label(ENGLISH), self._label(spoken)
        if spoken is not ENGLISH and theirs == ours:
            return Passage(self._path, "paragraph", spans(ours, ENGLISH, {}), ENGLISH), Status.DRAFT
        name = self._path.rpartition("/")[2]
        status = catalogs().get(spoken.code).status_of(f"form.{self._form.id}.{name}.label")
        known = Status.DRAFT if status is Status.MISSING else status  # written in the form itself
        return Passage(self._path, "paragraph", spans(theirs, spoken, {}), spoken), known

    def _label(self, spoken: Language) -> str:
        """The opening, without the marks that quote it."""
        engine = FormEngine(self._form, language=spoken.code)
        return engine.node(self._path).label.strip(_QUOTES)

    def _choose(self) -> None:
        self._stack.setCurrentIndex(0)
        self.top.tell(self._language, "")
        self.languages.enter(self._language.code)
        self._dress()

    def _connect(self) -> None:
        self.languages.chosen.connect(self.speak)
        self.top.languages_asked.connect(self._choose)
        self.top.closed.connect(self.accept)
        self.top.beside.toggled.connect(lambda _on: self._dress())
        self.top.turned.toggled.connect(self._turn)
        self.top.smaller.clicked.connect(lambda: self._zoom_by(-1))
        self.top.larger.clicked.connect(lambda: self._zoom_by(1))
        self.top.beside.setText(_("English below"))

    def _turn(self, turned: bool) -> None:
        self.languages.turn(turned)
        self.page.turn(turned)

    def _zoom_by(self, steps: int) -> None:
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self.page.zoom(ZOOMS[self._zoom])
        self.languages.zoom(ZOOMS[self._zoom])

    def _dress(self) -> None:
        asked = self._stack.currentIndex() == 1
        translated = asked and self._language is not ENGLISH
        self.top.beside.setVisible(translated)
        beside = translated and self.top.beside.isChecked()
        for part in (self.english, self._edge):
            part.setVisible(beside)
