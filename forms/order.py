"""The order in which a form's expressions run: each after those it depends on, cycles refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from forms.definition import FEEDS, Job, Reader
from forms.expressions import Compiled
from forms.findings import Findings
from forms.schema import Schema, Spot, shared_repeat


@dataclass(slots=True)
class Order:
    """The sorted jobs, and who has to run again when a spot's value or instances change."""

    jobs: tuple[Job, ...]
    readers: tuple[tuple[Reader, ...], ...]
    structure_readers: dict[Spot, tuple[Reader, ...]]


def put_in_order(
    schema: Schema, jobs: Sequence[Job], reads: Sequence[Compiled], findings: Findings
) -> Order:
    """Sorts the jobs; a cycle is a problem that names the questions on it."""
    producers = _producers(schema, jobs)
    before: list[set[int]] = []
    for number, (job, read) in enumerate(zip(jobs, reads, strict=True)):
        before.append(_before(number, job, read, producers) if job.aspect in FEEDS else set())
    ranks = _sorted(jobs, before, findings)
    leaves = [n for n, job in enumerate(jobs) if job.aspect not in FEEDS]
    ordered = [jobs[n] for n in (*ranks, *leaves)]
    for rank, job in enumerate(ordered):
        job.rank = rank
    readers = _readers(schema, jobs, reads)
    return Order(tuple(ordered), readers, _structure(schema, readers))


class _Producers:
    """Which jobs decide what a spot's value is."""

    def __init__(self, schema: Schema) -> None:
        self.own: list[list[int]] = [[] for _ in schema.spots]
        self.around: list[list[int]] = [[] for _ in schema.spots]

    def of(self, spot: Spot) -> list[int]:
        return self.own[spot.index] + self.around[spot.index]


def _producers(schema: Schema, jobs: Sequence[Job]) -> _Producers:
    found = _Producers(schema)
    relevance: list[list[int]] = [[] for _ in schema.spots]
    for number, job in enumerate(jobs):
        if job.aspect == "relevant":
            relevance[job.spot.index].append(number)
        elif job.aspect in {"calculate", "itemset"}:
            found.own[job.spot.index].append(number)
    for spot in schema.root.walk():
        outer = found.around[spot.parent.index] if spot.parent else []
        found.around[spot.index] = [*outer, *relevance[spot.index]]
    return found


def _before(number: int, job: Job, read: Compiled, producers: _Producers) -> set[int]:
    """The jobs that have to run before this one.

    Counts of repeats are not among them: a count may depend on an answer inside its own repeat
    ("another one?"), and whoever reads instances runs again when they come or go.
    """
    found: set[int] = set()
    if job.aspect != "relevant":
        found.update(producers.around[job.spot.index])
    elif job.spot.parent is not None:
        found.update(producers.around[job.spot.parent.index])
    for spot, reach in read.reads.items():
        if reach == "some":
            continue
        if spot is job.spot and (read.once or job.aspect == "itemset"):
            found.update(producers.around[spot.index])
        elif job.spot.within(spot) and job.spot is not spot:
            # position(..) and the like read where a node stands, not whether it is relevant
            continue
        else:
            found.update(producers.of(spot))
    for spot in read.looks_at:
        found.update(n for n in producers.own[spot.index] if n != number)
    if job.aspect == "itemset":
        found.discard(number)
    return found


def _sorted(jobs: Sequence[Job], before: list[set[int]], findings: Findings) -> list[int]:
    """Depth first without recursion, in the form's own order where there is no other."""
    state = bytearray(len(jobs))
    ordered: list[int] = []
    for start in range(len(jobs)):
        if state[start] or jobs[start].aspect not in FEEDS:
            continue
        trail: list[int] = [start]
        waiting = [iter(sorted(before[start]))]
        state[start] = 1
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                done = trail.pop()
                state[done] = 2
                ordered.append(done)
            elif state[following] == 1:
                _cycle([jobs[n] for n in trail[trail.index(following) :]], findings)
            elif state[following] == 0:
                state[following] = 1
                trail.append(following)
                waiting.append(iter(sorted(before[following])))
    return ordered


def _cycle(jobs: list[Job], findings: Findings) -> None:
    names = list(dict.fromkeys(job.spot.path for job in jobs))
    if len(names) == 1:
        message = f"The {jobs[0].aspect} of {names[0]} depends on itself."
    else:
        message = f"These depend on each other in a circle: {', '.join(names)}."
    findings.add(
        message,
        "Take one of the references out; once(...) keeps a value that is there already.",
        where=jobs[0].spot.path,
        cell=jobs[0].aspect,
    )


def _readers(
    schema: Schema, jobs: Sequence[Job], reads: Sequence[Compiled]
) -> tuple[tuple[Reader, ...], ...]:
    found: list[list[Reader]] = [[] for _ in schema.spots]
    for job, read in zip(jobs, reads, strict=True):
        for spot, reach in read.reads.items():
            if spot is job.spot and reach == "same" and job.aspect == "calculate":
                continue
            within = shared_repeat(job.spot, spot) if reach == "same" else None
            everywhere = within is None
            found[spot.index].append(Reader(job, within, everywhere))
        for spot in read.looks_at:
            found[spot.index].append(Reader(job, None, everywhere=True))
    for readers in found:
        readers.sort(key=lambda reader: reader.job.rank)
    return tuple(tuple(readers) for readers in found)


def _structure(
    schema: Schema, readers: tuple[tuple[Reader, ...], ...]
) -> dict[Spot, tuple[Reader, ...]]:
    """For each repeat, who reads several of its instances at once."""
    found: dict[Spot, tuple[Reader, ...]] = {}
    for repeat in schema.spots:
        if not repeat.is_repeat:
            continue
        wide: dict[int, Reader] = {}
        for spot in repeat.walk():
            for reader in readers[spot.index]:
                if reader.everywhere:
                    wide[reader.job.rank] = reader
        found[repeat] = tuple(wide[rank] for rank in sorted(wide))
    return found
