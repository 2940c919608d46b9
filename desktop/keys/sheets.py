"""What is handed out of a notebook's keys, as text: a file for each share, words in rows."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a wrong usage of a command needs no cryptography
    from storage.keys.shares import ShareSet

_ROW = 6


def write_shares(made: "ShareSet", folder: Path) -> list[Path]:
    """Write the shares into `folder`, a file each, readable by their owner alone.

    Raises:
        OSError: a file of that name is there already, or nothing can be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number, words in enumerate(made.words, 1):
        path = folder / f"share-{number}.txt"
        write_share(path, words, number, made.threshold)
        files.append(path)
    return files


def write_share(path: Path, words: str, number: int, threshold: int) -> None:
    """Write one share to the new file `path`; it does not say what it opens.

    Raises:
        OSError: the file is there already, or can't be written.
    """
    with open(path, "x", encoding="utf-8") as file:
        path.chmod(0o600)
        file.write(f"{words}\n\nFieldbook, share {number}: any {threshold} of them.\n")


def in_rows(words: str) -> list[str]:
    """A share as it is copied by hand: numbered, in rows of six."""
    numbered = [f"{number:2} {word:<10}" for number, word in enumerate(words.split(), 1)]
    return ["".join(numbered[i : i + _ROW]).rstrip() for i in range(0, len(numbered), _ROW)]
