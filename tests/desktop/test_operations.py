"""Work beside the window whose window goes away in the very moment in which it ends."""

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from desktop.operations import in_background, told
from storage.errors import StorageError, VaultFull


def test_nobody_is_called_back_once_the_window_is_gone(qtbot: QtBot) -> None:
    heard: list[int] = []
    go_on = threading.Event()
    for number in range(200):
        owner = QObject()
        go_on.clear()

        def work(number: int = number) -> int:
            go_on.wait(10)
            return number

        in_background(owner, work).on_success(heard.append).start()
        owner.deleteLater()
        go_on.set()  # the work ends while the owner is being deleted
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(50)
    assert heard == []


def test_a_call_from_a_thread_is_made_in_the_windows(qtbot: QtBot) -> None:
    owner = QObject()
    called: list[tuple[int, int]] = []
    here = threading.get_ident()
    say = told(owner, lambda number: called.append((number, threading.get_ident())))
    thread = threading.Thread(target=lambda: [say(number) for number in range(5)])
    thread.start()
    thread.join()
    assert called == []
    qtbot.waitUntil(lambda: len(called) == 5)
    assert called == [(number, here) for number in range(5)]


def test_what_goes_wrong_is_told_where_it_was_asked(qtbot: QtBot) -> None:
    owner = QObject()
    failed: list[StorageError] = []

    def work() -> None:
        raise VaultFull("The disk is full.")

    in_background(owner, work).on_failure(failed.append).start()
    qtbot.waitUntil(lambda: bool(failed))
    assert str(failed[0]) == "The disk is full."
