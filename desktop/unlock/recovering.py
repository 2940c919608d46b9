"""Leads to the other ways in that a notebook has: the force's key, shares, a security key."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.theme.buttons import Button
from desktop.theme.labels import Label
from desktop.unlock.opening import How
from desktop.unlock.secret import PassphrasePage, RecoveryPage
from desktop.unlock.window import UnlockWindow
from translations.interface import _

if TYPE_CHECKING:  # loaded after the first page is painted
    from desktop.unlock.other_ways import OtherWayPage, Slots
    from storage.keys.escrow import PublicKey
    from storage.keys.slots import Secret

_SECURITY_KEY = b'"security-key"'
"""The type of a slot, as a header's file says it (docs/vault-format.md)."""


class Recovering:
    """Shows the pages, and gives what was typed on them to the door."""

    def __init__(
        self, window: UnlockWindow, enter: Callable[[How], None], back: Callable[[], None]
    ) -> None:
        """`enter` tries to open the notebook; `back` leads to the passphrase."""
        self._window = window
        self._enter = enter
        self._back = back

    def offer_key(self, page: PassphrasePage, folder: Path) -> None:
        """Put a link to the security key under the passphrase, if the notebook opens to one.

        The header is only searched: reading it properly would delay the first page.
        """
        try:
            has_key = _SECURITY_KEY in (folder / "header.json").read_bytes()
        except OSError:
            has_key = False
        if has_key:
            link = Button(_("Use the security key"), "link")
            link.clicked.connect(lambda: self._show_key(folder))
            page.set_foot(link)

    def show(self, folder: Path) -> None:
        """Show the page for the recovery code, with links to what else the notebook opens to."""
        page = RecoveryPage()
        page.given.connect(lambda code: self._enter({"recovery_code": code}))
        page.back_asked.connect(self._back)
        slots = _slots(folder)
        kinds = {slot["type"] for slot in slots}
        links: list[Button] = []
        for kind, words, lead in (
            ("shares", _("Use shares"), lambda: self._show_shares(slots)),
            ("escrow", _("Use the force’s key"), lambda: self._show_force(slots)),
        ):
            if kind in kinds:
                links.append(Button(words, "link"))
                links[-1].clicked.connect(lead)
        if links:
            page.set_foot(Label(_("No code?"), "muted", wrap=False), *links)
        self._window.show_page(page)

    def _show_force(self, slots: "Slots") -> None:
        from desktop.unlock.other_ways import ForcePage
        from storage.keys.escrow import PrivateKey, key_in

        page = ForcePage(tuple(key_in(slot) for slot in slots if slot["type"] == "escrow"))
        page.given.connect(
            lambda words: self._enter({"ask": lambda _folder: PrivateKey.parse(page.text, words)})
        )
        self._lead_back_from(page)

    def _show_shares(self, slots: "Slots") -> None:
        from desktop.unlock.other_ways import SharesPage
        from storage.keys.shares import Shares

        page = SharesPage(slots)
        page.given.connect(
            lambda _last: self._enter({"ask": lambda _folder: Shares(tuple(page.words))})
        )
        page.force_asked.connect(lambda: self._show_force_share(slots, tuple(page.words)))
        self._lead_back_from(page)

    def _show_force_share(self, slots: "Slots", words: tuple[str, ...]) -> None:
        """The force's key in the place of the last share, with the `words` of the others."""
        from desktop.unlock.other_ways import ForcePage

        keys = {_force_of(slot): None for slot in slots if "force" in slot}
        page = ForcePage(tuple(keys))
        page.given.connect(
            lambda passphrase: self._enter(
                {"ask": lambda _folder: _with_force(words, page.text, passphrase)}
            )
        )
        self._lead_back_from(page)

    def _show_key(self, folder: Path) -> None:
        from desktop.unlock.other_ways import KeyPage

        page = KeyPage()
        page.given.connect(
            lambda pin: self._enter(
                {"ask": lambda _folder: _ask_key(folder, pin, page.touch_asked.emit)}
            )
        )
        self._lead_back_from(page)

    def _lead_back_from(self, page: "OtherWayPage") -> None:
        page.back_asked.connect(self._back)
        self._window.show_page(page)


class Holder:
    """Who holds the security key, as `storage.keys.fido.Person`: has typed the PIN before."""

    def __init__(self, pin: str, blink: Callable[[], None]) -> None:
        """Give `pin` when it is asked for; `blink` tells that the key wants to be touched."""
        self._pin = pin
        self.touch = blink

    def pin(self, _tries: int) -> str | None:
        """See `storage.keys.fido.Person`."""
        return self._pin


def _ask_key(folder: Path, pin: str, blink: Callable[[], None]) -> "Secret":
    from storage.keys.security_key import SecurityKey

    return SecurityKey.ask(_slots(folder), Holder(pin, blink))


def _with_force(words: tuple[str, ...], text: str, passphrase: str) -> "Secret":
    from storage.keys.escrow import PrivateKey
    from storage.keys.shares import Shares

    return Shares(words, PrivateKey.parse(text, passphrase))


def _force_of(slot: "dict[str, object]") -> "PublicKey":
    from storage.keys.escrow import key_in

    force = slot["force"]
    assert isinstance(force, dict)
    return key_in(force)


def _slots(folder: Path) -> "Slots":
    """The notebook's key slots, as its header tells them; none where it can't be read."""
    from storage.errors import StorageError
    from storage.keys import header

    try:
        return header.read(folder).copies[0][0].slots
    except StorageError:
        return ()
