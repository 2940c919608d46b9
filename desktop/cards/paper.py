"""From the card on screen to paper: asks where to, writes the leaflet beside the window."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.cards.printing import print_leaflet
from desktop.cards.view import CardView
from desktop.operations import in_background
from desktop.theme.notices import Toast
from exports.errors import ExportError
from translations.interface import _

NAME = "leaflet.pdf"
"""Says nothing of what is in it, nor of whom it is for."""


class PaperWay:
    """Lets the cards of a view be printed; keeps nothing but the file that was asked for."""

    def __init__(self, view: CardView) -> None:
        """Answer the view's wish for paper from now on."""
        self._view = view
        self._toast = Toast(view)
        view.print_asked.connect(self.ask)

    def ask(self, card: str, code: str) -> None:
        """Ask for the file, then write the leaflet of one card in one language."""
        only = QFileDialog.Option.DontUseNativeDialog
        name, _kind = QFileDialog.getSaveFileName(
            self._view, _("Leaflet"), str(Path.home() / NAME), "PDF (*.pdf)", "", only
        )
        if name:
            self.write(card, code, Path(name))

    def write(self, card: str, code: str, out: Path) -> None:
        """Write the leaflet to `out`; a passing word says that it is there, or why not."""
        profile = self._view.deck.profile

        def work() -> str:
            try:
                print_leaflet(profile, code, card, out)
            except (ExportError, OSError) as error:
                return _("No leaflet was written: {why}").format(why=error)
            return _("Written: {file}. Print it from there.").format(file=out.name)

        in_background(self._view, work).on_success(self._toast.say).start()
