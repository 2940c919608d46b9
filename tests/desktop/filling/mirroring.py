"""A language that reads leftward and that everybody here can test: English in Arabic letters."""

import copy

from lxml import etree

from forms import Form
from forms.xform import parse_form

_X = "{http://www.w3.org/2002/xforms}"
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابجدهفغحيكقلمنوپکرستعثوخشز", strict=True))
_PSEUDO = str.maketrans(_LETTERS | {small.upper(): sign for small, sign in _LETTERS.items()})


def mirrored(form: Form) -> Form:
    """The form with an Arabic column that says the English in Arabic letters: no language."""
    root = etree.fromstring(form.xml)
    english = root.find(f".//{_X}translation[@lang='English (en)']")
    assert english is not None
    old = root.find(f".//{_X}translation[@lang='Arabic (ar)']")
    parent = english.getparent()
    assert parent is not None
    if old is not None:
        parent.remove(old)
    arabic = copy.deepcopy(english)
    arabic.attrib.clear()
    arabic.set("lang", "Arabic (ar)")
    for element in arabic.iter():
        element.text = element.text and element.text.translate(_PSEUDO)
        element.tail = element.tail and element.tail.translate(_PSEUDO)
    parent.append(arabic)
    return parse_form(etree.tostring(root), form.id)
