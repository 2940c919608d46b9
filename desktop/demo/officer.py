"""An officer at the keyboard: answers questions through the widgets that a hand would touch."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, QTime
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from desktop.demo.camera import settle, wait_until
from desktop.pages.writing import WritingPage
from desktop.widgets.answer import Answer


def type_into(field: QWidget, text: str) -> None:
    """Put the caret into `field` and write `text`, as an input method does in any script."""
    field.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
    settle(10)


def press(button: QAbstractButton) -> None:
    """Click `button` where a finger would."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, button.height() // 2))


class Officer:
    """Fills in the note that a page holds."""

    def __init__(self, page: WritingPage) -> None:
        """Work on `page`, as soon as it is whole."""
        self._page = page

    def answer(self, path: str, value: str) -> None:
        """Answer the question at `path` with a text, a choice's value, or a time (ISO 8601)."""
        widget = self._widget(path)
        combo, line = widget.findChild(QComboBox), widget.findChildren(QLineEdit)
        labels = {choice.value: choice.label for choice in self._page.engine.choices(path)}
        if combo is not None and labels:
            index = combo.findText(labels[value])
            combo.setCurrentIndex(index)
            combo.activated.emit(index)
        elif labels:
            press(button(widget, labels[value]))
        elif len(line) >= 2:
            _write_moment(line, value)
        else:
            self._replace(widget, value)
        wait_until(lambda: bool(self._page.engine.node(path).value), f"the answer of {path}")

    def _widget(self, path: str) -> Answer:
        def found() -> list[Answer]:
            every = self._page.findChildren(Answer)
            return [one for one in every if one.path == path and one.parts()]

        # What stood in its place while nobody was asked goes a moment later, and has no parts.
        wait_until(lambda: bool(found()), f"the question {path}")
        return found()[0]

    def _replace(self, widget: Answer, text: str) -> None:
        field = widget.parts()[0]
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        type_into(field, text)


def button(widget: QWidget, words: str) -> QAbstractButton:
    """The button that says `words`."""
    for button in widget.findChildren(QAbstractButton):
        if words in (button.accessibleName(), button.text().replace("&&", "&")):
            return button
    raise LookupError(f"No button says {words}.")


def _write_moment(fields: list[QLineEdit], value: str) -> None:
    """Write day and time as the reader's locale writes them."""
    at = datetime.fromisoformat(value)
    day = QLocale().toString(QDate(at.year, at.month, at.day), QLocale.FormatType.ShortFormat)
    for field, text in zip(
        fields, (day, QTime(at.hour, at.minute).toString("HH:mm")), strict=False
    ):
        field.setFocus()
        field.clear()
        type_into(field, text)
    QTest.keyClick(fields[-1], Qt.Key.Key_Tab)
