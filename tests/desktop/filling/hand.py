"""Fills in any form through its widgets, as a hand would, with sample words for every question."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)

from desktop.widgets import FormView
from desktop.widgets.answer import Answer
from desktop.widgets.question import Question
from desktop.widgets.sections import InstanceCard, RepeatSection
from forms import FormEngine, Item

SAMPLE = (
    "Sample: she said that it went well on Tuesday, and that she will write if anything changes."
)
WORDS = {
    "integer": "2",
    "decimal": "12.5",
    "date": "21/11/2026",
    "time": "22:50",
    "geopoint": "53.7997, -1.5492",
    "geotrace": "53.7997, -1.5492\n53.8001, -1.5490",
    "geoshape": "53.7997, -1.5492\n53.8001, -1.5490\n53.8002, -1.5480",
    "barcode": "4006381333931",
}
SKIPPED = {"note", "image", "audio", "video", "file"}
_ROUNDS = 12  # answers bring further questions


def fill(view: FormView, engine: FormEngine) -> list[str]:
    """Answer everything that can be answered; returns the paths that stayed blank."""
    view.complete()
    done: set[str] = set()
    for _round in range(_ROUNDS):
        waiting = [item for item in _questions(engine) if _waits(engine, item, done)]
        if not waiting:
            break
        for item in waiting:
            done.add(item.path)
            part = view.part(item.path)
            if part is None:
                _unfold(view, item.path)
                part = view.part(item.path)
            if isinstance(part, Question) and engine.node(item.path).relevant:
                _answer(part.answer, item)
                if item.type == "select_multiple" and engine.node(item.path).violation:
                    _untick_last(part.answer)  # some choices stand alone
                part.leave()
        _add_where_none(view, engine, done)
    QApplication.processEvents()
    return [item.path for item in _questions(engine) if _waits(engine, item, set())]


def _waits(engine: FormEngine, item: Item, done: set[str]) -> bool:
    if item.path in done or item.type in SKIPPED:
        return False
    state = engine.node(item.path)
    return state.relevant and not state.readonly and not state.value


def _questions(engine: FormEngine, path: str | None = None) -> Iterator[Item]:
    for item in engine.body(path):
        if item.kind == "question":
            yield item
        else:
            yield from _questions(engine, item.path)


def _repeats(engine: FormEngine, path: str | None = None) -> Iterator[Item]:
    for item in engine.body(path):
        if item.kind == "repeat":
            yield item
        if item.kind != "question":
            yield from _repeats(engine, item.path)


def _add_where_none(view: FormView, engine: FormEngine, done: set[str]) -> None:
    for item in list(_repeats(engine)):
        part = view.part(item.path)
        state = engine.node(item.path)
        if isinstance(part, RepeatSection) and state.relevant and item.path not in done:
            done.add(item.path)
            if not engine.body(item.path) and part.add_button.isVisible():
                part.add_button.click()


def _unfold(view: FormView, path: str) -> None:
    for card in view.findChildren(InstanceCard):
        if path.startswith(f"{card.path}/"):
            card.fold(False)


def _answer(answer: Answer, item: Item) -> None:
    combo = answer.findChild(QComboBox)
    if combo is not None and combo.count() > 1:
        combo.setCurrentIndex(1)
        combo.activated.emit(1)
        return
    parts = answer.parts()
    if not parts:
        return
    if isinstance(parts[0], QAbstractSlider):
        parts[0].triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    elif item.type == "select_multiple":
        boxes = [part for part in parts if isinstance(part, QAbstractButton) and part.isCheckable()]
        for box in boxes[:2]:
            box.click()
    elif item.type == "dateTime":
        _write(parts[0], WORDS["date"])
        _write(parts[1], WORDS["time"])
    elif isinstance(parts[0], QLineEdit | QPlainTextEdit):
        _write(parts[0], WORDS.get(item.type, SAMPLE))
    elif isinstance(parts[-1], QAbstractButton) and item.type == "rank":
        parts[-1].click()
    elif isinstance(parts[0], QAbstractButton):
        parts[0].click()


def _untick_last(answer: Answer) -> None:
    boxes = [part for part in answer.parts() if isinstance(part, QAbstractButton)]
    [box for box in boxes if box.isChecked()][-1].click()


def _write(field: object, words: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(words)
    elif isinstance(field, QPlainTextEdit):
        field.insertPlainText(words)
