"""XLSForms in Markdown, CSV and Excel: compiled by pyxform, their errors led back to cells."""

from __future__ import annotations

import logging
import re
import zipfile
import zlib
from pathlib import Path
from typing import Any

from lxml import etree

from forms.errors import FormErrors, Problem
from forms.markup import XFORMS
from forms.quotes import hide_quotes, show_quotes
from forms.sheets import Sheets

MAX_ROWS = 10_000
"""Rows of one sheet; longer lists belong into a CSV file beside the form."""

MAX_LINES = 25_000
"""Rows of all sheets together."""

MAX_UNPACKED = 12 * 1024 * 1024
"""Bytes of a workbook once unpacked; a small archive can hold endless zeros."""

_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*")
_SHEET = re.compile(r"On the '([a-z_]+)' sheet,?\s*")
_COLUMN = re.compile(r"the '([a-z_:]+)' (?:value|column)")
_TITLE = "fb:title::"


def compile_file(path: Path) -> tuple[bytes, Sheets, list[str]]:
    """The XForm of an XLSForm file, its sheets for looking rows up, and pyxform's remarks.

    Raises FormErrors with all problems that the sheets have.
    """
    book = _read(path)
    sheets = Sheets(book, excel=path.suffix.lower() in {".xlsx", ".xlsm"})
    problems = sheets.problems()
    if problems:
        raise FormErrors(path.name, problems)
    titles = _take_titles(book)
    hide_quotes(book)
    xform, remarks = _convert(path, book, sheets)
    return _with_titles(xform, titles), sheets, remarks


def _refuse(path: Path, message: str, remedy: str) -> FormErrors:
    return FormErrors(path.name, [Problem(message, remedy)])


def _read(path: Path) -> dict[str, Any]:
    """The sheets as pyxform reads them."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform

    _check_size(path)
    try:
        data = get_xlsform(xlsform=path)
    except PyXFormError as error:
        raise _refuse(path, f"The file cannot be read: {error}", "Save it again.") from error
    except IndexError as error:
        raise FormErrors(path.name, _uneven_rows(path)) from error
    except Exception as error:  # readers of archives and XML raise whatever damage leads to
        raise _refuse(path, "The file is damaged or of another kind.", "Save it again.") from error
    book = (
        {name: getattr(data, name) for name in data.__slots__}
        if hasattr(data, "__slots__")
        else dict(vars(data))
    )
    for name, rows in book.items():
        if isinstance(rows, list) and len(rows) > MAX_ROWS:
            raise _refuse(
                path,
                f"The sheet {name} has more than {MAX_ROWS} rows.",
                "Move long lists into a CSV file beside the form.",
            )
    return book


def _uneven_rows(path: Path) -> list[Problem]:
    """The sheets of a Markdown form without a header, and the rows that are longer than theirs."""
    from pyxform.xls2json_backends import _md_table_to_ss_structure

    found: list[Problem] = []
    for sheet, rows in _md_table_to_ss_structure(path.read_text("utf-8", "replace")).items():
        width = len(rows[0]) if rows else 0
        if not rows:
            found.append(Problem("The sheet is empty.", "Give it a header row.", sheet=sheet))
        for number, row in enumerate(rows, 1):
            if any(cell is not None for cell in row[width:]):
                found.append(
                    Problem(
                        f"The row has {len(row)} cells, its header {width}.",
                        "Take the cell out; write | inside a text as \\|.",
                        sheet=sheet,
                        row=number,
                    )
                )
    return found or [Problem("The tables cannot be read.", "Look at their headers.")]


def _check_size(path: Path) -> None:
    """Refuses what would take long to read, before anything reads it."""
    size = path.stat().st_size
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        rows = _rows_of_workbook(path)
    elif size > MAX_UNPACKED // 3:
        rows = MAX_LINES + 1
    else:
        data = path.read_bytes()
        if b"\x00" in data:
            raise _refuse(path, "The file is no text.", "Save it as UTF-8 text.")
        rows = data.count(b"\n")
    if rows > MAX_LINES:
        raise _refuse(
            path, "The file is too large for a form.", "Move long lists into a CSV file beside it."
        )


def _rows_of_workbook(path: Path) -> int:
    """How many rows all of its sheets have; more than MAX_LINES where it unpacks to too much."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                return MAX_LINES + 1
            sheets = [entry for entry in entries if "worksheets/" in entry.filename]
            return sum(archive.read(entry).count(b"<row") for entry in sheets)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error) as error:
        raise _refuse(
            path, "The file is no Excel workbook, or it is damaged.", "Save it again as .xlsx."
        ) from error


def _take_titles(book: dict[str, Any]) -> dict[str, str]:
    """Takes the translated titles (fb:title::Welsh (cy)) out of the settings."""
    found: dict[str, str] = {}
    for row in (book.get("settings") or ())[:1]:
        for column in [name for name in row if str(name).startswith(_TITLE)]:
            found[str(column)[len(_TITLE) :].strip()] = str(row.pop(column))
        if found:
            row.setdefault("form_title", next(iter(found.values())))
    for header in book.get("settings_header") or ():
        for column in [name for name in header if str(name).startswith(_TITLE)]:
            header.pop(column)
            header.setdefault("form_title", None)
    return found


def _with_titles(xform: str, titles: dict[str, str]) -> bytes:
    if not titles:
        return xform.encode("utf-8")
    try:
        root = etree.fromstring(xform.encode("utf-8"))
    except etree.XMLSyntaxError:
        return xform.encode("utf-8")  # whoever reads it says what is wrong
    for translation in root.iter(f"{{{XFORMS}}}translation"):
        title = titles.get(translation.get("lang") or "")
        if title:
            text = etree.SubElement(translation, f"{{{XFORMS}}}text", id="form-title")
            etree.SubElement(text, f"{{{XFORMS}}}value").text = title
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _convert(path: Path, book: dict[str, Any], sheets: Sheets) -> tuple[str, list[str]]:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    logging.getLogger("pyxform.xls2xform").handlers.clear()
    remarks: list[str] = []
    try:
        result = convert(xlsform=book, warnings=remarks, validate=False)
    except PyXFormError as error:
        raise FormErrors(path.name, [_problem(show_quotes(str(error)), sheets)]) from error
    except Exception as error:  # what its own checks miss fails in any of its parts
        raise _refuse(
            path,
            f"The form cannot be compiled ({error}).",
            "Look at the rows that were changed last.",
        ) from error
    return show_quotes(result.xform), remarks


def _problem(message: str, sheets: Sheets) -> Problem:
    """pyxform's sentence as a problem with its place."""
    row = _ROW.search(message)
    sheet = _SHEET.search(message)
    column = _COLUMN.search(message)
    text = _SHEET.sub("", _ROW.sub("", message)).strip()
    text = " ".join(text.split())
    name = sheet[1] if sheet else ("survey" if row else "")
    number = int(row[1]) if row else None
    return Problem(
        text[:1].upper() + text[1:],
        "",
        sheet=name,
        row=number,
        cell=sheets.cell(name, column[1] if column else "", number),
    )


def placed(problem: Problem, sheets: Sheets) -> Problem:
    """A problem of the XForm with the row and cell of the XLSForm it comes from."""
    sheet, row, column = sheets.place(problem.where, problem.cell)
    if row is None:
        return problem
    return Problem(
        problem.message,
        problem.remedy,
        sheet=sheet,
        row=row,
        cell=sheets.cell(sheet, column, row),
        where=problem.where,
    )
