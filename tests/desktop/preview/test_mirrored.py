"""Every form of the library, mirrored: nothing cut, each text at the side where reading begins."""

from __future__ import annotations

import copy

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.preview import FormPreview
from desktop.widgets.question import Question
from forms import Form, Library
from forms.xform import parse_form

X = "{http://www.w3.org/2002/xforms}"
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابجدهفغحيكقلمنوپکرستعثوخشز", strict=True))
PSEUDO = str.maketrans(LETTERS | {small.upper(): sign for small, sign in LETTERS.items()})
FORMS = [summary.id for summary in Library.default().forms()]


def mirrored(form: Form) -> Form:
    """The form with an Arabic column that says the English in Arabic letters: no language."""
    root = etree.fromstring(form.xml)
    english = root.find(f".//{X}translation[@lang='English (en)']")
    assert english is not None
    arabic = copy.deepcopy(english)
    arabic.attrib.clear()
    arabic.set("lang", "Arabic (ar)")
    for element in arabic.iter():
        element.text = element.text and element.text.translate(PSEUDO)
        element.tail = element.tail and element.tail.translate(PSEUDO)
    parent = english.getparent()
    assert parent is not None
    parent.append(arabic)
    return parse_form(etree.tostring(root), form.id)


@pytest.mark.parametrize("form_id", FORMS)
def test_a_form_reads_leftward(form_id: str, qtbot: QtBot) -> None:
    preview = FormPreview()
    qtbot.addWidget(preview)
    preview.resize(1366, 768)
    preview.show()
    preview.show_form(mirrored(Library.default().get(form_id)), language="ar")
    view = preview.view
    assert view is not None
    view.complete()
    questions = [part for part in view.findChildren(Question) if part.state.relevant]
    qtbot.waitUntil(lambda: all(part.isVisible() for part in questions))
    assert preview.languages.currentText() == "العربية"
    assert view.horizontalScrollBar().maximum() == 0
    for question in questions:
        assert question.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for label in question.findChildren(QLabel):
            if label.isVisible() and label.text() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
    labels = [part for part in questions if not part.answer.says_label]
    words = next(one for one in labels[0].findChildren(QLabel) if one.text())
    assert words.alignment() & Qt.AlignmentFlag.AlignRight
