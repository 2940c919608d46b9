"""The pages for other ways in than the passphrase: the force's key, shares, a security key."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.file_dialogs import open_file
from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.frames import row
from desktop.theme.labels import Label
from desktop.unlock.secret import SecretPage
from translations.interface import _, ngettext

if TYPE_CHECKING:
    from storage.errors import KeyTrouble
    from storage.keys.escrow import PublicKey

Slots = tuple[dict[str, Any], ...]


class OtherWayPage(SecretPage):
    """A way in that is not for every day; it leads back to the passphrase."""

    back_asked = Signal()

    def __init__(
        self, title: str, label: str, wrong: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """See `SecretPage`."""
        super().__init__(title, label, wrong, hint, parent)
        back = Button(_("Back to the passphrase"), "link")
        back.clicked.connect(self.back_asked)
        self.set_foot(back)


class ForcePage(OtherWayPage):
    """Takes the file with the force's private key, and that key's own passphrase.

    `text` is the content of the file; empty until a right one is chosen.
    """

    def __init__(self, keys: "tuple[PublicKey, ...]", parent: QWidget | None = None) -> None:
        """`keys` are those that the notebook opens to."""
        super().__init__(
            _("The force’s key"),
            _("Passphrase of the key"),
            _("That is not the passphrase of this key. Nothing is lost."),
            parent=parent,
        )
        self.text = ""
        self._keys = keys
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        names = ", ".join(f"“{key.name}” ({_unbroken(key)})" for key in keys)
        words = _("This notebook opens to {keys}. Force IT keeps the file.").format(keys=names)
        self._chosen = Label("", "strong")
        self._chosen.hide()
        self._file_error = ErrorLine()
        self.choose_button = Button(_("Choose the key’s file"))
        self.choose_button.clicked.connect(self._choose)
        self.column.insertWidget(0, Label(words, "muted"))
        self.column.insertLayout(1, row(self._chosen, self.choose_button))
        self.column.insertWidget(2, self._file_error)

    def enter(self) -> None:
        """The file comes first."""
        super().enter()
        self.choose_button.setFocus()

    def take_file(self, path: Path) -> None:
        """Take the key's file at `path`, or say why it is not the one."""
        from storage.errors import NotAKey
        from storage.keys.escrow import PrivateKey

        self.text = ""
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            key = PrivateKey.whose(text)
        except OSError:
            self._refuse_file(_("This file cannot be read."))
            return
        except NotAKey:
            self._refuse_file(
                _("This is not the private file of a force’s key, or a character has changed.")
            )
            return
        if all(key.raw != known.raw for known in self._keys):
            self._refuse_file(
                _("This notebook does not open to “{name}” ({fingerprint}).").format(
                    name=key.name, fingerprint=_unbroken(key)
                )
            )
            return
        self.text = text
        self._file_error.show_error("", self.choose_button)
        self._chosen.setText(f"{key.name}\n{_unbroken(key)}")
        self._chosen.show()
        self.choose_button.set_words(_("Another file"))
        self.field.setFocus()

    def _choose(self) -> None:
        if path := open_file(self, title=_("The key’s file"), start=Path.home()):
            self.take_file(path)

    def _refuse_file(self, words: str) -> None:
        self._chosen.hide()
        self._file_error.show_error(words, self.choose_button)

    def _give(self) -> None:
        if not self.text:
            self._refuse_file(_("Choose the file first."))
            self.choose_button.setFocus()
            return
        super()._give()


def _unbroken(key: "PublicKey") -> str:
    """A key's fingerprint that stays on one line, to be compared by eye."""
    return key.fingerprint.replace("-", "\N{NON-BREAKING HYPHEN}")


class SharesPage(OtherWayPage):
    """Takes shares one by one, until there are enough of them.

    `words` are the shares that are here.
    """

    force_asked = Signal()
    """The force's key takes the place of the last share."""

    def __init__(self, slots: Slots, parent: QWidget | None = None) -> None:
        """`slots` are those of the notebook."""
        from storage.keys.shares import still_needed

        super().__init__(
            _("Shares"),
            _("The words of a share"),
            _("These shares do not open the notebook. Begin again, and compare each word."),
            _("33 words, in the order in which they are numbered."),
            parent,
        )
        self._slots = slots
        self.words: list[str] = []
        self._needed = still_needed(slots, ()) or 0
        self._count = Label("", "strong")
        self.column.insertWidget(0, self._count)
        self._force = Button(_("Use the force’s key instead of this share"), "link")
        self._force.clicked.connect(self.force_asked)
        self.column.addLayout(row(self._force, None))
        self._show_count()

    def refuse(self, words: str, wait: float) -> None:
        """The shares that were here are none of this notebook's: begin again."""
        from storage.keys.shares import still_needed

        self.words.clear()
        self._needed = still_needed(self._slots, ()) or 0
        super().refuse(words, wait)
        self._show_count()

    def set_busy(self, busy: bool) -> None:
        """See `SecretPage`."""
        super().set_busy(busy)
        if not busy:
            self._show_count()

    def _give(self) -> None:
        """Take one share; open with the last one."""
        typed = self.field.text()
        if not typed.strip() or not self.open_button.isEnabled():
            return
        problem = self._problem(typed)
        self._show_error(problem)
        if problem:
            self.field.selectAll()
            return
        self.words.append(typed)
        self.field.clear()
        self._show_count()
        if not self._needed:
            self._forget.stop()
            self.given.emit("")

    def _problem(self, typed: str) -> str:
        """Why a share is not taken; "" where it is, and counts."""
        from storage.keys.shares import is_share, still_needed

        if not is_share(typed):
            return _("A word is missing, too many, or different. Compare it with the sheet.")
        needed = still_needed(self._slots, (*self.words, typed))
        if needed is None or (self.words and still_needed(self._slots, (typed,)) is None):
            return _("This is a share of something else.")
        if needed >= self._needed:
            return _("This share is here already.")
        self._needed = needed
        return ""

    def _show_count(self) -> None:
        self._count.setText(
            ngettext(
                "{count} more share is needed.", "{count} more shares are needed.", self._needed
            ).format(count=self._needed)
        )
        self.open_button.set_words(_("Open") if self._needed <= 1 else _("Next share"))
        may_help = any("force" in slot for slot in self._slots)
        self._force.setVisible(may_help and self._needed == 1 and bool(self.words))


class KeyPage(OtherWayPage):
    """Takes the PIN of the security key that is plugged in, and asks to touch it."""

    touch_asked = Signal()
    """The key blinks; may be told from any thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the page."""
        super().__init__(
            _("Security key"),
            _("PIN of the key"),
            _("This security key does not open the notebook. Try the other one."),
            _("Plug the key in first."),
            parent,
        )
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.touch_asked.connect(lambda: self.notify(_("Touch the key now: it blinks.")))

    def set_busy(self, busy: bool) -> None:
        """See `SecretPage`."""
        super().set_busy(busy)
        if not busy:
            self.notify("")


def trouble_in_words(trouble: "KeyTrouble") -> str:
    """What is wrong with a security key, and what to do."""
    from storage.errors import KeyTrouble

    words = {
        KeyTrouble.MISSING: _("No security key is plugged in."),
        KeyTrouble.SEVERAL: _("Several security keys are plugged in. Leave only one."),
        KeyTrouble.NO_PIN: _("This key has no PIN yet. Set one with its maker’s program first."),
        KeyTrouble.PIN_NOT_GIVEN: _("The PIN is missing."),
        KeyTrouble.WRONG_PIN: _("That is not the PIN of this key."),
        KeyTrouble.PULL_OUT: _("Wrong three times. Pull the key out, plug it in, and try again."),
        KeyTrouble.BLOCKED: _("The PIN was wrong too often: this key is blocked for good."),
        KeyTrouble.UNTOUCHED: _("The key was not touched in time."),
        KeyTrouble.INCAPABLE: _("This key cannot keep a secret for a notebook."),
        KeyTrouble.SILENT: _("The key did not answer as it should. Plug it in again."),
    }
    return words[trouble]
