"""Gathers the interface's texts from the code, and keeps the catalogs in step with them.

    python -m translations.extracting                 the template, and every catalog after it
    python -m translations.extracting --left cy       prints what has no translation yet, as JSON
    python -m translations.extracting --fill cy FILE  takes the same JSON back, filled in

A text that is no longer in the code leaves the catalogs; one that is new is empty in them. In the
JSON each English text stands with its translation; one that counts (by its English singular) with
the list of all its plural forms, in the order of the catalog's head.
"""

import argparse
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from translations.interface_catalogs import FOLDER

ROOT = Path(__file__).parent.parent
ROOMS = ("desktop", "exports")
TEMPLATE = FOLDER / "interface.pot"
_KEYWORDS = {"_": None, "ngettext": (1, 2)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m translations.extracting", description=__doc__)
    parser.add_argument("--left", metavar="CODE", help="print what has no translation")
    parser.add_argument("--fill", nargs=2, metavar=("CODE", "FILE"), help="take translations in")
    options = parser.parse_args(arguments)
    if options.left:
        print(json.dumps(blank(read(FOLDER / f"{options.left}.po")), ensure_ascii=False, indent=1))
        return 0
    if options.fill:
        path = FOLDER / f"{options.fill[0]}.po"
        catalog = read(path)
        fill(catalog, json.loads(Path(options.fill[1]).read_text(encoding="utf-8")))
        _write(path, catalog)
        return 0
    template = extracted()
    _write(TEMPLATE, template)
    for path in sorted(FOLDER.glob("*.po")):
        catalog = read(path)
        catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        _write(path, catalog)
        print(f"{path.name}: {len(catalog) - len(list(left(catalog)))} of {len(catalog)}")
    return 0


def extracted() -> Catalog:
    """Every text in the code, as a template; where it stands is its comment."""
    template = Catalog(project="Fieldbook", charset="utf-8")
    for room in ROOMS:
        found = extract_from_dir(
            ROOT / room, [("**.py", "python")], keywords=_KEYWORDS, comment_tags=("Translators:",)
        )
        for name, line, id, comments, context in found:
            where = [(f"{room}/{Path(name).as_posix()}", line)]
            template.add(id, None, where, auto_comments=comments, context=context)
    return template


def left(catalog: Catalog) -> Iterator[Message]:
    """The messages of `catalog` without a translation, or all its plural forms, or marked fuzzy."""
    for message in catalog:
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(strings)):
            yield message


def blank(catalog: Catalog) -> dict[str, str | list[str]]:
    """What `catalog` has no translation of, by its English, with room for what is missing."""
    room: dict[str, str | list[str]] = {}
    for message in left(catalog):
        room[_key(message)] = [""] * catalog.num_plurals if _counts(message) else ""
    return room


def fill(catalog: Catalog, texts: Mapping[str, str | list[str]]) -> None:
    """Put translations into `catalog`; what it does not know is left out.

    Raises ValueError for a text that counts and lacks a plural form, or has forms and counts not.
    """
    for message in catalog:
        text = texts.get(_key(message))
        if not message.id or not text:
            continue
        forms = len(text) if isinstance(text, list) else 0
        if forms != (catalog.num_plurals if _counts(message) else 0):
            raise ValueError(f"{_key(message)}: as many texts as plural forms are needed")
        message.string = tuple(text) if isinstance(text, list) else text
        message.flags.discard("fuzzy")


def _counts(message: Message) -> bool:
    return not isinstance(message.id, str)


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def read(path: Path) -> Catalog:
    """The catalog or template in a file."""
    with path.open("rb") as source:
        return read_po(source, ignore_obsolete=True)


def _write(path: Path, catalog: Catalog) -> None:
    made = io.BytesIO()
    write_po(made, catalog, width=96, sort_output=True, ignore_obsolete=True, include_lineno=False)
    lines = made.getvalue().split(b"\n")
    stable = [line for line in lines if not line.startswith(b'"POT-Creation-Date')]
    path.write_bytes(b"\n".join(stable))


if __name__ == "__main__":
    sys.exit(main())
