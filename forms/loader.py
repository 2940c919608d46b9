"""Opens a form from a file of any kind that it can be written in."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from forms.definition import Form
from forms.errors import FormErrors, Problem
from forms.xform import parse_form

SHEETS = frozenset({".md", ".csv", ".xlsx", ".xlsm"})
MARKUP = frozenset({".xml", ".xform"})


def load(path: Path) -> Form:
    """The form in an XLSForm (.md, .csv, .xlsx) or an XForm (.xml).

    Its data files are looked for beside it. Raises FormErrors with all problems of the form: each
    with sheet, row and cell (of an XForm with the path of its node), and what to do.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in SHEETS | MARKUP:
        raise FormErrors(
            path.name,
            [Problem("This is no form.", "A form is a .md, .csv, .xlsx or .xml file.")],
        )
    try:
        if suffix in MARKUP:
            return parse_form(path.read_bytes(), path.name, path.parent)
        return _from_sheets(path)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise FormErrors(path.name, [Problem(f"The file cannot be opened: {reason}.")]) from error


def _from_sheets(path: Path) -> Form:
    from forms.xlsform import compile_file, placed  # pyxform costs 300 ms

    xform, sheets, remarks = compile_file(path)
    try:
        form = parse_form(xform, path.name, path.parent, strict=True)
    except FormErrors as error:
        raise FormErrors(path.name, [placed(p, sheets) for p in error.problems]) from error
    return dataclasses.replace(form, remarks=(*remarks, *form.remarks))
