"""How long a keystroke takes until it is painted, in a long form with the engine behind it."""

import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.widgets import FormView
from forms import Form, FormEngine, load
from tests.benchmarks.common import alone, dressed

QUESTIONS = 100
WORDS = "He came back on Tuesday and would not leave until she gave him the key to the flat. "
_TYPES = (
    "text",
    "text",
    "select_one answer",
    "integer",
    "date",
    "select_multiple answer",
    "dateTime",
    "text",
    "decimal",
    "note",
)


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The row `app.keystroke.p95`: milliseconds from the key to the end of painting."""
    app = dressed()
    form = _form()
    figures = [_p95(_type(app, form)) for _run in range(runs)]
    return [alone("app.keystroke.p95", figures, "16 ms is one frame of a screen")]


def _type(app: QApplication, form: Form) -> list[float]:
    """Seconds for each key of `WORDS`, typed three times into a question in the middle."""
    window = QWidget()
    window.resize(1366, 768)
    view = FormView(FormEngine(form))
    QVBoxLayout(window).addWidget(view)
    window.show()
    view.complete()
    app.processEvents()
    fields = [field for field in view.findChildren(QPlainTextEdit) if field.isVisible()]
    field = fields[len(fields) // 2]
    field.setFocus()
    app.processEvents()
    taken = []
    for sign in WORDS * 3:
        start = perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, sign)
            app.sendEvent(field, event)
        app.processEvents()
        taken.append(perf_counter() - start)
    assert field.toPlainText() == WORDS * 3
    window.close()
    window.deleteLater()
    app.processEvents()
    return taken


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


def _form() -> Form:
    """A form of `QUESTIONS` questions of all common types; a fifth depend on what is typed."""
    lines = ["| survey | type | name | label | relevant |", "|---|---|---|---|---|"]
    for number in range(QUESTIONS):
        kind = _TYPES[number % len(_TYPES)]
        relevant = "string-length(${q50}) > 20" if number % 5 == 4 and number != 50 else ""
        lines.append(f"| | {kind} | q{number} | Question {number} | {relevant} |")
    lines += ["", "| choices | list_name | name | label |", "|---|---|---|---|"]
    lines += [f"| | answer | {word} | {word.title()} |" for word in ("yes", "partly", "no")]
    lines += ["", "| settings | form_title | form_id | version |", "|---|---|---|---|"]
    lines.append("| | Long form | long_form | 1 |")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long_form.md"
        path.write_text("\n".join(lines), encoding="utf-8")
        return load(path)
