"""Keys of the card screen that no button of its bars has."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_CHILDREN = 2  # Qt.ShortcutContext.WidgetWithChildrenShortcut; see desktop.theme.look


def bind(widget: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Let keys act anywhere in `widget`; a field that is typed into keeps its own."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), widget)
        shortcut.setProperty("context", _CHILDREN)
        shortcut.activated.connect(act)
