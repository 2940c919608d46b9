"""Two clocks that each have a blind spot, and what one process tells the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.locking.idleness import SLEPT, Idleness
from desktop.story import Reason, Story


class Clocks:
    """A wall clock that can be set, and a monotonic one that can stand still."""

    def __init__(self) -> None:
        self.wall = 1_700_000_000.0
        self.monotonic = 50.0

    def idleness(self, limit: float) -> Idleness:
        return Idleness(limit, lambda: self.wall, lambda: self.monotonic)

    def pass_by(self, seconds: float) -> None:
        self.wall += seconds
        self.monotonic += seconds


def test_the_time_runs_out_and_starts_anew_with_a_touch() -> None:
    clocks = Clocks()
    idle = clocks.idleness(300)
    clocks.pass_by(299)
    assert idle.remaining() == 1
    idle.touch()
    assert idle.remaining() == 300
    clocks.pass_by(300)
    assert idle.remaining() == 0


def test_a_clock_set_back_gains_no_time_and_sleep_counts() -> None:
    clocks = Clocks()
    idle = clocks.idleness(300)
    clocks.wall -= 3600
    clocks.monotonic += 200
    assert idle.remaining() == 100
    idle.touch()
    clocks.wall += 301  # the monotonic clock stood still: it slept
    assert idle.remaining() < 0


def test_sleep_is_a_gap_between_two_looks() -> None:
    clocks = Clocks()
    idle = clocks.idleness(300)
    for _ in range(5):
        clocks.pass_by(1)
        assert not idle.slept(expected=1)
    clocks.wall += SLEPT + 2
    assert idle.slept(expected=1)
    clocks.pass_by(1)
    assert not idle.slept(expected=1)
    clocks.wall -= 3600
    assert not idle.slept(expected=1)


@given(st.sampled_from(Reason), st.text(), st.text(), st.booleans(), st.binary(), st.booleans())
def test_a_story_arrives_as_it_left_in_one_line(
    reason: Reason, since: str, vault: str, sealed: bool, window: bytes, behind: bool
) -> None:
    import base64

    story = Story(reason, since, vault, sealed, base64.b64encode(window).decode(), behind)
    assert "\n" not in story.to_json()
    assert Story.from_json(story.to_json()) == story
    assert story.geometry == window


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"reason": "boredom"}', '{"reason": 1}'])
def test_what_is_no_story_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        Story.from_json(text)


def test_a_place_that_cannot_be_read_is_no_place() -> None:
    assert Story(window="not base64!").geometry == b""
