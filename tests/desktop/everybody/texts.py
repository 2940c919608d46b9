"""Finds texts that no catalog holds: with the pseudo-language on, they stand without brackets."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from desktop.cards.view import CardView
from desktop.disclosing.sheet import TextSheet
from tests.desktop.everybody.walking import shown
from translations.interface import LANGUAGES

CONTENT = (CardView, QTextBrowser, TextSheet)
"""What shows a card, the guidance or a record: content, whose words are not the interface's."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_BETWEEN = re.compile(r" · |, |: |; |\n|\. |\) | \(")
_REFERENCE = re.compile(r"\b(FB|[A-Z0-9]{4})([-‑][A-Z0-9]{4})+\b")
_DIGEST = re.compile(r"SHA-256( [0-9a-f]+)+")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_KEYS = re.compile(
    r"\b(Ctrl|Alt|Shift|Return|Esc|Del|PgUp|PgDown|Up|Down|Left|Right|Ins|F\d+|Home|End|Tab|Space)\b"
)


def texts(widget: QWidget) -> Iterator[str]:
    """All that `widget` says or shows, its parts not included."""
    for name in ("text", "title", "placeholderText", "currentText", "toPlainText", "windowTitle"):
        ask = getattr(widget, name, None)
        if callable(ask) and not _is_typed(widget, name):
            yield str(ask())
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(at) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView):
        yield from _of_view(widget)
    menu = getattr(widget, "menu", None)
    found = menu() if callable(menu) else None
    if isinstance(found, QMenu):
        yield from (action.text() for action in found.actions())
    if isinstance(widget, QToolButton):
        return
    yield from (action.text() for action in widget.actions())


def _is_typed(widget: QWidget, name: str) -> bool:
    """Whether what `name` gives was written by somebody, or is shown as it leaves."""
    if name == "toPlainText":
        return isinstance(widget, QPlainTextEdit) and widget.isReadOnly()
    return name == "text" and isinstance(widget, QLineEdit)


def _of_view(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    sides = Qt.Orientation.Horizontal
    columns = 1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
    for column in range(columns):
        yield str(model.headerData(column, sides) or "") if columns > 1 else ""
        for row in range(min(model.rowCount(QModelIndex()), 40)):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(index.data(role) or "")


def plain(window: QWidget, known: "Known") -> Iterator[tuple[QWidget, str]]:
    """Every text of `window` that no catalog holds and that is not `known`, with its widget."""
    for widget in [window, *shown(window)]:
        if _is_content(widget):
            continue
        for text in texts(widget):
            left = known.outside(text)
            if left:
                yield widget, left


class Known:
    """What may stand without brackets: what people wrote, forms, names, dates and keys."""

    def __init__(self, texts: Iterable[str]) -> None:
        """`texts` as they are shown, whole."""
        here = QLocale()
        kinds = QLocale.FormatType
        dates = [here.monthName(n, kind) for n in range(1, 13) for kind in kinds]
        dates += [here.dayName(n, kind) for n in range(1, 8) for kind in kinds]
        self._words = frozenset(dates) | {"Fieldbook", "kB", "MB", "GB", "PDF"}
        whole = [*texts, *LANGUAGES.values()]
        self._texts = frozenset(piece for text in whole for piece in [text, *_pieces(text)])

    def outside(self, text: str) -> str:
        """What of `text` is neither in brackets nor known."""
        text = _DIGEST.sub("", _REFERENCE.sub("", text.replace("\u200b", "")))
        inner = None
        while inner != text:
            inner, text = text, _BRACKETS.sub("", text)
        if text.strip() in self._texts:
            return ""
        return "".join(filter(self._is_foreign, _pieces(text)))

    def _is_foreign(self, piece: str) -> bool:
        if piece in self._texts:
            return False
        piece = _KEYS.sub("", piece)
        return any(word not in self._words for word in _LETTERS.findall(piece))


def _pieces(text: str) -> list[str]:
    """`text` as it was put together from several."""
    return [piece.strip(" .…•“”0123456789") for piece in _BETWEEN.split(text)]


def _is_content(widget: QWidget) -> bool:
    around: QWidget | None = widget
    while around is not None:
        if isinstance(around, CONTENT):
            return True
        around = around.parentWidget()
    return False
