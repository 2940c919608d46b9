"""The page of help at hand: one field that searches the guidance, or the support services."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QTextBrowser, QVBoxLayout

from desktop import directory, guidance
from desktop.help import telling
from desktop.pages.header import PageHeader
from desktop.profile import Profile
from desktop.shell.window import Page
from desktop.theme.frames import row
from desktop.theme.segmented import Segmented
from translations.cards.kept import default
from translations.interface import _

GUIDANCE, SERVICES = "guidance", "services"


class HelpPage(Page):
    """Guidance by paragraph, laws, terms; and who helps, with source and standing of each row."""

    def __init__(self, profile: Profile) -> None:
        """Search the guidance, the force's own services in `profile` and those of the cards."""
        super().__init__()
        self._profile = profile
        self._rows: tuple[directory.Entry, ...] | None = None
        self._kind = GUIDANCE
        self._choice = Segmented(((GUIDANCE, _("Guidance and law")), (SERVICES, _("Who helps"))))
        self._choice.setAccessibleName(_("What to search"))
        self._choice.set_value(GUIDANCE)
        self._choice.chosen.connect(self.show_kind)
        self._field = QLineEdit()
        self._field.setPlaceholderText(_("A paragraph, a law, a word, a need"))
        self._field.setAccessibleName(_("Search"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._tell)
        self._found = QTextBrowser()
        self._found.setAccessibleName(_("What was found"))
        self._found.setOpenLinks(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        about = _(
            "In our own words. The documents themselves lead; check them before you rely on it."
        )
        column.addWidget(PageHeader(_("Help at hand"), about))
        column.addLayout(row(self._choice, None))
        column.addWidget(self._field)
        column.addWidget(self._found, 1)

    def came(self) -> None:
        """Show what is sought, and be ready for more."""
        self._tell()
        self._field.setFocus()

    def show_kind(self, kind: str) -> None:
        """Search the guidance or the services; taking the choice back changes nothing."""
        self._kind = kind or self._kind
        self._choice.set_value(self._kind)
        self._tell()

    def search(self, text: str) -> None:
        """Show what is found for `text`, such as a prompt's citation."""
        self._field.setText(text)

    def show_citation(self, citation: str) -> None:
        """Show the guidance at `citation`."""
        self.show_kind(GUIDANCE)
        self.search(citation)

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return self._found.toPlainText()

    def place(self) -> dict[str, Any]:
        """What is searched; what was typed is not kept."""
        return {"kind": self._kind}

    def restore(self, place: dict[str, Any]) -> None:
        """Search the same again."""
        if place.get("kind") in (GUIDANCE, SERVICES):
            self.show_kind(place["kind"])

    def _tell(self) -> None:
        sought = self._field.text()
        if self._kind == SERVICES:
            told = telling.services(directory.find(self._services(), sought))
        else:
            told = telling.guidance(guidance.find(guidance.read(), sought))
        self._found.setHtml(told or f"<p>{_('Nothing was found.')}</p>")

    def _services(self) -> tuple[directory.Entry, ...]:
        """Read when they are first sought."""
        if self._rows is None:
            self._rows = directory.entries(self._profile, default().services)
        return self._rows
