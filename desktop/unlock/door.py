"""What happens before a notebook is open: which page is shown, and what leads from it to the next.

The modules of all pages but the first are loaded when they are needed, so that the first is
painted soon.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.profile import SAMPLE, Profile, ProfileErrors, read
from desktop.sample import place as sample
from desktop.story import Reason, Story
from desktop.times import clock, moment
from desktop.unlock.notebooks import Notebook, Notebooks, last_sealed
from desktop.unlock.opened import OpenedVault
from desktop.unlock.opening import How, Opening
from desktop.unlock.recovering import Recovering
from desktop.unlock.secret import PassphrasePage, SecretPage
from desktop.unlock.window import UnlockWindow
from translations.interface import _

if TYPE_CHECKING:  # loaded after the first page is painted
    from desktop.unlock.attempts import Attempts
    from storage import Vault
    from storage.slots import Secret


class Door(QObject):
    """Leads an officer in; nothing of any vault is in its process before."""

    opened = Signal(object)
    """An `OpenedVault`: the officer is in."""

    def __init__(self, load_profile: Callable[[], Profile], notebooks: Notebooks) -> None:
        """Build the window, hidden, with its first page. ProfileErrors are shown on a page."""
        super().__init__()
        self._load_profile = load_profile
        self._notebooks = notebooks
        self._notebook: Notebook | None = next(iter(notebooks.all()), None)
        self._profile: Profile | None = None
        self._story = Story()
        self._making: Notebook | None = None
        self._restoring: Notebook | None = None
        self._how = How()
        self._vault: Vault | None = None
        self._opening = Opening(self)
        self._opening.opened.connect(self._came_in)
        self._opening.made.connect(self._made)
        self._opening.failed.connect(self._refused)
        self._opening.renewed.connect(self._enter)
        self.window = UnlockWindow()
        self._recovering = Recovering(self.window, self._open, self._begin)
        self.window.painted.connect(lambda: QTimer.singleShot(0, self._check_profile))
        self._begin()

    def arrive(self, story: Story) -> None:
        """Show the window, after what `story` tells."""
        self._story = story
        if story.vault:
            self._notebook = self._notebooks.named(Path(story.vault))
        elif story.reason is Reason.CRASH:  # this process waited since before it was chosen
            self._notebook = next(iter(self._notebooks.all()), None)
        page = self.window.page
        if isinstance(page, PassphrasePage) and self._notebook:
            self._dress(page, self._notebook)
        else:
            self._begin()
        self.window.arrive(story.geometry)

    def close(self) -> None:
        """Fieldbook ends before the officer was in: leave nothing open."""
        if self._vault:
            self._vault.close()

    def _begin(self) -> None:
        """Show the passphrase page, or what must come before it."""
        if self._notebook is None:
            self._show_notebooks()
        else:
            self._show_passphrase(self._notebook)

    def _check_profile(self) -> None:
        """Learn who is writing, once the window is painted; without that, nothing is opened."""
        try:
            self._profile = self._load_profile()
        except ProfileErrors as errors:
            self._tell(errors)

    def _try_again(self) -> None:
        self._begin()
        self._check_profile()

    def _show_passphrase(self, notebook: Notebook) -> None:
        self._notebook = notebook
        page = PassphrasePage()
        page.given.connect(lambda passphrase: self._open({"passphrase": passphrase}))
        page.recovery_asked.connect(self._show_recovery)
        page.another_asked.connect(self._show_notebooks)
        page.cards_asked.connect(self._show_cards)
        self._recovering.offer_key(page, notebook.folder)
        self._dress(page, notebook)
        self.window.show_page(page)

    def _show_cards(self) -> None:
        """Show the cards in a process of their own, which knows nothing of any notebook."""
        from desktop.cards.process import start

        named = self._profile is not None and not self._profile.is_sample
        start(self._profile.source if self._profile and named else None)

    def _dress(self, page: PassphrasePage, notebook: Notebook) -> None:
        """Write on the page what is true of this notebook now."""
        mine = not self._story.vault or Path(self._story.vault) == notebook.folder
        since = _since(self._story.since if mine else "", notebook.folder)
        several = len(self._notebooks.all()) > 1
        page.set_subtitle(" · ".join(filter(None, (notebook.name if several else "", since))))
        page.notify(*_notice(self._story if mine else Story()))
        if sample.is_sample(notebook.folder):
            words = _("Sample data, to play with. The passphrase is: {passphrase}")
            page.notify(words.format(passphrase=sample.PASSPHRASE))

    def _show_recovery(self) -> None:
        if self._notebook:
            self._recovering.show(self._notebook.folder)

    def _show_notebooks(self) -> None:
        from desktop.unlock.choosing import ChoosingPage

        page = ChoosingPage(self._notebooks, self._notebook)
        page.chosen.connect(self._show_passphrase)
        page.new_asked.connect(self._show_making)
        page.restore_asked.connect(self._show_restoring)
        page.sample_asked.connect(self._show_playing)
        self.window.show_page(page)

    def _show_playing(self) -> None:
        from desktop.unlock.playing import PlayingPage

        page = PlayingPage()
        page.asked.connect(self._play)
        page.back_asked.connect(self._show_notebooks)
        self.window.show_page(page)

    def _play(self) -> None:
        """Open the notebook to play in, which is made the first time."""
        if self._profile is None:
            self._check_profile()
        if self._profile is None:
            return  # what is wrong with the profile is on the window
        self._notebook = Notebook(sample.NAME, sample.folder())
        profile = self._profile_of(self._notebook)
        if sample.is_there():
            self._start(self._notebook, profile, {"passphrase": sample.PASSPHRASE})
        else:
            self._opening.play(profile.officer)

    def _profile_of(self, notebook: Notebook) -> Profile:
        """Who writes in it, and for whom: what is played with never meets the real force."""
        assert self._profile
        return read(SAMPLE) if sample.is_sample(notebook.folder) else self._profile

    def _show_restoring(self) -> None:
        from desktop.unlock.restoring import RestoringPage

        page = RestoringPage()
        page.asked.connect(self._restore)
        page.back_asked.connect(self._show_notebooks)
        self.window.show_page(page)

    def _restore(self, backup: Path, notebook: Notebook, secret: str) -> None:
        from desktop.unlock.restoring import RestoringPage

        if self._profile is None:
            self._check_profile()
        page = self.window.page
        if self._profile and isinstance(page, RestoringPage):
            self._restoring = notebook
            self._opening.restore(
                backup, notebook.folder, self._profile.officer, secret, page.step.emit
            )

    def _show_making(self) -> None:
        from desktop.unlock.making import MakingPage

        if self._profile is None:
            self._check_profile()
        if self._profile is None:
            return  # what is wrong with the profile is on the window
        page = MakingPage()
        page.asked.connect(self._make)
        page.back_asked.connect(self._show_notebooks)
        page.tell_who_else(bool(self._profile.escrow_keys))
        self.window.show_page(page)

    def _open(self, how: How) -> None:
        """Try to open the notebook with what was typed on the page."""
        if self._profile is None:
            self._check_profile()
        page, notebook = self.window.page, self._notebook
        if not (isinstance(page, SecretPage) and notebook and self._profile):
            return
        wait = _attempts(notebook).wait()
        if wait:
            page.refuse("", wait)
            return
        page.set_busy(True)
        self._start(notebook, self._profile_of(notebook), how)

    def _start(self, notebook: Notebook, profile: Profile, how: How) -> None:
        self._how = how
        self._opening.open(notebook.folder, profile.officer, how)

    def _make(self, notebook: Notebook, passphrase: str) -> None:
        if self._profile is None:
            self._check_profile()
        if self._profile:
            self._making = notebook
            self._opening.make(
                notebook.folder, self._profile.officer, passphrase, self._profile.escrow_keys
            )

    def _made(self, vault: "Vault", code: str) -> None:
        """A new vault is open; its recovery code is shown before anything else."""
        from desktop.unlock.code import CodePage

        assert self._making
        self._notebook, self._making = self._making, None
        self._notebooks.remember(self._notebook)
        self._vault = vault
        page = CodePage(code)
        page.kept.connect(lambda: self._enter(vault))
        self.window.show_page(page)

    def _came_in(self, vault: "Vault", secret: "Secret") -> None:
        """The notebook is open; who came in without the passphrase may give it a new one."""
        from storage.slots import DAILY

        if self._restoring:
            self._notebook, self._restoring = self._restoring, None
        assert self._notebook
        self._vault = vault
        _attempts(self._notebook).succeeded()
        if secret.kind in DAILY:
            self._enter(vault)
            return
        from desktop.unlock.renewing import RenewingPage

        page = RenewingPage(self._notebook.name)
        page.given.connect(lambda words: self._opening.renew(vault, secret, words))
        page.kept.connect(lambda: self._enter(vault))
        self.window.show_page(page)

    def _enter(self, vault: "Vault") -> None:
        assert self._notebook
        assert self._profile
        self._how = How()
        self._vault = vault
        self._notebooks.remember(self._notebook)
        self.opened.emit(
            OpenedVault(
                vault,
                self._notebook.folder,
                self._notebook.name,
                self._profile_of(self._notebook),
            )
        )

    def _refused(self, error: BaseException) -> None:
        from storage.errors import SecurityKeyFailed, WrongPassphrase

        if self._vault:  # it was open, but could not take its new passphrase
            self._vault.close()
            self._vault = None
        page = self.window.page
        if self._restoring and isinstance(error, WrongPassphrase):
            self._restoring = None
            self._refuse_restoring()
        elif isinstance(error, WrongPassphrase) and isinstance(page, SecretPage) and self._notebook:
            attempts = _attempts(self._notebook)
            attempts.failed()
            page.refuse(page.wrong, attempts.wait())
        elif isinstance(error, SecurityKeyFailed) and isinstance(page, SecretPage):
            from desktop.unlock.other_ways import trouble_in_words

            page.refuse(trouble_in_words(error.trouble), 0)
        else:
            self._tell(error)

    def _refuse_restoring(self) -> None:
        from desktop.unlock.restoring import RestoringPage

        if isinstance(self.window.page, RestoringPage):
            self.window.page.refuse(_("That does not open this backup. Nothing was made."))

    def _tell(self, error: BaseException) -> None:
        """Show what happened, what is safe and what to do now."""
        from desktop.unlock.telling import tell, tell_of_restoring
        from desktop.unlock.trouble import TroublePage

        restoring, self._restoring = self._restoring, None
        if self._notebook and sample.is_sample(self._notebook.folder) and not sample.is_there():
            self._notebook = None  # it could not be made
        telling = tell_of_restoring(error) if restoring else tell(error)
        page = TroublePage(telling, can_leave=self._profile is not None)
        failed, self._making = self._making, None
        again = self._show_restoring if restoring else self._try_again
        page.retry_asked.connect(self._show_making if failed else again)
        page.another_asked.connect(self._show_notebooks)
        page.accepted.connect(self._accept)
        self.window.show_page(page)

    def _accept(self, reason: str) -> None:
        """Open what is left of a damaged notebook, because of `reason`."""
        if self._notebook and self._profile:
            profile = self._profile_of(self._notebook)
            self._start(self._notebook, profile, {**self._how, "accept_loss": reason})


def _attempts(notebook: Notebook) -> "Attempts":
    from desktop.unlock.attempts import Attempts

    return Attempts(notebook.folder)


def _since(sealed: str, folder: Path) -> str:
    """Since when the notebook is sealed: as it was told, or by its files; "" if nobody knows."""
    at = sealed or ((last := last_sealed(folder)) and last.isoformat()) or ""
    if not at:
        return ""
    today = datetime.fromisoformat(at).astimezone().date() == datetime.now().date()
    return _("Sealed since {time}").format(time=clock(at) if today else moment(at))


def _notice(story: Story) -> tuple[str, str]:
    """What to say above the field, and how loudly."""
    if not story.sealed:
        words = _(
            "The last words before the lock could not be sealed, because the disk did not take "
            "them. Everything before them is safe."
        )
        return words, "danger"
    if story.reason is Reason.CRASH:
        return _(
            "Fieldbook stopped and has started again. Nothing that was sealed is lost."
        ), "amber"
    return "", "amber"
