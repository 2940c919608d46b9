"""The window of Ctrl+K: a field, and below it what the letters find as they are typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QDialog, QListView, QVBoxLayout, QWidget

from desktop.finding.sources import Line, Thing, matching, notes, people
from desktop.operations import Operation
from desktop.theme.fields import SearchField
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.rows import Role, RowDelegate
from storage import Vault
from translations.interface import _

WIDTH = 620
HEIGHT = 520
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Finder(QDialog):
    """Up and Down go through what is found, Return goes there, Escape closes."""

    def __init__(
        self,
        parent: QWidget,
        vault: Vault,
        things: Sequence[Thing],
        show_person: Callable[[str], object],
        show_note: Callable[[str], object],
    ) -> None:
        """Find `things` (commands and cards), and people and notes of `vault`."""
        super().__init__(parent)
        self.setWindowTitle("Fieldbook")
        self._vault, self._things = vault, things
        self._show_person, self._show_note = show_person, show_note
        self._people: list[Thing] = []
        self._notes: list[Thing] = []
        self._asked = self._answered = 0
        self.found: list[Thing] = []
        self.field = SearchField(_("Find a note, a person, a card, a command"))
        self.field.textChanged.connect(self.seek)
        self.field.installEventFilter(self)
        self.model = QStandardItemModel(self)
        self._view = QListView()
        self._nothing = Label(_("Nothing is found. Fewer letters find more."), "muted")
        self._lay_out()
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

    def go(self) -> None:
        """Close, and go to the line that is marked."""
        row = self._view.currentIndex().row()
        if 0 <= row < len(self.found):
            thing = self.found[row]
            self.accept()
            thing.act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: the keys that go through the list work while one types."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() in _KEYS:
                QApplication.sendEvent(self._view, event)
                return True
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # Escape closes; it does not only empty the field
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's hook: Return goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
            return
        super().keyPressEvent(event)

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
        self.model.clear()
        for thing in self.found:
            item = QStandardItem(thing.words)
            item.setData(thing.detail, Role.DETAIL)
            item.setData((thing.kind, "neutral"), Role.CHIP)
            item.setEditable(False)
            item.setAccessibleText(", ".join(filter(None, (thing.words, thing.kind, thing.detail))))
            self.model.appendRow(item)
        self._nothing.setVisible(not self.found)
        if self.found:
            self._view.setCurrentIndex(self.model.index(0, 0))

    def _clicked(self, index: QModelIndex) -> None:
        self._view.setCurrentIndex(index)
        self.go()

    def _lay_out(self) -> None:
        look = current()
        parent = self.parentWidget()
        width = min(look.px(WIDTH), parent.width() - 32) if parent else look.px(WIDTH)
        height = min(look.px(HEIGHT), parent.height() - 32) if parent else look.px(HEIGHT)
        self.resize(width, height)
        self._view.setModel(self.model)
        self._view.setItemDelegate(RowDelegate(parent=self._view))
        self._view.setUniformItemSizes(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAccessibleName(_("Found"))
        self._view.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self._view, 1)


def _thing(line: Line, kind: str, show: Callable[[str], object]) -> Thing:
    return Thing(line.title, line.when, kind, lambda: show(line.record))
