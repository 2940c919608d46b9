"""Says on Today that a newer profile of the force was refused, and that the last good one stays."""

from PySide6.QtWidgets import QWidget

from desktop.profile import Profile
from desktop.theme.frames import Card
from desktop.theme.labels import Label
from translations.interface import _


class RefusedProfileNotice(Card):
    """Stands while the profile that lies there is not the one that was signed."""

    def __init__(self, profile: Profile, parent: QWidget | None = None) -> None:
        """Tell of what was refused in the place of `profile`, if anything was."""
        super().__init__("danger", parent)
        words = _("The force’s profile was changed, and is not used. The one from before stays.")
        self.column.addWidget(Label(words))
        self.column.addWidget(Label(profile.refused, "muted"))
        self._is_wanted = bool(profile.refused)
        self.refresh()

    def refresh(self) -> None:
        """Show itself if something was refused."""
        self.setVisible(self._is_wanted)
