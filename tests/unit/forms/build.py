"""Small XForms and XLSForms for the tests of the form engine."""

from __future__ import annotations

from pathlib import Path

from forms import Form, FormEngine, load
from forms.xform import parse_form

_XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms"
 xmlns:fb="urn:fieldbook:forms"><h:head><h:title>Sample</h:title><model>{itext}
<instance><data id="sample" version="1">{data}</data></instance>{more}{binds}</model></h:head>
<h:body>{body}</h:body></h:html>"""


def xform(data: str, binds: str = "", body: str = "", more: str = "", itext: str = "") -> bytes:
    """An XForm around its parts; without a body each leaf of the first level is asked."""
    return _XFORM.format(data=data, binds=binds, body=body, more=more, itext=itext).encode()


def form(data: str, binds: str = "", body: str = "", more: str = "", itext: str = "") -> Form:
    """The loaded form around its parts."""
    return parse_form(xform(data, binds, body, more, itext), "sample.xml")


def engine(
    data: str, binds: str = "", body: str = "", more: str = "", itext: str = ""
) -> FormEngine:
    """A new record of the form around its parts."""
    return FormEngine(form(data, binds, body, more, itext))


def ask(path: str) -> str:
    """A text question of the body."""
    return f'<input ref="{path}"><label>{path}</label></input>'


def markdown(folder: Path, survey: str, choices: str = "", settings: str = "") -> Path:
    """An XLSForm in Markdown; each part holds the rows below its heading, header first."""
    parts = ["| survey |", survey.strip()]
    if choices:
        parts += ["| choices |", choices.strip()]
    parts += ["| settings |", (settings or "| | form_id | version |\n| | sample | 1 |").strip()]
    path = folder / "sample.md"
    path.write_text("\n".join(parts) + "\n", "utf-8")
    return path


def loaded(folder: Path, survey: str, choices: str = "", settings: str = "") -> Form:
    """The form of an XLSForm in Markdown."""
    return load(markdown(folder, survey, choices, settings))
