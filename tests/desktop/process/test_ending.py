"""However a process ends, nothing sealed is lost and no process is left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.desktop.process.fieldbook import (
    LIMIT,
    ROOT,
    Fieldbook,
    is_alive,
    typed_in,
    wait_for_end,
)


def test_a_killed_notebook_is_replaced_and_says_so(fieldbook: Fieldbook, vault: Path) -> None:
    first, spare = fieldbook.opened()
    fieldbook.do(first, "window.setPlainText('sealed before')\nseal()")
    fieldbook.do(first, "window.setPlainText('not sealed')")
    os.kill(first, signal.SIGKILL)
    assert fieldbook.line() == "painted"
    assert "Nothing that was sealed is lost" in fieldbook.do(
        spare, "hands.door.page._notice_words.text()"
    )
    fieldbook.unlock(spare)
    assert fieldbook.line() == "opened"
    assert fieldbook.do(spare, "window.toPlainText()") == "sealed before"


def test_a_killed_spare_is_replaced_with_the_next_window(fieldbook: Fieldbook) -> None:
    first, spare = fieldbook.opened()
    os.kill(spare, signal.SIGKILL)
    wait_for_end(spare)
    fieldbook.tell(first, "locker.lock()")
    assert fieldbook.line().startswith("locked")
    assert fieldbook.line() == "painted"
    fresh = fieldbook.next_notebook()
    assert fieldbook.do(fresh, "hands.door.isVisible()")


def test_a_killed_supervisor_takes_all_with_it_and_loses_nothing(
    fieldbook: Fieldbook, vault: Path
) -> None:
    first, spare = fieldbook.opened()
    fieldbook.do(first, "window.setPlainText('typed')")
    fieldbook.supervisor.kill()
    fieldbook.supervisor.wait(LIMIT)
    wait_for_end(first)
    wait_for_end(spare)
    assert typed_in(vault) == "typed"


def test_asked_to_end_everything_is_sealed(fieldbook: Fieldbook, vault: Path) -> None:
    first, spare = fieldbook.opened()
    fieldbook.do(first, "window.setPlainText('typed')")
    assert fieldbook.end() == 0
    assert not is_alive(first)
    assert not is_alive(spare)
    assert typed_in(vault) == "typed"


def test_a_notebook_asked_to_end_by_the_system_seals_first(
    fieldbook: Fieldbook, vault: Path
) -> None:
    first, spare = fieldbook.opened()
    fieldbook.do(first, "window.setPlainText('typed')")
    os.kill(first, signal.SIGTERM)
    assert fieldbook.line() == "quit"
    assert fieldbook.supervisor.wait(LIMIT) == 0
    wait_for_end(spare)
    assert typed_in(vault) == "typed"


def test_closing_the_unlock_window_ends_everything(fieldbook: Fieldbook) -> None:
    first = fieldbook.next_notebook()
    assert fieldbook.line() == "painted"
    spare = fieldbook.next_notebook()
    fieldbook.tell(first, "hands.door.close()")
    assert fieldbook.line() == "quit"
    assert fieldbook.supervisor.wait(LIMIT) == 0
    wait_for_end(first)
    wait_for_end(spare)


def test_a_window_that_cannot_be_shown_is_said_and_not_tried_for_ever(tmp_path: Path) -> None:
    running = Fieldbook(tmp_path, None, ["-c", "raise SystemExit(3)"])
    assert running.supervisor.wait(LIMIT) == 1
    assert running.stderr.read_text() == (
        "Fieldbook could not show its window. Is there a display?\n"
    )
    running.close()


def test_a_process_that_said_it_would_end_is_made_to(tmp_path: Path) -> None:
    script = "import time; print('quit', flush=True); time.sleep(3600)"
    patient = "import desktop.supervision as it; it.GRACE = 0.5; "
    run = "raise SystemExit(it.Supervisor([it.sys.executable, '-c', {script!r}]).run())"
    ended = subprocess.run(
        [sys.executable, "-c", patient + run.format(script=script)],
        timeout=LIMIT,
        check=False,
        cwd=ROOT,
    )
    assert ended.returncode == 0


def test_the_installed_command_starts_a_notebook_and_its_spare(tmp_path: Path, vault: Path) -> None:
    """The first is a fork, the spare a process of its own; both end with the supervisor."""
    started = subprocess.Popen(
        [sys.executable, "-c", "from desktop.command_line import main; raise SystemExit(main([]))"],
        cwd=ROOT,
        env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path)},
    )
    until = time.monotonic() + LIMIT
    while len(children(started.pid)) < 2:
        assert time.monotonic() < until
        assert started.poll() is None
        time.sleep(0.02)
    both = children(started.pid)
    started.terminate()
    assert started.wait(LIMIT) == 0
    for pid in both:
        wait_for_end(pid)


def children(pid: int) -> list[int]:
    """The processes that `pid` has started and not buried."""
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True)
    return [int(child) for child in told.stdout.split()]
