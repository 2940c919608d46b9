"""Small text files that hold a key: a title, `name: value` lines, and a check over all of them."""

import hashlib

from storage.errors import NotAKey

_CHECK_BYTES = 8


def written(title: str, fields: dict[str, str]) -> str:
    """The whole text of a key file."""
    rows = lines(title, fields)
    return f"{rows.decode()}check: {_check(rows)}\n"


def read(title: str, names: tuple[str, ...], text: str, other: str = "") -> dict[str, str]:
    """The fields `names` of a key file that begins with `title`.

    White space at the ends of lines, and what a mail or an editor puts around, do not count.

    Parameters:
        other: the title of the file that it is easily confused with.

    Raises:
        NotAKey: it is another file, or a character is missing or different.
    """
    rows = [" ".join(line.split()) for line in text.lstrip("\ufeff").strip().splitlines()]
    if not rows or rows[0] != title:
        hint = (
            f" It is the other file of the pair: {other}." if other and rows[:1] == [other] else ""
        )
        raise NotAKey(f"This file does not begin with “{title}”.{hint}")
    fields = {name: value for name, _, value in (row.partition(": ") for row in rows[1:])}
    check = fields.pop("check", "")
    if tuple(fields) != names or check != _check(lines(title, fields)):
        raise NotAKey("A character in this key file is missing or different: its check fails.")
    return fields


def lines(title: str, fields: dict[str, str]) -> bytes:
    """Title and fields as they stand in the file."""
    rows = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"{title}\n{rows}".encode()


def _check(rows: bytes) -> str:
    return hashlib.sha256(rows).hexdigest()[: 2 * _CHECK_BYTES]
