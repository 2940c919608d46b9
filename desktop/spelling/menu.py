"""The menu of a word that is not known: others in its place, then what a field always offers."""

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.theme.fields import WritingField
from translations.interface import _


def menu(
    field: WritingField,
    suggestions: Iterable[str],
    replace: Callable[[str], object],
    learn: Callable[[], object],
) -> QMenu:
    """The menu; `replace` is called with the word that was chosen."""
    made = field.createStandardContextMenu()
    first = next(iter(made.actions()), None)
    new = [_action(word, made, replace) for word in suggestions]
    if not new:
        nothing = QAction(_("No other word is like it"), made)
        nothing.setEnabled(False)
        new.append(nothing)
    apart, below = QAction(made), QAction(made)
    apart.setSeparator(True)
    below.setSeparator(True)
    known = _action(_("Add to my words"), made, lambda _words: learn())
    for action in (*new, apart, known, below):
        if first is None:
            made.addAction(action)
        else:
            made.insertAction(first, action)
    return made


def _action(words: str, parent: QMenu, call: Callable[[str], object]) -> QAction:
    made = QAction(words.replace("&", "&&"), parent)
    made.triggered.connect(lambda: call(words))
    return made
