"""Reads XML that nobody vouches for: no DOCTYPE, no entities, no network, limits on size."""

from __future__ import annotations

from lxml import etree

MAX_BYTES = 16 * 1024 * 1024
"""Size of one form, instance or data file; real ones stay far below."""

XFORMS = "http://www.w3.org/2002/xforms"
XHTML = "http://www.w3.org/1999/xhtml"
JAVAROSA = "http://openrosa.org/javarosa"
OPENROSA = "http://openrosa.org/xforms"
ODK = "http://www.opendatakit.org/xforms"
ENTITIES = "http://www.opendatakit.org/xforms/entities"
FIELDBOOK = "urn:fieldbook:forms"


class MarkupError(Exception):
    """XML that is refused; the message is a sentence, ``remedy`` says what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        """Both are plain sentences for the form's author."""
        super().__init__(message)
        self.remedy = remedy


def parse(data: bytes) -> etree._Element:
    """The root element. Comments and processing instructions are left out.

    Raises MarkupError for XML that is malformed, larger than MAX_BYTES, nested deeper than 256
    levels, or has a DOCTYPE (entities in it can fetch files or grow without bound).
    """
    if len(data) > MAX_BYTES:
        raise MarkupError(
            f"The file is larger than {MAX_BYTES // 1024 // 1024} MB.",
            "Move long lists into a CSV file beside the form, or shorten them.",
        )
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise _doctype()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MarkupError(
            f"The file is not well-formed XML: {error.msg}.",
            "Export the form again, or correct the XML at that place.",
        ) from error
    document = root.getroottree().docinfo
    if document.internalDTD is not None or document.doctype:
        raise _doctype()
    return root


def _doctype() -> MarkupError:
    return MarkupError(
        "The file has a DOCTYPE, which is refused because it can hold traps.",
        "Remove the <!DOCTYPE ...> declaration; forms need none.",
    )


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    tag = str(element.tag)
    return tag[tag.rfind("}") + 1 :]


def namespace(element: etree._Element) -> str:
    """The element's namespace, "" where it has none."""
    tag = str(element.tag)
    return tag[1:].partition("}")[0] if tag[0] == "{" else ""


def local_attributes(element: etree._Element) -> dict[str, str]:
    """All attributes by their local names."""
    names = ((str(key), str(value)) for key, value in element.items())
    return {name[name.rfind("}") + 1 :]: value for name, value in names}


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its local name, in whatever namespace."""
    found = element.get(name)
    if found is not None:
        return found
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None
