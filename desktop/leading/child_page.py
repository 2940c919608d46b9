"""The child's page: what to do now where a person may be under 18. It comes first, and is calm."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.header import PageHeader
from desktop.profile import Profile
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, indent, line, row
from desktop.theme.labels import Label
from desktop.theme.look import current
from desktop.theme.scrolling import scrolling
from translations.interface import _

_PAD = 24
_TWO_COLUMNS = 860
"""Pixels at 100 % from which on what to do and whom to tell stand side by side."""
_WIDEST = 1240
"""Pixels at 100 % that both are wide together at most, for the eye's sake."""


class ChildPage(Page):
    """Belongs to one note; leads on to the child's record and back to the note."""

    begin_asked = Signal(str, str)
    """A record of this form shall be begun from the note of this id."""
    back_asked = Signal(str)
    """The note of this id shall be gone on with."""
    source_asked = Signal(str)
    """What a step rests on shall be read."""

    def __init__(self, profile: Profile) -> None:
        """Name the roles as `profile` fills them."""
        super().__init__()
        self.note = ""
        back = Button(_("Back to the note"), icon="chevron-left")
        back.clicked.connect(lambda: self.back_asked.emit(self.note))
        self.notify = Button(_("Concern notification"))
        self.notify.clicked.connect(
            lambda: self.begin_asked.emit("concern_notification", self.note)
        )
        self.write = Button(_("Write it down"), "primary")
        self.write.clicked.connect(lambda: self.begin_asked.emit("child_concern", self.note))
        header = PageHeader(
            _("This person may be a child"),
            _("Doubt is enough. Treat the person as a child, and as a victim of abuse."),
            back,
            self.notify,
            self.write,
        )
        self._columns = QHBoxLayout()
        self._columns.setSpacing(16)
        self._columns.addWidget(self._what_to_do(), 3)
        self._columns.addWidget(self._whom_to_tell(profile), 2)
        inner = QWidget()
        inner.setMaximumWidth(current().px(_WIDEST))
        column = QVBoxLayout(inner)
        indent(column, 0, 0, 16, 0)
        column.addLayout(self._columns)
        column.addStretch(1)
        scroll = scrolling(inner, _("What to do now"))
        above = QVBoxLayout()
        indent(above, 0, 0, 16, 0)
        above.addWidget(header)
        whole = QVBoxLayout(self)
        indent(whole, 32, 24, 16, 16)
        whole.setSpacing(20)
        whole.addLayout(above)
        whole.addWidget(scroll, 1)

    def show_note(self, note: str) -> None:
        """The page belongs to the draft or record `note`."""
        self.note = note

    def came(self) -> None:
        """The one thing to do has the focus."""
        self.write.setFocus()

    def place(self) -> dict[str, Any]:
        """The note that it belongs to."""
        return {"note": self.note}

    def restore(self, place: dict[str, Any]) -> None:
        """Belong to the same note again."""
        self.show_note(str(place.get("note", "")))

    def resizeEvent(self, event: Any) -> None:
        """Qt's hook: where it is narrow, whom to tell stands below."""
        super().resizeEvent(event)
        wide = self.width() >= current().px(_TWO_COLUMNS)
        way = QHBoxLayout.Direction.LeftToRight if wide else QHBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def _what_to_do(self) -> QWidget:
        card = _card(_("What to do now"))
        northumbria = "Northumbria, Children and Young People"
        police = "Children Act 1989, s.46"
        for words, source in (
            (_("In danger now: 999, your radio, a supervisor. All else can wait."), "Surrey, 3.2"),
            (
                _("Stay with the child. Nobody who came along speaks for the child."),
                "NPCC 2019, 5.5",
            ),
            (
                _("Tell the local authority first; no consent is needed to protect a child."),
                f"{northumbria}, Consider, 3",
            ),
            (
                _(
                    "Police protection is for reasonable cause to believe that the child would"
                    " otherwise be likely to suffer significant harm. It lasts 72 hours at most,"
                    " and gives no power of entry; tell the local authority and the designated"
                    " officer."
                ),
                police,
            ),
            (
                _("Ask what the child wishes, and write it in the child’s own words."),
                f"{northumbria}, Consider, 8",
            ),
            (
                _("A Child Abduction Warning Notice to whoever seeks contact with the child."),
                f"{northumbria}, Consider, 4",
            ),
        ):
            card.column.addWidget(line())
            card.column.addWidget(Label(words))
            card.column.addLayout(row(self._source(source), None))
        return card

    def _whom_to_tell(self, profile: Profile) -> QWidget:
        card = _card(_("Whom to tell"))
        roles = (
            (_("Child abuse unit"), profile.roles.get("child_abuse_unit", "")),
            (_("Missing person co-ordinator"), profile.roles.get("missing_coordinator", "")),
            (_("Modern slavery contact"), profile.roles.get("modern_slavery_spoc", "")),
        )
        for role, who in roles:
            card.column.addWidget(line())
            card.column.addWidget(Label(role, "label"))
            card.column.addWidget(Label(who or _("Your force has not named anybody yet.")))
        card.column.addWidget(line())
        card.column.addWidget(
            Label(_("The local authority’s number is asked for on the next page."), "muted")
        )
        card.column.addStretch(1)
        return card

    def _source(self, source: str) -> Button:
        link = Button(source, "link")
        link.setAccessibleName(_("Read {source}").format(source=source))
        link.clicked.connect(lambda: self.source_asked.emit(source))
        return link


def _card(heading: str) -> Card:
    card = Card()
    card.column.setContentsMargins(_PAD, 20, _PAD, 20)
    card.column.addWidget(Label(heading, "heading"))
    return card
