"""The cards on screen: one language, one card at a time, for somebody opposite."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.cards.bars import BottomBar, TopBar
from desktop.cards.languages import LanguagesPage
from translations.interface import _
from translations.languages import ENGLISH, Language, language

if TYPE_CHECKING:  # loaded after the choice of a language is painted
    from desktop.cards.aloud import Voice
    from desktop.cards.deck import Deck, Saying
    from desktop.cards.pages import Pages
    from desktop.profile import Profile

ZOOMS = (0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5)
_LATER = 50
"""Milliseconds after the first painting, until which the rest waits."""


class CardView(QWidget):
    """Cards, phrases and the choice of a language; keeps nothing of what it showed.

    The keys: arrows for the next card, E for English beside, R to turn, L languages, C all cards,
    P phrases, A answers, Ctrl with + and − for size.
    """

    shown = Signal(str, str)
    """A card (its id) is shown in a language (its code)."""
    closed = Signal()
    """The way out was asked for."""
    print_asked = Signal(str, str)
    """The card (its id) is wanted on paper, in a language (its code)."""
    record_asked = Signal(str, str)
    """That the card (its id) was shown in a language (its code) is to be written down."""

    def __init__(
        self,
        load_profile: "Callable[[], Profile | None]",
        code: str = "",
        *,
        note: str = "",
        can_close: bool = True,
        can_record: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Begin in the language `code`, or with the choice of one.

        The profile fills the cards in; `note` stands beside the card's number. With `can_record`
        there is a button to write down what is shown.
        """
        super().__init__(parent)
        self._load_profile = load_profile
        self._language = language(code) if code else ENGLISH
        self._deck: Deck | None = None
        self._pages: Pages | None = None
        self._voice: Voice | None = None
        self._zoom = ZOOMS.index(1.0)
        self._can_record = can_record
        self.top = TopBar(note, can_close=can_close)
        self.bottom = BottomBar()
        self.languages = LanguagesPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bottom)
        self._connect()
        if code:
            self.show_card()
        else:
            self.show_languages()
        self._is_ready = False

    @property
    def deck(self) -> "Deck":
        """What is shown."""
        if self._deck is None:
            from desktop.cards.deck import Deck

            self._deck = Deck(self._load_profile(), self._language.code)
        return self._deck

    @property
    def pages(self) -> "Pages":
        """All pages but the choice of a language."""
        if self._pages is None:
            from desktop.cards.pages import Pages

            self._pages = Pages(self.deck)
            for page in self._pages.all:
                self._stack.addWidget(page)
            self._pages.titles.chosen.connect(self.show_card)
            self._pages.phrases.chosen.connect(self._point)
            self._pages.card.sheet.swiped.connect(self.step)
            self._pages.zoom(ZOOMS[self._zoom])
            self._pages.turn(self.top.turned.isChecked())
        return self._pages

    def show_languages(self) -> None:
        """Let a language be chosen."""
        self._turn_to(self.languages)
        self.languages.enter(self._language.code)

    def show_titles(self) -> None:
        """Show all cards by their titles."""
        self.pages.fill_titles()
        self._turn_to(self.pages.titles)

    def show_card(self, card: str = "") -> None:
        """Show a card, by default the one that was shown last."""
        if card:
            self.deck.go(card)
        self.pages.fill_card()
        self._turn_to(self.pages.card)
        self.shown.emit(self.deck.card.id, self.deck.language.code)

    def show_phrases(self) -> None:
        """Show the phrases to point at."""
        self.pages.fill_phrases()
        self._turn_to(self.pages.phrases)

    def show_answers(self, phrase: "Saying | None" = None) -> None:
        """Show the answers to point back, under a phrase or alone."""
        self.pages.fill_answers(phrase)
        self._turn_to(self.pages.answers)

    def speak(self, code: str) -> None:
        """Go on in another language, with what is shown; after the choice, with all titles."""
        self.deck.speak(code)
        self._language = self.deck.language
        page = self._stack.currentWidget()
        if page is self.pages.card:
            self.show_card()
        elif page is self.pages.phrases:
            self.show_phrases()
        else:
            self.show_titles()

    def zoom_by(self, steps: int) -> None:
        """Make all words larger, or with a negative number smaller."""
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self.languages.zoom(ZOOMS[self._zoom])
        self.pages.zoom(ZOOMS[self._zoom])

    def turn(self, turned: bool) -> None:
        """Turn everything for the person opposite, or back."""
        self.top.turned.setChecked(turned)
        self.languages.turn(turned)
        self.pages.turn(turned)

    def step(self, by: int) -> None:
        """Show the next card, or the one before."""
        if self._on_card and self.deck.step(by):
            self.show_card()

    @property
    def _on_card(self) -> bool:
        return self._pages is not None and self._stack.currentWidget() is self._pages.card

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
        bottom.record.clicked.connect(
            lambda: self.record_asked.emit(self.deck.card.id, self.deck.language.code)
        )
        self.languages.chosen.connect(self.speak)

    def _make_ready(self) -> None:
        """What can wait until the first page is painted: keys, the other pages, a voice."""
        from desktop.cards.aloud import Voice
        from desktop.cards.keys import bind

        self.languages.search.setClearButtonEnabled(True)
        self.top.wake()
        self.bottom.wake()
        bind(self, self._keys())
        assert self.pages
        self._voice = Voice(self)
        self._dress()

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {
            "Right": partial(self.step, 1),
            "Left": partial(self.step, -1),
            "Space": partial(self.step, 1),
            "L": self.show_languages,
            "A": self.show_answers,
            "PgDown": partial(self._move_by, 0.8),
            "PgUp": partial(self._move_by, -0.8),
            "Down": partial(self._move_by, 0.12),
            "Up": partial(self._move_by, -0.12),
            "Ctrl++": partial(self.zoom_by, 1),
            "Ctrl+=": partial(self.zoom_by, 1),
            "Ctrl+-": partial(self.zoom_by, -1),
            "Ctrl+0": lambda: self.zoom_by(ZOOMS.index(1.0) - self._zoom),
        }

    def _move_by(self, pages: float) -> None:
        if self._on_card:
            sheet = self.pages.card.sheet
            bar, way = sheet.verticalScrollBar(), -1 if sheet.page.turned else 1
            bar.setValue(bar.value() + round(way * pages * sheet.height()))

    def _point(self, message: str) -> None:
        found = next(each for each in self.deck.phrases() if each.message == message)
        self.show_answers(found)

    def _read_aloud(self) -> None:
        from translations.direction import without_marks

        if self._voice is not None:
            text = ". ".join(without_marks(each.text) for each in self.deck.passages())
            self._voice.read(text, self.deck.language)

    def _turn_to(self, page: QWidget) -> None:
        if self._voice is not None:
            self._voice.be_silent()
        self._stack.setCurrentWidget(page)
        self._dress()
        if page is not self.languages:
            page.setFocus()

    def _dress(self) -> None:
        """What the bars say and offer, for the page that is shown."""
        on_card = self._on_card
        translated = on_card and self._language is not ENGLISH
        place = before = after = ""
        if on_card:
            number, count = self.deck.place
            place = _("{number} of {count}").format(number=number, count=count)
            before, after = (_title(self.deck, by) for by in (-1, 1))
            self.pages.card.show_english(translated and self.top.beside.isChecked())
        self.top.tell(self._language, place)
        self.top.beside.setVisible(translated)
        self.top.aloud.setVisible(on_card and self._speaks(self._language))
        self.bottom.print.setVisible(on_card)
        self.bottom.record.setVisible(on_card and self._can_record)
        self.bottom.tell(before, after)

    def _speaks(self, asked: Language) -> bool:
        return self._voice is not None and self._voice.speaks(asked)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's hook: what is typed first seeks a language."""
        super().showEvent(event)
        if self._stack.currentWidget() is self.languages:
            self.languages.search.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's hook: once it is on the screen, the rest is made ready."""
        super().paintEvent(event)
        if not self._is_ready:
            self._is_ready = True
            QTimer.singleShot(_LATER, self, self._make_ready)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: another theme or text size is painted at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.languages.zoom(ZOOMS[self._zoom])
            if self._pages is not None:
                self._pages.zoom(ZOOMS[self._zoom])
            self._dress()


def _title(deck: "Deck", by: int) -> str:
    """The English title of a neighbour; "" where there is none."""
    card = deck.neighbour(by)
    return card.title if card else ""
