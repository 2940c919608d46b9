"""Words half typed in a small window that a lock closed: shown after the next unlocking.

A note comes back by itself. A window that asks for a reason or a name does not, as the moment to
decide may have passed; but no word that was typed into it is lost.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.theme.buttons import Button
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import row
from desktop.theme.labels import Label
from translations.interface import _

UNFINISHED = "unfinished"
"""Where the kept place holds such words."""
SECRET = "secret"
"""A property of fields whose words are to be kept nowhere, though they are seen when typed."""
WIDTH = 480
Words = list[list[str]]
"""Pairs of what was asked and what was typed, as JSON keeps them."""


def unfinished() -> Words:
    """What stands in fields of small windows, typed by hand and not acted upon yet."""
    found: Words = []
    for window in QApplication.topLevelWidgets():
        if isinstance(window, UnfinishedWords):
            found += window.words
        elif isinstance(window, QDialog) and not isinstance(window, QFileDialog):
            found += _typed(window)
    return found


def show_unfinished(words: Words, parent: QWidget) -> None:
    """Show `words` over `parent` until they are put away; nothing where there are none."""
    if words:
        UnfinishedWords(words, parent).open()


def _typed(window: QDialog) -> Iterable[list[str]]:
    if not window.isVisible():
        return
    for line in window.findChildren(QLineEdit):
        seen = line.echoMode() == QLineEdit.EchoMode.Normal and not line.property(SECRET)
        if seen and line.isVisible() and line.isModified() and line.text():
            yield [line.accessibleName(), line.text()]
    for lines in window.findChildren(QPlainTextEdit):
        if lines.property(SECRET):
            continue
        if lines.isVisible() and lines.document().isModified() and lines.toPlainText():
            yield [lines.accessibleName(), lines.toPlainText()]


class UnfinishedWords(FittingDialog):
    """Says what was being typed; each text can be marked and copied."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(WIDTH, parent)
        self.words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = self.column
        column.addWidget(Label(_("You were typing when it locked"), "heading"))
        column.addWidget(
            Label(_("Nothing was done with these words. Copy what you still need."), "muted")
        )
        for asked, typed in words:
            column.addSpacing(8)
            column.addWidget(Label(asked, "label"))
            text = Label(typed)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(text)
        close = Button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        self.set_foot(row(None, close))
        close.setFocus()
