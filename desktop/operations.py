"""Work on the vault, and other long work, beside the window: started here, answered in signals.

The window's thread never waits: it hands over a function and is called back with what it gave.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from storage.errors import StorageError, VaultClosed

Result = TypeVar("Result")

_pool = ThreadPoolExecutor(2, "notebook-work")


class _Relay(QObject):
    """Carries calls into the window's thread; it is never deleted.

    Were each window its own receiver, a thread could speak to one in the moment in which it is
    being deleted, and the process would end.
    """

    carried = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.carried.connect(self._call)

    def _call(self, call: Callable[[], None]) -> None:
        call()


@cache
def _relay() -> _Relay:
    return _Relay()


def told(owner: QObject, call: Callable[..., Any]) -> Callable[..., None]:
    """`call` as a function for any thread: done in the window's, as long as `owner` is there.

    Ask for it in the window's thread.
    """
    relay = _relay()

    def do(arguments: tuple[Any, ...]) -> None:
        if isValid(owner):
            call(*arguments)

    return lambda *arguments: relay.carried.emit(partial(do, arguments))


class Operation(QObject, Generic[Result]):
    """One piece of work under way; deleted with its parent, after which nobody is called back."""

    def __init__(self, parent: QObject, future: "Future[Result]") -> None:
        """Follow `future` on behalf of `parent`, a window or page."""
        super().__init__(parent)
        self._success: Callable[[Result], Any] = lambda _result: None
        self._failure: Callable[[StorageError], Any] | None = None
        self._future = future

    def on_success(self, call: Callable[[Result], Any]) -> "Operation[Result]":
        """Call back with the result."""
        self._success = call
        return self

    def on_failure(self, call: Callable[[StorageError], Any]) -> "Operation[Result]":
        """Call back with a `StorageError`; other errors are bugs and reach the crash handler."""
        self._failure = call
        return self

    def start(self) -> "Operation[Result]":
        """Begin to listen; call this last."""
        self._future.add_done_callback(told(self, self._finish))
        return self

    def _finish(self, future: "Future[Result]") -> None:
        error = future.exception()
        if error is None:
            self._success(future.result())
        elif isinstance(error, VaultClosed):
            pass  # the notebook is sealed: nobody is there to be told
        elif isinstance(error, StorageError) and self._failure is not None:
            self._failure(error)
        else:
            raise error
        self.deleteLater()


def in_background(parent: QObject, work: Callable[[], Result]) -> Operation[Result]:
    """Run `work` (which must not touch a window) on a thread of its own."""
    _relay()  # made here, in the window's thread
    return Operation(parent, _pool.submit(work))
