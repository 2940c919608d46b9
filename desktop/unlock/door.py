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
from desktop.unlock.greeting import greet
from desktop.unlock.new_notebook import NewNotebook
from desktop.unlock.notebooks import Notebook, Notebooks
from desktop.unlock.opened import OpenedVault
from desktop.unlock.opening import How, Opening
from desktop.unlock.recovering import Recovering
from desktop.unlock.secret import PassphrasePage, SecretPage
from desktop.unlock.window import UnlockWindow

if TYPE_CHECKING:  # loaded after the first page is painted
    from desktop.unlock.attempts import Attempts
    from desktop.unlock.waiting import Waiting
    from storage import Vault
    from storage.keys.slots import Secret


class Door(QObject):
    """Leads an officer in; nothing of any vault is in its process before."""

    opened = Signal(object)
    """An `OpenedVault`: the officer is in."""
    left_alone = Signal(object)
    """A `Story`: the vault is open, the officer is not in yet, and nobody is there any more."""

    def __init__(self, load_profile: Callable[[], Profile], notebooks: Notebooks) -> None:
        """Build the window, hidden, with its first page. ProfileErrors are shown on a page."""
        super().__init__()
        self._load_profile = load_profile
        self._notebooks = notebooks
        self._notebook: Notebook | None = next(iter(notebooks.all()), None)
        self._profile: Profile | None = None
        self._story = Story()
        self._how = How()
        self._vault: Vault | None = None
        self._waiting: Waiting | None = None
        self._opening = Opening(self)
        self._opening.opened.connect(self._came_in)
        self._opening.made.connect(self._made)
        self._opening.failed.connect(self._refused)
        self._opening.renewed.connect(self._enter)
        self.window = UnlockWindow()
        self._recovering = Recovering(self.window, self._open, self._begin)
        self._new = NewNotebook(
            self.window, self._opening, self._known_profile, self._show_notebooks
        )
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
            self._greet(page, self._notebook)
        else:
            self._begin()
        self.window.arrive(story.geometry, behind=story.behind)

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

    def _known_profile(self) -> Profile | None:
        """Who is writing; None after it was shown why that is not known."""
        if self._profile is None:
            self._check_profile()
        return self._profile

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
        self._greet(page, notebook)
        self.window.show_page(page)

    def _show_cards(self) -> None:
        """Show the cards in a process of their own, which knows nothing of any notebook."""
        from desktop.cards.process import start

        named = self._profile is not None and not self._profile.is_sample
        start(self._profile.source if self._profile and named else None)

    def _greet(self, page: PassphrasePage, notebook: Notebook) -> None:
        greet(page, notebook, self._story, several=len(self._notebooks.all()) > 1)

    def _show_recovery(self) -> None:
        if self._notebook:
            self._recovering.show(self._notebook.folder)

    def _show_notebooks(self) -> None:
        from desktop.unlock.choosing import ChoosingPage

        page = ChoosingPage(self._notebooks, self._notebook)
        page.chosen.connect(self._show_passphrase)
        page.new_asked.connect(self._new.show_making)
        page.restore_asked.connect(self._new.show_restoring)
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
        if self._known_profile() is None:
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

    def _open(self, how: How) -> None:
        """Try to open the notebook with what was typed on the page."""
        profile, page, notebook = self._known_profile(), self.window.page, self._notebook
        if not (isinstance(page, SecretPage) and notebook and profile):
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

    def _made(self, vault: "Vault", code: str) -> None:
        """A new vault is open; its recovery code is shown before anything else."""
        from desktop.unlock.code import CodePage

        self._notebook = self._new.take()
        assert self._notebook
        self._notebooks.remember(self._notebook)
        page = CodePage(code)
        page.kept.connect(lambda: self._enter(vault))
        self.window.show_page(page)
        self._watch_over(vault)

    def _came_in(self, vault: "Vault", secret: "Secret") -> None:
        """The notebook is open; who came in without the passphrase may give it a new one."""
        from storage.keys.slots import DAILY

        self._notebook = self._new.take() or self._notebook
        assert self._notebook
        _attempts(self._notebook).succeeded()
        if secret.kind in DAILY:
            self._enter(vault)
            return
        from desktop.unlock.renewing import RenewingPage

        page = RenewingPage(self._notebook.name)
        page.given.connect(lambda words: self._opening.renew(vault, secret, words))
        page.kept.connect(lambda: self._enter(vault))
        self.window.show_page(page)
        self._watch_over(vault)

    def _watch_over(self, vault: "Vault") -> None:
        """Leave `vault` open only as long as somebody is at the page that is shown."""
        from desktop.unlock.waiting import Waiting

        assert self._notebook
        assert self._profile
        self._vault = vault
        minutes = self._profile_of(self._notebook).idle_minutes
        self._waiting = Waiting(minutes, self)
        self._waiting.ended.connect(self._left_alone)

    def _left_alone(self, reason: Reason) -> None:
        assert self._notebook
        self._stop_waiting()
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        place = self.window.saveGeometry().toBase64().toStdString()
        self.left_alone.emit(Story(reason, now, str(self._notebook.folder), window=place))

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting.deleteLater()
            self._waiting = None

    def _enter(self, vault: "Vault") -> None:
        assert self._notebook
        assert self._profile
        self._stop_waiting()
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
        from storage.errors import Cancelled, SecurityKeyFailed, WrongPassphrase

        self._stop_waiting()
        if self._vault:  # it was open, but could not take its new passphrase
            self._vault.close()
            self._vault = None
        page = self.window.page
        if self._new.is_restoring and isinstance(error, WrongPassphrase):
            self._new.refuse_secret()
        elif self._new.is_restoring and isinstance(error, Cancelled):
            self._new.stop()
        elif isinstance(error, WrongPassphrase) and isinstance(page, SecretPage) and self._notebook:
            attempts = _attempts(self._notebook)
            attempts.failed()
            page.refuse(page.wrong, attempts.wait())
        elif isinstance(error, SecurityKeyFailed) and isinstance(page, SecretPage):
            from desktop.unlock.other_ways import trouble_in_words

            page.refuse(trouble_in_words(error.trouble), 0)
        else:
            self._tell(error)

    def _tell(self, error: BaseException) -> None:
        """Show what happened, what is safe and what to do now."""
        from desktop.unlock.telling import tell, tell_of_restoring
        from desktop.unlock.trouble import TroublePage

        telling = tell_of_restoring(error) if self._new.is_restoring else tell(error)
        if self._notebook and sample.is_sample(self._notebook.folder) and not sample.is_there():
            self._notebook = None  # it could not be made
        page = TroublePage(telling, can_leave=self._profile is not None)
        page.retry_asked.connect(self._new.give_up() or self._try_again)
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
