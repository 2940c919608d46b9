"""The guidance documents themselves, as far as the force has put them beside its profile.

A folder `guidance` beside `profile.toml` holds PDF, Markdown or text files. One that is named as a
topic (`npcc_2019.pdf`) belongs to its citations; every other stands for itself. They are read from
there and nowhere else, page by page, and nothing of them is kept.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from desktop.attachments.pdf import texts
from desktop.attachments.viewing import LARGEST
from desktop.guidance.reading import Passage, read

FOLDER = "guidance"
KINDS = (".pdf", ".md", ".txt")
_LINES = 60
"""Lines of a text file that make a page."""
_AROUND = 60
"""Letters before and after what was found."""
_MOST = 60
"""How many places are told at once."""


class Document(NamedTuple):
    """One file: the topic's key that it belongs to, or its own name, its title, where it is."""

    key: str
    title: str
    path: Path

    @property
    def is_pdf(self) -> bool:
        """Whether it has pages of its own."""
        return self.path.suffix.casefold() == ".pdf"


class Place(NamedTuple):
    """Where something was found: the page, from 0, and the words around it."""

    document: Document
    page: int
    words: str


def documents(folder: Path) -> tuple[Document, ...]:
    """The documents in `folder`, those of our topics first; none where there is no such folder."""
    titles = {topic.key: topic.title for topic in read()}
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.casefold() in KINDS)
    except OSError:
        return ()
    found = [
        Document(path.stem, titles.get(path.stem) or _title(path), path)
        for path in files
        if path.is_file()
    ]
    return tuple(sorted(found, key=lambda one: (one.key not in titles, one.title.casefold())))


def of_passage(passage: Passage, found: Iterable[Document]) -> Document | None:
    """The document that a passage tells of, where the force has loaded it."""
    keys = {topic.title: topic.key for topic in read()}
    return next((one for one in found if one.key == keys.get(passage.topic)), None)


def words(document: Document) -> tuple[str, ...]:
    """The text of each page; none where the file cannot be read.

    Not for a window's thread: a long paper takes a while the first time.
    """
    try:
        stat = document.path.stat()
    except OSError:
        return ()
    return _words(document.path, stat.st_mtime_ns, stat.st_size)


def page_of(document: Document, citation: str) -> int:
    """The first page on which a line begins with the citation's number, else the first page."""
    number = citation.rpartition(", ")[2]
    if not re.fullmatch(r"\d+(\.\d+)*[a-z]?", number):
        return 0
    bare = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    beginning = re.compile(rf"^\s*{re.escape(bare)}(?![\d.]\d)", re.MULTILINE)
    return next((at for at, text in enumerate(words(document)) if beginning.search(text)), 0)


def find(found: Iterable[Document], text: str) -> list[Place]:
    """Where `text` stands in the documents, case and accents apart; the first sixty places."""
    wanted = " ".join(_folded(text).split())
    places = (place for one in found for place in _find(one, wanted)) if wanted else iter(())
    return [place for place, _number in zip(places, range(_MOST), strict=False)]


def _find(document: Document, wanted: str) -> Iterator[Place]:
    for page, text in enumerate(words(document)):
        plain = " ".join(text.split())
        at = _folded(plain).find(wanted)
        if at >= 0:
            start, end = max(0, at - _AROUND), at + len(wanted) + _AROUND
            yield Place(document, page, plain[start:end].strip())


@lru_cache(maxsize=12)
def _words(path: Path, _changed: int, size: int) -> tuple[str, ...]:
    if size > LARGEST:
        return ()
    try:
        data = path.read_bytes()
    except OSError:
        return ()
    if path.suffix.casefold() == ".pdf":
        return tuple(texts(data))
    lines = data.decode("utf-8", "replace").splitlines()
    return tuple("\n".join(lines[at : at + _LINES]) for at in range(0, max(1, len(lines)), _LINES))


def _title(path: Path) -> str:
    """A name to read, made of the file's."""
    return " ".join(path.stem.replace("_", " ").split()) or path.stem


def _folded(text: str) -> str:
    """As `text` is compared; as long as it is, letter by letter."""
    made = []
    for letter in text:
        bare = [
            one for one in unicodedata.normalize("NFD", letter) if not unicodedata.combining(one)
        ]
        made.append((bare[0] if bare else letter).casefold()[:1] or letter)
    return "".join(made)
