"""The menu of a word that is not known: others in its place, then what a field offers for words."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.theme.fields import WritingField
from translations.interface import _

_KEPT = frozenset({"edit-cut", "edit-copy", "edit-paste"})
"""What of a field's own menu stays, by Qt's names: all of it would not fit at 150 %."""


def menu(
    field: WritingField,
    suggestions: Iterable[str],
    replace: Callable[[str], object],
    learn: Callable[[], object],
) -> QMenu:
    """The menu; `replace` is called with the word that was chosen."""
    made = field.createStandardContextMenu()
    for action in made.actions():
        if action.objectName() not in _KEPT:
            made.removeAction(action)
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


def show(menu: QMenu, field: WritingField, where: QPoint) -> None:
    """Open `menu` at `where`, below a line of `field`; above that line where it would cover it."""
    room, tall = field.screen().availableGeometry(), menu.sizeHint().height()
    above = where - QPoint(0, field.fontMetrics().lineSpacing() + tall)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(above if where.y() + tall > room.bottom() and above.y() >= room.top() else where)


def _action(words: str, parent: QMenu, call: Callable[[str], object]) -> QAction:
    made = QAction(words.replace("&", "&&"), parent)
    made.triggered.connect(lambda: call(words))
    return made
