"""Pictures, sounds and films beside labels and choices: which a form names, and where they are."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from lxml import etree

from forms.findings import Findings
from forms.markup import FIELDBOOK, XFORMS

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
"""Kinds of pictures that are drawn; others, such as SVG, can hold more than a picture."""

MAX_PICTURE = 2 * 1024 * 1024
"""Bytes of one picture; larger ones are left out."""

MAX_PICTURES = 200
"""Pictures of one form."""

ELEMENT = f"{{{FIELDBOOK}}}media"
"""Holds a picture inside an XForm: its name in ``name``, its bytes in Base64."""

_FORMED = etree.XPath("//x:itext//x:value[@form]", namespaces={"x": XFORMS})
_DRAWN = frozenset({"image", "big-image"})
_NOT_PLAYED = {"audio": "sound", "video": "film"}


class Media:
    """The pictures of one form by name: from files beside it, or from within it."""

    def __init__(self, files: Mapping[str, Path | str]) -> None:
        """``files`` gives a path, or the Base64 text that the form itself holds."""
        self._files = files

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all pictures that are there."""
        return tuple(self._files)

    def read(self, name: str) -> bytes | None:
        """The bytes of a picture, None where there is none or it has gone meanwhile."""
        found = self._files.get(name)
        if found is None:
            return None
        try:
            data = found.read_bytes() if isinstance(found, Path) else base64.b64decode(found)
        except (OSError, binascii.Error, ValueError):
            return None
        return data if len(data) <= MAX_PICTURE else None


def media_of(root: etree._Element, name: str, folder: Path | None, findings: Findings) -> Media:
    """What the texts of a form name (ODK XForms, Media); what is not shown is remarked.

    Files are looked for within the XForm, beside it, and in ``<form>-media`` as ODK's tools lay
    them. ``name`` is that of the form's file.
    """
    inside = {e.get("name") or "": e.text or "" for e in root.iter(ELEMENT)}
    found: dict[str, Path | str] = {}
    for text_id, kind, file in _named(root):
        where = text_id.removesuffix(":label")
        if kind in _NOT_PLAYED:
            findings.remark(f"{where}: the {_NOT_PLAYED[kind]} {file} is not played.")
        elif kind not in _DRAWN or file in found:
            continue
        elif file in inside and len(found) < MAX_PICTURES:
            found[file] = inside[file]
        else:
            path, wrong = _looked_up(file, Path(name).stem, folder)
            if path is None or len(found) >= MAX_PICTURES:
                findings.remark(f"{where}: the picture {file} {wrong or 'is one too many'}.")
            else:
                found[file] = path
    return Media(found)


def embed(root: etree._Element, media: Media) -> None:
    """Writes the pictures into the XForm, so that it needs no files."""
    head = root[0]
    for old in list(root.iter(ELEMENT)):
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
    for name in media.names:
        data = media.read(name)
        if data is not None:
            holder = etree.SubElement(head, ELEMENT, nsmap={"fb": FIELDBOOK})
            holder.set("name", name)
            holder.text = base64.b64encode(data).decode("ascii")


def _named(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """The id, form and file name of each text that names a file."""
    # found in C: texts in twelve languages are many
    for value in cast("list[etree._Element]", _FORMED(root)):
        text = value.getparent()
        kind, source = value.get("form") or "", (value.text or "").strip()
        file = source.rpartition("/")[2]
        named = (kind in _DRAWN or kind in _NOT_PLAYED) and file and source != "-"
        if text is not None and named:
            yield text.get("id") or "", kind, file


def _looked_up(file: str, stem: str, folder: Path | None) -> tuple[Path | None, str]:
    """Where the file is; or what is wrong with it."""
    if Path(file).suffix.lower() not in PICTURES:
        return None, "is of a kind that is not drawn; save it as PNG or JPEG"
    for place in (folder, folder / f"{stem}-media") if folder is not None else ():
        path = place / file
        if path.is_file():
            if path.stat().st_size > MAX_PICTURE:
                return None, f"is larger than {MAX_PICTURE // 1024 // 1024} MB"
            return path, ""
    return None, f"is missing; put it beside the form, or into {stem}-media"
