"""Words as they are set: shaped runs with the space that follows, and lines made of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.text.bidi import visual_order
from exports.text.faces import Face
from exports.text.look import Look
from exports.text.shaping import Cluster


@dataclass(frozen=True, slots=True, eq=False)  # known by identity: what was drawn is kept
class Run:
    """Clusters of one face in one look, in reading order.

    `level` is that of the bidirectional algorithm, odd where the text is written leftward;
    `width` is in points.
    """

    clusters: tuple[Cluster, ...]
    face: Face
    look: Look
    level: int
    width: float

    @classmethod
    def of(cls, clusters: Sequence[Cluster], face: Face, look: Look, level: int) -> "Run":
        """The run of `clusters`, measured."""
        units = sum(cluster.advance for cluster in clusters)
        return cls(tuple(clusters), face, look, level, units * face.scale * look.size / 1000)

    def part(self, clusters: Sequence[Cluster]) -> "Run":
        """The same run with some of its clusters only."""
        return Run.of(clusters, self.face, self.look, self.level)

    def drawn(self) -> Iterator[Cluster]:
        """The clusters from left to right."""
        return reversed(self.clusters) if self.level % 2 else iter(self.clusters)


@dataclass(frozen=True, slots=True)
class Word:
    """What stays together between two places where a line may end.

    Attributes:
        runs: what is drawn.
        space: what follows and vanishes at the end of a line.
        ends_line: whether the text has a line feed here.
        leftward: whether its paragraph runs from right to left.
    """

    runs: tuple[Run, ...]
    space: tuple[Run, ...]
    ends_line: bool = False
    leftward: bool = False

    @property
    def width(self) -> float:
        """Of what is drawn, in points."""
        return sum(run.width for run in self.runs)


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        runs: in reading order.
        width: in points.
        ends: whether the text has a line feed here.
        leftward: whether its paragraph runs from right to left.
    """

    runs: tuple[Run, ...]
    width: float
    ends: bool = False
    leftward: bool = False

    def drawn(self) -> list[Run]:
        """The runs from left to right."""
        if not any(run.level for run in self.runs):
            return list(self.runs)
        return [self.runs[i] for i in visual_order([run.level for run in self.runs])]


def fill(words: Sequence[Word], width: float) -> list[Line]:
    """Set `words` into lines of at most `width` points, as many words to each as fit.

    A word wider than a line is cut between clusters; nothing is ever lost or drawn outside.
    """
    lines: list[Line] = []
    runs: list[Run] = []
    used = pending = 0.0
    leftward = False
    for word in words:
        extent = word.width
        leftward = word.leftward
        if runs and used + pending + extent > width:
            lines.append(_line(runs, leftward))
            runs, used, pending = [], 0.0, 0.0
        if extent > width:
            *full, rest = _cut(word, width)
            lines.extend(full)
            runs, used, pending = list(rest.runs), rest.width, 0.0
        else:
            runs.extend(word.runs)
            used += pending + extent
        if word.ends_line:
            lines.append(_line(runs, leftward, ends=True))
            runs, used, pending = [], 0.0, 0.0
            continue
        runs.extend(word.space)
        pending = sum(run.width for run in word.space)
    if runs or not lines:
        lines.append(_line(runs, leftward, ends=True))
    return lines


def _line(runs: Sequence[Run], leftward: bool, ends: bool = False) -> Line:
    """A line of `runs` without the space at its end."""
    end = len(runs)
    while end and runs[end - 1].clusters[0].text.isspace():
        end -= 1
    return Line(tuple(runs[:end]), sum(run.width for run in runs[:end]), ends, leftward)


def _cut(word: Word, width: float) -> Iterator[Line]:
    """Pieces of `word` of at most `width` points; a single cluster is never cut."""
    runs: list[Run] = []
    used = 0.0
    for run in word.runs:
        scale = run.face.scale * run.look.size / 1000
        part: list[Cluster] = []
        for cluster in run.clusters:
            extent = cluster.advance * scale
            if used + extent > width and (runs or part):
                if part:
                    runs.append(run.part(part))
                yield Line(tuple(runs), used, leftward=word.leftward)
                runs, part, used = [], [], 0.0
            part.append(cluster)
            used += extent
        runs.append(run.part(part))
    yield Line(tuple(runs), used, leftward=word.leftward)
