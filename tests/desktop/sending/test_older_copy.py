"""The notice that an older copy of the vault was put back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.sending.older_copy import OlderCopyNotice
from desktop.sending.witnesses import places_of_witnesses
from storage.checking.witnessing import keep
from storage.tables.receipts import Head
from tests.storage.helpers import ask, create


def test_it_speaks_only_of_an_older_copy_and_takes_a_reason(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    vault, _sample = create(tmp_path / "vault")
    notice = OlderCopyNotice(vault)
    qtbot.addWidget(notice)
    (place,) = places_of_witnesses()
    keep(vault, ask(vault, lambda s: s.witness.head()), place)
    with qtbot.assertNotEmitted(notice.button.clicked, wait=50):
        notice.refresh()
    assert notice.isHidden()

    keep(vault, Head(99, 98, "ab" * 32), place)
    notice.refresh()
    qtbot.waitUntil(lambda: not notice.isHidden())
    assert not notice.button.isEnabled()
    notice.reason.setText("restored from the backup")
    notice.button.click()
    qtbot.waitUntil(notice.isHidden)
    reasons = [entry.reason for entry in ask(vault, lambda s: s.audit.entries())]
    assert reasons[-1].endswith("Accepted: restored from the backup")
    vault.close()
