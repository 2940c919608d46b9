"""On Today: the visit that is planned or under way, one click from its page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.operations import Operation
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, Rows
from desktop.theme.labels import Label
from desktop.theme.layouts import Beside
from desktop.times import moment
from desktop.visits.belonging import belonging, visits_under_way
from storage import Draft, Session, Vault
from translations.interface import _, ngettext

SHOWN = 3


class VisitUnderWay(Card):
    """The visits that are not finalised yet; hides itself where there is none."""

    draft_chosen = Signal(str)

    def __init__(self, vault: Vault) -> None:
        """Show the visits of `vault`; `refresh` looks."""
        super().__init__("soft")
        self._vault = vault
        self._rows = Rows()
        self.column.addWidget(self._rows)
        self.hide()

    def refresh(self) -> None:
        """Look which visits there are, and how many people were met in each."""

        def work(session: Session) -> list[tuple[Draft, int]]:
            found = visits_under_way(session)[:SHOWN]
            return [(each, len(belonging(session, each.id).met)) for each in found]

        Operation(self, self._vault.query(work)).on_success(self._show).start()

    def _show(self, visits: list[tuple[Draft, int]]) -> None:
        self._rows.show_rows(self._row(each, met) for each, met in visits)
        self.setVisible(bool(visits))

    def _row(self, visit: Draft, met: int) -> QWidget:
        heading = _("Visit under way") if met else _("Visit planned")
        under = (
            ngettext("{count} person met", "{count} people met", met).format(count=met)
            if met
            else _("Begun {begun}").format(begun=moment(visit.started))
        )
        button = Button(_("Continue"))
        button.setAccessibleName(
            _("{action}: {title}, {state}").format(
                action=button.text(), title=visit.title, state=heading
            )
        )
        button.clicked.connect(lambda: self.draft_chosen.emit(visit.id))
        words, made = QWidget(), QWidget()
        texts = QVBoxLayout(words)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(0)
        texts.addWidget(Label(heading, "heading"))
        texts.addSpacing(4)
        texts.addWidget(Label(visit.title))
        texts.addWidget(Label(under, "muted"))
        across = Beside(made, 12)
        across.addWidget(words)
        across.addWidget(button)
        return made
