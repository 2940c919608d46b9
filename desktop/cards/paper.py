"""From the card on screen to paper: asks where to, writes the leaflet beside the window."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from desktop.cards.printing import PHRASES, leaflet_in_memory, print_leaflet
from desktop.cards.view import CardView
from desktop.file_dialogs import save_file
from desktop.operations import in_background
from desktop.printing import PrintPanel
from desktop.refusals import while_giving_out
from desktop.theme.notices import Toast
from exports.errors import ExportError
from exports.leaflet import Paper
from translations.interface import _

NAME = "leaflet.pdf"
"""Says nothing of what is in it, nor of whom it is for."""

PAPERS: dict[Paper, str] = {"A5": "A5", "A6-fold": "A6 (2 × A5)"}
"""What is offered, and what it is called; A4 is for the command line."""


class PaperWay:
    """Lets the cards of a view be printed; keeps nothing but the file that was asked for."""

    def __init__(self, view: CardView) -> None:
        """Answer the view's wish for paper from now on."""
        self._view = view
        self._toast = Toast(view)
        view.print_asked.connect(self.ask)

    def ask(self, card: str, code: str) -> None:
        """Let somebody choose what to print and on what, under the button that was pressed."""
        menu = QMenu(self._view)
        for way, act in ((_("Print"), self.to_printer), (_("Write a PDF"), self._ask_where)):
            choice = menu.addMenu(way)
            for words, cards in (
                (_("This card"), (card,)),
                (_("Phrases"), (PHRASES,)),
                (_("All cards and phrases"), ()),
            ):
                for paper in PAPERS:
                    named = f"{words} · {PAPERS[paper]}"
                    choice.addAction(named, partial(self._act, act, cards, code, paper))
        button = self._view.bottom.print
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def to_printer(self, cards: Sequence[str], code: str, paper: Paper) -> PrintPanel:
        """Ask for the printer, then print the leaflet from memory."""
        profile = self._view.deck.profile
        panel = PrintPanel(
            self._view,
            lambda: leaflet_in_memory(profile, code, cards, paper),
            fold=paper == "A6-fold",
        )
        panel.printed.connect(
            lambda name: self._toast.say(_("Given to the printer {name}.").format(name=name))
        )
        panel.open()
        return panel

    @staticmethod
    def _act(
        act: Callable[[Sequence[str], str, Paper], object],
        cards: Sequence[str],
        code: str,
        paper: Paper,
    ) -> None:
        act(cards, code, paper)

    def _ask_where(self, cards: Sequence[str], code: str, paper: Paper) -> None:
        """Ask for the file, then write the leaflet."""
        proposed = Path.home() / NAME
        if out := save_file(self._view, proposed, title=_("Leaflet"), kinds="PDF (*.pdf)"):
            self.write(cards, code, out, paper)

    def write(self, cards: Sequence[str], code: str, out: Path, paper: Paper = "A5") -> None:
        """Write the leaflet to `out`; a passing word says that it is there, or why not."""
        profile = self._view.deck.profile

        def work() -> str:
            try:
                print_leaflet(profile, code, cards, out, paper=paper)
            except (ExportError, OSError) as error:
                return _("No leaflet was written: {why}").format(why=while_giving_out(error))
            return _("Written: {file}. Print it from there.").format(file=out.name)

        in_background(self._view, work).on_success(self._toast.say).start()
