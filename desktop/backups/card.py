"""The card in Settings: the last backup, where they go, how often, and which hold too much."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from desktop.backups.keeper import STALE_DAYS, BackupKeeper, days_since, usual
from desktop.file_dialogs import open_folder
from desktop.operations import Operation, in_background
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import Card, row
from desktop.theme.labels import Label, redress
from desktop.theme.layouts import Flow
from desktop.theme.notices import Progress
from desktop.theme.segmented import Segmented
from desktop.times import moment
from storage import Session, Vault
from storage.backup.plan import Last, Plan, holding_erased, last, plan
from storage.backup.restoring import restored_from
from storage.folder.backup_sets import Backup, backups_in, remove
from translations.interface import _, ngettext

DAY, WEEK = 24, 7 * 24


@dataclass(frozen=True, slots=True)
class _State:
    plan: Plan | None
    last: Last | None
    restored: str
    there: list[Backup]
    holding: list[Backup]


class BackupsCard(Card):
    """Shows how the notebook is kept safe, and lets the officer change it."""

    def __init__(self, vault: Vault, keeper: BackupKeeper) -> None:
        """Show the backups of `vault`, which `keeper` makes."""
        super().__init__()
        self._vault, self._keeper = vault, keeper
        self._plan: Plan | None = None
        self._holding: list[Backup] = []
        self._status = Label("")
        self._place = Label("", "muted")
        self._restored = Label("", "muted")
        self._trouble = ErrorLine()
        self._often = Segmented(
            [(str(DAY), _("Every day")), (str(WEEK), _("Every week")), ("0", _("Only by hand"))],
            always=str(DAY),
        )
        self._often.setAccessibleName(_("How often"))
        self._often_words = Label(_("How often"), "label")
        self._often.chosen.connect(self._choose_often)
        self._progress = Progress(_("Backing up"))
        self._progress.cancelled.connect(keeper.cancel)
        self._progress_place = QVBoxLayout()
        self._progress_place.addWidget(self._progress)
        self.choose_button = Button(_("Choose a folder or stick …"))
        self.choose_button.clicked.connect(self._choose_place)
        self.now_button = Button(_("Back up now"))
        self.now_button.clicked.connect(self._begin)
        self._erased = Card("amber")
        self._erased_words = Label("")
        self.delete_button = Button(_("Delete these backups"))
        self.delete_button.clicked.connect(self._delete)
        self._asked = 0
        self._lay_out()
        keeper.changed.connect(self.refresh)
        keeper.step.connect(self._show_step)
        self.refresh()

    def refresh(self) -> None:
        """Fetch what is shown."""
        self._asked += 1
        asked = self._asked
        Operation(self, self._vault.query(_state)).on_success(
            lambda found: self._with_place(found, asked)
        ).on_failure(lambda _error: None).start()

    def choose(self, place: Path) -> None:
        """Let backups go to `place`."""
        self._keeper.choose(replace(self._plan or usual(place), place=place))

    def _with_place(self, found: _State, asked: int) -> None:
        """Look for the backups themselves, on a disk that may be slow or not there."""
        place = found.plan.place if found.plan else None
        vault_id = self._vault.header.vault_id

        def look() -> list[Backup]:
            return backups_in(place, vault_id) if place else []

        in_background(self, look).on_success(
            lambda there: self._weigh(replace(found, there=there), asked)
        ).start()

    def _weigh(self, found: _State, asked: int) -> None:
        def show(holding: list[Backup]) -> None:
            if asked == self._asked:  # a slow disk must not put an older answer over a newer one
                self._show(replace(found, holding=holding))

        Operation(
            self, self._vault.query(lambda session: holding_erased(session, found.there))
        ).on_success(show).on_failure(lambda _error: None).start()

    def _show(self, found: _State) -> None:
        self._plan, self._holding = found.plan, found.holding
        running = self._keeper.running
        self._status.setText(_status(found))
        self._place.setText(_where(found))
        self._restored.setText(
            _("This notebook was restored from the backup of {time}.").format(
                time=moment(found.restored)
            )
            if found.restored
            else ""
        )
        self._restored.setVisible(bool(found.restored))
        self._trouble.say(self._keeper.trouble)
        self._often_words.setVisible(found.plan is not None)
        self._often.setVisible(found.plan is not None)
        self._often.set_value(str(found.plan.every_hours) if found.plan else "")
        self.now_button.setVisible(found.plan is not None)  # also meanwhile: it has the focus
        self.choose_button.setVisible(not running)
        if self._progress.isHidden() and running:
            self._new_progress()
        self._progress.setVisible(running)
        self._erased.setVisible(bool(found.holding))
        self._erased_words.setText(
            ngettext(
                "{count} backup was made before something was erased here, and still holds it.",
                "{count} backups were made before something was erased here, and still hold it.",
                len(found.holding),
            ).format(count=len(found.holding))
        )

    def _show_step(self, done: int, total: int) -> None:
        self._progress.advance(done, total)

    def _new_progress(self) -> None:
        """A fresh one: the last may say that it is stopping."""
        self._progress_place.removeWidget(self._progress)
        self._progress.deleteLater()
        self._progress = Progress(_("Backing up"))
        self._progress.cancelled.connect(self._keeper.cancel)
        self._progress_place.addWidget(self._progress)

    def _begin(self) -> None:
        if self._plan:
            self._keeper.start(self._plan)

    def _choose_often(self, hours: str) -> None:
        if self._plan:
            self._keeper.choose(replace(self._plan, every_hours=int(hours)))

    def _choose_place(self) -> None:
        start = self._plan.place if self._plan else Path.home()
        if folder := open_folder(self, start, title=_("Where backups go")):
            self.choose(folder)

    def _delete(self) -> None:
        """Delete what still holds erased things; a second click means it."""
        if self.delete_button.property("kind") != "danger":
            self.delete_button.setProperty("kind", "danger")
            self.delete_button.set_words(_("Delete for good"))
            redress(self.delete_button)
            return
        holding = list(self._holding)

        def work() -> None:
            for backup in holding:
                remove(backup)

        self.delete_button.setEnabled(False)
        in_background(self, work).on_success(lambda _nothing: self._deleted()).on_failure(
            lambda _error: self._deleted()
        ).start()

    def _deleted(self) -> None:
        self.delete_button.setEnabled(True)
        self.delete_button.setProperty("kind", "secondary")
        self.delete_button.set_words(_("Delete these backups"))
        self.refresh()

    def _lay_out(self) -> None:
        self.column.addWidget(Label(_("Backups"), "heading"))
        for part in (self._status, self._place, self._restored, self._trouble):
            self.column.addWidget(part)
        self._erased.column.addWidget(self._erased_words)
        self._erased.column.addLayout(row(None, self.delete_button))
        self.column.addWidget(self._erased)
        self.column.addWidget(self._often_words)
        self.column.addWidget(self._often)
        self.column.addLayout(self._progress_place)
        buttons = Flow()  # side by side where there is room
        for button in (self.now_button, self.choose_button):
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        for hidden in (self._restored, self._trouble, self._erased, self._often, self._progress):
            hidden.hide()
        self._often_words.hide()
        self.now_button.hide()


def notice_words(newest: Last | None, begun: str) -> str:
    """What to say of a backup that is too old; "" where it is not."""
    days = days_since(newest, begun)
    if days < STALE_DAYS:
        return ""
    if newest is None:
        return _("This notebook has no backup. If the laptop is lost, so is everything in it.")
    return ngettext(
        "The last backup is {count} day old.", "The last backup is {count} days old.", days
    ).format(count=days)


def _status(found: _State) -> str:
    if found.last is None:
        return _("No backup yet. If the laptop is lost, so is everything in the notebook.")
    words = _("Last backup {time}, restored for a trial and checked.").format(
        time=moment(found.last.made)
    )
    days = days_since(found.last, found.last.made)
    if days < STALE_DAYS:
        return words
    old = ngettext("That is {count} day ago.", "That is {count} days ago.", days)
    return f"{words} {old.format(count=days)}"


def _where(found: _State) -> str:
    if found.plan is None:
        return _(
            "Choose a folder on another disk, or a stick. A backup is sealed as the notebook is,"
            " and opens with what opens it today."
        )
    there = ngettext(
        "{count} backup in {folder}", "{count} backups in {folder}", len(found.there)
    ).format(count=len(found.there), folder=found.plan.place)
    keep = found.plan.keep
    stay = _("The newest of {days} days, {weeks} weeks and {months} months stay.").format(
        days=keep.daily, weeks=keep.weekly, months=keep.monthly
    )
    return f"{there}. {stay}"


def _state(session: Session) -> _State:
    return _State(plan(session), last(session), restored_from(session), [], [])
