"""A lock in the middle of any kind of answer: not a character is lost, and nothing stays in sight.

The form asks every kind of question in every appearance that is drawn, and all that the library
combines. What stands in each widget before the lock stands there after the next unlocking.
"""

import json
import time
from collections.abc import Iterator
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
WIDE = {"select_one", "select_multiple", "rank"}
BEGIN = """
from pathlib import Path
from forms import load
from tests.desktop.process import answering
answering.begin(load(Path({path!r})))
answering.half_answer()
answering.seen()"""
SEEN = "from tests.desktop.process import answering\nanswering.seen()"
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
    "a drawing": LATER.format(what='answering.child("image_signature", "Sign here").click()'),
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


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form that asks everything."""
    rows = []
    for kind, looks in kinds():
        words = " ".join(sorted(looks))
        name = "_".join([kind, *sorted(looks)]).replace("-", "_")
        asked = f"{kind} things" if kind in WIDE else "acknowledge" if kind == "trigger" else kind
        settings = RANGE if kind == "range" else ""
        rows.append(f"| | {asked} | {name} | About {name} | {words} | {settings} |")
    assert len(rows) > 60
    path = tmp_path_factory.mktemp("form") / "every_question.md"
    path.write_text(
        "| survey | type | name | label | appearance | parameters |\n|---|---|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n\n| choices | list_name | name | label |\n|---|---|---|---|\n"
        + "\n".join(f"| | things | {choice} |" for choice in CHOICES)
        + "\n\n| settings | form_title | form_id | version |\n|---|---|---|---|\n"
        + "| | Every question | every_question | 1 |\n",
        encoding="utf-8",
    )
    return path


class Officer:
    """Somebody who writes, is interrupted, and unlocks again."""

    def __init__(self, fieldbook: Fieldbook) -> None:
        self._fieldbook = fieldbook
        self._now, self._spare = fieldbook.opened()

    def do(self, expression: str) -> Any:
        return self._fieldbook.do(self._now, expression)

    def lock_and_unlock(self) -> None:
        """Nothing is in sight in between but the window to unlock."""
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
        while not self.do(IS_THERE):
            assert time.monotonic() < until, "the note did not come back"
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


def test_whatever_is_half_answered_is_there_again(officer: Officer, form: Path) -> None:
    before = json.loads(officer.do(BEGIN.format(path=str(form))))
    assert sum(bool(any(told["texts"])) for told in before.values() if "texts" in told) > 20
    officer.lock_and_unlock()
    assert differences(before, officer.seen()) == {}
    for name, expression in OPEN.items():
        officer.do(expression)
        officer.do("QTest.qWait(300)")  # apart, or it would last as long as a dialog does
        officer.lock_and_unlock()
        left = differences(before, officer.seen())
        left.pop("place", None)  # another question was gone to
        assert left == {}, name


def test_words_that_are_being_composed_are_kept(officer: Officer, form: Path) -> None:
    officer.do(BEGIN.format(path=str(form)).replace("answering.half_answer()", ""))
    for name in ("text", "text_masked", "date"):
        officer.do(f"{SEEN}\nanswering.compose({name!r}, 'にほん')\nNone")
        officer.lock_and_unlock()
        assert officer.seen()[f"/data/{name}"]["texts"] == ["にほん"]
        assert officer.seen()[f"/data/{name}"]["value"] == "にほん"


def test_what_was_drawn_a_moment_ago_is_kept(officer: Officer, form: Path) -> None:
    officer.do(BEGIN.format(path=str(form)).replace("answering.half_answer()", ""))
    officer.do(f"{SEEN}\nanswering.draw('image_signature')\nNone")
    officer.lock_and_unlock()
    assert officer.seen()["/data/image_signature"]["value"].endswith(".png")
