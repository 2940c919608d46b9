"""The keys of the card screen that no button of its bars has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from desktop.cards.view import CardView

_CHILDREN = 2  # Qt.ShortcutContext.WidgetWithChildrenShortcut; see desktop.theme.look
_PAGE, _LINE = 0.8, 0.12
"""Parts of the screen that a card is moved by."""


def bind(view: CardView) -> None:
    """Let the keys act anywhere in `view`; a field that is typed into keeps its own."""
    acts: dict[str, Callable[[], object]] = {
        "Right": partial(view.step, 1),
        "Left": partial(view.step, -1),
        "Space": partial(view.step, 1),
        "L": view.show_languages,
        "A": view.show_answers,
        "PgDown": partial(view.move_by, _PAGE),
        "PgUp": partial(view.move_by, -_PAGE),
        "Down": partial(view.move_by, _LINE),
        "Up": partial(view.move_by, -_LINE),
        "Ctrl++": partial(view.zoom_by, 1),
        "Ctrl+=": partial(view.zoom_by, 1),
        "Ctrl+-": partial(view.zoom_by, -1),
        "Ctrl+0": view.zoom_back,
    }
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), view)
        shortcut.setProperty("context", _CHILDREN)
        shortcut.activated.connect(act)
