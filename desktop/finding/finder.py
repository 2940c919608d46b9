"""The window of Ctrl+K: a field, and below it what the letters find as they are typed."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop.finding.sources import Line, Thing, matching, notes, people
from desktop.operations import Operation
from desktop.widgets.seeking import SeekingDialog, Sought
from storage import Vault
from translations.interface import _


class Finder(SeekingDialog):
    """Finds commands, cards, people and notes; Return goes there."""

    def __init__(
        self,
        parent: QWidget,
        vault: Vault,
        things: Sequence[Thing],
        show_person: Callable[[str], object],
        show_note: Callable[[str], object],
    ) -> None:
        """Find `things` (commands and cards), and people and notes of `vault`."""
        super().__init__(
            parent,
            _("Find a note, a person, a card, a command"),
            _("Nothing is found. Fewer letters find more."),
        )
        self._vault, self._things = vault, things
        self._show_person, self._show_note = show_person, show_note
        self._people: list[Thing] = []
        self._notes: list[Thing] = []
        self._asked = self._answered = 0
        self.found: list[Thing] = []
        Operation(self, vault.query(people)).on_success(self._take_people).start()
        self.seek("")

    @property
    def is_seeking(self) -> bool:
        """Whether the vault has not answered yet what was typed last."""
        return self._answered != self._asked

    def seek(self, text: str) -> None:
        """Show what `text` finds: what is here at once, the notes as soon as the vault has them."""
        self._asked += 1
        asked = self._asked
        if not text.strip():
            self._notes = []
            self._answered = asked
        else:
            Operation(self, self._vault.query(lambda session: notes(session, text))).on_success(
                lambda lines: self._take_notes(asked, lines)
            ).start()
        self._fill()

    def take(self, row: int) -> None:
        """Go to what that line names."""
        self.found[row].act()

    def _take_people(self, lines: list[Line]) -> None:
        show = self._show_person
        self._people = [_thing(line, _("person"), show) for line in lines]
        self._fill()

    def _take_notes(self, asked: int, lines: list[Line]) -> None:
        if asked == self._asked:
            self._answered = asked
            self._notes = [_thing(line, _("note"), self._show_note) for line in lines]
            self._fill()

    def _fill(self) -> None:
        text = self.field.text()
        known = matching(self._things, text)
        self.found = known if not text.strip() else matching(self._people, text) + known
        self.found += self._notes
        self.show_lines([Sought(thing.words, thing.detail, thing.kind) for thing in self.found])


def _thing(line: Line, kind: str, show: Callable[[str], object]) -> Thing:
    return Thing(line.title, line.when, kind, lambda: show(line.record))
