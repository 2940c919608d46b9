"""Shares: how many, for whom, and then each shown by itself to be written down or saved."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.keys.proof import Proof
from desktop.keys.shown_share import ShownShare
from desktop.keys.window import KeysWindow, column
from desktop.theme.checks import Check
from desktop.theme.fields import Field
from desktop.theme.frames import line
from desktop.theme.labels import Label
from desktop.theme.segmented import Segmented
from storage import Vault
from storage.keyring.key_slots import change_slots, key_slots
from storage.keys.escrow import PublicKey
from storage.keys.shares import ShareSet
from storage.keys.slots import Secret
from storage.vault.slot_notes import name_holders
from translations.interface import _

NUMBERS = range(2, 8)
"""How many shares a window offers; the command line makes up to 16."""


class SharesWindow(KeysWindow):
    """Makes a set of shares; it opens nothing before each of them was seen."""

    def __init__(
        self, parent: QWidget, vault: Vault, force: PublicKey | None = None, slot: str = ""
    ) -> None:
        """Make shares for `vault`, in the place of those of `slot`, if any.

        Parameters:
            force: the key that one of the shares may be sealed to.
        """
        super().__init__(parent, vault, _("Shares"))
        self._force, self._slot = force, slot
        self.made: ShareSet | None = None
        self.shown: ShownShare | None = None
        self.proof = Proof(vault)
        self.proof.touch_asked.connect(lambda: self.notify(_("Touch the key now: it blinks.")))
        self.count, self.threshold = Segmented(_choices(NUMBERS)), Segmented()
        self.names = [QLineEdit() for _number in range(NUMBERS[-1])]
        self._named = [
            Field(_("Who holds share {number}?").format(number=number), name)
            for number, name in enumerate(self.names, 1)
        ]
        self.with_force = Check()
        self._lay_out()
        self.count.chosen.connect(self._resize)
        self.with_force.toggled.connect(lambda _on: self._resize())
        self.count.set_value("3")
        self._resize()
        self.proof.field.setFocus()

    def _lay_out(self) -> None:
        self.count.setAccessibleName(_("How many shares"))
        self.threshold.setAccessibleName(_("How many of them open it"))
        if self._force:
            words = _("One of them is the force’s, sealed to its key “{name}”")
            self.with_force.set_words(words.format(name=self._force.name))
        self.with_force.setVisible(self._force is not None)
        step = column(
            self.proof,
            line(),
            Label(_("How many shares"), "label"),
            self.count,
            Label(_("How many of them open it"), "label"),
            self.threshold,
            self.with_force,
            *self._named,
            spacing=8,
        )
        self.turn(
            _(
                "Several people each hold a share: 33 words on paper. One share opens nothing;"
                " enough of them together do. The names stay in the notebook, sealed."
            ),
            step,
            _("Show the shares"),
            self.show_shares,
        )

    def show_shares(self) -> None:
        """Show the shares, once it is clear who asks and all is chosen."""
        if not self.proof.is_given():
            return
        threshold, count = self.threshold.value(), self.count.value()
        if not (threshold and count):
            self.say(_("Choose how many shares there are, and how many open it."))
            return
        ask, force = self.proof.ask(), self._force if self.with_force.isChecked() else None

        def work() -> tuple[Secret, ShareSet]:
            secret = ask()
            self.vault.header.open_slot(secret)
            return secret, ShareSet.new(int(threshold), int(count), force)

        names = tuple(name.text().strip() for name in self.names[: self._handed_out()])
        self.work(work, lambda made: self._show(*made, names, iter(range(1, len(names) + 1))))

    def _show(
        self, secret: Secret, made: ShareSet, names: tuple[str, ...], left: Iterator[int]
    ) -> None:
        """Show the next share; after the last one, they count."""
        self.made = made
        number = next(left, 0)
        if not number:
            self._use(secret, made, names)
            return
        said = _("Share {number} of {count}, for {holder} alone. It is shown once.")
        holder = names[number - 1] or _("one person")
        self.shown = ShownShare(made.words[number - 1], number, made.threshold)
        self.turn(
            said.format(number=number, count=len(names), holder=holder),
            self.shown,
            _("Next share") if number < len(names) else _("All are handed out"),
            lambda: self._show(secret, made, names, left),
        )

    def _use(self, secret: Secret, made: ShareSet, names: tuple[str, ...]) -> None:
        slot = self._slot

        def work() -> None:
            before = {each.id for each in key_slots(self.vault.header)}
            now = change_slots(self.vault, secret, add=[made], remove=[slot] if slot else [])
            (id,) = {each.id for each in now} - before
            self.vault.perform(lambda session: name_holders(session, id, names)).result()

        self.work(work, lambda _nothing: self._used(made))

    def _used(self, made: ShareSet) -> None:
        self.told.emit(
            _("Any {threshold} of {count} shares open this notebook now.").format(
                threshold=made.threshold, count=made.count
            )
        )
        self.accept()

    def _handed_out(self) -> int:
        """How many of the shares are for people."""
        return int(self.count.value() or 0) - self.with_force.isChecked()

    def _resize(self, _count: str = "") -> None:
        """As many names as shares for people, and a threshold that fits."""
        count, before = int(self.count.value() or 2), self.threshold.value()
        self.threshold.set_choices(_choices(range(2, count + 1)))
        self.threshold.set_value(before if before and int(before) <= count else "2")
        for number, field in enumerate(self._named, 1):
            field.setVisible(number <= self._handed_out())


def _choices(numbers: range) -> list[tuple[str, str]]:
    return [(str(number), str(number)) for number in numbers]
