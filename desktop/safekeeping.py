"""How a notebook is kept safe: its backups, its keys, and handing it over."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.backups import BackupKeeper, BackupNotice, BackupsCard
from desktop.handing_over import HandoverCard, OriginLine
from desktop.keys.card import KeysCard, RenewCard
from desktop.pages.record import RecordPage
from desktop.pages.settings import SettingsPage
from desktop.pages.today import TodayPage
from desktop.profile import Profile
from storage import Vault
from translations.interface import _


class Safekeeping(QObject):
    """Backups are made by themselves, seen in the settings, and missed on Today."""

    told = Signal(str)
    """What the officer should know now."""
    backups_asked = Signal()
    """Where backups go shall be shown."""
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
        self._profile, self._seal, self._lock = profile, seal, lock
        self.backups = BackupKeeper(vault, self)

    @cached_property
    def keys(self) -> KeysCard:
        """The ways to open the notebook."""
        card = KeysCard(self._vault, self._profile)
        card.told.connect(self.told)
        return card

    @cached_property
    def renewing(self) -> RenewCard:
        """Where its data key is changed."""
        return RenewCard(self._vault, self._seal, self._lock)

    @cached_property
    def handover(self) -> HandoverCard:
        """What is handed over and taken in."""
        card = HandoverCard(self._vault)
        card.told.connect(self.told)
        card.came_in.connect(self.came_in)
        return card

    def follow(self, record: RecordPage) -> None:
        """Say of a record that came from somebody else whose it is."""
        origin = OriginLine(self._vault)
        record.put_under_head(origin)
        record.opened.connect(origin.show_record)

    def warn_on(self, today: TodayPage) -> None:
        """Say on `today` where a backup is missing."""
        notice = BackupNotice(self._vault, self.backups)
        notice.asked.connect(self.backups_asked)
        today.warn_with(notice, notice.refresh)

    def fill(self, settings: SettingsPage) -> None:
        """Add its subjects to the settings."""
        add, backups = settings.add, _("Backups")
        add("keys", _("Keys"), _("Ways to open this notebook"), self._all_keys, place=1)
        add("handover", _("Hand-over"), _("Your key, receipts"), self._handover, place=2)
        add("backups", backups, _("Where they go, how often"), self._backups, place=3)

    def _all_keys(self) -> tuple[QWidget, ...]:
        return self.keys, self.renewing

    def _handover(self) -> tuple[QWidget, ...]:
        return (self.handover,)

    def _backups(self) -> tuple[QWidget, ...]:
        return (BackupsCard(self._vault, self.backups),)
