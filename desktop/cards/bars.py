"""The bars above and under a card: the officer's side of the screen."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop.cards.faces import face
from desktop.theme.buttons import Button
from desktop.theme.frames import line
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.tokens import TOUCH
from translations.interface import _
from translations.languages import Language

HUGE = 1.5
"""Text scale above which a bar has no room for keys beside words; F1 tells of them."""
_PAD = 10


class _Bar(QFrame):
    """A bar with a hairline on the side of the card."""

    def __init__(self, *, above: bool) -> None:
        super().__init__()
        self.setProperty("kind", "bar")
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Fixed)  # whatever the page between them wants
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.things = QHBoxLayout()
        self.things.setContentsMargins(24, _PAD, 24, _PAD)
        self.things.setSpacing(12)
        column.addLayout(self.things)
        column.insertWidget(1 if above else 0, line())

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: once all buttons are dressed in another text size, it grows with them."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Measure anew; what was measured while they were dressed would cut them."""
        for button in self.findChildren(Button):
            button.set_keys_shown(current().scale <= HUGE)
            button.updateGeometry()
        self.things.invalidate()
        self.setMinimumHeight(current().px(TOUCH) + 2 * _PAD + 1)
        self.updateGeometry()

    def wake(self) -> None:
        """Let the keys of all buttons work."""
        for button in self.findChildren(Button):
            button.wake()


class TopBar(_Bar):
    """Which language and card; how it is shown."""

    languages_asked = Signal()
    closed = Signal()

    def __init__(self, note: str, *, can_close: bool) -> None:
        """`note` says where this is shown, as that the notebook is sealed."""
        super().__init__(above=True)
        self._note = note
        self.language = Button(_("Languages"), big=True)
        self.language.clicked.connect(self.languages_asked)
        self.place = Label("", "muted", wrap=False)
        self.aloud = Button(_("Read aloud"), big=True)
        self.aloud.hide()
        self.beside = Button(_("English beside"), keys="E", big=True, asleep=True)
        self.beside.setCheckable(True)
        self.beside.setChecked(True)
        self.turned = Button(_("Turn round"), keys="R", big=True, asleep=True)
        self.turned.setCheckable(True)
        self.smaller = Button("A−\N{LEFT-TO-RIGHT MARK}", big=True)
        self.smaller.setAccessibleName(_("Smaller words"))
        self.larger = Button("A+\N{LEFT-TO-RIGHT MARK}", big=True)
        self.larger.setAccessibleName(_("Larger words"))
        self.close_button = Button(_("Close"), keys="Esc", big=True, asleep=True)
        self.close_button.clicked.connect(self.closed)
        if not can_close:
            self.close_button.hide()
        self.things.addWidget(self.language)
        self.things.addWidget(self.place)
        self.things.addStretch(1)
        for each in (self.aloud, self.beside, self.turned, self.smaller, self.larger):
            self.things.addWidget(each)
        self.things.addWidget(self.close_button)

    def tell(self, language: Language, place: str) -> None:
        """Say which language is shown, by its own name, and which card of how many."""
        self.language.set_words(language.name)
        self.language.setFont(face(language.name, language, current().sizes.body, 600))
        self.language.setAccessibleName(_("Language: {name}").format(name=language.english))
        said = " · ".join(filter(None, (place, self._note)))
        self.place.setText(said[:1].upper() + said[1:])


class BottomBar(_Bar):
    """The way to the other cards, to phrases, and to paper."""

    def __init__(self) -> None:
        """Build it."""
        super().__init__(above=False)
        self._titles = ("", "")
        self.back = Button("", big=True)
        self.onward = Button("", "primary", big=True)
        for button in (self.back, self.onward):
            button.setMinimumWidth(TOUCH)  # long titles never keep the window wide
        self.all = Button(_("All cards"), keys="C", big=True, asleep=True)
        self.phrases = Button(_("Phrases"), keys="P", big=True, asleep=True)
        self.print = Button(_("Print"), big=True)
        self.record = Button(_("Record as shown"), big=True)
        self.record.hide()
        self.things.addWidget(self.back)
        self.things.addStretch(1)
        for each in (self.all, self.phrases, self.print, self.record):
            self.things.addWidget(each)
        self.things.addStretch(1)
        self.things.addWidget(self.onward)

    def tell(self, before: str, after: str) -> None:
        """Name the card before and the one after; "" where there is none."""
        self._titles = before, after
        for button, words in ((self.back, before), (self.onward, after)):
            button.setAccessibleName(words)
            button.setVisible(bool(words))
        self._say_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's hook: there may be room for more of the titles, or for less."""
        super().resizeEvent(event)
        self._say_what_fits()

    def _fit(self) -> None:
        super()._fit()
        self._say_what_fits()

    def _say_what_fits(self) -> None:
        """The titles as long as there is room, then shortened; else which way they lie."""
        before, after = self._titles
        ways = (
            (before, after),
            (_shortened(before), _shortened(after)),
            (_("Previous"), _("Next")),
            ("", ""),
        )
        arrows = ("→ {}", "{} ←") if self.isRightToLeft() else ("← {}", "{} →")
        for words in ways:
            for button, arrow, shown in zip((self.back, self.onward), arrows, words, strict=True):
                button.set_words(arrow.format(shown).strip())
            if self.things.sizeHint().width() <= self.width():
                return


def _shortened(words: str, longest: int = 24) -> str:
    """Words that leave room for the other buttons."""
    if len(words) <= longest:
        return words
    return words[:longest].rpartition(" ")[0].rstrip(",:") + " …"
