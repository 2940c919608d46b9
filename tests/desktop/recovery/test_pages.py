"""Other ways in through the unlock window: code, force's key, shares, security key."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import fido2.hid
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.theme.buttons import Button
from desktop.theme.fields import ErrorLine
from desktop.theme.labels import Label
from desktop.unlock import Door
from desktop.unlock.frame import Page
from desktop.unlock.other_ways import ForcePage, KeyPage, SharesPage
from desktop.unlock.renewing import RenewingPage
from desktop.unlock.secret import PassphrasePage, RecoveryPage
from storage import Vault
from storage.errors import WrongPassphrase
from storage.keyring.key_slots import change_slots
from storage.keys.escrow import PrivateKey
from storage.keys.security_key import NewSecurityKey
from storage.keys.shares import ShareSet
from storage.keys.slots import NewSlot, RecoveryCode
from tests.storage.helpers import CHEAP, ME, PASSPHRASE, Sample
from tests.storage.keys.authenticator.device import Authenticator
from tests.storage.keys.authenticator.transport import Sockets

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

WORDS = "lantern orchard velvet canyon"
NEW = "a passphrase for tomorrow"
Shown = TypeVar("Shown", bound=Page)
Opens = Callable[[Sample], Door]


class Hands:
    """An officer's hands and eyes on the window."""

    def __init__(self, qtbot: QtBot, door: Door) -> None:
        self._qtbot = qtbot
        self._door = door
        self.entered: list[object] = []
        door.opened.connect(self.entered.append)

    def page(self, kind: type[Shown]) -> Shown:
        self._qtbot.waitUntil(lambda: isinstance(self._door.window.page, kind), timeout=20_000)
        page = self._door.window.page
        assert isinstance(page, kind)
        return page

    def press(self, words: str) -> None:
        page = self._door.window.page
        assert page
        button = next(each for each in page.findChildren(Button) if each.text() == words)
        assert button.isVisible()
        self._qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type(self, field: QLineEdit, text: str, *, enter: bool = True) -> None:
        field.setFocus()
        field.clear()
        self._qtbot.keyClicks(field, text)
        if enter:
            self._qtbot.keyClick(field, Qt.Key.Key_Return)

    def sees(self, words: str) -> None:
        """Wait for a line that says `words`."""

        def shown() -> bool:
            page = self._door.window.page
            labels = page.findChildren(Label) if page else []
            return any(words in each.text() for each in labels if each.isVisible())

        self._qtbot.waitUntil(shown, timeout=20_000)

    def come_in(self) -> None:
        self._qtbot.waitUntil(lambda: bool(self.entered), timeout=20_000)

    def keep_passphrase(self) -> None:
        self.page(RenewingPage)
        self.press("Keep the old passphrase")
        self.come_in()


@pytest.fixture
def force(tmp_path: Path) -> tuple[PrivateKey, Path]:
    key = PrivateKey.new("Sample Constabulary 2026")
    path = tmp_path / "sample.key"
    path.write_text(key.text(WORDS, CHEAP))
    return key, path


def add_slots(sample: Sample, *new: NewSlot) -> None:
    vault = sample.open()
    change_slots(vault, RecoveryCode(sample.code), add=new)
    vault.close()


def test_the_code_opens_and_the_passphrase_is_renewed(
    sample: Sample, arrive: Opens, qtbot: QtBot
) -> None:
    hands = Hands(qtbot, door := arrive(sample))
    hands.press("Use the recovery code")
    hands.type(hands.page(RecoveryPage).field, sample.code)
    page = hands.page(RenewingPage)
    hands.type(page.passphrase.first, "password password password", enter=False)
    hands.type(page.passphrase.again, "password password password")
    hands.sees("would be guessed")
    hands.type(page.passphrase.first, NEW, enter=False)
    hands.type(page.passphrase.again, NEW + "s")
    hands.sees("This is not the same")
    hands.type(page.passphrase.again, NEW)
    hands.come_in()
    assert door._vault
    door._vault.close()
    Vault.open(sample.folder, ME, passphrase=NEW).close()
    with pytest.raises(WrongPassphrase):
        Vault.open(sample.folder, ME, passphrase=PASSPHRASE)


def test_six_words_are_thrown(sample: Sample, arrive: Opens, qtbot: QtBot) -> None:
    hands = Hands(qtbot, arrive(sample))
    hands.press("Use the recovery code")
    hands.type(hands.page(RecoveryPage).field, sample.code)
    page = hands.page(RenewingPage)
    hands.press("Choose six words for me")
    thrown = page.passphrase.first.text()
    assert len(thrown.split()) == 6
    assert page.passphrase.first.echoMode() is QLineEdit.EchoMode.Normal
    hands.sees("Write it down")
    hands.keep_passphrase()


def test_only_what_the_notebook_has_is_offered(sample: Sample, arrive: Opens, qtbot: QtBot) -> None:
    hands = Hands(qtbot, door := arrive(sample))
    assert isinstance(door.window.page, PassphrasePage)
    hands.press("Use the recovery code")
    words = {each.text() for each in hands.page(RecoveryPage).findChildren(Button)}
    assert not {"Use shares", "Use the force’s key", "Use the security key"} & words


def test_the_forces_key_opens(
    sample: Sample, arrive: Opens, qtbot: QtBot, force: tuple[PrivateKey, Path], tmp_path: Path
) -> None:
    key, path = force
    add_slots(sample, key.public)
    hands = Hands(qtbot, arrive(sample))
    hands.press("Use the recovery code")
    hands.press("Use the force’s key")
    page = hands.page(ForcePage)
    hands.sees(key.public.fingerprint.replace("-", "\N{NON-BREAKING HYPHEN}"))
    hands.type(page.field, WORDS)
    hands.sees("Choose the file first")
    other = PrivateKey.new("Another")
    for name, text, sentence in (
        ("letter", "Dear all", "not the private file"),
        ("public", key.public.text(), "not the private file"),
        ("other", other.text(WORDS, CHEAP), "does not open to “Another”"),
    ):
        (tmp_path / name).write_text(text)
        page.take_file(tmp_path / name)
        hands.sees(sentence)
    page.take_file(tmp_path / "missing")
    hands.sees("cannot be read")
    page.take_file(path)
    assert not any(each.isVisible() for each in page.findChildren(ErrorLine) if each.text() == "")
    hands.type(page.field, "not the passphrase")
    hands.sees("That is not the passphrase of this key")
    qtbot.wait(1500)  # the delay after a wrong passphrase
    hands.type(page.field, WORDS)
    hands.keep_passphrase()


def test_shares_open_one_by_one(sample: Sample, arrive: Opens, qtbot: QtBot) -> None:
    shares = ShareSet.new(2, 3)
    add_slots(sample, shares)
    hands = Hands(qtbot, arrive(sample))
    hands.press("Use the recovery code")
    hands.press("Use shares")
    page = hands.page(SharesPage)
    hands.sees("2 more shares are needed.")
    hands.type(page.field, shares.words[0][:-4])
    hands.sees("A word is missing")
    hands.type(page.field, ShareSet.new(2, 3).words[0])
    hands.sees("a share of something else")
    hands.type(page.field, shares.words[2].upper())
    hands.sees("1 more share is needed.")
    hands.type(page.field, shares.words[2])
    hands.sees("here already")
    hands.type(page.field, shares.words[0])
    hands.keep_passphrase()


def test_the_force_is_the_last_share(
    sample: Sample, arrive: Opens, qtbot: QtBot, force: tuple[PrivateKey, Path]
) -> None:
    key, path = force
    shares = ShareSet.new(2, 2, key.public)
    add_slots(sample, shares)
    hands = Hands(qtbot, arrive(sample))
    hands.press("Use the recovery code")
    hands.press("Use shares")
    hands.type(hands.page(SharesPage).field, shares.words[0])
    hands.press("Use the force’s key instead of this share")
    page = hands.page(ForcePage)
    page.take_file(path)
    hands.type(page.field, WORDS)
    hands.keep_passphrase()


class Holder:
    """Holds the security key while it is added."""

    def touch(self) -> None:
        pass

    def pin(self, _tries: int) -> str:
        return "1234"


def test_the_security_key_opens(
    sample: Sample, arrive: Opens, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets = Sockets()
    monkeypatch.setattr(fido2.hid, "list_descriptors", sockets.descriptors)
    monkeypatch.setattr(fido2.hid, "open_connection", sockets.connect)
    sockets.plugged_in = [key := Authenticator()]
    add_slots(sample, NewSecurityKey.ask("blue key", Holder()))
    hands = Hands(qtbot, arrive(sample))
    hands.press("Use the security key")
    page = hands.page(KeyPage)
    hands.type(page.field, "0000")
    hands.sees("That is not the PIN of this key")
    sockets.plugged_in = []
    hands.type(page.field, "1234")
    hands.sees("No security key is plugged in")
    sockets.plugged_in = [key]
    blinked: list[bool] = []
    page.touch_asked.connect(lambda: blinked.append(True))
    key.touch = lambda: blinking_is_seen(blinked)
    hands.type(page.field, "1234")
    hands.come_in()
    assert blinked


def blinking_is_seen(blinked: list[bool]) -> bool:
    """Touch the key once the window has asked for it."""
    deadline = time.monotonic() + 10
    while not blinked and time.monotonic() < deadline:
        time.sleep(0.02)
    return bool(blinked)
