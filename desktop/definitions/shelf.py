"""Where an open notebook finds its forms: each record's in the version it was written with."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from forms import Form, FormSummary, Library, UnknownForm
from forms.xform import parse_form
from storage import Definition, Session
from storage.chain.audit import Action
from translations.interface import form_language

IN_USE = "forms_in_use"
"""The setting that says which version of the force's own forms new notes are written with."""
LIBRARY = "the library of Fieldbook"


@dataclass(frozen=True, slots=True)
class Standing:
    """A form on the shelf, as a list shows it.

    Attributes:
        source: where it came from.
        own: whether the force imported it.
        in_use: whether new notes are written with this version.
    """

    summary: FormSummary
    source: str
    own: bool
    in_use: bool


class FormShelf:
    """The library that comes with Fieldbook, and what the vault keeps.

    A form of the force leads over the library's of the same id while it is in use. A version that
    the vault keeps is read from there, whatever the library says today.
    """

    def __init__(
        self,
        library: Library,
        kept: Iterable[Definition] = (),
        in_use: Mapping[str, str] | None = None,
    ) -> None:
        """`kept` is what the vault keeps; `in_use` the versions of own forms, by form id."""
        self._library = library
        self._kept: dict[tuple[str, str], Definition] = {}
        self._open: dict[tuple[str, str], Form] = {}
        self._shipped: dict[str, FormSummary] = {}
        self.take(kept, in_use or {})

    def take(self, kept: Iterable[Definition], in_use: Mapping[str, str]) -> None:
        """Learn what the vault keeps now."""
        for definition in kept:
            self._kept.setdefault((definition.form, definition.version), definition)
        self._in_use = {
            form: version for form, version in in_use.items() if (form, version) in self._kept
        }

    def get(self, form_id: str, version: str | None = None) -> Form:
        """The form in that version, or in the one that new notes are written with.

        Raises UnknownForm where neither the vault nor the library has it.
        """
        version = self.version(form_id) if version is None else version
        key = (form_id, version)
        if key not in self._open:
            kept = self._kept.get(key)
            self._open[key] = (
                parse_form(kept.xform, form_id)
                if kept is not None
                else self._library.get(form_id, version)
            )
        return self._open[key]

    def version(self, form_id: str) -> str:
        """The version that new notes are written with.

        Raises UnknownForm where there is none.
        """
        if form_id in self._in_use:
            return self._in_use[form_id]
        if form_id not in self._summaries():
            raise UnknownForm(f"This notebook has no form {form_id}.")
        return self._summaries()[form_id].version

    def is_older(self, form_id: str, version: str) -> bool:
        """Whether new notes are written with another version than this one."""
        try:
            return self.version(form_id) != version
        except UnknownForm:
            return False

    def offered(self) -> tuple[FormSummary, ...]:
        """The force's own forms that a new note can begin with, by title.

        Those of the library are not among them, even in a version of the force: each has a button
        or a page of its own, with its safeguards.
        """
        found = [one.summary for one in self.standings() if one.own and one.in_use]
        return tuple(summary for summary in found if summary.id not in self._summaries())

    def standings(self) -> tuple[Standing, ...]:
        """Every form that can be looked at, by title: the force's own first, then the library's.

        Of one form, the version that was taken in last comes first.
        """
        own = [
            Standing(
                FormSummary(one.form, one.title, one.version, one.languages),
                one.source,
                True,
                self._in_use.get(one.form) == one.version,
            )
            for one in reversed(self._kept.values())
            if one.own
        ]
        shipped = [
            Standing(summary, LIBRARY, False, summary.id not in self._in_use)
            for summary in self._summaries().values()
        ]
        return (*sorted(own, key=_order), *sorted(shipped, key=_order))

    def kind(self, form_id: str, title: str) -> str:
        """What the form of a note is called; "" where its `title` says so, or nobody knows it."""
        found = self._summaries().get(form_id)
        if found is None:
            own = (one.summary for one in self.standings() if one.own)
            found = next((one for one in own if one.id == form_id), None)
        called = found.title_in(form_language()) if found else ""
        return "" if title.casefold().startswith(called.casefold()) else called

    def shipped(self, form_id: str) -> Form | None:
        """The library's own form of that id, if it has one."""
        return self._library.get(form_id) if form_id in self._summaries() else None

    def _summaries(self) -> dict[str, FormSummary]:
        """The library's forms by id; asked for once, for it does not change while it runs."""
        if not self._shipped:
            self._shipped = {summary.id: summary for summary in self._library.forms()}
        return self._shipped


def _order(standing: Standing) -> str:
    return standing.summary.title_in(form_language()).casefold()


def open_shelf(session: Session) -> tuple[list[Definition], dict[str, str]]:
    """What a shelf takes from the vault."""
    return session.definitions.all(), session.settings.get(IN_USE, {})


def definition_of(form: Form, source: str = LIBRARY, *, own: bool = False) -> Definition:
    """The form as the vault keeps it."""
    return Definition(form.id, form.version, form.title(), form.languages, source, own, form.xml)


def put_to_use(form_id: str, version: str) -> Callable[[Session], None]:
    """The work that lets new notes be written with an own version; with "" they no longer are."""

    def work(session: Session) -> None:
        in_use: dict[str, str] = session.settings.get(IN_USE, {})
        in_use.pop(form_id, None)
        if version:
            in_use[form_id] = version
        session.settings.set(IN_USE, in_use)
        reason = f"version {version} is in use" if version else "no own version is in use"
        session.audit.append(Action.ADMINISTRATION, reason=f"Form {form_id}: {reason}.")

    return work
