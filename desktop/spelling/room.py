"""Checks the spelling of what is written in forms, where the officer has switched it on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.operations import Operation
from desktop.pages.troubles import while_writing
from desktop.spelling.kept import Kept, keep, read
from desktop.theme.fields import WritingField
from desktop.widgets import FormView
from storage import Vault
from storage.errors import StorageError
from translations.interface import _

if TYPE_CHECKING:
    from desktop.spelling.marks import Marks
    from translations.spelling import Speller, Word


class SpellingRoom(QObject):
    """Follows the focus into forms. Until it is switched on, nothing of it is loaded.

    Each form is checked in its own language, if there is a dictionary of it; what a person writes
    or reads herself is on other pages and is not looked at.
    """

    told = Signal(str)
    """What the officer should know now."""
    changed = Signal()
    """`kept` is another than before."""

    def __init__(self, vault: Vault, parent: QObject) -> None:
        """Keep what is chosen in `vault`; `begin` fetches it."""
        super().__init__(parent)
        self._vault = vault
        self._spellers: dict[str, Speller | None] = {}
        self._chosen = False  # since it was asked what is kept
        self.kept = Kept()

    def begin(self) -> None:
        """Fetch what is kept; marks come when it is there."""
        Operation(self, self._vault.query(read)).on_success(self._fetched).on_failure(
            lambda _error: None
        ).start()

    def switch(self, on: bool) -> None:
        """Check from now on, or stop and take all marks away."""
        self._keep(Kept(on, self.kept.words))

    def learn(self, word: str) -> None:
        """Know `word` from now on."""
        self._keep(self.kept.with_word(word))

    def forget(self, word: str) -> None:
        """Know `word` no more."""
        self._keep(self.kept.without(word))

    def speller(self, field: WritingField) -> "Speller | None":
        """The dictionary for what is written in `field`, read when it is first needed."""
        view = _form_around(field)
        if not self.kept.on or view is None:
            return None
        language = view.language.partition("-")[0]
        if language not in self._spellers:
            from translations.spelling import DICTIONARIES, Speller, is_installed

            there = language in DICTIONARIES and is_installed()
            self._spellers[language] = Speller(language, self.kept.words) if there else None
        return self._spellers[language]

    def _fetched(self, kept: Kept) -> None:
        if not self._chosen:
            self._take(kept)

    def _keep(self, kept: Kept) -> None:
        before, self._chosen = self.kept, True

        def refused(error: StorageError) -> None:
            self._take(before)
            self.told.emit(str(while_writing(error)))

        self._take(kept)
        Operation(self, self._vault.perform(keep(kept))).on_success(lambda _none: None).on_failure(
            refused
        ).start()

    def _take(self, kept: Kept) -> None:
        was_on, self.kept = self.kept.on, kept
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if kept.on and not was_on:
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())
        elif was_on and not kept.on:
            application.focusChanged.disconnect(self._follow)
        for speller in self._spellers.values():
            if speller is not None:
                speller.take(kept.words)
        if kept.on or was_on:
            self._look_again()
        if not kept.on:
            self._spellers.clear()
        self.changed.emit()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """The focus is in `now`: mark its form, as far as that is built."""
        if isinstance(now, WritingField) and (view := _form_around(now)) is not None:
            for field in view.findChildren(WritingField):
                self._mark(field)

    def _mark(self, field: WritingField) -> None:
        from desktop.spelling.marks import Marks

        if field.findChild(Marks) is None:
            marks = Marks(field, self.speller)
            marks.menu_asked.connect(lambda word, where: self._show_menu(marks, field, word, where))
            marks.none_left.connect(lambda: self.told.emit(_("No word is marked here.")))

    def _show_menu(
        self, marks: "Marks", field: WritingField, word: "Word | None", where: QPoint
    ) -> None:
        from desktop.spelling.menu import menu, show

        speller = self.speller(field)
        if word is None or speller is None:
            made = field.createStandardContextMenu()
        else:
            found = speller.suggest(word.text)
            made = menu(
                field,
                found,
                lambda other: marks.replace(word, other),
                lambda: self.learn(word.text),
            )
        show(made, field, where)

    def _look_again(self) -> None:
        from desktop.spelling.marks import Marks

        for window in QApplication.topLevelWidgets():
            for marks in window.findChildren(Marks):
                marks.look()


def _form_around(field: QWidget) -> FormView | None:
    around: QWidget | None = field
    while around is not None and not isinstance(around, FormView):
        around = around.parentWidget()
    return around
