"""Controls and the ring of the focus stand out 3:1 from what is painted around them.

WCAG 2.2, 1.4.11 and 2.4.7: measured in the pixels of every theme, one control of each kind on each
ground that it stands on.
"""

from collections.abc import Iterator

import pytest

from desktop.app import Notebook
from desktop.demo.camera import wait_until
from tests.desktop.everybody.edges import measured
from tests.desktop.everybody.resting import come_to_rest
from tests.desktop.everybody.stage import Scene, Stage

LEAST = 3.0
RIM = 0.8
"""Share of the rim that a focus ring covers at least, in pixels of one colour."""
FEWEST = 15
"""So many kinds of controls are measured at least in a theme."""


def _pages(notebook: Notebook) -> Iterator[Scene]:
    """Pages that together have every kind of control."""
    for name in ("today", "notes", "people", "cards", "send", "help", "log"):
        notebook.shell.go(name)
        come_to_rest(notebook.shell)
        yield name, notebook.shell
    notebook.shell.go("settings")
    for section in ("looks", "spelling"):
        notebook.settings.show_section(section)
        come_to_rest(notebook.shell)
        yield section, notebook.shell
    notebook.new_note()
    wait_until(lambda: notebook.write.writing is not None, "the note")
    come_to_rest(notebook.shell)
    yield "write", notebook.shell


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_controls_and_the_focus_stand_out(stage: Stage, theme: str) -> None:
    faint, seen = [], set[tuple[str, ...]]()
    for name, window in _pages(stage.build("en", theme)):
        for one in measured(window, seen):
            if one.edge < LEAST:
                faint.append(f"{name}: {one.name}: edge {one.edge:.2f}")
            if one.ring < LEAST or one.reach < RIM:
                faint.append(f"{name}: {one.name}: ring {one.ring:.2f}, {one.reach:.2f} of its rim")
    assert faint == []
    assert len(seen) >= FEWEST
