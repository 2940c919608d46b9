"""The answers of a record's newest version, by their paths: what papers pick from."""

from collections.abc import Iterator, Sequence

from exports.papers.paper import Field, Heading, Part
from exports.record import DocumentVersion, RecordDocument
from exports.times import read_answer
from forms import Line, read


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

    def shown(self, line: Line) -> str:
        """An answer as people read it; a file by its own name."""
        return self._titles.get(line.raw, line.text)

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
                yield Field(line.label, (self.shown(line),))

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
                yield Field(line.label, (self.shown(line),))
            elif line.label.strip():
                number = f" {line.text}" if line.kind == "repeat" else ""
                yield Heading(line.label + number, 0 if line.depth == outermost else 1)
