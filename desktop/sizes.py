"""Sizes of files in words."""

from translations.interface import ngettext


def weight(size: int) -> str:
    """`size` in bytes as people read it, in decimal units."""
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return ngettext("{count} byte", "{count} bytes", size).format(count=size)
