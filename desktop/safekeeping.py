"""How a notebook is kept safe: its backups, its keys, and handing it over."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.backups import BackupKeeper, BackupNotice, BackupsCard
from desktop.handing_over import HandoverCard, OriginLine
from desktop.keys.card import KeysCard, RenewCard
from desktop.pages.record import RecordPage
from desktop.pages.settings import SettingsPage
from desktop.pages.today import TodayPage
from desktop.profile import Profile
from desktop.shell.window import Shell
from storage import Vault
from translations.interface import _


class Safekeeping(QObject):
    """Backups are made by themselves, seen in the settings, and missed on Today."""

    told = Signal(str)
    """What the officer should know now."""
    came_in = Signal()
    """Somebody's records were taken in, with their forms."""

    def __init__(
        self,
        vault: Vault,
        profile: Profile,
        seal: Callable[[], None],
        lock: Callable[[], None],
        parent: QObject,
    ) -> None:
        """Keep `vault` safe; `seal` and `lock` go before and after its data key is renewed."""
        super().__init__(parent)
        self._vault = vault
        self.backups = BackupKeeper(vault, self)
        self.keys = KeysCard(vault, profile)
        self.renewing = RenewCard(vault, seal, lock)
        self.keys.told.connect(self.told)

    def connect_to(
        self, shell: Shell, settings: SettingsPage, record: RecordPage, today: TodayPage
    ) -> None:
        """Offer all of it where it belongs."""
        self._add_sections(settings)
        origin = OriginLine(self._vault)
        record.put_under_head(origin)
        record.opened.connect(origin.show_record)

        def show_backups() -> None:
            shell.go("settings")
            settings.show_section("backups")

        notice = BackupNotice(self._vault, self.backups)
        notice.asked.connect(show_backups)
        today.warn_with(notice, notice.refresh)

    def _add_sections(self, settings: SettingsPage) -> None:
        backups, handover = BackupsCard(self._vault, self.backups), HandoverCard(self._vault)
        add = settings.add
        add("backups", _("Backups"), _("Where they go, how often"), backups, place=1)
        add("keys", _("Keys"), _("Ways to open this notebook"), self.keys, self.renewing, place=1)
        add("handover", _("Hand-over"), _("Your key, receipts"), handover, place=2)
        handover.told.connect(self.told)
        handover.came_in.connect(self.came_in)
