"""A new data key: everything is sealed anew, and the notebook locks, to be opened anew."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.keys.proof import Proof
from desktop.keys.remaking import Remade, remake
from desktop.keys.shown_share import ShownShare
from desktop.keys.window import KeysWindow, column, keep_secret
from desktop.keys.words import in_words, ways
from desktop.operations import in_background, told
from desktop.theme.checks import Check
from desktop.theme.fields import Field
from desktop.theme.labels import Label
from desktop.theme.notices import Progress
from desktop.unlock.new_passphrase import NewPassphrase
from desktop.unlock.recovering import Holder
from desktop.unlock.shown_code import ShownCode
from storage import Vault
from storage.errors import Cancelled, SlotRefused, StorageError
from storage.keyring.rekey import rekey
from storage.keys.security_key import NewSecurityKey
from storage.keys.slots import PASSPHRASE, SECURITY_KEY, Passphrase, Secret
from translations.interface import _


class RenewWindow(KeysWindow):
    """Asks who asks, hands out what is new, and then seals everything anew.

    From the sealing on the vault is closed, whatever comes of it: the notebook can only lock.
    """

    touch_asked = Signal()
    """The key blinks; told from another thread."""
    _step_done = Signal(int, int)

    def __init__(
        self,
        parent: QWidget,
        vault: Vault,
        seal: Callable[[], None],
        lock: Callable[[], None],
        stop: threading.Event,
    ) -> None:
        """Change the data key of `vault`.

        Parameters:
            seal: seals what is typed on the pages, and returns when that is durable.
            lock: ends the notebook; what opens next is the unlock window.
            stop: while it is set, the sealing ends and nothing was changed.
        """
        super().__init__(parent, vault, _("A new data key"))
        self._seal, self._lock, self._stop = seal, lock, stop
        self._is_sealing = self._is_over = False
        self.made: Remade | None = None
        self.code: ShownCode | None = None
        self.proof = Proof(vault)
        for blinking in (self.touch_asked, self.proof.touch_asked):
            blinking.connect(lambda: self.notify(_("Touch the key now: it blinks.")))
        self.passphrase = NewPassphrase(lambda: (vault.folder.name,))
        for field in (self.passphrase.first, self.passphrase.again):
            keep_secret(field)
        self.another = Check(_("Give it another passphrase, too"))
        self.another.toggled.connect(self.passphrase.setVisible)
        self.passphrase.hide()
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        keep_secret(self.pin)
        keys = [slot for slot in vault.header.slots if slot["type"] == SECURITY_KEY]
        hint = _("Plug it in now. Left empty, no security key opens the notebook afterwards.")
        self._pinned = Field(_("PIN of the security key"), self.pin, hint=hint)
        self._pinned.setVisible(bool(keys))
        said = _(
            "For the day when somebody may have had the key itself: an open laptop in other hands,"
            " a passphrase that was seen. Everything is sealed anew, and old passphrases, codes and"
            " shares open nothing any more. Backups made before stay as they are: make a new one,"
            " and delete the old."
        )
        step = column(self.proof, self.another, self.passphrase, self._pinned, spacing=16)
        self._progress = Progress(_("Sealing everything anew"))
        self._step_done.connect(self._progress.advance)
        self._progress.cancelled.connect(stop.set)
        self.turn(said, step, _("Go on"), self.begin)
        self.proof.field.setFocus()

    def begin(self) -> None:
        """Make the new keys, once it is clear who asks."""
        if not self.proof.is_given():
            return
        if self.another.isChecked() and not self.passphrase.enough():
            return
        ask, pin = self.proof.ask(), self.pin.text()
        other = self.passphrase.first.text() if self.another.isChecked() else ""
        has_passphrase = any(slot["type"] == PASSPHRASE for slot in self.vault.header.slots)

        touch = told(self, self.touch_asked.emit)

        def work() -> tuple[Secret, Remade]:
            secret = ask()
            self.vault.header.open_slot(secret)
            mine = secret.text if isinstance(secret, Passphrase) else ""
            if has_passphrase and not (other or mine):
                raise _PassphraseMissing
            return secret, remake(
                self.vault.header,
                other or mine,
                (lambda name: NewSecurityKey.ask(name, Holder(pin, touch))) if pin else None,
            )

        self.work(work, self._hand_out)

    def refuse(self, error: StorageError) -> None:
        """Say why it was not done; once the vault is closed, the notebook can only lock."""
        super().refuse(error)
        if isinstance(error, _PassphraseMissing):
            self.say(
                _("Give it a new passphrase here: the recovery code does not tell the present one.")
            )
            self.another.setChecked(True)
        elif self.vault.is_closing:
            self._leave(in_words(error))

    def reject(self) -> None:
        """Cancel where nothing has begun; afterwards every way out of here locks."""
        if self._is_over:
            self._lock()
        elif self._is_sealing:
            self._stop.set()
        else:
            super().reject()

    def _hand_out(self, made: tuple[Secret, Remade]) -> None:
        """Show the next thing that is shown once; after the last one, seal."""
        secret, self.made = made
        steps: list[Callable[[Callable[[], None]], None]] = []
        if self.made.recovery_code:
            steps.append(self._show_code)
        if self.made.shares:
            count = len(self.made.shares.words)
            steps += [partial(self._show_share, number) for number in range(1, count + 1)]
        steps.append(self._confirm)
        left = iter(steps)

        def go_on() -> None:
            step = next(left, None)
            if step:
                step(go_on)
            else:
                self._begin_sealing(secret)

        go_on()

    def _show_code(self, go_on: Callable[[], None]) -> None:
        assert self.made
        code = self.code = ShownCode(self.made.recovery_code)
        for answer in code.answers:
            keep_secret(answer)
        self.turn(
            _("The new recovery code. The old one stays good until everything is sealed anew."),
            code,
            _("It is written down"),
            lambda: go_on() if code.is_written_down() else None,
        )
        code.answers[0].setFocus()

    def _show_share(self, number: int, go_on: Callable[[], None]) -> None:
        assert self.made
        assert self.made.shares
        shares = self.made.shares
        said = _("New share {number} of {count}, for the one who held the old one.").format(
            number=number, count=len(shares.words)
        )
        shown = ShownShare(shares.words[number - 1], number, shares.threshold)
        self.turn(said, shown, _("It is handed out"), go_on)

    def _confirm(self, go_on: Callable[[], None]) -> None:
        """The last word before it begins, with what does not come along."""
        assert self.made
        lost = ways(self.made.unable)
        words = [_("What is typed is sealed first. Then the notebook locks.")]
        if lost:
            names = ", ".join(way.title for way in lost)
            words.append(_("These open it no more, add them again: {names}").format(names=names))
        self.turn(
            _("Everything is ready. You can stop while it runs; nothing is changed then."),
            column(*(Label(each) for each in words)),
            _("Seal everything anew"),
            go_on,
        )

    def _begin_sealing(self, secret: Secret) -> None:
        assert self.made
        slots = list(self.made.slots)
        try:
            self._seal()
        except StorageError as error:
            self.refuse(error)
            return
        self.turn(_("Leave the laptop on."), self._progress, _("Sealing"), lambda: None)
        self.button.hide()
        self.cancel.hide()
        self._stop.clear()
        self._is_sealing = True

        step = told(self, self._step_done.emit)

        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise Cancelled
            step(done, total)

        in_background(self, lambda: rekey(self.vault, secret, slots, progress=progress)).on_success(
            lambda _nothing: self._leave(self._said_of_success())
        ).on_failure(self.refuse).start()

    def _said_of_success(self) -> str:
        return _("The data key was changed. The notebook locks now; open it with the new keys.")

    def _leave(self, said: str) -> None:
        """Whatever came of it: the vault is closed, and the notebook locks."""
        self._is_over = True
        self.turn(said, None, _("Lock"), self._lock)
        self.cancel.hide()
        self.button.show()
        self.button.setFocus()


class _PassphraseMissing(SlotRefused):
    """The notebook opens to a passphrase, and nobody has said it or a new one."""
