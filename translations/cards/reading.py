"""Reads the cards' Markdown: one comment with id and source before each block, or an error."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from translations.cards.model import (
    Block,
    Card,
    CardErrors,
    CardProblem,
    Cards,
    Kind,
    Service,
)

CARD_SLOTS = frozenset(
    {
        "officer",
        "number",
        "role",
        "force",
        "liaison_officer",
        "liaison_phone",
        "immigration_policy",
        "area",
    }
)
"""What the force profile fills in."""
FRAME_SLOTS = CARD_SLOTS | {"page", "pages"}
SERVICES = "services.toml"
PHRASES, FRAME = "phrases", "frame"
NOTES = "NOTES"

_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_COMMENT = re.compile(
    r"<!--\s*id:\s*(?P<id>[a-z][a-z0-9_]*)\s*;\s*source:\s*(?P<source>.*?)"
    r"(?:\s*;\s*service:\s*(?P<service>[a-z][a-z0-9_]*))?\s*-->\s*\Z"
)
_SLOT = re.compile(r"\{([^{}]*)\}")
_PLAIN = {"text", "softbreak", "strong_open", "strong_close", "text_special"}
_KINDS: dict[str, Kind] = {"h1": "heading", "h2": "subheading", "li": "item", "p": "paragraph"}


def read(folder: Path) -> Cards:
    """All cards in the Markdown files of `folder`.

    Raises:
        CardErrors: with everything that is wrong, by file and line.
    """
    problems: list[CardProblem] = []
    services = _services(folder / SERVICES, problems)
    found: list[tuple[float, Card]] = []
    for path in sorted(folder.glob("*.md")):
        if path.stem != NOTES:
            reader = _Reader(path, services, problems)
            found.append((reader.order, reader.card))
    cards = {card.id: card for _, card in sorted(found, key=lambda each: (each[0], each[1].id))}
    if len(cards) < len(found):
        problems.append(CardProblem(folder.name, 1, "Two files have the same id."))
    missing = {PHRASES, FRAME} - cards.keys()
    problems += [CardProblem(f"{name}.md", 1, "This file is missing.") for name in sorted(missing)]
    if problems:
        raise CardErrors(tuple(problems))
    phrases, frame = cards.pop(PHRASES), cards.pop(FRAME)
    return Cards(tuple(cards.values()), phrases, frame, services)


def _services(path: Path, problems: list[CardProblem]) -> dict[str, Service]:
    """The table of services; each key has a name and a source, nothing is invented."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
        return {key: Service(key, **row) for key, row in table.items()}
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        problems.append(CardProblem(path.name, 1, f"The services cannot be read: {error}"))
        return {}


class _Mark(NamedTuple):
    """What the comment before a block says."""

    id: str
    source: str
    service: str
    line: int


class _Reader:
    """Reads one file; what is wrong goes to `problems`."""

    def __init__(
        self, path: Path, services: dict[str, Service], problems: list[CardProblem]
    ) -> None:
        self._file = path.name
        self._services = services
        self._problems = problems
        self._mark: _Mark | None = None
        self._blocks: list[Block] = []
        text = path.read_text("utf-8")
        head = _HEAD.match(text)
        self._skipped = text[: head.end()].count("\n") if head else 0
        fields = dict(re.findall(r"^(\w+):\s*(.*?)\s*$", head[1], re.MULTILINE)) if head else {}
        id = fields.get("id", "")
        if id != path.stem:
            self._wrong(1 - self._skipped, f"The head must say id: {path.stem}.")
        self.order = self._order(fields.get("order", "0"))
        self._slots = FRAME_SLOTS if id == FRAME else CARD_SLOTS
        self._read(MarkdownIt("commonmark").parse(text[head.end() :] if head else text))
        if not self._blocks or (id != FRAME and self._blocks[0].kind != "heading"):
            self._wrong(1, "A card begins with its title, a line with # before it.")
            self._blocks.insert(0, Block("title", "heading", "", "design"))
        self.card = Card(path.stem, tuple(self._blocks))

    def _order(self, written: str) -> float:
        try:
            return float(written)
        except ValueError:
            self._wrong(1 - self._skipped, f"order: {written} is no number.")
            return 0

    def _wrong(self, line: int, text: str) -> None:
        self._problems.append(CardProblem(self._file, line + self._skipped, text))

    def _read(self, tokens: Iterable[Token]) -> None:
        holders: list[str] = []
        line = 1
        for token in tokens:
            line = token.map[0] + 1 if token.map else line
            if token.type == "html_block":
                self._take_mark(token.content, line)
            elif token.type == "inline":
                self._take_block(token, "li" if "li" in holders else holders[-1], line)
            elif token.nesting == 1:
                holders.append(token.tag)
            elif token.nesting == -1:
                holders.pop()
            else:
                self._wrong(line, "Only headings, paragraphs and lists stand in a card.")
        self._leave_mark()

    def _take_mark(self, written: str, line: int) -> None:
        self._leave_mark()
        found = _COMMENT.match(written.strip())
        if found is None:
            self._wrong(line, "A comment reads <!-- id: name; source: where from -->.")
            return
        id, source, service = found["id"], found["source"], found["service"] or ""
        if not source:
            self._wrong(line, f"“{id}” has no source.")
        if service and service not in self._services:
            self._wrong(line, f"There is no service “{service}” in {SERVICES}.")
        if any(block.id == id for block in self._blocks):
            self._wrong(line, f"The id “{id}” stands here twice.")
        self._mark = _Mark(id, source, service, line)

    def _leave_mark(self) -> None:
        if self._mark is not None:
            self._wrong(self._mark.line, f"No block follows “{self._mark.id}”.")
        self._mark = None

    def _take_block(self, token: Token, tag: str, line: int) -> None:
        text = " ".join(token.content.split())
        mark, self._mark = self._mark, None
        if mark is None:
            self._wrong(line, "A comment with id and source must stand before this.")
            return
        if tag not in _KINDS:
            self._wrong(line, "Only # and ## stand before headings.")
            return
        if any(child.type not in _PLAIN for child in token.children or ()):
            self._wrong(line, "Words are plain here, or bold between ** and **.")
        for name in _SLOT.findall(text):
            if name not in self._slots:
                self._wrong(line, f"Nothing fills in {{{name}}}.")
        self._blocks.append(Block(mark.id, _KINDS[tag], text, mark.source, mark.service))
