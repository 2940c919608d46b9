"""Examines a form from a file before the notebook takes it in: all that is wrong, at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.definitions.shelf import FormShelf
from forms import Form, FormEngine, FormError, FormErrors, Problem, UnknownForm, load
from forms.whole import self_contained
from forms.xform import parse_form


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form that could be taken in.

    Attributes:
        form: whole, without need of any file.
        source: the name of the file.
        known: whether the notebook has this very form already.
        remarks: what works otherwise than its author may expect.
    """

    form: Form
    source: str
    known: bool
    remarks: tuple[str, ...]


def examine(path: Path, shelf: FormShelf) -> Candidate:
    """The form in the file at `path`, if the notebook can take it in beside those of `shelf`.

    Raises FormErrors with everything that stands against it.
    """
    read = load(path)
    try:
        FormEngine(read)
    except FormErrors:
        raise
    except FormError as error:  # it can be read, but not begun
        raise FormErrors(path.name, [Problem(str(error))]) from error
    form = parse_form(self_contained(read), path.name)
    known = _same(form, shelf)
    problems = [*_naming(form), *_clash(form, shelf, known)]
    shipped = shelf.shipped(form.id)
    if shipped is not None:
        problems += _lost(shipped, form)
    if problems:
        raise FormErrors(path.name, problems)
    return Candidate(form, path.name, known, (*read.remarks, *_habits(form)))


def _same(form: Form, shelf: FormShelf) -> bool:
    try:
        return shelf.get(form.id, form.version).xml == form.xml
    except UnknownForm:
        return False


def _naming(form: Form) -> Iterator[Problem]:
    if not form.id.strip():
        yield _in_settings("The form has no form_id.", "Give it a short one.", "form_id")
    if not form.version.strip():
        yield _in_settings(
            "The form has no version, and records are kept with theirs.",
            "Give it one, such as 2026112301, and a higher one with every change.",
            "version",
        )


def _clash(form: Form, shelf: FormShelf, known: bool) -> Iterator[Problem]:
    """Two forms of one version would make records that only one of them can read."""
    try:
        shelf.get(form.id, form.version)
    except UnknownForm:
        return
    if not known:
        yield _in_settings(
            f"The notebook has version {form.version} of {form.id}, and this file differs from it.",
            "Give the changed form a higher version.",
            "version",
        )


def _lost(shipped: Form, form: Form) -> Iterator[Problem]:
    """A form that takes the place of Fieldbook's own keeps its questions: pages rely on them."""
    for path, spot in shipped.schema.by_path.items():
        found = form.schema.by_path.get(path)
        if found is None:
            yield Problem(
                f"The question {path} of Fieldbook's own form is missing.",
                "Keep it, with the relevant false() if nobody shall be asked; or give the form"
                " another form_id.",
                where=path,
            )
        elif found.type != spot.type or found.is_repeat != spot.is_repeat:
            yield Problem(
                f"The question {path} has another type than in Fieldbook's own form.",
                "Keep its type, and add a question of the other type beside it.",
                where=path,
            )


def _habits(form: Form) -> Iterator[str]:
    root = form.schema.root
    if "event_time" not in root.by_name:
        yield (
            "There is no dateTime question event_time, so nobody can tell from the list when it"
            " happened."
        )
    if f"{root.path}/meta/instanceName" not in form.schema.by_path:
        yield "There is no instance_name on the settings sheet: lists show the form's title."


def _in_settings(message: str, remedy: str, cell: str) -> Problem:
    return Problem(message, remedy, sheet="settings", row=2, cell=cell)
