"""What is kept outside the vaults: the list of notebooks, and how often a passphrase was wrong."""

import json
import os
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.unlock.attempts import LONGEST, Attempts
from desktop.unlock.notebooks import Notebook, Notebooks, last_sealed

BLUE, GREEN = Notebook("Blue", Path("/n/blue")), Notebook("Green", Path("/n/green"))


def test_the_last_used_is_first_and_forgetting_touches_no_vault(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "vault.db").write_bytes(b"x")
    mine = Notebook("Mine", folder)
    notebooks = Notebooks(tmp_path / "list" / "notebooks.json")
    for used in (BLUE, GREEN, mine, BLUE):
        notebooks.remember(used)
    assert notebooks.all() == (BLUE, mine, GREEN)
    assert notebooks.named(folder) == mine
    assert notebooks.named(Path("/elsewhere/Red")) == Notebook("Red", Path("/elsewhere/Red"))
    notebooks.forget(folder)
    assert notebooks.all() == (BLUE, GREEN)
    assert (folder / "vault.db").read_bytes() == b"x"


def test_a_list_that_cannot_be_read_or_written_costs_nothing_but_the_list(tmp_path: Path) -> None:
    file = tmp_path / "notebooks.json"
    for content in ("", "{}", "[1]", '[{"name": 1}]', "\x00"):
        file.write_text(content)
        assert Notebooks(file).all() == ()
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    notebooks = Notebooks(blocked / "notebooks.json")
    notebooks.remember(BLUE)
    assert notebooks.all() == ()


def test_since_when_a_vault_is_sealed(tmp_path: Path) -> None:
    assert last_sealed(tmp_path / "nowhere") is None
    assert last_sealed(tmp_path) is None
    for name, at in (("a", 1_700_000_000), ("b", 1_700_000_100)):
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (at, at))
    sealed = last_sealed(tmp_path)
    assert sealed is not None
    assert sealed.timestamp() == 1_700_000_100


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


def test_the_delay_grows_survives_a_restart_and_ends_with_success(tmp_path: Path) -> None:
    clock, file = Clock(), tmp_path / "state" / "attempts.json"
    waits = []
    for _ in range(8):
        attempts = Attempts(Path("/v"), file, clock)  # as after a restart of the program
        attempts.failed()
        waits.append(Attempts(Path("/v"), file, clock).wait())
    assert waits == [1, 2, 4, 8, 16, LONGEST, LONGEST, LONGEST]
    clock.now += 29
    assert Attempts(Path("/v"), file, clock).wait() == 1
    assert Attempts(Path("/another"), file, clock).wait() == 0
    Attempts(Path("/v"), file, clock).succeeded()
    assert Attempts(Path("/v"), file, clock).wait() == 0


def test_only_a_count_and_a_time_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "attempts.json"
    Attempts(Path("/home/officer/Secret name"), file, Clock()).failed()
    (kept,) = json.loads(file.read_text()).values()
    assert kept == [1, 1_700_000_000.0]
    assert "Secret" not in file.read_text()


def test_where_nothing_can_be_kept_this_process_still_counts(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    attempts = Attempts(Path("/v"), blocked / "attempts.json", Clock())
    attempts.failed()
    attempts.failed()
    assert attempts.wait() == 2


@settings(deadline=None)
@given(failures=st.integers(1, 40), passed=st.floats(-1e9, 1e9))
def test_no_clock_makes_the_delay_longer_than_it_is(failures: int, passed: float) -> None:
    clock = Clock()
    attempts = Attempts(Path("/v"), Path(__file__) / "attempts.json", clock)
    for _ in range(failures):
        attempts.failed()
    clock.now += passed
    assert 0 <= attempts.wait() <= LONGEST
