"""The cards on screen: one language, one card at a time, for somebody opposite."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.cards.aloud import Voice
from desktop.cards.bars import BottomBar, TopBar
from desktop.cards.deck import IDENTITY, Deck, Saying
from desktop.cards.languages import LanguagesPage
from desktop.cards.phrases import AnswersPage, cells
from desktop.cards.pointing import Cell, Grid
from desktop.cards.sheet import BESIDE, LARGE, Content, Sheet
from desktop.profile import Profile
from desktop.theme.frames import line
from translations.direction import without_marks
from translations.interface import _
from translations.languages import ENGLISH, Language

ZOOMS = (0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)
_LATER = 600
"""Milliseconds after which the system is asked for a voice; it is slow, and cards come first."""
DRAFT = "draft"
"""The frame's block that stands on every card whose translation is not approved."""


class CardView(QWidget):
    """Cards, phrases and the choice of a language; keeps nothing of what it showed.

    The keys: arrows for the next card, E for English beside, R to turn, L languages, C all cards,
    P phrases, Ctrl with + and − for size.
    """

    shown = Signal(str, str)
    """A card (its id) is shown in a language (its code)."""
    closed = Signal()
    """The way out was asked for."""
    print_asked = Signal(str, str)
    """The card (its id) is wanted on paper, in a language (its code)."""

    def __init__(
        self,
        profile: Profile | None,
        code: str = "",
        *,
        note: str = "",
        can_close: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Begin in the language `code`, or with the choice of one.

        `profile` fills the cards in; `note` stands beside the card's number.
        """
        super().__init__(parent)
        self.deck = Deck(profile, code)
        self.top = TopBar(note, can_close=can_close)
        self.bottom = BottomBar()
        self.sheet = Sheet(LARGE, "background")
        self.english = Sheet(BESIDE, "surface")
        self.languages = LanguagesPage()
        self.titles = Grid(_("All cards"), 20, 330)
        self.phrases = Grid(_("Phrases to point at"), 20, 330)
        self.answers = AnswersPage()
        self._zoom = ZOOMS.index(1.0)
        self._photo: QImage | None = None
        self._voice: Voice | None = None
        QTimer.singleShot(_LATER, self, self._find_voice)
        self._build()
        self._connect()
        if code:
            self.show_card()
        else:
            self.show_languages()

    def show_languages(self) -> None:
        """Let a language be chosen."""
        self._turn_to(self.languages)
        self.languages.enter(self.deck.language.code)

    def show_titles(self) -> None:
        """Show all cards by their titles."""
        shown = []
        for card in self.deck.cards:
            title = self.deck.title(card)
            note = "" if title.language is ENGLISH else card.title
            shown.append(Cell(card.id, title.spans, title.language, note))
        self.titles.offer(shown, self.deck.card.id)
        self._turn_to(self.titles)

    def show_card(self, card: str = "") -> None:
        """Show a card, by default the one that was shown last."""
        if card:
            self.deck.go(card)
        self.sheet.show_content(
            Content(
                self.deck.passages(),
                self.deck.language,
                self._banner(self.deck.is_draft),
                self.deck.services(),
                self._officer() if self.deck.card.id == IDENTITY else None,
            )
        )
        self.english.show_content(Content(self.deck.english()))
        self._turn_to(self._card)
        self.shown.emit(self.deck.card.id, self.deck.language.code)

    def show_phrases(self) -> None:
        """Show the phrases to point at."""
        self.phrases.offer(cells(self.deck.phrases()))
        self._turn_to(self.phrases)

    def show_answers(self, phrase: Saying | None = None) -> None:
        """Show the answers to point back, under a phrase or alone."""
        banner = self._banner(self.deck.phrases_are_drafts)
        self.answers.ask(phrase, self.deck.answers(), self.deck.language, banner)
        self._turn_to(self.answers)

    def speak(self, code: str) -> None:
        """Go on in another language, with what is shown; after the choice, with all titles."""
        self.deck.speak(code)
        if self._stack.currentWidget() is self._card:
            self.show_card()
        elif self._stack.currentWidget() is self.phrases:
            self.show_phrases()
        else:
            self.show_titles()

    def zoom_by(self, steps: int) -> None:
        """Make all words larger, or with a negative number smaller."""
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        for each in self._parts():
            each.zoom(ZOOMS[self._zoom])

    def turn(self, turned: bool) -> None:
        """Turn everything for the person opposite, or back."""
        self.top.turned.setChecked(turned)
        for each in self._parts():
            if each is not self.english:
                each.turn(turned)

    def step(self, by: int) -> None:
        """Show the next card, or the one before."""
        if self._stack.currentWidget() is self._card and self.deck.step(by):
            self.show_card()

    def _parts(self) -> "tuple[Sheet | Grid | AnswersPage, ...]":
        grids = (self.languages.grid, self.languages.large, self.titles, self.phrases)
        return (self.sheet, self.english, self.answers, *grids)

    def _build(self) -> None:
        self._card = QWidget()
        beside = QHBoxLayout(self._card)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        self._edge = line(upright=True)
        beside.addWidget(self.sheet, 8)
        beside.addWidget(self._edge)
        beside.addWidget(self.english, 5)
        self._stack = QStackedWidget()
        for page in (self.languages, self._card, self.titles, self.phrases, self.answers):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bottom)
        self.top.beside.setChecked(True)

    def _connect(self) -> None:
        top, bottom = self.top, self.bottom
        top.languages_asked.connect(self.show_languages)
        top.beside.toggled.connect(lambda _on: self._dress())
        top.turned.toggled.connect(self.turn)
        top.smaller.clicked.connect(lambda: self.zoom_by(-1))
        top.larger.clicked.connect(lambda: self.zoom_by(1))
        top.closed.connect(self.closed)
        top.aloud.clicked.connect(self._read_aloud)
        bottom.back.clicked.connect(lambda: self.step(-1))
        bottom.onward.clicked.connect(lambda: self.step(1))
        bottom.all.clicked.connect(self.show_titles)
        bottom.phrases.clicked.connect(self.show_phrases)
        bottom.print.clicked.connect(
            lambda: self.print_asked.emit(self.deck.card.id, self.deck.language.code)
        )
        self.languages.chosen.connect(self.speak)
        self.titles.chosen.connect(self.show_card)
        self.phrases.chosen.connect(self._point)
        self.sheet.swiped.connect(self.step)
        self._bind("Right", lambda: self.step(1))
        self._bind("Left", lambda: self.step(-1))
        self._bind("Space", lambda: self.step(1))
        self._bind("L", self.show_languages)
        self._bind("A", self.show_answers)
        self._bind("PgDown", lambda: self._scroll(0.8))
        self._bind("PgUp", lambda: self._scroll(-0.8))
        self._bind("Down", lambda: self._scroll(0.12))
        self._bind("Up", lambda: self._scroll(-0.12))
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            self._bind(keys, partial(self.zoom_by, steps))
        self._bind("Ctrl+0", lambda: self.zoom_by(ZOOMS.index(1.0) - self._zoom))

    def _bind(self, keys: str, act: Callable[[], object]) -> None:
        """Let `keys` do something anywhere in here; a field that is typed into keeps its own."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: act())

    def _scroll(self, pages: float) -> None:
        bar = self.sheet.verticalScrollBar()
        way = -1 if self.sheet.page.turned else 1
        bar.setValue(bar.value() + round(way * pages * self.sheet.viewport().height()))

    def _point(self, message: str) -> None:
        found = next(each for each in self.deck.phrases() if each.message == message)
        self.show_answers(found)

    def _find_voice(self) -> None:
        self._voice = Voice(self)
        self._dress()

    def _read_aloud(self) -> None:
        if self._voice is not None:
            text = ". ".join(without_marks(each.text) for each in self.deck.passages())
            self._voice.read(text, self.deck.language)

    def _banner(self, draft: bool) -> tuple[tuple[str, Language], ...]:
        """That it is a draft, in both languages."""
        if not draft or self.deck.language is ENGLISH:
            return ()
        theirs = (self.deck.framed(DRAFT), self.deck.language)
        ours = (self.deck.framed(DRAFT, ENGLISH.code), ENGLISH)
        return (theirs, ours) if theirs[0] != ours[0] else (ours,)

    def _officer(self) -> QImage | None:
        """The officer's photo, where the profile names one that can be read."""
        profile = self.deck.profile
        if profile is None or profile.photo is None or profile.is_sample:
            return None
        if self._photo is None:
            self._photo = QImage(str(profile.photo))
        return self._photo

    def _turn_to(self, page: QWidget) -> None:
        if self._voice is not None:
            self._voice.be_silent()
        self._stack.setCurrentWidget(page)
        self._dress()
        if page is self._card:
            self._card.setFocus()
        elif page is not self.languages:
            page.setFocus()

    def _dress(self) -> None:
        """What the bars say and offer, for the page that is shown."""
        on_card = self._stack.currentWidget() is self._card
        is_english = self.deck.language is ENGLISH
        number, count = self.deck.place
        place = _("{number} of {count}").format(number=number, count=count) if on_card else ""
        self.top.tell(self.deck.language.name, place)
        beside = on_card and self.top.beside.isChecked() and not is_english
        self.english.setVisible(beside)
        self._edge.setVisible(beside)
        self.top.beside.setVisible(on_card and not is_english)
        self.bottom.print.setVisible(on_card)
        can_speak = self._voice is not None and self._voice.speaks(self.deck.language)
        self.top.aloud.setVisible(on_card and can_speak)
        before = self.deck.neighbour(-1) if on_card else None
        after = self.deck.neighbour(1) if on_card else None
        self.bottom.tell(before.title if before else "", after.title if after else "")

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: another theme or text size is painted at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for each in self._parts():
                each.zoom(ZOOMS[self._zoom])
