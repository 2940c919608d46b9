"""Answers picked from a list that opens, and found in it by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QListView, QWidget

from desktop.theme.choosers import Chooser
from desktop.theme.look import current
from desktop.widgets.answer import Answer
from forms import Choice
from translations.interface import _

SEARCHED_FROM = 9
"""So many choices can be found by typing part of their words."""


class Picker(Chooser):
    """The list of a question, which may be typed in too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(12)
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        """Its widths follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._widen()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self.align()

    def setAccessibleName(self, name: str) -> None:
        """Names the field to find with, too."""
        super().setAccessibleName(name)
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(name)

    def align(self) -> None:
        """What can be typed over stands where the list's words stand, in whatever script."""
        field = self.lineEdit()
        if field is not None:
            side = Qt.AlignmentFlag
            where = side.AlignRight if self.isRightToLeft() else side.AlignLeft
            field.setAlignment(where | side.AlignAbsolute | side.AlignVCenter)

    def _widen(self) -> None:
        look = current()
        self.setMinimumWidth(look.px(200))
        self.setMaximumWidth(look.px(460))


class PickAnswer(Answer):
    """One of many, in a list that opens (appearances `minimal`, `autocomplete`, long lists)."""

    def __init__(self, path: str, choices: Sequence[Choice], *, searched: bool = False) -> None:
        """`searched` lets it be found by typing, however few choices there are."""
        super().__init__(path)
        self._searched = searched
        self._values: list[str] = []
        self._labels: list[str] = []
        self._value = ""
        self._picker = Picker()
        self._picker.activated.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picker, 1)
        row.addStretch(0)  # what is over stands after it
        self.show_choices(choices)

    @property
    def is_short(self) -> bool:
        """A list that is closed is."""
        return True

    def write(self, value: str) -> None:
        """Pick `value`."""
        if value or self._value or not self._typed():
            self._put(value)  # else: words that are no choice yet stay until they are mended

    def _typed(self) -> str:
        """What stands in the field to find with."""
        return self._picker.currentText().strip() if self._picker.isEditable() else ""

    def _put(self, value: str) -> None:
        self._value = value
        index = self._values.index(value) if value and value in self._values else -1
        self._picker.setCurrentIndex(index)
        if self._picker.isEditable():
            self._picker.setEditText(self._labels[index] if index > 0 else "")

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer `choices`, after a first row that takes the answer back."""
        values = ["", *(choice.value for choice in choices)]
        labels = [_("No answer"), *(choice.label for choice in choices)]
        if (values, labels) == (self._values, self._labels):
            return
        self._values, self._labels = values, labels
        loose = self.loose()
        self._picker.clear()
        self._picker.addItems(labels)
        self._make_searchable(self._searched or len(choices) >= SEARCHED_FROM)
        self._picker.setPlaceholderText(_("Choose"))
        self._put(self._value)
        self.show_loose(loose)

    def parts(self) -> tuple[QWidget, ...]:
        """The list."""
        return (self._picker,)

    def mark(self) -> QWidget | None:
        """The list."""
        return self._picker

    def leave(self) -> None:
        """What is written out is chosen; other words stay, and are no answer."""
        if not self._picker.isEditable():
            return
        text = self._typed()
        same = self._named(text)
        if same:
            self._take(same)
        elif self._value:
            self._value = ""
            self.give("")
        if not text:
            self._put("")

    def unread(self) -> str:
        """That the words are no choice."""
        words = self.loose()
        if not words:
            return ""
        return _("“{words}” is not on this list. Choose from it, or empty the field.").format(
            words=words
        )

    def loose(self) -> str:
        """Words that are no choice."""
        text = self._typed()
        return "" if not text or self._named(text) else text

    def show_loose(self, words: str) -> None:
        """Put the words back into the field."""
        if words and self._picker.isEditable() and not self._value:
            self._picker.setCurrentIndex(-1)
            self._picker.setEditText(words)

    def _named(self, text: str) -> int:
        """The row whose words `text` is, 0 for none."""
        wanted = text.casefold()
        same = [i for i, label in enumerate(self._labels) if label.casefold() == wanted]
        return same[0] if same else 0

    def retranslate(self) -> None:
        """The words for no answer."""
        self._labels = []
        self._picker.setPlaceholderText(_("Choose"))

    def _make_searchable(self, wanted: bool) -> None:
        if wanted and not self._picker.isEditable():
            self._picker.setEditable(True)
            self._picker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            field = self._picker.lineEdit()
            assert field is not None
            field.setPlaceholderText(_("Choose, or type to find"))
            field.textEdited.connect(self._edited)
            field.installEventFilter(self)
            field.setAccessibleName(self._picker.accessibleName())
            self._picker.align()
            completer = self._picker.completer()
            assert completer is not None
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self._popup = QListView()
            self._popup.setProperty("kind", "popup")
            completer.setPopup(self._popup)
        elif not wanted and self._picker.isEditable():
            self._picker.setEditable(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click into the empty field opens the list, as it would without typing."""
        if event.type() == QEvent.Type.MouseButtonRelease and not self._picker.currentText():
            self._picker.showPopup()
        return super().eventFilter(watched, event)

    def _edited(self) -> None:
        """What is written over is chosen no more; the words are sealed with the place."""
        chosen = self._values.index(self._value) if self._value in self._values else 0
        if not chosen or self._picker.currentText() != self._labels[chosen]:
            self._value = ""
        self.give(self._value)

    def _take(self, index: int) -> None:
        value = self._values[index]
        self._put(value)
        self.give(value)
