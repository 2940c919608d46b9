"""Answers that are files, as people read them: by the file's own name, hashes in groups."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop.filling import HASH_QUESTION
from forms import Line

FILES = frozenset({"image", "audio", "video", "file", "binary"})
"""The types of questions whose answer is a file."""
_GROUP = 8


def titled(lines: Sequence[Line], titles: Mapping[str, str]) -> list[Line]:
    """`lines` with the own names of files, which `titles` has by the names in the answers."""
    return [_titled(line, titles) for line in lines]


def spaced(sha256: str) -> str:
    """A hash in groups of eight, so that it wraps and can be compared by eye."""
    return " ".join(sha256[at : at + _GROUP] for at in range(0, len(sha256), _GROUP))


def _titled(line: Line, titles: Mapping[str, str]) -> Line:
    if line.type in FILES:
        return replace(line, text=titles.get(line.raw, line.text))
    if line.path.endswith(f"/{HASH_QUESTION}"):
        return replace(line, text=spaced(line.text))
    return line
