"""`fieldbook forms`: lists the library, checks, previews, and fills in without a window."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from forms import Form, FormEngine, FormError, FormErrors, FormInvalid, NodeState, load

USAGE = 2


def add_parser(subparsers: Any) -> None:
    """Adds ``forms list``, ``forms check`` and ``forms run`` to the command line's parsers."""
    parser = subparsers.add_parser("forms", help="list the library; check, preview or run a form")
    commands = parser.add_subparsers(dest="forms_command", required=True, metavar="COMMAND")
    listing = commands.add_parser("list", help="the definitions in the library")
    listing.add_argument("--json", action="store_true", help="print one JSON document")
    listing.set_defaults(func=list_forms)
    check = commands.add_parser("check", help="every error of a definition, with row and cell")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.set_defaults(func=check_forms)
    preview = commands.add_parser("preview", help="show a form in a window, anew with each saving")
    preview.add_argument("file", type=Path, metavar="FILE", help=".md, .csv, .xlsx or .xml")
    preview.add_argument("--lang", metavar="CODE", default="", help="language to begin with")
    preview.set_defaults(func=preview_form)
    run = commands.add_parser("run", help="fill a form in, step by step")
    run.add_argument("file", type=Path, metavar="FILE", help=".md, .csv, .xlsx or .xml")
    run.add_argument("--steps", type=Path, metavar="FILE", help="steps as JSON; - for stdin")
    run.add_argument("--lang", metavar="CODE", help="language of the labels")
    run.add_argument("--json", action="store_true", help="print one JSON document")
    run.set_defaults(func=run_form)


def list_forms(options: argparse.Namespace) -> int:
    """``fieldbook forms list``: id, version, languages and title of each form."""
    from desktop.definitions.library import library  # the catalogs are needed for nothing else

    found = library().forms()
    if options.json:
        rows = [
            {"id": f.id, "title": f.title, "version": f.version, "languages": list(f.languages)}
            for f in found
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    width = max((len(form.id) for form in found), default=0)
    for form in found:
        print(f"{form.id:<{width}}  {form.version}  {' '.join(form.languages)}  {form.title}")
    return 0


def check_forms(options: argparse.Namespace) -> int:
    """``fieldbook forms check FILE…``: all problems of each file on stderr, remarks on stdout."""
    wrong = 0
    for path in options.files:
        try:
            form = load(path)
            FormEngine(form)
        except FormErrors as error:
            wrong += 1
            print(error, file=sys.stderr)
            continue
        except FormError as error:  # it can be read, but not begun
            wrong += 1
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        languages = ", ".join(form.languages) or "one language"
        print(f"{path.name}: {form.id}, version {form.version or 'none'}, {languages}: no errors")
        for remark in form.remarks:
            print(f"{path.name}: note: {remark}")
    return 1 if wrong else 0


def preview_form(options: argparse.Namespace) -> int:
    """``fieldbook forms preview FILE``: a window that follows the file until it is closed."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in names):
        print("There is no display to show a window on; forms run needs none.", file=sys.stderr)
        return 1
    if not options.file.is_file():
        print(f"{options.file} is no file.", file=sys.stderr)
        return 1
    from desktop.preview.window import run  # Qt is needed for nothing else here

    return run(options.file, options.lang)


def run_form(options: argparse.Namespace) -> int:
    """``fieldbook forms run FILE``: takes the steps, then shows every node and the instance."""
    steps = _steps(options.steps)
    if steps is None:
        return USAGE
    form = load(options.file)
    if options.lang and options.lang not in form.languages:
        known = ", ".join(form.languages) or "none but its own"
        print(f"{options.file.name} has no language {options.lang}, only {known}.", file=sys.stderr)
        return 1
    engine = FormEngine(form, language=options.lang)
    failure = ""
    for number, step in enumerate(steps, 1):
        try:
            _take(engine, step)
        except FormInvalid as error:
            failure = f"Step {number}: the form cannot be finalised: {error}"
        except (KeyError, TypeError, AttributeError):
            print(f"Step {number} is no step: {json.dumps(step)}", file=sys.stderr)
            return USAGE
    _print(form, engine, as_json=options.json)
    if failure:
        print(failure, file=sys.stderr)
    return 1 if failure else 0


def _steps(path: Path | None) -> list[Any] | None:
    """The steps in the file; None, with a sentence on stderr, where it holds none."""
    if path is None:
        return []
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8")
        steps = json.loads(text)
    except (ValueError, RecursionError) as error:
        print(f"{path} is not JSON: {error}", file=sys.stderr)
        return None
    if not isinstance(steps, list):
        print(f"{path} holds no list of steps.", file=sys.stderr)
        return None
    return steps


def _take(engine: FormEngine, step: dict[str, Any]) -> None:
    if "set" in step:
        engine.set(step["set"], step["value"])
    elif "add" in step:
        engine.add(step["add"])
    elif "remove" in step:
        engine.remove(step["remove"])
    elif "language" in step:
        engine.set_language(step["language"])
    elif step["finalise"]:
        engine.finalise()


def _print(form: Form, engine: FormEngine, *, as_json: bool) -> None:
    states = engine.states()
    instance = engine.instance().decode("utf-8")
    if not as_json:
        for path, state in states.items():
            print(f"{path}  {_plain(state)}".rstrip())
        print(instance)
        return
    document = {
        "form": {
            "id": form.id,
            "version": form.version,
            "title": form.title(engine.language),
            "languages": list(form.languages),
        },
        "nodes": {path: _facts(state) for path, state in states.items()},
        "instance": instance,
    }
    print(json.dumps(document, ensure_ascii=False, indent=2))


def _facts(state: NodeState) -> dict[str, Any]:
    return {
        "relevant": state.relevant,
        "required": state.required,
        "readonly": state.readonly,
        "value": state.value,
        "label": state.label,
        "violation": state.violation,
    }


def _plain(state: NodeState) -> str:
    marks = [
        mark
        for mark, holds in (
            ("not relevant", not state.relevant),
            ("required", state.required),
            ("read only", state.readonly),
            (f"violates {state.violation}", state.violation is not None),
        )
        if holds
    ]
    return f"{state.value}{'  [' + ', '.join(marks) + ']' if marks else ''}"
