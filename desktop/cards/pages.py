"""The pages of the card screen that show a card, its English, all titles, phrases and answers."""

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.cards.cells import Cell
from desktop.cards.deck import IDENTITY, Deck, Saying
from desktop.cards.lines import STRONG_FOCUS
from desktop.cards.phrases import AnswersPage, cells
from desktop.cards.pointing import Grid
from desktop.cards.sheet import BESIDE, LARGE, Content, Sheet
from desktop.theme.frames import line
from translations.catalogs import Status
from translations.interface import _
from translations.languages import ENGLISH, Language

BANNERS = {Status.REVISED: "revised"}
"""The frame's block for a card that is not approved; "draft" for all other statuses."""


class CardPage(QWidget):
    """One card, large, and its English beside it."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.sheet = Sheet(LARGE, "background")
        self.english = Sheet(BESIDE, "surface")
        self._edge = line(upright=True)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.sheet, 8)
        beside.addWidget(self._edge)
        beside.addWidget(self.english, 5)
        self.sheet.verticalScrollBar().valueChanged.connect(self._follow)

    def show_english(self, shown: bool) -> None:
        """Show the English, or leave all the room to the card."""
        self.english.setVisible(shown)
        self._edge.setVisible(shown)

    def _follow(self, value: int) -> None:
        """The English keeps to the part of the card that is being read."""
        bar = self.sheet.verticalScrollBar()
        part = value / bar.maximum() if bar.maximum() else 0.0
        beside = self.english.verticalScrollBar()
        beside.setValue(round(beside.maximum() * (1 - part if self.sheet.page.turned else part)))


def banner_of(deck: Deck, status: Status) -> tuple[tuple[str, Language], ...]:
    """How far a translation has come, in both languages; nothing where it is approved."""
    if status >= Status.APPROVED or deck.language is ENGLISH:
        return ()
    block = BANNERS.get(status, "draft")
    theirs = (deck.framed(block), deck.language)
    ours = (deck.framed(block, ENGLISH.code), ENGLISH)
    return (theirs, ours) if theirs[0] != ours[0] else (ours,)


class Pages:
    """The pages, and how they are filled from a deck."""

    def __init__(self, deck: Deck) -> None:
        """Build all of them, empty."""
        self._deck = deck
        self._photo: QImage | None = None
        self.card = CardPage()
        self.titles = Grid(_("All cards"), 20, 330)
        self.phrases = Grid(_("Phrases to point at"), 20, 330)
        self.answers = AnswersPage()

    @property
    def all(self) -> tuple[QWidget, ...]:
        """Each page."""
        return (self.card, self.titles, self.phrases, self.answers)

    def fill_card(self) -> None:
        """The card that the deck shows."""
        deck = self._deck
        self.card.sheet.show_content(
            Content(
                deck.passages(),
                deck.language,
                banner_of(deck, deck.status),
                deck.services(),
                self._officer() if deck.card.id == IDENTITY else None,
            )
        )
        self.card.english.show_content(Content(deck.english()))

    def fill_titles(self) -> None:
        """All cards by their titles, the one that was shown last marked."""
        shown = []
        for card in self._deck.cards:
            title = self._deck.title(card)
            note = "" if title.language is ENGLISH else card.title
            shown.append(Cell(card.id, title.spans, title.language, note))
        self.titles.offer(shown, self._deck.card.id)

    def fill_phrases(self) -> None:
        """The phrases to point at."""
        banner = banner_of(self._deck, self._deck.status_of_phrases)
        self.phrases.offer(cells(self._deck.phrases()), "", banner)

    def fill_answers(self, phrase: Saying | None) -> None:
        """The answers to point back, under a phrase or alone."""
        deck = self._deck
        banner = banner_of(deck, deck.status_of_phrases)
        self.answers.ask(phrase, deck.answers(), deck.language, banner)

    def zoom(self, scale: float) -> None:
        """Show everything `scale` times as large."""
        for each in (self.card.sheet, self.card.english, *self.all[1:]):
            assert isinstance(each, Sheet | Grid | AnswersPage)
            each.zoom(scale)

    def turn(self, turned: bool) -> None:
        """Turn everything but the English, which is the officer's."""
        for each in (self.card.sheet, *self.all[1:]):
            assert isinstance(each, Sheet | Grid | AnswersPage)
            each.turn(turned)

    def _officer(self) -> QImage | None:
        """The officer's photo, where the profile names one that can be read."""
        profile = self._deck.profile
        if profile is None or profile.photo is None or profile.is_sample:
            return None
        if self._photo is None:
            self._photo = QImage(str(profile.photo))
        return self._photo
