"""What goes out beside single records: disclosure copies, the picture of links, timelines."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.desk import Around
from desktop.disclosing import DisclosurePage
from desktop.leaving import LeavingPanel
from desktop.leaving.notebook_panel import NotebookPanel
from desktop.linkgraph import LinksPage
from desktop.pages.record import RecordPage
from desktop.people.reading import Contact, Person
from desktop.people.timeline_paper import leaving
from translations.interface import _


class Outgoing(QObject):
    """Holds the pages for it, and leads to them."""

    told = Signal(str)
    """What the officer should know now."""
    record_asked = Signal(str)
    """The record with this id shall be shown."""
    changed = Signal()
    """Something was chosen that is worth keeping over a lock."""

    def __init__(self, around: Around) -> None:
        """Let documents out of the vault."""
        super().__init__(around.shell)
        self._vault, self._shelf, self._profile, self._language, shell, _desk = around
        self._shell = shell
        shell.add_page("disclosure", lambda: self.disclosure, on_rail="notes")
        shell.add_page("links", lambda: self.links, on_rail="notes")

    @cached_property
    def disclosure(self) -> DisclosurePage:
        """Where words are taken out of copies."""
        page = DisclosurePage(self._vault, self._shelf, self._profile, self._language)
        page.told.connect(self.told)
        page.changed.connect(self.changed)
        return page

    @cached_property
    def links(self) -> LinksPage:
        """The picture of what reports tie together."""
        page = LinksPage(self._vault, self._profile)
        page.told.connect(self.told)
        page.record_asked.connect(self.record_asked)
        return page

    def follow(self, record: RecordPage) -> None:
        """Offer copies of what `record` shows."""
        record.more_asked.connect(lambda menu: self._offer(menu, record))

    def disclose(self, record: str) -> None:
        """Begin a disclosure copy with `record`."""
        self._shell.go("disclosure")
        self.disclosure.begin(record)

    def ask_timeline(
        self, person: Person, contacts: Sequence[Contact], printing: bool
    ) -> LeavingPanel:
        """The panel that writes or prints a timeline; show it with `open`."""
        leaves = leaving(self._profile, person, contacts, printing=printing)
        panel = LeavingPanel(self._shell, self._vault, leaves, printing=printing)
        panel.told.connect(self.told)
        return panel

    def ask_notebook(self) -> NotebookPanel:
        """The panel that writes or prints the notebook of a period; show it with `open`."""
        panel = NotebookPanel(self._shell, self._vault, self._shelf, self._profile, self._language)
        panel.told.connect(self.told)
        return panel

    def _offer(self, menu: QMenu, record: RecordPage) -> None:
        menu.addAction(_("Disclosure copy …"), lambda: self.disclose(record.record))
