"""The page that tells why a notebook does not open: what happened, what is safe, what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.theme.buttons import Button
from desktop.theme.fields import Field
from desktop.theme.frames import line, row
from desktop.theme.labels import Label
from desktop.unlock.frame import Page
from desktop.unlock.telling import Telling
from translations.interface import _

WIDTH = 560


class TroublePage(Page):
    """Three sentences, and the way on."""

    retry_asked = Signal()
    another_asked = Signal()
    accepted = Signal(str)
    """The officer goes on with what is left, for this reason."""

    def __init__(self, told: Telling, can_leave: bool, parent: QWidget | None = None) -> None:
        """Tell what `told` says; `can_leave` offers the other notebooks."""
        super().__init__("Fieldbook", WIDTH, parent)
        self.set_subtitle(_("The notebook did not open"))
        happened = Label(told.happened, "heading")
        self.column.addWidget(happened)
        for name, words in ((_("What is safe"), told.safe), (_("What to do now"), told.remedy)):
            pair = QVBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(Label(name, "label"))
            pair.addWidget(Label(words))
            self.column.addLayout(pair)
        self.card.setAccessibleName(f"{told.happened} {told.safe} {told.remedy}")
        self._retry = Button(_("Try again"), "primary", big=True)
        self._retry.clicked.connect(self.retry_asked)
        self.column.addLayout(row(None, self._retry))
        if told.can_accept:
            self._offer_what_is_left()
        if can_leave:
            another = Button(_("Another notebook"), "link")
            another.clicked.connect(self.another_asked)
            self.set_foot(another)

    def enter(self) -> None:
        """The way on has the focus."""
        self._retry.setFocus()

    def _offer_what_is_left(self) -> None:
        reason = QLineEdit()
        asked = Field(
            _("Why you go on without it"),
            reason,
            hint=_("This is written into the notebook’s log."),
        )
        accept = Button(_("Open what is left"))
        accept.setEnabled(False)
        reason.textChanged.connect(lambda text: accept.setEnabled(bool(text.strip())))
        accept.clicked.connect(lambda: self.accepted.emit(reason.text().strip()))
        self.column.addWidget(line())
        self.column.addWidget(asked)
        self.column.addLayout(row(None, accept))
