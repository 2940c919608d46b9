"""Makes a catalog of what a translator delivers; prints what is to be translated.

    python -m translations.making --template [CODE]
    python -m translations.making --left CODE
    python -m translations.making CODE FILE [--stands]

Each line holds a message's id, a tab, and the text. What is made is a draft; an entry whose text
and English are as they were keeps its status, and so do those that the file lacks. A text that is
as it was, though its English has changed, stays outdated: --stands says that it still holds.
Exits with 1 where a rule is broken.
"""

import argparse
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from translations.cards import CardErrors, Message
from translations.catalogs import messages
from translations.catalogs.checking import check_language
from translations.catalogs.entries import (
    DRAFTER,
    FOLDER,
    Entry,
    Written,
    path_of,
    read,
    write,
)
from translations.languages import ENGLISH, Language, UnknownLanguage, language


class Delivered(NamedTuple):
    """The lines of a translator's file: texts by id, and what is wrong with the lines."""

    texts: dict[str, str]
    problems: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m translations.making", description=__doc__)
    parser.add_argument("--template", action="store_true", help="print what is to be translated")
    parser.add_argument("--left", action="store_true", help="print what is missing or outdated")
    parser.add_argument("--stands", action="store_true", help="what is unchanged still holds")
    parser.add_argument("code", nargs="?", help="the language's tag, such as ro or pt-BR")
    parser.add_argument("file", nargs="?", type=Path, help="the translator's file")
    options = parser.parse_args(arguments)
    try:
        if options.template:
            print_template(language(options.code or "en"))
            return 0
        if options.left and options.code:
            print_left(language(options.code))
            return 0
        if not (options.code and options.file):
            parser.error("a language and a file are needed")
        return make(language(options.code), options.file, stands=options.stands)
    except (CardErrors, OSError, UnknownLanguage) as error:
        print(error, file=sys.stderr)
        return 1


def print_template(asked: Language) -> None:
    """Print every message that `asked` needs, in reading order."""
    for message in messages(asked):
        print(f"{message.id}\t{message.text}")


def print_left(asked: Language, folder: Path = FOLDER) -> None:
    """Print every message that has no translation, or one of English that has changed since."""
    entries = read(path_of(asked, folder)).entries
    for message in messages(asked):
        entry = entries.get(message.id)
        if entry is None or not entry.text or entry.source != message.text:
            print(f"{message.id}\t{message.text}")


def make(asked: Language, file: Path, folder: Path = FOLDER, *, stands: bool = False) -> int:
    """Make the catalog of `asked` from a translator's file; print what is wrong with it.

    With `stands`, texts that are as they were hold for English that has changed.
    """
    if asked is ENGLISH:
        raise UnknownLanguage("English is written in the cards themselves.")
    wanted = messages(asked)
    delivered = delivered_lines(file.read_text("utf-8-sig").splitlines(), wanted)
    path = path_of(asked, folder)
    before = read(path)
    day = datetime.now(UTC).date().isoformat()
    entries = _entries(wanted, delivered.texts, before, stands)
    written = Written(entries, before.translator, before.day)
    if written.entries != before.entries:
        written = written._replace(translator=DRAFTER, day=day)
    write(path, asked, wanted, written)
    wrong = [*delivered.problems, *map(str, check_language(asked, read(path)))]
    for line in wrong:
        print(line)
    have = sum(1 for entry in written.entries.values() if entry.text)
    print(f"{path.name}: {have} of {len(wanted)} messages, {len(wrong)} things to mend")
    return 1 if wrong else 0


def delivered_lines(lines: Iterable[str], wanted: Iterable[Message]) -> Delivered:
    """The texts in a translator's lines, composed and trimmed; `wanted` says which ids there are.

    Form texts that a language does not need are passed over.
    """
    known = {message.id for message in wanted}
    texts: dict[str, str] = {}
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        id, tab, text = line.partition("\t")
        id = id.strip()
        if not tab:
            problems.append(f"line {number}: there is no tab between id and text")
        elif id in texts:
            problems.append(f"line {number}: “{id}” was there before")
        elif id in known:
            texts[id] = " ".join(unicodedata.normalize("NFC", text).split())
        elif not id.startswith("form."):
            problems.append(f"line {number}: no text in English has the id “{id}”")
    return Delivered(texts, tuple(problems))


def _entries(
    wanted: Iterable[Message], texts: dict[str, str], before: Written, stands: bool
) -> dict[str, Entry]:
    """An entry for each message: as it was where nothing has changed, else a draft."""
    found = {}
    for message in wanted:
        old = before.entries.get(message.id)
        text = texts.get(message.id)
        is_same = old is not None and bool(old.text) and text in {None, old.text}
        if old and is_same and not (stands and text and old.source != message.text):
            found[message.id] = old
        else:
            found[message.id] = Entry(message.id, message.text, text or "")
    return found


if __name__ == "__main__":
    sys.exit(main())
