"""The library: the forms that ship with the notebook, compiled once and opened in milliseconds."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from functools import cached_property, lru_cache
from pathlib import Path

from forms.definition import Form
from forms.errors import FormErrors, UnknownForm
from forms.loader import SHEETS, load
from forms.model import FormSummary
from forms.translating import Translations, is_shown, merged
from forms.xform import parse_form

_HERE = Path(__file__).resolve().parent
_COMPILER = "4"
"""Raised when the same source would compile to another XForm; the cache is then made anew."""


class Library:
    """The XLSForms of one folder and their XForms in another.

    The XForm of a source is made when it is missing or the source's SHA-256 differs. Where the
    cache cannot be written, as in an installed package, forms are compiled in memory. The forms
    that the person reads get the languages of ``translations`` besides their own.
    """

    def __init__(
        self, sources: Path, compiled: Path, translations: Translations | None = None
    ) -> None:
        """``sources`` holds the definitions, ``compiled`` the cache, which may be absent."""
        self.sources = sources
        self.compiled = compiled
        self._translations = translations
        self._open: dict[str, tuple[str, Form]] = {}

    @classmethod
    def default(cls, translations: Translations | None = None) -> Library:
        """The library that ships with the notebook, in the languages of ``translations`` too."""
        return _default(translations)

    def forms(self) -> tuple[FormSummary, ...]:
        """All forms, sorted by id. Raises FormErrors for a definition that is wrong."""
        found = [self._summary(path) for path in self._paths()]
        return tuple(sorted(found, key=lambda form: (form.id, form.version)))

    def get(self, form_id: str, version: str | None = None) -> Form:
        """The form, in its newest version or the one asked for.

        Raises UnknownForm for an id or version that the library does not hold, FormErrors for a
        definition that is wrong.
        """
        matches = [
            (summary.version, path)
            for path in self._candidates(form_id)
            if (summary := self._summary(path)).id == form_id and version in {None, summary.version}
        ]
        if not matches:
            asked = form_id if version is None else f"{form_id}, version {version}"
            raise UnknownForm(f"The library has no form {asked}.")
        return self._form(max(matches)[1])

    def compile_all(self) -> None:
        """Fills the cache, as the build does."""
        for path in self._paths():
            self._summary(path)

    def _paths(self) -> list[Path]:
        return sorted(path for path in self.sources.glob("*") if path.suffix in SHEETS)

    def _candidates(self, form_id: str) -> list[Path]:
        """The file of that name first: it holds the form, unless there are several versions."""
        paths = self._paths()
        named = [path for path in paths if path.stem.partition("@")[0] == form_id]
        return named or paths

    def _key(self, path: Path) -> str:
        source = hashlib.sha256(path.read_bytes()).hexdigest()
        return f"{path.stem}-{_COMPILER}-{source[:32]}"

    @cached_property
    def _languages(self) -> str:
        """A key of the translations, which do not change while the notebook runs."""
        return "" if self._translations is None else self._translations.key()[:16]

    def _summary(self, path: Path) -> FormSummary:
        key = self._name(path)
        try:
            kept = json.loads((self.compiled / f"{key}.json").read_text("utf-8"))
            return FormSummary(
                kept["id"],
                kept["title"],
                kept["version"],
                tuple(kept["titles"]),
                tuple(kept["titles"].items()),
            )
        except (OSError, ValueError, KeyError, TypeError):
            form = self._form(path)
            return FormSummary(form.id, form.title(), form.version, form.languages, _titles(form))

    def _name(self, path: Path) -> str:
        """The name under which what is made of a source is kept."""
        return f"{self._key(path)}+{self._languages}" if self._translates(path) else self._key(path)

    def _translates(self, path: Path) -> bool:
        return self._translations is not None and is_shown(path.stem.partition("@")[0])

    def _form(self, path: Path) -> Form:
        key = self._name(path)
        known = self._open.get(path.name)
        if known is not None and known[0] == key:
            return known[1]
        try:
            form = parse_form((self.compiled / f"{key}.xml").read_bytes(), path.name, path.parent)
        except (OSError, FormErrors):
            form = self._made(path)
            self._keep(key, path.stem, form)
        self._open[path.name] = (key, form)
        return form

    def _made(self, path: Path) -> Form:
        """The form from its source, with the translations that people read."""
        if self._translations is None or not self._translates(path):
            return load(path)
        plain = Library(self.sources, self.compiled)._form(path)
        xform = merged(plain.xml, self._translations.of_form(plain.id))
        return parse_form(xform, path.name, path.parent)

    def _keep(self, key: str, stem: str, form: Form) -> None:
        summary = {
            "id": form.id,
            "title": form.title(),
            "version": form.version,
            "titles": dict(_titles(form)),
        }
        try:
            self.compiled.mkdir(exist_ok=True)
            for old in self.compiled.glob(f"{stem}-*"):
                if old.stem != key and ("+" in old.stem) == ("+" in key):
                    old.unlink(missing_ok=True)
            _write(self.compiled / f"{key}.xml", form.xml)
            _write(self.compiled / f"{key}.json", json.dumps(summary).encode("utf-8"))
        except OSError:
            return


def _titles(form: Form) -> tuple[tuple[str, str], ...]:
    return tuple((code, form.title(code)) for code in form.languages)


def _write(path: Path, data: bytes) -> None:
    """Replaces the file in one step, so that no other process reads half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    Path(name).replace(path)


@lru_cache(maxsize=2)
def _default(translations: Translations | None) -> Library:
    return Library(_HERE / "library", _HERE / "compiled", translations)
