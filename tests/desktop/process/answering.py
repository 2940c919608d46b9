"""Begins to answer every question of the open form, as somebody who is interrupted; and looks.

Used inside a notebook's process: `half_answer` goes through the questions and leaves what is typed
half typed, `seen` tells all that stands in the widgets and in the form.
"""

import json
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QInputMethodEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.desk import Desk
from desktop.widgets import FormView
from desktop.widgets.attachments import UploadAnswer
from desktop.widgets.attachments_drawing import DrawingPad
from desktop.widgets.attachments_files import PNG, Offered, png
from desktop.widgets.question import Question
from forms import Form

HALF = {
    "integer": "12a",
    "decimal": "12,",
    "date": "21/1",
    "time": "22:",
    "dateTime": "21/1",
    "geopoint": "53.79, -1.",
    "geotrace": "53.7997, -1.5492\n53.80",
    "geoshape": "53.7997, -1.5492\n53.80",
}
WORDS = "She asked for a clin"


def desk() -> Desk:
    """Where the open notebook writes."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    (found,) = [d for window in app.topLevelWidgets() for d in window.findChildren(Desk)]
    return found


def begin(form: Form) -> None:
    """Begin a note of `form`, all of it built."""
    desk()._write_in(form)
    view().complete()
    QTest.qWait(100)


def view() -> FormView:
    """The form that is being written."""
    writing = desk().page.writing
    assert writing
    return writing._form


def is_there() -> bool:
    """Whether a form is open, built, and back at its place."""
    writing = desk().page.writing
    return bool(writing and not writing._form._slices.are_left and not writing._form._pending)


def questions() -> dict[str, Question]:
    """Every question of the form that is being written."""
    parts = view()._builder.parts
    return {path: part for path, part in parts.items() if isinstance(part, Question)}


def half_answer() -> None:
    """Go through all questions and leave each half answered."""
    for path, question in questions().items():
        parts = question.answer.parts()
        if parts and question.state.relevant:
            _half_answer(question, parts, view()._builder.items[path].type)


def _half_answer(question: Question, parts: tuple[QWidget, ...], kind: str) -> None:
    parts[0].setFocus()
    fields = [
        one for one in question.answer.findChildren(QLineEdit) if one.isVisibleTo(question.answer)
    ]
    texts = question.answer.findChildren(QPlainTextEdit)
    combo = question.answer.findChild(QComboBox)
    if combo is not None and not combo.isEditable():
        combo.setCurrentIndex(1)
        combo.activated.emit(1)
    elif isinstance(parts[0], QAbstractSlider):
        parts[0].triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    elif kind == "rank":
        next(p for p in parts if isinstance(p, QAbstractButton) and p.isEnabled()).click()
    elif isinstance(parts[0], QAbstractButton) and kind not in ("image", "audio", "video", "file"):
        parts[0].click()
    for field in fields or texts[:1]:
        _type(field, HALF.get(kind, "Two" if kind.startswith("select") else WORDS))


def _type(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    field.setFocus()
    for number, line in enumerate(words.split("\n")):
        if number:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, line)
    popup = QApplication.activePopupWidget()
    if popup is not None:  # of a completer
        popup.hide()


def seen() -> str:
    """All that stands in the widgets and in the form, and where the caret is, as JSON."""
    told: dict[str, Any] = {}
    for path, question in questions().items():
        answer = question.answer
        told[path] = {
            "value": view()._engine.node(path).value,
            "texts": [one.text() for one in answer.findChildren(QLineEdit)]
            + [one.toPlainText() for one in answer.findChildren(QPlainTextEdit)],
            "on": [one.isChecked() for one in answer.findChildren(QAbstractButton)],
            "at": [one.value() for one in answer.findChildren(QAbstractSlider)],
            "words": [one.text() for one in answer.findChildren(QLabel) if one.isVisibleTo(answer)],
        }
    current = view().focus_place()
    told["place"] = [current["path"], current["part"], current["caret"]]
    return json.dumps(told)


# What may be going on in one question


def field(name: str) -> QWidget:
    """The first part of the question that is called so."""
    (found,) = [q for path, q in questions().items() if path.endswith(f"/{name}")]
    found.answer.parts()[0].setFocus()
    return found.answer.parts()[0]


def compose(name: str, words: str) -> None:
    """Have an input method offer `words` that are not settled yet."""
    QApplication.sendEvent(field(name), QInputMethodEvent(words, []))


def drag(name: str) -> None:
    """Hold the first thing of an order and carry it down."""
    row = field(name).parentWidget()
    assert row is not None
    for kind, y in (
        (QEvent.Type.MouseButtonPress, 5),
        (QEvent.Type.MouseMove, 30),
        (QEvent.Type.MouseMove, row.height() * 2),
    ):
        at = QPointF(QPoint(30, y))
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, row.mapToGlobal(at), left, left, _NO_KEYS)
        QApplication.sendEvent(row, event)


def draw(name: str) -> None:
    """Offer a drawing, which is sealed from now on."""
    (found,) = [q for path, q in questions().items() if path.endswith(f"/{name}")]
    image = QImage(1200, 800, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.yellow)
    assert isinstance(found.answer, UploadAnswer)
    found.answer.offer(Offered(png(image), "Signature.png", PNG))


def sign(name: str) -> None:
    """Open the sheet of a question, and leave a stroke on it that nobody has kept."""
    QTimer.singleShot(100, _stroke)
    button = child(name, "Sign here")
    assert isinstance(button, QAbstractButton)
    button.click()  # returns when the sheet is closed


def _stroke() -> None:
    (pad,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, DrawingPad)]
    QTest.mousePress(pad.sheet, Qt.MouseButton.LeftButton, _NO_KEYS, QPoint(40, 40))
    QTest.mouseMove(pad.sheet, QPoint(160, 80))
    assert not pad.sheet.is_empty


def child(name: str, words: str) -> QObject:
    """The button of a question that says `words`."""
    (found,) = [q for path, q in questions().items() if path.endswith(f"/{name}")]
    return next(
        b for b in found.findChildren(QAbstractButton) if words in (b.text(), b.accessibleName())
    )


_NO_KEYS = Qt.KeyboardModifier.NoModifier
