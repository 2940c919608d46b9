"""Opens every small window there is, and types into each of its fields; used in a notebook.

They are found by walking through all modules, and built from what their parameters are said to
be, so that a new one cannot be forgotten. Where that is not enough, `Kit` has a sample by name.
"""

import dataclasses
import enum
import importlib
import inspect
import json
import pkgutil
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

import desktop
from desktop import profile
from desktop.app import Notebook
from desktop.definitions import FormShelf
from desktop.profile import Profile
from desktop.shell.unfinished import SECRET, UnfinishedWords
from forms import Form, FormEngine
from storage import Filled, RecordId, Vault, Version
from storage.keys.escrow import PrivateKey, PublicKey
from storage.tables.devices import DeviceKey

TYPED = "the trial is in spr"
"""Half a sentence."""


def kinds() -> list[type[QDialog]]:
    """Every class of a small window that is not only there to be built upon."""
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.startswith("desktop.demo"):
            importlib.import_module(module.name)
    found = {kind for kind in _below(QDialog) if kind.__module__.startswith("desktop.")}
    leaves = [kind for kind in found if not kind.__subclasses__()]
    return sorted(leaves, key=lambda kind: (kind.__module__, kind.__name__))


def notebook() -> Notebook:
    """The open notebook of this process."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return next(
        found for window in application.topLevelWidgets() for found in window.findChildren(Notebook)
    )


def open_all(words: str = TYPED) -> str:
    """Open every small window and type into all of them; what was typed, by class, as JSON."""
    kit = Kit(notebook())
    typed = {}
    for kind in kinds():
        if kind is not UnfinishedWords:  # it shows what was typed before
            typed[kind.__name__] = type_into(kit.open(kind), f"{kind.__name__}: {words}")
    return json.dumps(typed)


def type_into(window: QDialog, words: str) -> list[str]:
    """Type `words`, numbered, into all fields that keep nothing secret; what stands in them."""
    typed = []
    for field in fields(window):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, f"{len(typed)} {words}")
        text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        typed.append(text)
    return typed


def fields(window: QDialog) -> list[QLineEdit | QPlainTextEdit]:
    """The fields of a window that take words which may be kept."""
    lines = [
        line
        for line in window.findChildren(QLineEdit)
        if line.echoMode() is QLineEdit.EchoMode.Normal and line.inputMask() == ""
    ]
    found: list[QLineEdit | QPlainTextEdit] = [*lines, *window.findChildren(QPlainTextEdit)]
    return [
        field
        for field in found
        if field.isVisible()
        and field.isEnabled()
        and not field.isReadOnly()
        and not field.property(SECRET)
    ]


class Kit:
    """Samples of whatever a small window wants to be built with."""

    def __init__(self, opened: Notebook) -> None:
        """Build windows over `opened`, whose vault gets one record."""
        self._shell = opened.shell
        form = opened.shelf.get("intelligence_report")  # which may also leave
        content = FormEngine(form).draft()
        filled = Filled(form.id, form.version, content, "Report", "", "", "")
        version = opened.vault.perform(lambda session: session.records.add(filled)).result()
        device = opened.vault.device_key().result()
        self._samples: dict[Any, Any] = {
            QWidget: opened.shell.pages,
            Vault: opened.vault,
            FormShelf: opened.shelf,
            Profile: profile.read(profile.SAMPLE),
            Form: form,
            RecordId: version.record,
            Version: version,
            bytes: content,
            DeviceKey: device,
            PublicKey: PrivateKey.new("Sample Constabulary").public,
            str: "sample",
            int: 1,
            bool: False,
            Path: Path("sample"),
        }
        self._named = {
            "language": "en",
            "source": "NPCC 2019, 5.6",
            "versions": [version],
            "path": FormEngine(form).body()[0].path,
        }

    def open(self, kind: type[QDialog]) -> QDialog:
        """A window of `kind`, shown."""
        window = self.build(kind)
        window.open()
        QTest.qWait(20)
        return window

    def build(self, kind: type[QDialog]) -> QDialog:
        """A window of `kind`, hidden."""
        made = self._make(kind)
        assert isinstance(made, QDialog)
        return made

    def _make(self, kind: Any) -> Any:
        """Call `kind` with a sample for each parameter that must be given."""
        told = kind if hasattr(kind, "_fields") else kind.__init__  # of a named tuple, or another
        hints = typing.get_type_hints(told, _names_of(kind), _names_of(kind))
        given: dict[str, Any] = {}
        for name, parameter in inspect.signature(kind).parameters.items():
            if parameter.default is inspect.Parameter.empty:
                named = None if hints[name] is Path else self._named.get(name)
                given[name] = named or self.sample(hints[name])
        return kind(**given)

    def sample(self, hint: Any) -> Any:
        """Something of the type that `hint` tells."""
        origin = typing.get_origin(hint) or hint
        if hint in self._samples:
            return self._samples[hint]
        if origin in (types.UnionType, typing.Union):
            return None if type(None) in typing.get_args(hint) else self.sample(hint.__args__[0])
        if inspect.isclass(origin) and issubclass(origin, enum.Enum):
            return next(iter(origin))
        if origin is Callable or origin is typing.get_origin(Callable[[], None]):
            return _do_nothing
        if inspect.isclass(origin) and issubclass(origin, Mapping):
            return {}
        if inspect.isclass(origin) and issubclass(origin, Iterable) and not _has_fields(origin):
            return origin() if origin in (list, tuple, set, frozenset) else ()
        return self._make(origin)


def _names_of(kind: Any) -> dict[str, Any]:
    """What annotations of `kind` may name: those of its module, also of type checking alone."""
    names = dict(vars(importlib.import_module(kind.__module__)))
    for name in ("QWidget", "Vault", "Form", "Profile", "RecordId", "Version"):
        names.setdefault(name, globals()[name])
    return names


def _has_fields(kind: Any) -> bool:
    return dataclasses.is_dataclass(kind) or hasattr(kind, "_fields")


def _below(kind: type[QDialog]) -> Iterable[type[QDialog]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _do_nothing(*_given: object, **_named: object) -> None:
    """Whatever it is told."""
