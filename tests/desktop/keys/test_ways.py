"""What opens a notebook, seen and changed in its settings."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.keys.code import CodeWindow
from desktop.keys.force import ForceKeyWindow
from desktop.keys.passphrase import PassphraseWindow
from desktop.keys.removing import RemoveWindow
from desktop.keys.set_by_force import staying
from desktop.keys.shares import SharesWindow
from desktop.keys.trying import TryWindow
from desktop.theme.buttons import Button
from desktop.theme.labels import Label
from storage import Vault
from storage.errors import WrongPassphrase
from storage.keys.escrow import PrivateKey
from storage.keys.shares import Shares
from storage.keys.slots import RecoveryCode
from storage.vault.slot_notes import notes
from tests.desktop.keys.conftest import WORDS, Opened, answer, wait
from tests.storage.helpers import ME, PASSPHRASE, ask

NEW = "a passphrase for tomorrow"
Window = CodeWindow | ForceKeyWindow | PassphraseWindow | RemoveWindow | SharesWindow


def shown(opened: Opened, window: Window) -> None:
    opened.notebook.safe.keys.show_window(window)


def opens(opened: Opened, **how: str) -> bool:
    """Whether the closed vault opens so."""
    opened.vault.close()
    try:
        Vault.open(opened.vault.folder, ME, **how).close()  # type: ignore[arg-type]
    except WrongPassphrase:
        return False
    return True


def test_every_way_is_a_plain_sentence_and_the_force_stays(opened: Opened) -> None:
    titles = [way.title for way in opened.notebook.safe.keys.ways]
    assert titles == ["Passphrase", "Recovery code", "The force’s key “Sample Constabulary 2026”"]
    words = [label.text() for label in opened.notebook.safe.keys.findChildren(Label)]
    fingerprint = opened.force.public.fingerprint.replace("-", "\N{NON-BREAKING HYPHEN}")
    assert any(fingerprint in text and "so it stays" in text for text in words)
    assert sum("Made" in text for text in words) == 3
    called = [button.accessibleName() for button in opened.notebook.safe.keys.findChildren(Button)]
    assert f"Remove: {titles[1]}" in called
    assert f"Remove: {titles[2]}" not in called
    slots, known = opened.vault.header.slots, opened.notebook.safe.keys.profile
    assert [slot["type"] for slot in staying(slots, [s["id"] for s in slots], known)] == ["escrow"]


def test_the_passphrase_is_changed(opened: Opened, qtbot: QtBot) -> None:
    (way,) = opened.ways("passphrase")
    window = PassphraseWindow(opened.notebook.safe.keys, opened.vault, way.id)
    shown(opened, window)
    window.change()
    assert "Type it first" in " ".join(label.text() for label in window.findChildren(Label))
    window.proof.field.setText("not the passphrase")
    window.passphrase.first.setText(NEW)
    window.passphrase.again.setText(NEW)
    window.change()
    assert window.is_busy
    window.reject()  # not while it works
    assert window.isVisible()
    wait(qtbot, window)
    assert "Nothing was changed" in window.message
    window.proof.field.setText(PASSPHRASE)
    with qtbot.waitSignal(window.told, timeout=30_000):
        window.change()
    assert not opens(opened, passphrase=PASSPHRASE)
    assert opens(opened, passphrase=NEW)


def test_a_new_code_counts_once_it_is_written_down(opened: Opened, qtbot: QtBot) -> None:
    (way,) = opened.ways("recovery")
    window = CodeWindow(opened.notebook.safe.keys, opened.vault, way.id)
    shown(opened, window)
    window.proof.field.setText(opened.code)  # the code itself shows who asks
    window.show_code()
    qtbot.waitUntil(lambda: window.shown is not None, timeout=30_000)
    assert window.shown
    window.button.click()
    assert window.isVisible()
    opened.vault.header.open_slot(RecoveryCode(opened.code))
    answer(window.shown)
    with qtbot.waitSignal(window.told, timeout=30_000):
        window.button.click()
    assert not opens(opened, recovery_code=opened.code)
    assert opens(opened, recovery_code=window.shown.code)


def test_shares_are_shown_one_by_one_and_their_holders_noted(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    keys = opened.notebook.safe.keys
    window = SharesWindow(keys, opened.vault, opened.force.public)
    shown(opened, window)
    window.with_force.setChecked(True)
    for field, name in zip(window.names, ("Insp. Sample", "Sgt Sample"), strict=False):
        field.setText(name)
    window.proof.field.setText(opened.code)
    window.show_shares()
    qtbot.waitUntil(lambda: window.shown is not None, timeout=30_000)
    assert "for Insp. Sample alone" in window.said
    assert window.shown
    window.shown.save_to(tmp_path / "share-1.txt")
    first = window.shown.words
    assert (tmp_path / "share-1.txt").read_text().startswith(first)
    window.shown.save_to(tmp_path / "share-1.txt")
    said = " ".join(label.text() for label in window.shown.findChildren(Label))
    assert "already" in said
    assert len(opened.vault.header.slots) == 3  # they open nothing yet
    window.button.click()
    assert "for Sgt Sample alone" in window.said
    with qtbot.waitSignal(window.told, timeout=30_000):
        window.button.click()
    opened.vault.header.open_slot(Shares((first,), opened.force))
    qtbot.waitUntil(lambda: len(keys.ways) == 4)
    (way,) = opened.ways("shares")
    assert way.details[0] == "Held by Insp. Sample, Sgt Sample."
    assert ask(opened.vault, notes)[way.id].holders == ("Insp. Sample", "Sgt Sample")
    trial = TryWindow(keys, opened.vault, way)
    keys.show_window(trial)
    assert window.made
    trial.shares.setPlainText("\n".join(window.made.words))
    with qtbot.waitSignal(trial.told, timeout=30_000):
        trial.attempt()


def test_another_key_of_the_force_comes_and_goes(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    keys = opened.notebook.safe.keys
    window = ForceKeyWindow(keys, opened.vault)
    shown(opened, window)
    window.add()
    assert window.message == "Choose the file first."
    window.take_file(opened.key_file)
    assert "not a force’s key" in window.message
    (tmp_path / "same.pub").write_text(opened.force.public.text())
    window.take_file(tmp_path / "same.pub")
    assert "already" in window.message
    other = PrivateKey.new("Sample Constabulary 2027")
    (tmp_path / "other.pub").write_text(other.public.text())
    window.take_file(tmp_path / "other.pub")
    window.proof.field.setText(opened.code)
    with qtbot.waitSignal(window.told, timeout=30_000):
        window.add()
    opened.vault.header.open_slot(other)
    qtbot.waitUntil(lambda: len(keys.ways) == 4)
    removing = RemoveWindow(keys, opened.vault, keys.ways[-1])
    shown(opened, removing)
    removing.proof.field.setText(opened.code)
    with qtbot.waitSignal(removing.told, timeout=30_000):
        removing.remove()
    with pytest.raises(WrongPassphrase):
        opened.vault.header.open_slot(other)


def test_the_last_way_for_every_day_goes_only_where_that_is_meant(
    opened: Opened, qtbot: QtBot
) -> None:
    (way,) = opened.ways("passphrase")
    window = RemoveWindow(opened.notebook.safe.keys, opened.vault, way)
    shown(opened, window)
    window.proof.field.setText(opened.code)
    window.remove()
    wait(qtbot, window)
    assert "every day" in window.message
    assert window.anyhow.isVisible()
    window.anyhow.setChecked(True)
    with qtbot.waitSignal(window.told, timeout=30_000):
        window.remove()
    assert not opens(opened, passphrase=PASSPHRASE)


def test_a_trial_says_whether_it_works_and_is_noted(opened: Opened, qtbot: QtBot) -> None:
    keys = opened.notebook.safe.keys
    before = opened.vault.header
    (way,) = opened.ways("recovery")
    window = TryWindow(keys, opened.vault, way)
    keys.show_window(window)
    window.field.setText(opened.code[:-1] + ("0" if opened.code[-1] != "0" else "1"))
    window.attempt()
    wait(qtbot, window)
    assert "Compare each character" in window.message
    window.field.setText(opened.code.lower())
    with qtbot.waitSignal(window.told, timeout=30_000):
        window.attempt()
    assert window.said == "It works. The notebook would open to it."
    (force,) = opened.ways("escrow")
    by_force = TryWindow(keys, opened.vault, force)
    keys.show_window(by_force)
    by_force.take_file(opened.key_file)
    by_force.field.setText(WORDS)
    with qtbot.waitSignal(by_force.told, timeout=30_000):
        by_force.attempt()
    tried = ask(opened.vault, notes)
    assert tried[way.id].tried
    assert tried[force.id].tried
    assert opened.vault.header == before
    qtbot.waitUntil(lambda: any("Last tried" in d for w in keys.ways for d in w.details))
