"""The page of links: the same things as a list and as a picture, and more of the chosen one."""

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.leaving import LeavingPanel
from desktop.linkgraph.drawing import leaving
from desktop.linkgraph.gathering import gather
from desktop.linkgraph.layout import Point, places
from desktop.linkgraph.model import Graph, Kind, Thing
from desktop.linkgraph.view import GraphView
from desktop.linkgraph.words import ICONS, kind_words, told
from desktop.operations import Operation, in_background
from desktop.pages.header import PageHeader
from desktop.pages.troubles import while_writing
from desktop.profile import Profile
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.fields import SearchField
from desktop.theme.frames import Card, line, row
from desktop.theme.labels import Label
from desktop.theme.layouts import Flow
from desktop.theme.notices import EmptyState, Icon
from desktop.theme.rows import Role, RowList
from storage import RecordId, Vault, reference
from storage.tables.folding import fold
from translations.interface import _, ngettext

LIST_WIDTH = 300
_KEY = Qt.ItemDataRole.UserRole + 20
_MOST_RECORDS = 6


class LinksPage(Page):
    """Drawn anew whenever it is shown; nothing of it is kept."""

    record_asked = Signal(str)
    """The record with this id shall be shown."""
    told = Signal(str)

    def __init__(self, vault: Vault, profile: Profile) -> None:
        """Show what the reports of `vault` tie together."""
        super().__init__()
        self._vault, self._profile = vault, profile
        self.graph = Graph()
        self._places: dict[str, Point] = {}
        self._asked = 0
        self.view = GraphView()
        self.search = SearchField(_("Search links"))
        self.model = QStandardItemModel(self)
        self.list = RowList(_("Links"))
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.view.chosen.connect(self._tell)
        self.view.opened.connect(self._open)

    def came(self) -> None:
        """Fetch and lay out anew, beside the window."""
        self._asked += 1
        asked = self._asked
        Operation(self, self._vault.query(gather)).on_success(
            lambda graph: self._arrange(asked, graph)
        ).on_failure(lambda error: self.told.emit(str(while_writing(error)))).start()

    def left(self) -> bool:
        """What is still being laid out is wanted no more."""
        self._asked += 1
        return True

    def place(self) -> dict[str, Any]:
        """Nothing: what was marked may be a name."""
        return {}

    def ask(self, *, printing: bool = False) -> LeavingPanel:
        """The panel that writes or prints the picture; show it with `open`."""
        leaves = leaving(self._profile, self.graph, self._places, printing=printing)
        panel = LeavingPanel(self, self._vault, leaves, printing=printing)
        panel.told.connect(self.told)
        return panel

    def _arrange(self, asked: int, graph: Graph) -> None:
        if asked != self._asked:
            return

        def work() -> dict[str, Point]:
            return places(graph, lambda: asked != self._asked)

        def show(found: dict[str, Point]) -> None:
            if asked == self._asked:
                self._show(graph, found)

        in_background(self, work).on_success(show).start()

    def _show(self, graph: Graph, found: dict[str, Point]) -> None:
        self.graph, self._places = graph, found
        self._whole.setCurrentIndex(1 if graph.things else 0)
        self.view.show_graph(graph, found)
        self._fill()
        count = graph.left_out
        self._left_out.setText(
            ngettext(
                "One subject is called like somebody under People, and is not drawn.",
                "{count} subjects are called like somebody under People, and are not drawn.",
                count,
            ).format(count=count)
        )
        self._left_out.setVisible(bool(count))
        for button in (self._print, self._write):
            button.setEnabled(bool(graph.things))

    def _fill(self) -> None:
        sought = fold(self.search.text())
        self.model.clear()
        for thing in sorted(
            self.graph.things, key=lambda each: (list(Kind).index(each.kind), each.key)
        ):
            if sought not in fold(thing.words):
                continue
            item = QStandardItem(thing.words.replace("\n", " "))
            item.setData(kind_words(thing.kind), Role.DETAIL)
            item.setData(thing.key, _KEY)
            item.setAccessibleText(told(thing, self.graph))
            item.setToolTip(thing.words)
            item.setEditable(False)
            self.model.appendRow(item)
        self._tell(self.view.marked)

    def _chosen(self, index: QModelIndex) -> None:
        if key := str(index.data(_KEY) or ""):
            self.view.mark(key)

    def _tell(self, key: str) -> None:
        """Say what is known of the thing that is marked, and mark it in the list."""
        thing = self._thing(key)
        self._about.setVisible(thing is not None)
        while self._ways.count():
            item = self._ways.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        if thing is None:
            return
        self._words.setText(told(thing, self.graph))
        for record in reversed(thing.records[-_MOST_RECORDS:]):
            way = Button(_("Open {reference}").format(reference=reference(RecordId(record))))
            way.clicked.connect(lambda _on=False, record=record: self.record_asked.emit(record))
            self._ways.addWidget(way)
        for place in range(self.model.rowCount()):
            index = self.model.index(place, 0)
            if index.data(_KEY) == key and index != self.list.currentIndex():
                self.list.setCurrentIndex(index)

    def _open(self, key: str) -> None:
        """Open the newest record that names a thing."""
        if thing := self._thing(key):
            self.record_asked.emit(thing.records[-1])

    def _thing(self, key: str) -> Thing | None:
        return next((thing for thing in self.graph.things if thing.key == key), None)

    def _lay_out(self) -> None:
        self._print, self._write = Button(_("Print …")), Button(_("Write PDF …"))
        self._print.clicked.connect(lambda: self.ask(printing=True).open())
        self._write.clicked.connect(lambda: self.ask().open())
        header = PageHeader(
            _("Links"),
            _("Those who exploit, and what they use, as reports name them. Never workers."),
            self._print,
            self._write,
        )
        head = QWidget()
        inside = QVBoxLayout(head)
        inside.setContentsMargins(24, 24, 24, 12)
        inside.setSpacing(8)
        inside.addWidget(header)
        inside.addWidget(_legend())
        self._left_out = Label("", "muted")
        self._left_out.hide()
        inside.addWidget(self._left_out)
        self._whole = QStackedWidget()
        self._whole.addWidget(
            EmptyState(
                "waypoints",
                _(
                    "When intelligence reports name people suspected, vehicles, numbers or places,"
                    " they are drawn here with what ties them together. Advert evidence and"
                    " premises are drawn where somebody else is in control."
                ),
            )
        )
        self._whole.addWidget(self._parts())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line())
        column.addWidget(self._whole, 1)

    def _parts(self) -> QWidget:
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(
            lambda index, _before: self._chosen(index)
        )
        self.list.activated.connect(lambda index: self._open(str(index.data(_KEY) or "")))
        left = QWidget()
        left.setFixedWidth(LIST_WIDTH)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 12, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.addWidget(self.search)
        beside.addLayout(top)
        beside.addWidget(self.list, 1)
        nearer, farther, whole = Button(_("Nearer")), Button(_("Farther")), Button(_("All"))
        nearer.clicked.connect(lambda: self.view.zoom(1.5))
        farther.clicked.connect(lambda: self.view.zoom(1 / 1.5))
        whole.clicked.connect(self.view.show_all)
        self._about = Card()
        self._words = Label("")
        self._about.column.addWidget(self._words)
        ways = QWidget()
        self._ways = Flow(ways, 8)
        self._about.column.addWidget(ways)
        self._about.hide()
        hint = Label(_("Arrows choose, + and − zoom, Ctrl and arrows move, Enter opens."), "hint")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self._about)
        below = row(nearer, farther, whole, hint, spacing=8)
        below.setStretch(3, 1)
        column.addLayout(below)
        whole_page = QWidget()
        across = row(left, line(upright=True), right, spacing=0)
        across.setStretch(2, 1)
        whole_page.setLayout(across)
        return whole_page


def _legend() -> QWidget:
    """What each icon stands for."""
    made = QWidget()
    flow = Flow(made, 16)
    for kind in Kind:
        one = QWidget()
        one.setLayout(
            row(Icon(ICONS[kind], side=16), Label(kind_words(kind), "hint", wrap=False), spacing=6)
        )
        flow.addWidget(one)
    return made
