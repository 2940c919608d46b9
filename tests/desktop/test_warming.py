"""What an open notebook needs is loaded before it opens, and nothing of Qt on another thread."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from desktop import warming

ROOT = Path(__file__).parents[2]
BESIDE = """
import json, sys
from desktop import warming
before = set(sys.modules)
warming._load_beside()
print(json.dumps([name for name in sys.modules.keys() - before if name.startswith("PySide6")]))
"""
WARM = """
import json, sys, threading
from PySide6.QtWidgets import QApplication
from desktop.warming import Warming

class Noting:
    noted = []

    def find_spec(self, name, path, target=None):
        if threading.current_thread() is not threading.main_thread():
            self.noted.append(name)

sys.meta_path.insert(0, Noting())
app = QApplication([])
warm = Warming(app)
warm.begin()
while warm._left:
    app.processEvents()
warm.finish()
there = set(sys.modules)
import desktop.standing
late = [name for name in sys.modules if name not in there]
print(json.dumps([late, [name for name in Noting.noted if name.startswith("PySide6")]]))
"""


def run(code: str) -> list[list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, timeout=120
    )
    return list(json.loads(done.stdout.splitlines()[-1]))


def test_nothing_of_qt_is_loaded_beside() -> None:
    assert run(BESIDE) == []


def test_all_of_the_notebook_is_there_at_the_end() -> None:
    assert run(WARM) == [[], []]


@pytest.mark.parametrize("name", [*warming.WITHOUT_QT, *warming.OF_THE_WINDOW])
def test_its_rooms_are_there(name: str) -> None:
    assert find_spec(name) is not None
