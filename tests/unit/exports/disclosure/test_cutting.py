"""Words go whole, neighbouring cuts are one, and a mark tells nothing of what it stands for."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from exports.disclosure import Cut, Ground, Mark, cut, widened

P = "/data/words/said"


def one(start: int, end: int, ground: Ground = Ground.OTHERS) -> Cut:
    return Cut(P, start, end, ground)


def test_half_a_name_takes_the_whole_name() -> None:
    text = "He is called Stefan, she says."
    assert cut(text, [one(15, 17)]) == ("He is called ", Mark(Ground.OTHERS), " she says.")


def test_neighbouring_words_are_one_mark_whatever_stands_between() -> None:
    text = "Anna and Maria — Irina left."
    cuts = [one(0, 4), one(9, 14), one(17, 22)]
    assert cut(text, cuts) == (Mark(Ground.OTHERS), " and ", Mark(Ground.OTHERS), " left.")


def test_overlapping_cuts_take_the_ground_of_the_first() -> None:
    cuts = [one(4, 9, Ground.SAFETY), one(0, 6, Ground.SOURCE)]
    assert cut("one two three", cuts) == (Mark(Ground.SOURCE),)


def test_a_choice_of_blanks_takes_nothing() -> None:
    start, end = widened("one  two", 3, 5)
    assert start == end
    assert cut("one  two", [one(3, 5)]) == ("one  two",)


def test_where_no_blanks_part_words_the_choice_stands() -> None:
    text = "她说老板叫小王明天来"
    start = text.index("小王")
    assert cut(text, [one(start, start + 2)]) == ("她说老板叫", Mark(Ground.OTHERS), "明天来")


@given(st.text(), st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=5))
def test_no_letter_that_was_chosen_stays(text: str, places: list[tuple[int, int]]) -> None:
    left = cut(text, [one(*place) for place in places])
    kept = "".join(each for each in left if isinstance(each, str))
    chosen = {place for start, end in places for place in range(max(0, start), min(end, len(text)))}
    staying = [text[place] for place in range(len(text)) if place not in chosen]
    assert sum(map(str.isalnum, kept)) <= sum(map(str.isalnum, staying))
    assert not any(
        isinstance(first, Mark) and isinstance(second, Mark)
        for first, second in itertools.pairwise(left)
    )
