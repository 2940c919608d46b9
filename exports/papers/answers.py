"""The answers of a record's newest version, by their paths: what papers pick from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exports.direction import is_leftward
from exports.papers.paper import Field, Heading, Part
from exports.record import DocumentVersion, RecordDocument
from exports.times import read_answer
from forms import FormEngine, Line, NoSuchNode, read

_FIRST_STRONG, _POP = "\u2068", "\u2069"


class Answers:
    """What a version says, as people read it."""

    def __init__(self, document: RecordDocument, version: DocumentVersion | None = None) -> None:
        """Read `version` of `document`, the newest if none is given."""
        version = version or document.versions[-1]
        titles = {file.name: file.title for file in document.files}
        self.lines: tuple[Line, ...] = tuple(
            read_answer(line, document.language)
            for line in read(document.form, version.content, document.language)
        )
        self._found = {line.path: line for line in self.lines if line.kind == "question"}
        self._titles = titles
        self._document, self._version = document, version
        self._engine: FormEngine | None = None
        self._is_leftward = is_leftward(document.language)
        self.beside: Answers | None = None
        if document.beside and document.beside != document.language:
            second = replace(document, language=document.beside, beside="")
            self.beside = Answers(second, version)
        self._other = {line.path: line for line in self.beside.lines} if self.beside else {}

    def text(self, path: str) -> str:
        """The answer at `path` (such as "/data/report/urn"), "" if there is none."""
        line = self._found.get(path)
        return self.shown(line) if line else ""

    def raw(self, path: str) -> str:
        """The stored value at `path`, "" if there is none."""
        line = self._found.get(path)
        return line.raw if line else ""

    def label(self, path: str) -> str:
        """What is asked at `path`, "" if it has no answer."""
        line = self._found.get(path)
        return line.label if line else ""

    def asked(self, path: str) -> str:
        """What is asked or noted at `path`, whether it has an answer or not; "" for nothing."""
        if self._engine is None:
            document = self._document
            content = self._version.content
            self._engine = FormEngine(document.form, content, language=document.language)
        try:
            return self._engine.node(path).label
        except NoSuchNode:  # an older version of the form
            return ""

    def shown(self, line: Line) -> str:
        """An answer as people read it; a file by its own name."""
        return self.whole(self._titles.get(line.raw, line.text))

    def whole(self, text: str) -> str:
        """`text` as it may stand on a page that begins at the right, whatever language it is in.

        Each of its lines takes its own direction (UAX 9, 2.4.4); elsewhere it stays as it is.
        """
        if not self._is_leftward:
            return text
        return "\n".join(f"{_FIRST_STRONG}{line}{_POP}" for line in text.split("\n"))

    def row(self, line: Line) -> Field:
        """A question and its answer, in both languages where there are two and they differ."""
        shown, other = self.shown(line), self._other.get(line.path)
        if other is None:
            return Field(line.label, (shown,))
        assert self.beside is not None
        said = tuple(dict.fromkeys((shown, self.whole(self.beside.shown(other)))))
        return Field(line.label, said, beside=self.whole(_if_other(other.label, line.label)))

    def heading(self, line: Line, level: int = 0) -> Heading:
        """A group or instance as a heading."""
        number = f" {line.text}" if line.kind == "repeat" else ""
        other = self._other.get(line.path)
        beside = _if_other(other.label, line.label) if other else ""
        return Heading(line.label + number, level, beside and self.whole(beside + number))

    def instances(self, repeat: str) -> list[str]:
        """The paths of the instances of `repeat`, in order."""
        return [
            line.path
            for line in self.lines
            if line.kind == "repeat" and line.path.rpartition("[")[0] == repeat
        ]

    def fields(self, paths: Sequence[str]) -> Iterator[Field]:
        """A row for each of `paths` that has an answer."""
        for path in paths:
            if line := self._found.get(path):
                yield self.row(line)

    def under(self, path: str, but: Sequence[str] = ()) -> Iterator[Part]:
        """Everything under `path` as headings and rows, without what lies under one of `but`."""
        inside = [
            line
            for line in self.lines
            if line.path.startswith(path + "/")
            and not any(line.path == out or line.path.startswith(out + "/") for out in but)
        ]
        outermost = min((line.depth for line in inside), default=0)
        for line in inside:
            if line.kind == "question":
                yield self.row(line)
            elif line.label.strip():
                yield self.heading(line, 0 if line.depth == outermost else 1)


def _if_other(text: str, than: str) -> str:
    """`text`, or nothing where it says the same as `than`."""
    return "" if text == than else text
