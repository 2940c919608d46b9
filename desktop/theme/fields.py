"""Fields to write in, and the label, hint and error that stand around a field."""

import unicodedata

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QPainter,
    QResizeEvent,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from desktop.theme.copying import PlainText
from desktop.theme.labels import Label, redress
from desktop.theme.look import current
from desktop.theme.tokens import FIELD, TOUCH
from translations.interface import _

_ICON, _LARGEST_ICON = 16, 24
"""Pixels of a search field's icons: at 100 %, and that Qt leaves room for before the words."""


class TextField(QLineEdit):
    """One line of text. Undo is the field's own."""

    def __init__(self, width: int = 0, parent: QWidget | None = None) -> None:
        """`width` in pixels at 100 %, for a field that always has the same; 0 for what it gets."""
        super().__init__(parent)
        self._width = width
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        """A fixed width follows the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._widen()

    def _widen(self) -> None:
        if self._width:
            self.setFixedWidth(current().px(self._width))

    def set_value(self, text: str) -> None:
        """Show `text`; the caret and the undo history stay when it already stands there."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)


class WritingField(PlainText):
    """Several lines that grow with what is written, so that the page scrolls and not the field.

    The wheel and the page keys move the page; Tab leaves the field.
    """

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._leftward: bool | None = None
        self.textChanged.connect(self._lean)
        self._lean()
        self._fit()

    def set_value(self, text: str) -> None:
        """Show `text`; the caret and the undo history stay when it already stands there."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps its parts in place."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves the page, never the answer."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Measures anew when the theme or the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._lean()

    def _lean(self) -> None:
        """Words begin at the side where their script begins, whatever the page around reads."""
        leftward = reads_leftward(self.toPlainText(), self.isRightToLeft())
        if leftward == self._leftward:
            return
        self._leftward = leftward
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        """Take the height of what is written; the layout is asked only when it differs."""
        line = self.fontMetrics().lineSpacing()
        lines = max(self._lines, round(self.document().size().height()))
        height = max(lines * line + 2 * 4 + 2 * 6, current().px(FIELD))
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


def reads_leftward(text: str, otherwise: bool) -> bool:
    """Whether the first letter with a direction reads leftward (Unicode Bidirectional, P2)."""
    for sign in text:
        direction = unicodedata.bidirectional(sign)
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return otherwise


class SearchField(QLineEdit):
    """A field to search with, as its icon and words say; Escape empties it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from desktop.theme.icons import icon  # QtSvg is not needed to unlock

        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        magnifier = self.addAction(
            icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition
        )
        magnifier.setText(words)  # Qt makes a button of it, which a screen reader meets
        self._clear = QAction(icon("x", "muted"), _("Empty the search"), self)
        self._clear.setShortcut("Escape")
        self._clear.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._offer_to_clear)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps its parts in place."""
        super().resizeEvent(event)
        self._enlarge()

    def _offer_to_clear(self, text: str) -> None:
        if self._clear.isVisible() != bool(text):
            self._clear.setVisible(bool(text))
            self._enlarge()

    def _enlarge(self) -> None:
        """Qt places its small buttons itself: too near the edge, and too small to be pressed."""
        for button in self.findChildren(QToolButton):
            left = button.geometry().center().x() < self.width() // 2
            start = 0 if left else self.width() - TOUCH
            button.setGeometry(start, 0, TOUCH, self.height())
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's hook: it draws its icons with 16 pixels at every text size; these grow with it."""
        if event.type() != QEvent.Type.Paint or not isinstance(watched, QToolButton):
            return super().eventFilter(watched, event)
        side = min(current().px(_ICON), _LARGEST_ICON)
        place = QRect(0, 0, side, side)
        place.moveCenter(watched.rect().center())
        watched.icon().paint(QPainter(watched), place)
        return True


class Field(QWidget):
    """A label, a hint, something to fill in and its error, tied together for screen readers."""

    left = Signal()

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._label = Label(kind="label")
        self._label.setBuddy(editor)
        self._hint = Label(kind="hint")
        self._error = ErrorLine()
        for part in (self._label, self._hint, editor, self._error):
            self._column.addWidget(part)
        self._error.hide()
        self.set_words(label, hint, required)

    def set_words(self, label: str, hint: str = "", required: bool = False) -> None:
        """What is asked; that it is required is said in words."""
        self._label.setText(_("{label} (required)").format(label=label) if required else label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.editor.setAccessibleName(self._label.text())
        self._describe()

    def set_error(self, text: str) -> None:
        """Show `text` under the field and say it to a screen reader; "" takes it away."""
        self._error.show_error(text, self.editor)
        self._describe()

    def _describe(self) -> None:
        parts = (self._error.text(), self._hint.text())
        self.editor.setAccessibleDescription(" ".join(part for part in parts if part))


class ErrorLine(Label):
    """What is wrong, in words, read out when it comes; its field, where it has one, is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "error", parent=parent)
        self.hide()

    def show_error(self, text: str, editor: QWidget) -> None:
        """Show `text` ("" for none) and mark `editor`."""
        if text == self.text():
            return
        state = "danger" if text else ""
        if editor.property("state") != state:
            editor.setProperty("state", state)
            redress(editor)
        self._tell(text, editor)

    def say(self, text: str) -> None:
        """Show `text`, "" for none, of what is no field's."""
        if text != self.text():
            self._tell(text, self)

    def _tell(self, text: str, about: QWidget) -> None:
        self.setText(text)
        self.setVisible(bool(text))
        if text and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(about, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
