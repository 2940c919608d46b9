"""A lock in the middle of any kind of answer: not a character is lost, and nothing stays in sight.

The form asks every kind of question in every appearance that is drawn, and all that the library
combines. What stands in each widget before the lock stands there after the next unlocking.
"""

import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from forms import FormEngine, Item, Library
from forms.drawing import is_drawn
from storage import check
from tests.desktop.process.fieldbook import CHILD, LIMIT, PASSPHRASE, Fieldbook, wait_for_end
from tests.desktop.widgets.test_appearances import CASES, ODK
from tests.storage.helpers import ME

RANGE = "start=1 end=5 step=1"
CHOICES = [f"c{number} | {words} {number}" for number, words in enumerate(["One", "Two"] * 6)]
FEW = [
    ("text", frozenset[str]()),
    ("text", frozenset({"masked"})),
    ("date", frozenset[str]()),
    ("select_one", frozenset({"minimal"})),
    ("rank", frozenset[str]()),
    ("file", frozenset[str]()),
    ("image", frozenset({"signature"})),
]
WIDE = {"select_one", "select_multiple", "rank"}
BEGIN = """
from pathlib import Path
from forms import load
from tests.desktop.process import answering
answering.begin(load(Path({path!r})))
answering.half_answer()
answering.seen()"""
SEEN = "from tests.desktop.process import answering\nanswering.seen()"
COMPOSE = f"{SEEN}\nanswering.compose({{name!r}}, 'にほん')\nNone"
DRAW = f"{SEEN}\nanswering.draw('image_signature')\nNone"
ASK = """
from PySide6.QtWidgets import QDialog, QLineEdit
asking = QDialog(next(w for w in app().topLevelWidgets() if hasattr(w, "pages")))
field = QLineEdit(asking)
field.setAccessibleName("Why?")
asking.open()
QTest.keyClicks(field, "the trial is in spr")
None"""
SHOWN = """
from desktop.shell.unfinished import UnfinishedWords
from PySide6.QtWidgets import QLabel
shown = [w for w in app().topLevelWidgets() if isinstance(w, UnfinishedWords)]
words = [label.text() for window in shown for label in window.findChildren(QLabel)]
"Why?" in words and "the trial is in spr" in words"""
OPEN_ALL = "from tests.desktop.process import dialogs\ndialogs.open_all()"
WORDS_ARE_SHOWN = """
from desktop.shell.unfinished import UnfinishedWords
from tests.desktop.process import answering
any(isinstance(w, UnfinishedWords) for w in app().topLevelWidgets()) and answering.is_there()"""
ALL_SHOWN = """
from desktop.shell.unfinished import UnfinishedWords
from PySide6.QtWidgets import QLabel
shown = [w for w in app().topLevelWidgets() if isinstance(w, UnfinishedWords)]
tuple(label.text() for window in shown for label in window.findChildren(QLabel))"""
IS_THERE = """
from tests.desktop.process import answering
try:
    there = answering.is_there()
except ValueError:
    there = False
there"""
LATER = """
from PySide6.QtCore import QTimer
from tests.desktop.process import answering
QTimer.singleShot(0, lambda: {what})
None"""
OPEN = {
    "an order that is being changed": LATER.format(what='answering.drag("rank")'),
    "a month": LATER.format(what='answering.child("date", "Calendar").click()'),
    "a list": LATER.format(what='answering.field("select_one_minimal").showPopup()'),
    "a file dialog": LATER.format(what='answering.child("file", "Choose a file").click()'),
    "a drawing": LATER.format(what='answering.sign("image_signature")'),
}


def kinds() -> Iterator[tuple[str, frozenset[str]]]:
    """Every kind of question with its appearances: alone, one by one, and as the library does."""
    told = set()
    for case in (
        *((kind, frozenset[str]()) for kind in ODK),
        *((kind, frozenset({name})) for kind, name in CASES if is_drawn(kind, name)),
        *((item.type, item.appearances) for item in _asked()),
    ):
        if case not in told and case[0] in ODK and "label" not in case[1]:
            told.add(case)
            yield case


def _asked() -> Iterator[Item]:
    library = Library.default()
    for summary in library.forms():
        yield from _below(FormEngine(library.get(summary.id)))


def _below(engine: FormEngine, path: str | None = None) -> Iterator[Item]:
    for item in engine.body(path):
        if item.kind == "question":
            yield item
        else:
            yield from _below(engine, item.path)


def write_form(folder: Path, asked: Iterable[tuple[str, frozenset[str]]]) -> str:
    """A form of questions of these kinds and appearances; gives its path."""
    rows = []
    for kind, looks in asked:
        name = "_".join([kind, *sorted(looks)]).replace("-", "_")
        type_ = f"{kind} things" if kind in WIDE else "acknowledge" if kind == "trigger" else kind
        settings = RANGE if kind == "range" else ""
        rows.append(
            f"| | {type_} | {name} | About {name} | {' '.join(sorted(looks))} | {settings} |"
        )
    path = folder / "every_question.md"
    path.write_text(
        "| survey | type | name | label | appearance | parameters |\n|---|---|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n\n| choices | list_name | name | label |\n|---|---|---|---|\n"
        + "\n".join(f"| | things | {choice} |" for choice in CHOICES)
        + "\n\n| settings | form_title | form_id | version |\n|---|---|---|---|\n"
        + "| | Every question | every_question | 1 |\n",
        encoding="utf-8",
    )
    return str(path)


class Officer:
    """Somebody who writes, is interrupted, and unlocks again."""

    def __init__(self, fieldbook: Fieldbook) -> None:
        self._fieldbook = fieldbook
        self._now, self._spare = fieldbook.opened()

    def do(self, expression: str) -> Any:
        return self._fieldbook.do(self._now, expression)

    def lock_and_unlock(self, back: str = "") -> None:
        """Nothing is in sight in between but the window to unlock; wait until `back` holds."""
        self._fieldbook.tell(self._now, "process._locker.lock()")
        line = self._fieldbook.line()
        assert line.startswith("locked"), line
        assert '"sealed": false' not in line
        assert self._fieldbook.line() == "painted"
        wait_for_end(self._now)
        self._now, self._spare = self._spare, self._fieldbook.next_notebook()
        self._fieldbook.unlock(self._now)
        assert self._fieldbook.line() == "opened"
        until = time.monotonic() + LIMIT
        while not self.do(back or IS_THERE):
            assert time.monotonic() < until, "what was open did not come back"
            time.sleep(0.05)

    def seen(self) -> dict[str, Any]:
        return dict(json.loads(self.do(SEEN)))


@pytest.fixture
def officer(tmp_path: Path, vault: Path) -> Iterator[Officer]:
    fieldbook = Fieldbook(tmp_path, vault, ["-P", str(CHILD), "--real"])
    try:
        yield Officer(fieldbook)
    finally:
        fieldbook.close()
    assert check(vault, ME, passphrase=PASSPHRASE) == []


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {path: (one[path], other.get(path)) for path in one if one[path] != other.get(path)}


def test_whatever_is_half_answered_is_there_again(officer: Officer, tmp_path: Path) -> None:
    asked = list(kinds())
    assert len(asked) > 60
    before = json.loads(officer.do(BEGIN.format(path=write_form(tmp_path, asked))))
    assert sum(bool(any(told["texts"])) for told in before.values() if "texts" in told) > 20
    officer.lock_and_unlock()
    assert differences(before, officer.seen()) == {}


@pytest.mark.parametrize("page", ["today", "write"])
def test_words_in_a_small_window_are_shown_afterwards(
    officer: Officer, tmp_path: Path, page: str
) -> None:
    if page == "write":
        officer.do(BEGIN.format(path=write_form(tmp_path, FEW)))
    officer.do(ASK)
    for _again in range(2):  # and still after another lock
        officer.lock_and_unlock(SHOWN)


def test_with_every_small_window_open_no_character_is_lost(
    officer: Officer, tmp_path: Path
) -> None:
    before = json.loads(officer.do(BEGIN.format(path=write_form(tmp_path, FEW))))
    typed = dict(json.loads(officer.do(OPEN_ALL)))
    assert len(typed) > 30
    officer.lock_and_unlock(WORDS_ARE_SHOWN)
    shown = officer.do(ALL_SHOWN)
    missing = {name: words for name, words in typed.items() if not set(words) <= set(shown)}
    assert missing == {}
    left = differences(before, officer.seen())
    left.pop("place", None)  # the windows had the focus
    assert left == {}


def test_whatever_is_going_on_nothing_is_lost(officer: Officer, tmp_path: Path) -> None:
    before = json.loads(officer.do(BEGIN.format(path=write_form(tmp_path, FEW))))
    for name, expression in OPEN.items():
        officer.do(expression)
        officer.do("QTest.qWait(300)")  # apart, or it would last as long as a dialog does
        officer.lock_and_unlock()
        left = differences(before, officer.seen())
        left.pop("place", None)  # another question was gone to
        assert left == {}, name
    for name in ("text", "text_masked"):
        (typed,) = before[f"/data/{name}"]["texts"]
        officer.do(COMPOSE.format(name=name))
        officer.lock_and_unlock()
        kept = officer.seen()[f"/data/{name}"]
        (text,) = kept["texts"]
        assert kept["value"] == text
        assert sorted(text) == sorted(f"{typed}にほん")
    officer.do(DRAW)
    officer.lock_and_unlock()
    assert officer.seen()["/data/image_signature"]["value"].endswith(".png")
