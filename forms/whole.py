"""Makes a form whole: lists and pictures beside it become part of it, so that it needs no file."""

from __future__ import annotations

import re

from lxml import etree

from forms import markup
from forms.definition import Form
from forms.errors import FormErrors, Problem
from forms.markup import XFORMS
from forms.media import embed
from forms.nodes import Element

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0, section 2.2, cannot hold."""


def self_contained(form: Form) -> bytes:
    """The form's XForm with every list inside it (ODK XForms, Secondary Instances - Internal).

    Its pictures come with it, in elements of Fieldbook's own namespace.

    Raises FormErrors, with all problems, where a file that it needs is missing, and where it
    becomes larger than a form may be.
    """
    root = markup.parse(form.xml)
    problems = []
    outside = [one for one in root.iter(f"{{{XFORMS}}}instance") if _is_file(one)]
    for element in outside:
        name, source = element.get("id") or "", str(element.attrib.pop("src"))
        found = form.instances[name]
        if not found.children:
            file = source.rpartition("/")[2] or source
            problems.append(
                Problem(
                    f"The file {file} is missing, or empty.",
                    "Put it into the same folder as the form, and choose the form again.",
                )
            )
        _fill(element, found)
    if not outside and not form.media.names:
        return form.xml
    embed(root, form.media)
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    if len(data) > markup.MAX_BYTES:
        problems.append(
            Problem(
                "The form's lists and pictures are too large.", "Shorten the lists, or shrink them."
            )
        )
    if problems:
        raise FormErrors(form.id, problems)
    return data


def _is_file(element: etree._Element) -> bool:
    source = element.get("src") or ""
    return bool(source) and not source.startswith("jr://instance/last-saved")


def _fill(target: etree._Element, source: Element) -> None:
    """Write the children of `source` into `target`; a name that no expression can say is left out.

    A column such as "full name" is none that XPath could ask for.
    """
    for child in source.children:
        text = _UNWRITABLE.sub("", child.text)
        try:
            if child.name[0] == "@":
                target.set(child.name[1:], text)
                continue
            made = etree.SubElement(target, f"{{{XFORMS}}}{child.name}")
        except ValueError:
            continue
        made.text = text or None
        _fill(made, child)
