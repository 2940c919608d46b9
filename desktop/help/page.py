"""The page of help at hand: one field that searches the guidance, or the support services."""

from typing import Any

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout

from desktop import directory, guidance
from desktop.guidance.documents import FOLDER, Place, documents, find
from desktop.help import telling
from desktop.help.document_window import DocumentWindow
from desktop.operations import in_background
from desktop.pages.header import PageHeader
from desktop.profile import Profile
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.fields import SearchField
from desktop.theme.frames import row
from desktop.theme.lines import keep_short
from desktop.theme.segmented import Segmented
from translations.cards.kept import default
from translations.interface import _, form_language

GUIDANCE, SERVICES, DOCUMENTS = "guidance", "services", "documents"
_SHEET = "b, h3 { font-weight: 600 }"
"""The weight of titles everywhere: Qt would make a bolder one from it, smeared."""
_TYPING = 150
"""Milliseconds of rest in the field before documents are searched: they may be long."""


class HelpPage(Page):
    """Guidance by paragraph, laws, terms; and who helps, with source and standing of each row."""

    keys_asked = Signal()
    """Every key shall be shown."""

    def __init__(self, profile: Profile) -> None:
        """Search the guidance, the force's own services in `profile` and those of the cards."""
        super().__init__()
        self._profile = profile
        self._rows: tuple[directory.Entry, ...] | None = None
        self._kind = GUIDANCE
        self._told = ""
        self._loaded = documents(profile.source.parent / FOLDER)
        self._links = telling.Links()
        self._choice = Segmented(
            (
                (GUIDANCE, _("Guidance and law")),
                (SERVICES, _("Who helps")),
                (DOCUMENTS, _("The documents")),
            ),
            always=GUIDANCE,
        )
        self._choice.setAccessibleName(_("What to search"))
        self._choice.chosen.connect(self.show_kind)
        self._field = SearchField(_("A paragraph, a law, a word, a need"))
        self._field.textChanged.connect(self._typed)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self._seek)
        self._found = QTextBrowser()
        keep_short(self._found)
        self._found.document().setDefaultStyleSheet(_SHEET)
        self._found.setAccessibleName(_("What was found"))
        self._found.setOpenLinks(False)
        self._found.anchorClicked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        about = _(
            "In our own words. The documents themselves lead; check them before you rely on it."
        )
        keys = Button(_("All keys"), keys="F1")
        keys.setShortcut(QKeySequence())  # the window itself answers to it
        keys.clicked.connect(self.keys_asked)
        column.addWidget(PageHeader(_("Help at hand"), about, keys))
        column.addLayout(row(self._choice, None))
        column.addWidget(self._field)
        column.addWidget(self._found, 1)

    def came(self) -> None:
        """Show what is sought, and be ready for more."""
        self._loaded = documents(self._profile.source.parent / FOLDER)
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
        if place.get("kind") in (GUIDANCE, SERVICES, DOCUMENTS):
            self.show_kind(place["kind"])

    def open_document(self, link: str) -> DocumentWindow | None:
        """The window of the document that a link leads to; show it with `open`."""
        end = self._links.end(link)
        if end is None:
            return None
        document, page, citation = end
        window = DocumentWindow(self, document, page, citation)
        window.finished.connect(window.deleteLater)
        return window

    def _follow(self, link: QUrl) -> None:
        if link.hasFragment():
            self._found.scrollToAnchor(link.fragment())
        elif window := self.open_document(link.toString()):
            window.open()

    def _typed(self) -> None:
        """Documents are long, so they wait for a rest in typing."""
        if self._kind == DOCUMENTS and self._field.text().strip():
            self._typing.start()
        else:
            self._tell()

    def _tell(self) -> None:
        sought = self._field.text()
        self._links = telling.Links(self._loaded)
        if self._kind == DOCUMENTS and sought.strip():
            self._seek()
            return
        if self._kind == SERVICES:
            told = telling.services(directory.find(self._services(), sought))
        elif self._kind == DOCUMENTS:
            told = telling.documents(self._loaded, self._links)
        else:
            topics = guidance.read(language=form_language())
            found = guidance.find(topics, sought)
            told = telling.guidance(found, self._links, contents=not sought.strip())
            if any(topic.language != form_language() for topic in topics):
                told = telling.only_in_english() + told
        self._show(told)

    def _seek(self) -> None:
        """Search the documents beside the window; what was typed since then counts."""
        sought, loaded = self._field.text(), self._loaded

        def show(found: list[Place]) -> None:
            if sought == self._field.text() and self._kind == DOCUMENTS:
                self._links = telling.Links(loaded)
                self._show(telling.places(found, self._links))

        in_background(self, lambda: find(loaded, sought)).on_success(show).start()

    def _show(self, told: str) -> None:
        nothing = _("Nothing was found.")
        self._told = told or f"<p>{nothing}</p>"
        self._found.setHtml(self._told)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: links keep the colour of the theme in which they were set."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            QTimer.singleShot(0, self, self._redraw)

    def _redraw(self) -> None:
        bar = self._found.verticalScrollBar()
        place = bar.value()
        self._found.setHtml(self._told)
        bar.setValue(place)

    def _services(self) -> tuple[directory.Entry, ...]:
        """Read when they are first sought."""
        if self._rows is None:
            self._rows = directory.entries(self._profile, default().services)
        return self._rows
