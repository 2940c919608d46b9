"""Answers that are files, as people read them: by the file's own name."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from forms import Line

FILES = frozenset({"image", "audio", "video", "file", "binary"})
"""The types of questions whose answer is a file."""


def titled(lines: Sequence[Line], titles: Mapping[str, str]) -> list[Line]:
    """`lines` with the own names of files, which `titles` has by the names in the answers."""
    return [
        replace(line, text=titles.get(line.raw, line.text)) if line.type in FILES else line
        for line in lines
    ]
