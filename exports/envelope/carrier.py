"""The small form that carries sealed submissions over OpenRosa servers: ODK Central, KoboToolbox.

It says to the server only what the envelope says in the clear, and names the envelope's hash and
parts. One form carries every report: the server needs none of the others.
"""

from html import escape

from lxml import etree

from exports.envelope.naming import part_names
from exports.envelope.routing import Routing

FORM = "fieldbook_sealed"
VERSION = "1"
PART_SIZE = 4 * 1024 * 1024
"""Bytes of the envelope in one file of a submission: servers often refuse more than 10 MB."""
_FIELDS = ("form", "form_version", "sealed", "device", "hash", "size")
_OPENROSA = "http://openrosa.org/xforms"

XFORM = f"""<?xml version="1.0" encoding="UTF-8"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"\
 xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="{_OPENROSA}"\
 xmlns:xsd="http://www.w3.org/2001/XMLSchema">
 <h:head>
  <h:title>Fieldbook: sealed submissions</h:title>
  <model>
   <instance>
    <data id="{FORM}" version="{VERSION}">
     {"".join(f"<{name}/>" for name in _FIELDS)}
     <part jr:template=""><file/></part>
     <orx:meta><orx:instanceID/></orx:meta>
    </data>
   </instance>
   {"".join(f'<bind nodeset="/data/{name}" type="string"/>' for name in _FIELDS)}
   <bind nodeset="/data/part/file" type="binary"/>
   <bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" jr:preload="uid"/>
  </model>
 </h:head>
 <h:body>
  {"".join(f'<input ref="/data/{name}"><label>{name}</label></input>' for name in _FIELDS)}
  <group ref="/data/part"><label>part</label><repeat nodeset="/data/part">
   <upload ref="/data/part/file" mediatype="application/*"><label>file</label></upload>
  </repeat></group>
 </h:body>
</h:html>
"""
"""The definition that `fieldbook publish` puts on a server."""


def submission(routing: Routing, hash: bytes, size: int, part_size: int = PART_SIZE) -> bytes:
    """The XML with which an envelope of that hash and size goes to a server, in parts."""
    values = (
        routing.form,
        routing.version,
        routing.sealed,
        routing.device.hex(),
        hash.hex(),
        str(size),
    )
    fields = "".join(
        f"<{name}>{_plain(value)}</{name}>" for name, value in zip(_FIELDS, values, strict=True)
    )
    parts = "".join(
        f"<part><file>{name}</file></part>"
        for name in part_names(routing.instance, size, part_size)
    )
    return (
        f'<data id="{FORM}" version="{VERSION}">{fields}{parts}'
        f'<orx:meta xmlns:orx="{_OPENROSA}"><orx:instanceID>{_plain(routing.instance)}'
        "</orx:instanceID></orx:meta></data>"
    ).encode()


def _plain(text: str) -> str:
    return escape(text, quote=False)


def contradiction(xml: bytes, routing: Routing, hash: bytes) -> str:
    """In a sentence, how a server's XML does not go with an envelope; "" if it does."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        return "The submission's XML can't be read."
    size = root.findtext("size") or ""
    if not size.isdecimal() or len(size) > 18:
        return "The submission's XML is not that of a sealed report."
    expected = etree.fromstring(submission(routing, hash, int(size)), parser)
    for element, wanted in zip(root.iter(), expected.iter(), strict=False):
        same = (
            element.tag == wanted.tag
            and dict(element.attrib) == dict(wanted.attrib)
            and (element.text or "").strip() == (wanted.text or "").strip()
        )
        if not same:
            name = etree.QName(wanted).localname
            return f"The envelope belongs to another submission: {name} is not the same."
    if len(list(root.iter())) != len(list(expected.iter())):
        return "The envelope belongs to another submission: its parts are not the same."
    return ""
