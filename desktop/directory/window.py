"""Who helps: the directory beside a note, where one click writes what she was told of."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.directory.finding import find
from desktop.directory.services import Entry
from desktop.theme.buttons import Button
from desktop.theme.fields import SearchField
from desktop.theme.fitting import FittingDialog
from desktop.theme.frames import Rows, row
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside
from translations.interface import _

WIDTH = 640
SHOWN = 8


class WhoHelps(FittingDialog):
    """Searches the services; what is clicked is told, and the window stays for more."""

    told = Signal(object)
    """The `Entry` that she was told of."""

    def __init__(self, parent: QWidget, entries: Iterable[Entry], written: str) -> None:
        """Offer `entries`; `written` names those that the note says already, a line each."""
        super().__init__(WIDTH, parent)
        self._entries = tuple(entries)
        self._written = set(written.splitlines())
        self.field = SearchField(_("A need, a name, a place"))
        self.field.textChanged.connect(self._show)
        self.buttons: dict[str, Button] = {}
        self.column.addWidget(Label(_("Who helps"), "heading"))
        about = _("A click writes into the note that she was told of it.")
        self.column.addWidget(Label(about, "muted"))
        self.column.addWidget(self.field)
        self._rows = Rows(top=4, spacing=8)
        self.column.addWidget(self._rows)
        close = Button(_("Done"), "primary")
        close.clicked.connect(self.accept)
        self.set_foot(row(None, close))
        self._show("")
        self.field.setFocus()

    def _show(self, sought: str) -> None:
        self.buttons = {}
        found = find(self._entries, sought)
        foot = [] if found else [Label(_("Nothing was found."), "muted")]
        if len(found) > SHOWN:
            more = _("{count} more: type a need or a name.").format(count=len(found) - SHOWN)
            foot.append(Label(more, "muted"))
        self._rows.show_rows([self._row(entry) for entry in found[:SHOWN]], *foot)

    def _row(self, entry: Entry) -> QWidget:
        button = self.buttons[entry.name] = Button(_("She was told"))
        button.setAccessibleName(
            _("{action}: {name}").format(action=button.text(), name=entry.name)
        )
        button.clicked.connect(lambda: self._tell(entry))
        self._mark(entry, button)
        words, made = QWidget(), QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        texts.addWidget(Label(entry.name, "strong"))
        texts.addWidget(Label(entry.what, "muted"))
        texts.addWidget(Label(reach(entry), "muted"))
        across = Beside(made, 12)
        across.addWidget(words)
        across.addWidget(button)
        return made

    def _tell(self, entry: Entry) -> None:
        self._written.add(entry.name)
        self.told.emit(entry)
        self._mark(entry, self.buttons[entry.name])

    def _mark(self, entry: Entry, button: Button) -> None:
        if entry.name in self._written:
            button.set_words(_("Written"))
            button.set_icon("check")
            button.setEnabled(False)


def reach(entry: Entry) -> str:
    """How a service is reached; a number is shown once somebody of the force has verified it."""
    told = " · ".join(filter(None, (entry.phone, entry.web, entry.area)))
    if entry.verified:
        return told
    unchecked = _("Not verified by the force: no number is shown.")
    return f"{told} · {unchecked}" if told else unchecked
