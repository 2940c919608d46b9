"""Settings: one subject at a time, chosen from a list at the left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import preferences
from desktop.pages.header import PageHeader
from desktop.preferences import SCALES
from desktop.profile import Profile
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, line, row
from desktop.theme.labels import Label, breaking
from desktop.theme.look import current
from desktop.theme.rows import Role, RowDelegate
from desktop.theme.scrolling import by_key
from desktop.theme.segmented import Segmented
from storage import Vault
from translations.interface import ENGLISH, LANGUAGES, _, form_language

WIDTH = 760
_LIST = 250
_NAMES = 190


class SettingsPage(Page):
    """What the officer may choose, and what the force profile says."""

    chosen = Signal(object)
    """New `Preferences`, already remembered."""
    forms_asked = Signal()
    """The page of forms shall be shown."""
    log_asked = Signal()
    """The log shall be shown."""

    def __init__(self, vault: Vault, profile: Profile) -> None:
        """Show the preferences in use, the profile, and where the vault is."""
        super().__init__()
        self._preferences = preferences.load()
        self._profile, self._folder = profile, vault.folder
        self._names: list[str] = []
        self._makers: dict[str, Callable[[], Sequence[QWidget]]] = {}
        self._made: dict[str, QScrollArea] = {}
        self._model = QStandardItemModel(self)
        self._stack = QStackedWidget()
        self._lay_out()
        self.add("looks", _("How it looks"), _("Theme, text size, language"), self._looks)
        self.add("forms", _("Forms"), _("Look through them, take one in"), self._forms)
        self.add("log", _("Log"), _("Who looked at what, and when"), self._log)
        self.add("force", _("Your force"), _("What it has set, where this is kept"), self._force)
        self.show_section("looks")

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of all subjects, in the order of the list."""
        return tuple(self._names)

    def add(
        self,
        name: str,
        words: str,
        detail: str,
        make: Callable[[], Sequence[QWidget]],
        place: int = -1,
    ) -> None:
        """Add a subject, listed as `words` over `detail`, last or at `place`.

        `make` gives its cards when it is first shown.
        """
        place = len(self._names) if place < 0 else place
        item = QStandardItem(words)
        item.setData(detail, Role.DETAIL)
        item.setData(f"{words}, {detail}", Qt.ItemDataRole.AccessibleTextRole)
        item.setEditable(False)
        self._names.insert(place, name)
        self._makers[name] = make
        self._model.insertRow(place, item)

    def show_section(self, name: str) -> None:
        """Show the subject `name`."""
        self._list.setCurrentIndex(self._model.index(self._names.index(name), 0))

    def came(self) -> None:
        """The list has the focus: arrows go through the subjects."""
        self._list.setFocus()

    def place(self) -> dict[str, Any]:
        """The subject that is shown."""
        return {"section": self._names[self._list.currentIndex().row()]}

    def restore(self, place: dict[str, Any]) -> None:
        """Show that subject again."""
        if place.get("section") in self._names:
            self.show_section(place["section"])

    def changeEvent(self, event: QEvent) -> None:
        """Qt's hook: the text may have another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._side.setFixedWidth(current().px(_LIST))

    def _lay_out(self) -> None:
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowDelegate(parent=self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(_("Settings"))
        self._list.selectionModel().currentChanged.connect(self._turn_to)
        self._side = QWidget()
        self._side.setFixedWidth(current().px(_LIST))
        head = QVBoxLayout()
        head.setContentsMargins(16, 24, 16, 12)
        head.addWidget(PageHeader(_("Settings")))
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addLayout(head)
        side.addWidget(self._list, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._side)
        outer.addWidget(line(upright=True))
        outer.addWidget(self._stack, 1)

    def _turn_to(self, index: QModelIndex) -> None:
        name = self._names[index.row()]
        if name not in self._made:
            self._made[name] = _scrolled(*self._makers[name]())
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])

    def _looks(self) -> Sequence[QWidget]:
        card = Card()
        card.column.addWidget(Label(_("How it looks"), "heading"))
        themes = Segmented(
            [
                ("system", _("As the system")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("High contrast")),
            ],
            always=self._preferences.theme,
        )
        themes.setAccessibleName(_("Theme"))
        themes.chosen.connect(lambda theme: self._choose(theme=theme))
        scales = Segmented(
            [(str(scale), f"{scale:.0%}") for scale in SCALES],
            always=str(self._preferences.text_scale),
        )
        scales.setAccessibleName(_("Text size"))
        scales.chosen.connect(lambda scale: self._choose(text_scale=float(scale)))
        tongues = Segmented(
            [(preferences.SYSTEM, _("As the system")), *LANGUAGES.items()],
            always=self._preferences.language,
        )
        tongues.setAccessibleName(_("Language"))
        tongues.chosen.connect(lambda tongue: self._choose(language=tongue))
        choices = (_("Theme"), themes), (_("Text size"), scales), (_("Language"), tongues)
        for words, choice in choices:
            card.column.addSpacing(4)
            card.column.addWidget(Label(words, "label"))
            card.column.addWidget(choice)
        if form_language() != ENGLISH:
            draft = _(
                "This translation is a draft, made by machine. Where it matters, English leads."
            )
            card.column.addWidget(Label(draft, "muted"))
        return (card,)

    def _forms(self) -> Sequence[QWidget]:
        card = Card()
        card.column.addWidget(Label(_("Forms of your force"), "heading"))
        words = Label(_("Look at every form, and take in your force’s own."), "muted")
        show = Button(_("Forms …"))
        show.clicked.connect(self.forms_asked)
        across = row(words, show)
        across.setStretch(0, 1)
        card.column.addLayout(across)
        return (card,)

    def _log(self) -> Sequence[QWidget]:
        card = Card()
        card.column.addWidget(Label(_("What was looked at, and when"), "heading"))
        words = Label(_("The log of this notebook, for you and your line manager."), "muted")
        show = Button(_("Log …"))
        show.clicked.connect(self.log_asked)
        across = row(words, show)
        across.setStretch(0, 1)
        card.column.addLayout(across)
        return (card,)

    def _force(self) -> Sequence[QWidget]:
        return (
            _facts(_("Set by your force"), _of_profile(self._profile)),
            _facts(_("This notebook"), [(_("Folder"), breaking(str(self._folder)))]),
        )

    def _choose(self, **changed: Any) -> None:
        self._preferences = replace(self._preferences, **changed)
        preferences.save(self._preferences)
        self.chosen.emit(self._preferences)


def _facts(heading: str, facts: list[tuple[str, str]]) -> QWidget:
    card = Card()
    card.column.addWidget(Label(heading, "heading"))
    table = QFormLayout()
    table.setHorizontalSpacing(24)
    table.setVerticalSpacing(8)
    if current().scale > 1.5:  # a name and a long word have no room beside each other
        table.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    for name, value in facts:
        label = Label(name, "muted", wrap=False)
        label.setMinimumWidth(_NAMES)
        table.addRow(label, Label(value))
    card.column.addLayout(table)
    return card


def _of_profile(profile: Profile) -> list[tuple[str, str]]:
    source = _("the sample that comes with Fieldbook") if profile.is_sample else str(profile.source)
    return [
        (_("Force"), profile.force),
        (_("Officer"), profile.officer),
        (_("Role"), profile.role),
        (_("Locks after"), _("{count} minutes untouched").format(count=profile.idle_minutes)),
        (_("Marking of new documents"), profile.marking),
        (_("Liaison officer"), " · ".join(filter(None, profile.liaison)) or _("not set")),
        (_("Reports go to"), ", ".join(d.name for d in profile.destinations) or _("not set")),
        (_("Profile"), source),
        (_("Signed by"), profile.signed_by or _("nobody: not signed")),
        *([(_("Refused"), profile.refused)] if profile.refused else []),
    ]


def _scrolled(*cards: QWidget) -> QScrollArea:
    page = QWidget()
    page.setMaximumWidth(WIDTH)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    column.setSpacing(16)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(page)
    by_key(scroll, _("Settings"))
    return scroll
