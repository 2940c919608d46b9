"""Every form of the library, mirrored: nothing cut, each text at the side where reading begins."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.preview import FormPreview
from desktop.widgets.question import Question
from forms import Library
from tests.desktop.filling.mirroring import mirrored

FORMS = [summary.id for summary in Library.default().forms()]


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
