"""The cards from inside: as everywhere, and one click writes what was shown into the encounter."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.cards.paper import PaperWay
from desktop.cards.view import CardView
from desktop.definitions import FormShelf
from desktop.operations import Operation
from desktop.pages.troubles import while_writing
from desktop.profile import Profile
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.frames import row
from forms import FormEngine
from storage import Draft, Session, Vault
from translations import cards
from translations.interface import _
from translations.languages import language

FORM, PATH = "encounter", "/data/support/cards_shown"
"""Where it is written which cards were shown, and in which language."""


class CardsPage(Page):
    """Shows the cards while the notebook is open; by itself it keeps nothing of what it showed."""

    told = Signal(str)
    """What was done, for a passing word."""
    back_asked = Signal(str)
    """The visit whose draft this is shall go on."""

    def __init__(self, vault: Vault, shelf: FormShelf, profile: Profile) -> None:
        """The cards speak for the officer of `profile`."""
        super().__init__()
        self._vault, self._shelf, self._profile = vault, shelf, profile
        self.view: CardView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._visit = ""
        self.back = Button(_("Back to the visit"), icon="chevron-left", keys="F2")
        self.back.clicked.connect(lambda: self.back_asked.emit(self._visit))
        self._strip = QWidget()
        strip = row(self.back, None)
        strip.setContentsMargins(24, 12, 24, 0)
        self._strip.setLayout(strip)
        self._strip.hide()
        self._column.addWidget(self._strip)

    def came(self) -> None:
        """Make the view when it is first wanted: the notebook opens without it."""
        if self.view is None:
            self.view = CardView(lambda: self._profile, can_close=False, can_record=True)
            self.view.record_asked.connect(self.record)
            self._paper = PaperWay(self.view)
            self._column.addWidget(self.view)
            self.view.show()

    def show_card(self, card: str) -> None:
        """Turn to the card with this id."""
        if self.view is not None:
            self.view.show_card(card)

    def offer_way_back(self, visit: str) -> None:
        """Lead back to the visit with this draft, until the page is left."""
        self._visit = visit
        self._strip.setVisible(bool(visit))

    def left(self) -> bool:
        """Nothing is lost with the page."""
        self._strip.hide()
        return True

    def record(self, card: str, code: str) -> None:
        """Write into the encounter that is being written, else into a new one, what was shown."""
        words = shown_words(card, code)
        Operation(self, self._vault.query(_newest)).on_success(
            lambda draft: self._write(draft, words)
        ).on_failure(lambda error: self.told.emit(str(while_writing(error)))).start()

    def _write(self, draft: Draft | None, words: str) -> None:
        if draft is not None:
            form = self._shelf.get(draft.form, draft.form_version)
            if PATH in form.schema.by_path:
                self._add(draft, FormEngine(form, draft.content), words)
                return
        form = self._shelf.get(FORM)
        engine = FormEngine(form, properties=self._profile.form_properties())
        engine.set(PATH, words)
        content, title = engine.draft(), engine.title()
        self._keep(
            lambda session: session.drafts.open(form.id, form.version, content, title),
            _("A new encounter begins with it: {card}.").format(card=words),
        )

    def _add(self, draft: Draft, engine: FormEngine, words: str) -> None:
        before = engine.node(PATH).value
        if words in before.splitlines():
            self.told.emit(_("The encounter says so already."))
            return
        engine.set(PATH, f"{before}\n{words}" if before else words)
        content, title = engine.draft(), engine.title()
        self._keep(
            lambda session: session.drafts.save(draft.id, content, title, draft.place),
            _("Written into the encounter: {card}.").format(card=words),
        )

    def _keep(self, work: Callable[[Session], Draft], told: str) -> None:
        Operation(self, self._vault.perform(work)).on_success(
            lambda _draft: self.told.emit(told)
        ).on_failure(lambda error: self.told.emit(str(while_writing(error)))).start()


def shown_words(card: str, code: str) -> str:
    """Which card, in which language, in the officer's words."""
    title = cards.default().card(card).title
    return _("{card}, in {language}").format(card=title, language=language(code).english)


def _newest(session: Session) -> Draft | None:
    """The encounter that is being written, the last one if there are several."""
    drafts = [draft for draft in session.drafts.all() if draft.form == FORM and not draft.record]
    return max(drafts, key=lambda draft: draft.updated, default=None)
