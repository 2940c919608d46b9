"""Reads a PDF back as a reader would: fonts' ToUnicode tables, ActualText, lines."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

_ROW = re.compile(r"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]*)>")


def pages(path: Path) -> list[str]:
    """The text of each page, a line for each line of the page, in the order of drawing."""
    with pikepdf.open(path) as pdf:
        return ["\n".join(_lines(page)) for page in pdf.pages]


def text(path: Path) -> str:
    """The text of the whole document, words parted by single spaces."""
    return " ".join(" ".join(pages(path)).split())


def _lines(page: pikepdf.Page) -> Iterator[str]:
    tables = {name: _table(font) for name, font in page.obj.Resources.Font.items()}
    table: dict[int, str] = {}
    line: list[str] = []
    replaced = False
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BT":
            line = []
        elif name == "Tf":
            table = tables[str(operands[0])]
        elif name == "BDC" and "/ActualText" in operands[1]:
            line.append(str(operands[1]["/ActualText"]))
            replaced = True
        elif name == "EMC":
            replaced = False
        elif name == "TJ" and not replaced:
            for shown in operands[0]:
                if isinstance(shown, pikepdf.String):
                    line.append(_decoded(bytes(shown), table))
        elif name == "ET":
            yield "".join(line)


def _decoded(data: bytes, table: dict[int, str]) -> str:
    codes = (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))
    return "".join(table[code] for code in codes)


def _table(font: pikepdf.Object) -> dict[int, str]:
    rows = _ROW.findall(font.ToUnicode.read_bytes().decode("ascii"))
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
