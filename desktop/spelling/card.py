"""The card in Settings: whether spelling is checked, and the officer's own words."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.pages.settings import SettingsPage
from desktop.spelling.room import SpellingRoom
from desktop.theme.buttons import Button
from desktop.theme.checks import Check
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from translations.interface import _


def offer(settings: SettingsPage, room: SpellingRoom) -> None:
    """Give what `room` keeps a section in the settings."""
    words = _("Spelling"), _("Marks, your own words")
    settings.add("spelling", *words, lambda: (SpellingCard(room),), place=1)


class SpellingCard(Card):
    """A switch and a list of words; where Hunspell is not installed, it says so."""

    def __init__(self, room: SpellingRoom) -> None:
        """Show and change what `room` keeps."""
        super().__init__()
        self._room = room
        self.switch = Check(_("Mark words that the dictionary does not know"))
        self.switch.toggled.connect(self._switch)
        self._how = Label("", "muted")
        self._heading = Label(_("My words"), "label")
        self._words = QWidget()
        self._flow = Flow(self._words, 8)
        self.buttons: list[Button] = []
        self.column.addWidget(Label(_("Spelling"), "heading"))
        self.column.addWidget(self.switch)
        self.column.addWidget(self._how)
        self.column.addSpacing(4)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._words)
        room.changed.connect(self._show)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Whether Hunspell is there is looked up only when somebody looks."""
        super().showEvent(event)
        from translations.spelling import is_installed

        there = is_installed()
        self.switch.setEnabled(there)
        self._how.setText(
            _(
                "Forms in English and Welsh are checked inside this notebook; nothing is sent"
                " anywhere. F3 goes to the next marked word and offers others. Names and words in"
                " capitals are not looked at."
            )
            if there
            else _("The spelling checker is not installed here. Ask force IT for it.")
        )

    def _switch(self, on: bool) -> None:
        if on != self._room.kept.on:
            self._room.switch(on)

    def _show(self) -> None:
        kept = self._room.kept
        self.switch.setChecked(kept.on)
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for word in sorted(kept.words, key=str.casefold):
            button = Button(word, "quiet", icon="x")
            button.setAccessibleName(_("Take out of my words: {word}").format(word=word))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(self._forgetting(word))
            self._flow.addWidget(button)
            self.buttons.append(button)
        self._heading.setVisible(bool(kept.words))
        self._words.setVisible(bool(kept.words))

    def _forgetting(self, word: str) -> Callable[[], None]:
        return lambda: self._room.forget(word)
