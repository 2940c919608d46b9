"""What goes wrong in a method that Qt calls is told, and does not end the process.

PySide 6.11 keeps such an error until Python can raise it, and adds where it was. Before Python 3.12
an error that Python's own C code raised may be mere words by then, not yet an exception; PySide
takes it for one all the same, and the process ends (`storePythonOverrideErrorOrPrint`). An error
that has passed through a handler is an exception.
"""

import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any


def guard() -> None:
    """Have errors pass through a handler in every class of ours that is made from now on."""
    if sys.version_info >= (3, 12):
        return
    from PySide6.QtCore import QObject

    def wrap(made: type[QObject], /, **named: Any) -> None:
        super(QObject, made).__init_subclass__(**named)
        qt = [base for base in made.__mro__ if base.__module__.startswith("PySide6.")]
        for name, method in list(vars(made).items()):
            is_ours = isinstance(method, FunctionType) and not name.startswith("__")
            if is_ours and any(name in vars(base) for base in qt):
                setattr(made, name, _handled(method))

    QObject.__init_subclass__ = classmethod(wrap)  # type: ignore[assignment]


def _handled(method: Callable[..., Any]) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:
            raise

    return call
