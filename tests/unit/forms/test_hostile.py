"""Forms that nobody means well with: a clear error each, in time, and no crash."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from forms import FormEngine, FormError, load
from tests.unit.forms.build import ask, xform

SECONDS = 4.0
"""Of processor time: without its bounds each of these would take minutes, or all memory."""
_BOMB = "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))


def _many(count: int) -> str:
    return "".join(f"<q{n}>{'a' * 40}</q{n}>" for n in range(count))


def _calculate(expression: str, data: str = "<q/>", name: str = "q") -> bytes:
    escaped = expression.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    return xform(data, f'<bind nodeset="/data/{name}" calculate="{escaped}"/>')


def _chain() -> bytes:
    binds = "".join(
        f'<bind nodeset="/data/q{n}" calculate="concat(/data/q{n - 1}, /data/q{n - 1})"/>'
        for n in range(1, 40)
    )
    return xform("".join(f"<q{n}>aaaaaaaa</q{n}>" for n in range(40)), binds)


def _wide() -> bytes:
    part = "concat(" + ",".join(["/data/q"] * 1500) + ")"
    return _calculate(f"string-length({part})", f"<q/><x>{'a' * 90_000}</x>").replace(
        b"/data/q", b"/data/x"
    )


def _counting(expression: str) -> bytes:
    return xform(
        "<n/><r><q/></r>",
        f'<bind nodeset="/data/n" calculate="{expression}"/>',
        '<repeat nodeset="/data/r" jr:count="/data/n"><input ref="/data/r/q"/></repeat>',
    )


def _groups(depth: int) -> bytes:
    data = "".join(f"<g{n}>" for n in range(depth)) + "<q/>"
    data += "".join(f"</g{n}>" for n in reversed(range(depth)))
    body = "<group>" * depth + ask("/data/q") + "</group>" * depth
    return xform(data, body=body)


def _choices(rows: int) -> bytes:
    items = "".join(f"<item><name>{n}</name><label>{n}</label></item>" for n in range(rows))
    more = f'<instance id="l"><root>{items}</root></instance>'
    select = '<select1 ref="/data/q"><itemset nodeset="instance(\'l\')/root/item">'
    return xform("<q/>", body=f'{select}<value ref="name"/></itemset></select1>', more=more)


def _workbook(sheet: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return out.getvalue()


def _rows(count: int) -> bytes:
    head = "| survey |\n| | type | name | label |\n| | select_one l | q | Q |\n"
    rows = "".join(f"| | l | c{n} | C{n} |\n" for n in range(count))
    return f"{head}| choices |\n| | list_name | name | label |\n{rows}".encode()


_NESTED = "count(/data/*[count(/data/*[count(/data/*) > 1]) > 1])"
_CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "entity bomb": (
        "x.xml",
        lambda: f'<!DOCTYPE l [<!ENTITY a "ha">{_BOMB}]><h>&j;</h>'.encode(),
    ),
    "outside file": (
        "x.xml",
        lambda: b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + xform("<q>&x;</q>"),
    ),
    "doctype in UTF-16": (
        "x.xml",
        lambda: '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d []><d/>'.encode("utf-16"),
    ),
    "no xml": ("x.xml", lambda: b"\x00\x01\x02"),
    "empty": ("x.xml", lambda: b""),
    "cut off": ("x.xml", lambda: xform("<q/>")[:300]),
    "another xml": ("x.xml", lambda: b"<svg/>"),
    "deep xml": ("x.xml", lambda: b"<a>" * 100_000),
    "deep groups": ("x.xml", lambda: _groups(200)),
    "deep brackets": ("x.xml", lambda: _calculate("(" * 20_000 + "1" + ")" * 20_000)),
    "deep brackets in bounds": ("x.xml", lambda: _calculate("(" * 5_000 + "1" + ")" * 5_000)),
    "deep calls": ("x.xml", lambda: _calculate("not(" * 900 + "1" + ")" * 900)),
    "deep predicates": ("x.xml", lambda: _calculate("/data/q[" * 900 + "1" + "]" * 900)),
    "long": ("x.xml", lambda: _calculate("1" + "+1" * 20_000)),
    "everywhere": ("x.xml", lambda: _calculate("count(//*[count(//*[count(//*)>1])>1])")),
    "nested counts": (
        "x.xml",
        lambda: _calculate(_NESTED, _many(900) + "<g><q/></g>", "g/q"),
    ),
    "doubling texts": ("x.xml", _chain),
    "wide text": ("x.xml", _wide),
    "circle": (
        "x.xml",
        lambda: xform(
            "<a/><b/>",
            '<bind nodeset="/data/a" calculate="/data/b"/>'
            '<bind nodeset="/data/b" calculate="/data/a"/>',
        ),
    ),
    "circle by relevance": (
        "x.xml",
        lambda: xform("<g><a/></g>", '<bind nodeset="/data/g" relevant="/data/g/a = 1"/>'),
    ),
    "unknown function": ("x.xml", lambda: _calculate("no-such-function(1)")),
    "unknown question": ("x.xml", lambda: _calculate("/data/nowhere")),
    "backtracking pattern": ("x.xml", lambda: _calculate(r"regex('a', '(a+)+\1$')")),
    "huge pattern": ("x.xml", lambda: _calculate("regex('a', '((a{900}){900}){900}')")),
    "huge count": ("x.xml", lambda: _counting("1000000000")),
    "endless count": ("x.xml", lambda: _counting("count(/data/r) + 1")),
    "number of 300 digits": ("x.xml", lambda: _counting("pow(10, 300)")),
    "100,000 choices": ("x.xml", lambda: _choices(100_000)),
    "100,000 rows": ("x.md", lambda: _rows(100_000)),
    "too large": ("x.xml", lambda: b"<a>" + b" " * (17 * 1024 * 1024) + b"</a>"),
    "no text": ("x.md", lambda: b"\x00" * 1000),
    "no table": ("x.md", lambda: b"hello"),
    "broken archive": ("x.xlsx", lambda: b"PK\x03\x04" + b"\x00" * 200),
    "archive of nothing": ("x.xlsx", lambda: _workbook(b"")),
    "archive of zeros": ("x.xlsx", lambda: _workbook(b"\x00" * (40 * 1024 * 1024))),
}


@pytest.mark.parametrize("case", sorted(_CASES))
def test_a_hostile_form_is_refused_in_time(case: str, tmp_path: Path) -> None:
    name, make = _CASES[case]
    path = tmp_path / name
    path.write_bytes(make())
    load(_sane(tmp_path))  # so that imports are not counted
    begin = time.process_time()
    with pytest.raises(FormError) as caught:
        FormEngine(load(path))
    assert time.process_time() - begin < SECONDS
    assert str(caught.value)


def _sane(folder: Path) -> Path:
    path = folder / "sane.md"
    path.write_text(
        "| survey |\n| | type | name | label |\n| | text | a | A |\n"
        "| settings |\n| | form_id |\n| | sane |\n",
        "utf-8",
    )
    return path


def test_a_hostile_pattern_takes_no_time(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(xform("<q/>", '<bind nodeset="/data/q" constraint="regex(., \'(a+)+$\')"/>'))
    filled = FormEngine(load(path))
    begin = time.process_time()
    filled.set("/data/q", "a" * 50_000 + "!")
    assert time.process_time() - begin < SECONDS
    assert filled.node("/data/q").violation == "constraint"


def test_after_a_step_that_was_stopped_the_record_can_go_on(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(_counting("/data/q * 1").replace(b"<n/>", b"<q/><n/>"))
    filled = FormEngine(load(path))
    with pytest.raises(FormError):
        filled.set("/data/q", "100000")
    filled.set("/data/q", "2")
    assert len(filled.body("/data/r")) == 2
