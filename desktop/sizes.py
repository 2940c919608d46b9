"""Sizes of files in words."""

from translations.interface import _


def weight(size: int) -> str:
    """`size` in bytes as people read it, in decimal units."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return _("{count} bytes").format(count=size)
