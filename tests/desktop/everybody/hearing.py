"""What a screen reader is told: goes through the accessibility tree of a window."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Role = QAccessible.Role
CONTROLS = frozenset(
    {
        Role.PushButton,
        Role.RadioButton,
        Role.CheckBox,
        Role.ComboBox,
        Role.EditableText,
        Role.SpinBox,
        Role.Slider,
        Role.ButtonMenu,
        Role.ButtonDropDown,
        Role.PageTab,
        Role.MenuItem,
        Role.Link,
    }
)
"""What can be worked."""
CONTAINERS = frozenset({Role.List, Role.Table, Role.Tree})
ROWS = frozenset({Role.ListItem, Role.Cell, Role.TreeItem})
_MOST = 400
"""Parts of one thing that are looked at: a list may be long."""
_BY_TAB = 1
"""The bit of Qt.TabFocus."""


def tree(window: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything in the tree of `window` that is not invisible."""
    root = QAccessible.queryAccessibleInterface(window)
    if root is not None:
        yield from _below(root)


def _below(parent: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(min(parent.childCount(), _MOST)):
        child = parent.child(at)
        if child is None or not child.isValid():
            continue
        state = child.state()
        if state.invisible and child.role() not in ROWS:
            continue
        yield child
        yield from _below(child)


def nameless(window: QWidget) -> Iterator[str]:
    """Controls, lists and rows that say nothing of themselves."""
    for each in tree(window):
        role, name = each.role(), each.text(QAccessible.Text.Name).strip()
        if name or role not in CONTROLS | CONTAINERS | ROWS:
            continue
        yield f"{role.name} without a name in {_path(each)}"


def count(window: QWidget) -> int:
    """How many controls there are."""
    return sum(each.role() in CONTROLS for each in tree(window))


def unspoken(window: QWidget) -> Iterator[str]:
    """What takes the focus, and has neither a role nor a name to say."""
    for each in tree(window):
        made, name = each.object(), each.text(QAccessible.Text.Name)
        if not isinstance(made, QWidget) or name or not made.focusPolicy().value & _BY_TAB:
            continue
        if each.role() in (Role.NoRole, Role.Client) and not made.focusProxy():
            yield f"{type(made).__name__} in {_path(each)}"


def _path(each: QAccessibleInterface) -> str:
    names = []
    at: QAccessibleInterface | None = each
    while at is not None and len(names) < 4:
        made = at.object()
        names.append(type(made).__name__ if made else at.role().name)
        at = at.parent()
    return " < ".join(names)
