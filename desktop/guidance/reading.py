"""Reads the guidance from its Markdown files, which anyone of the trade can correct.

A file is a topic: a title, `prefix:` with the short name that its citations begin with (blank where
they stand alone), an introduction, and entries `- **citation** text` under headings. A translation
stands beside it, as `npcc_2019.cy.md` beside `npcc_2019.md`, with the same citations.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from translations.interface import ENGLISH, form_language

FOLDER = Path(__file__).parent
ORDER = (
    "npcc_2019",
    "nca_2018",
    "west_yorkshire_2017",
    "northumbria",
    "surrey",
    "legislation",
    "glossary",
    "left_out",
)
"""The topics, the one that leads first."""
NOT_CITED = frozenset({"design", "verify"})
"""What forms say of a source where there is none to open: our own design, and to be verified."""

_ENTRY = re.compile(r"- \*\*(.+?)\*\* (.+)")


class Passage(NamedTuple):
    """One paragraph in our own words, or one term.

    Attributes:
        citation: as forms cite it, such as "NPCC 2019, 5.6"; a glossary's term stands alone.
        text: what it says.
        heading: under which it stands, blank if under none.
        topic: the title of the file.
    """

    citation: str
    text: str
    heading: str
    topic: str


class Topic(NamedTuple):
    """One file: its name without ending, title, introduction, passages in order, its language."""

    key: str
    title: str
    about: str
    passages: tuple[Passage, ...]
    language: str = ENGLISH


class GuidanceError(ValueError):
    """A line of a guidance file that cannot be read; says which file and line."""


@cache
def read(folder: Path = FOLDER, language: str = ENGLISH) -> tuple[Topic, ...]:
    """All topics of `folder`, the leading ones first; in English what is not in `language`.

    Raises GuidanceError for a line that is neither heading, entry nor introduction, and for a
    citation that stands twice.
    """
    found = {path.stem: path for path in folder.glob("*.md") if "." not in path.stem}
    order = [*filter(found.__contains__, ORDER), *sorted(set(found) - set(ORDER))]
    topics = tuple(_in_language(key, found[key], language) for key in order)
    seen: set[str] = set()
    for passage in (each for topic in topics for each in topic.passages):
        if passage.citation in seen:
            raise GuidanceError(f"“{passage.citation}” stands twice.")
        seen.add(passage.citation)
    return topics


def at(source: str) -> tuple[Passage, ...]:
    """The passages that a prompt's `source` cites, such as "NPCC 2019, 5.6; design", in its order.

    What is not there is left out.
    """
    known = {
        passage.citation: passage
        for topic in read(language=form_language())
        for passage in topic.passages
    }
    return tuple(known[cited] for cited in citations(source) if cited in known)


def citations(source: str) -> Iterator[str]:
    """The citations of a form's source column, without the words that cite nothing."""
    for part in source.split(";"):
        cited = part.strip()
        if cited and cited not in NOT_CITED:
            yield cited


def _in_language(key: str, path: Path, language: str) -> Topic:
    translated = path.with_suffix(f".{language}.md")
    if language == ENGLISH or not translated.is_file():
        return _topic(key, path)
    return _topic(key, translated)._replace(language=language)


def _topic(key: str, path: Path) -> Topic:
    title = prefix = heading = ""
    about: list[str] = []
    passages: list[Passage] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("prefix:"):
            prefix = line.removeprefix("prefix:").strip()
        elif line.startswith("## "):
            heading = line[3:].strip()
        elif entry := _ENTRY.fullmatch(line):
            citation = f"{prefix}, {entry[1]}" if prefix else entry[1]
            passages.append(Passage(citation, entry[2], heading, title))
        elif line.strip() and not passages and not line.startswith("-"):
            about.append(line.strip())
        elif line.strip():
            raise GuidanceError(f"{path.name}, line {number}: write “- **citation** text”.")
    return Topic(key, title, " ".join(about), tuple(passages))
