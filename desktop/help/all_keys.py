"""The window of F1: every key there is, and where it works."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import row
from desktop.theme.labels import Keys, Label
from desktop.theme.look import current
from translations.interface import _

WIDTH = 620
_KEYS = 170
_BETWEEN = "  "

Group = tuple[str, tuple[tuple[str, str], ...]]
"""Where keys work, and the keys (several that do the same are parted by two spaces) with what."""


def groups() -> tuple[Group, ...]:
    """All keys, the ones that work everywhere first."""
    return (_everywhere(), _pages(), *_writing(), *_reading(), *_with_her())


def bound() -> frozenset[str]:
    """Every key that the window tells of, as Qt writes it."""
    return frozenset(
        key for _place, lines in groups() for keys, _what in lines for key in keys.split(_BETWEEN)
    )


class AllKeys(FittingDialog):
    """Lists the keys; whatever one does has a button too."""

    def __init__(self, parent: QWidget) -> None:
        """Show all of them; it scrolls where the screen is shorter."""
        super().__init__(WIDTH, parent)
        self.column.addWidget(Label(_("Keys"), "title"))
        for place, lines in groups():
            self.column.addSpacing(8)
            self.column.addWidget(Label(place, "heading"))
            self.column.addWidget(_table(lines))
        close = Button(_("Close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.set_foot(row(None, close))


def _table(lines: tuple[tuple[str, str], ...]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, current().px(_KEYS))
    grid.setColumnStretch(1, 1)
    for at, (keys, what) in enumerate(lines):
        drawn = row(*_drawn(keys), None, spacing=4)
        drawn.setContentsMargins(0, current().px(2), 0, 0)  # level with the first line of words
        grid.addLayout(drawn, at, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(what), at, 1)
    return made


def _drawn(keys: str) -> Iterator[QWidget]:
    for key in keys.split(_BETWEEN):
        yield Keys(key)


def _everywhere() -> Group:
    return _("Everywhere"), (
        ("F1", _("These keys")),
        ("Ctrl+K", _("Find a note, a person, a card, a command")),
        ("Ctrl+N", _("A new note")),
        ("Ctrl+F", _("Search the notes")),
        ("Ctrl+L", _("Lock now")),
        ("F9", _("Hide everything, then lock; F9 again brings it back")),
        ("Tab  Shift+Tab", _("To the next thing that can be used, and back")),
        ("Space  Return", _("Press what has the frame around it")),
        ("Esc", _("Close a window; empty a search")),
    )


def _pages() -> Group:
    return _("Pages"), (
        ("Alt+1", _("Today")),
        ("Alt+2", _("Notes")),
        ("Alt+3", _("People")),
        ("Alt+4", _("Cards")),
        ("Alt+5", _("Send")),
        ("Alt+6", _("Settings")),
        ("Alt+7", _("Help")),
    )


def _writing() -> tuple[Group, ...]:
    return (
        (
            _("Writing"),
            (
                ("Ctrl+Return", _("Finalise")),
                ("Ctrl+I", _("Why this is asked")),
                ("F3", _("To the next word that may be misspelt, where that is checked")),
                ("F6", _("To the prompts beside the note, and back")),
                ("F8", _("Who helps")),
                ("Alt+Up  Alt+Down", _("Move a line of a ranking")),
                ("Ctrl+Z", _("Undo what was typed")),
            ),
        ),
        (
            _("In a visit"),
            (
                ("F2  N", _("A note for a person met; from the cards, back to the visit")),
                ("F4  C", _("The cards")),
            ),
        ),
    )


def _reading() -> tuple[Group, ...]:
    return (
        (
            _("Reading and sending"),
            (
                ("Ctrl+P", _("Write a PDF")),
                ("F3  Shift+F3", _("The next finding of the check, and the one before")),
            ),
        ),
        (
            _("Disclosure copy"),
            (
                ("Del", _("Take out what is marked")),
                ("Shift+Del", _("Take out the whole answer")),
                ("Ctrl+Del", _("Take it out everywhere")),
                ("Ins", _("Put it back")),
                ("Ctrl+Z", _("Undo")),
            ),
        ),
        (
            _("A document of the guidance"),
            (
                ("PgUp  PgDown", _("The page before, and the next one")),
                ("Ctrl+-  Ctrl++", _("Smaller, and larger")),
            ),
        ),
    )


def _with_her() -> tuple[Group, ...]:
    return (
        (
            _("Cards"),
            (
                ("Left  Right  Space", _("The card before, and the next one")),
                ("Up  Down  PgUp  PgDown", _("Up and down a long card")),
                ("L", _("Languages")),
                ("C", _("All cards")),
                ("P", _("Phrases")),
                ("A", _("Answers")),
                ("E", _("English beside it")),
                ("R", _("Turn it round for the person opposite")),
                ("Ctrl+-  Ctrl++  Ctrl+=  Ctrl+0", _("Smaller, larger, as it was")),
            ),
        ),
        (
            _("A plan or a contract, with her"),
            (
                ("F7", _("Turn to her")),
                ("PgUp  PgDown  Alt+Left  Alt+Right", _("The question before, and the next one")),
                ("E", _("English beside it")),
                ("R", _("Turn it round for the person opposite")),
                ("Ctrl+-  Ctrl++", _("Smaller, and larger")),
            ),
        ),
    )
