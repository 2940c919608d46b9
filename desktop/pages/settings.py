"""Settings: how it looks, and what the force has set."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import preferences
from desktop.pages.header import PageHeader
from desktop.preferences import SCALES, Preferences
from desktop.profile import Profile
from desktop.shell.window import Page
from desktop.theme.buttons import Button
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label
from desktop.theme.segmented import Segmented
from storage import Vault
from translations.interface import _

WIDTH = 760
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
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(PageHeader(_("Settings")))
        column.addWidget(self._looks())
        column.addWidget(_facts(_("Set by your force"), _of_profile(profile)))
        column.addWidget(self._forms())
        column.addWidget(self._log())
        column.addWidget(_facts(_("This vault"), [(_("Folder"), str(vault.folder))]))
        column.addStretch(1)
        self._column = column
        page.setMaximumWidth(WIDTH)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def add(self, card: QWidget) -> None:
        """Add a card about the vault, below those before it."""
        self._column.insertWidget(self._column.count() - 2, card)

    def _looks(self) -> QWidget:
        card = Card()
        card.column.addWidget(Label(_("How it looks"), "heading"))
        themes = Segmented(
            [
                ("system", _("As the system")),
                ("light", _("Light")),
                ("dark", _("Dark")),
                ("contrast", _("High contrast")),
            ]
        )
        themes.setAccessibleName(_("Theme"))
        themes.set_value(self._preferences.theme)
        themes.chosen.connect(lambda theme: self._choose(theme=theme or "system"))
        scales = Segmented([(str(scale), f"{scale:.0%}") for scale in SCALES])
        scales.setAccessibleName(_("Text size"))
        scales.set_value(str(self._preferences.text_scale))
        scales.chosen.connect(lambda scale: self._choose(text_scale=float(scale or 1.0)))
        for words, choice in ((_("Theme"), themes), (_("Text size"), scales)):
            card.column.addSpacing(4)
            card.column.addWidget(Label(words, "label"))
            card.column.addWidget(choice)
        return card

    def _forms(self) -> QWidget:
        card = Card()
        card.column.addWidget(Label(_("Forms of your force"), "heading"))
        words = Label(_("Look at every form, and take in your force's own."), "muted", wrap=False)
        show = Button(_("Forms …"))
        show.clicked.connect(self.forms_asked)
        card.column.addLayout(row(words, None, show))
        return card

    def _log(self) -> QWidget:
        card = Card()
        card.column.addWidget(Label(_("What was looked at, and when"), "heading"))
        words = Label(_("The log of this vault, for you and your line manager."), "muted")
        show = Button(_("Log …"))
        show.clicked.connect(self.log_asked)
        line = row(words, show)
        line.setStretch(0, 1)
        card.column.addLayout(line)
        return card

    def _choose(self, theme: str | None = None, text_scale: float | None = None) -> None:
        before = self._preferences
        self._preferences = Preferences(theme or before.theme, text_scale or before.text_scale)
        preferences.save(self._preferences)
        self.chosen.emit(self._preferences)


def _facts(heading: str, facts: list[tuple[str, str]]) -> QWidget:
    card = Card()
    card.column.addWidget(Label(heading, "heading"))
    table = QFormLayout()
    table.setHorizontalSpacing(24)
    table.setVerticalSpacing(8)
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
    ]
