"""Nothing of an earlier version is lost, and nothing is struck that was not taken out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.amendments import Entry, Stretch, merge
from forms import Line


def line(path: str, text: str, kind: str = "question") -> Line:
    return Line(path, path.count("/") - 2, kind, "text", path, text, text)  # type: ignore[arg-type]


def history(*texts: str) -> Entry:
    """The entry of one question whose answer was each of `texts` in turn; "" where it had none."""
    versions = [[line("/data/q", text)] if text else [] for text in texts]
    (entry,) = merge(enumerate(versions, 1))
    return entry


def as_it_stood(entry: Entry, version: int) -> list[str]:
    return [
        word
        for stretch in entry.stretches
        if stretch.added <= version and not 0 < stretch.struck <= version
        for word in stretch.text.split()
    ]


def test_a_record_never_amended_has_no_marks() -> None:
    entry = history("Somewhere to park.")
    assert entry.stretches == [Stretch("Somewhere to park.")]
    assert entry.changed == []


def test_one_word_amended_in_a_long_text_strikes_that_word_alone() -> None:
    entry = history(
        "I write the advert, she only books the flat.",
        "I write the advert, he only books the flat.",
    )
    assert entry.stretches == [
        Stretch("I write the advert,"),
        Stretch(" she", struck=2),
        Stretch(" he", added=2),
        Stretch(" only books the flat."),
    ]
    assert entry.changed == [2]


def test_an_answer_with_nothing_in_common_is_struck_whole() -> None:
    assert history("Independent", "None").stretches == [
        Stretch("Independent", struck=2),
        Stretch(" None", added=2),
    ]


def test_a_word_kept_between_two_changes_is_not_left_as_a_crumb() -> None:
    entry = history("one two three four five six", "one TWO three FOUR five six")
    assert [s.text for s in entry.stretches if s.struck] == [" two three four"]


def test_each_version_keeps_its_own_marks() -> None:
    entry = history("a b c d e f", "a b X d e f", "a b X d e f g")
    assert entry.changed == [2, 3]
    assert Stretch(" c", struck=2) in entry.stretches
    assert Stretch(" g", added=3) in entry.stretches


def test_a_line_taken_out_keeps_its_place_with_all_its_words_struck() -> None:
    first, second, third = (line(f"/data/{name}", name) for name in "abc")
    entries = merge([(1, [first, second, third]), (2, [first, third])])
    assert [entry.line.path for entry in entries] == ["/data/a", "/data/b", "/data/c"]
    assert entries[1].gone
    assert entries[1].stretches == [Stretch("b", struck=2)]


def test_a_line_that_comes_back_is_added_again() -> None:
    entry = history("yes", "", "yes")
    assert entry.stretches == [Stretch("yes", struck=2), Stretch(" yes", added=3)]
    assert not entry.gone
    assert entry.changed == [2, 3]


def test_a_new_line_stands_where_the_new_version_has_it() -> None:
    first, second, third = (line(f"/data/{name}", name) for name in "abc")
    entries = merge([(1, [first, third]), (2, [first, second, third])])
    assert [entry.line.path for entry in entries] == ["/data/a", "/data/b", "/data/c"]
    assert entries[1].stretches == [Stretch("b", added=2)]


def test_a_new_line_stays_under_its_own_heading() -> None:
    meeting, where, who = (
        line("/data/m", "", "group"),
        line("/data/m/where", "flat"),
        line("/data/m/who", "her"),
    )
    support, wishes = line("/data/s", "", "group"), line("/data/s/wishes", "parking")
    entries = merge([(1, [meeting, where, support, wishes]), (2, [meeting, where, who])])
    paths = [entry.line.path for entry in entries]
    assert paths == ["/data/m", "/data/m/where", "/data/m/who", "/data/s", "/data/s/wishes"]
    assert [entry.gone for entry in entries] == [False, False, False, True, True]


def people(*names: str) -> list[Line]:
    """The instances of a repeat, one question in each."""
    return [
        part
        for number, name in enumerate(names, 1)
        for part in (
            Line(f"/data/p[{number}]", 0, "repeat", "repeat", "Present", str(number), ""),
            Line(f"/data/p[{number}]/who", 1, "question", "text", "Who", name, name),
        )
    ]


def test_an_instance_taken_out_leaves_the_others_unmarked() -> None:
    entries = merge([(1, people("officer", "interpreter")), (2, people("interpreter"))])
    questions = [entry for entry in entries if entry.line.kind == "question"]
    assert questions[0].stretches == [Stretch("officer", struck=2)]
    assert questions[1].stretches == [Stretch("interpreter")]
    assert [e.gone for e in entries] == [True, True, False, False]
    assert [e.line.path for e in entries[2:]] == ["/data/p[1]", "/data/p[1]/who"]


def test_an_amended_instance_is_compared_with_itself() -> None:
    entries = merge([(1, people("officer", "nurse")), (2, people("officer", "doctor"))])
    questions = [entry for entry in entries if entry.line.kind == "question"]
    assert questions[0].stretches == [Stretch("officer")]
    assert questions[1].stretches == [Stretch("nurse", struck=2), Stretch(" doctor", added=2)]


def test_an_instance_taken_out_is_not_taken_for_a_later_one() -> None:
    entries = merge([(1, people("a", "b")), (2, people("b")), (3, people("c"))])
    texts = [[s.text.strip() for s in e.stretches] for e in entries if e.line.kind == "question"]
    assert texts == [["a"], ["b", "c"]]


def test_headings_bear_no_marks() -> None:
    entries = merge([(1, []), (2, [line("/data/g", "", "group")])])
    assert [(entry.stretches, entry.changed) for entry in entries] == [([], [])]


def test_very_long_answers_are_compared_in_reasonable_time() -> None:
    text = " ".join(f"word{n % 700}" for n in range(9000))
    entry = history(text, text.replace("word5 ", "other "))
    assert as_it_stood(entry, 1) == text.split()
    assert as_it_stood(entry, 2) == text.replace("word5 ", "other ").split()


answers = st.lists(st.sampled_from(["she", "he", "said", "no", "the", "flat."]), max_size=14)


@settings(max_examples=150, deadline=None)
@given(st.lists(answers, min_size=1, max_size=5))
def test_every_version_can_be_read_out_of_the_marks(versions: list[list[str]]) -> None:
    if not any(versions):
        return
    entry = history(*(" ".join(words) for words in versions))
    for number, words in enumerate(versions, 1):
        assert as_it_stood(entry, number) == words


instances = st.lists(st.sampled_from(["officer", "nurse", "friend", "driver"]), max_size=4)


@settings(max_examples=100, deadline=None)
@given(st.lists(instances, min_size=1, max_size=5))
def test_repeats_read_as_they_stood_in_every_version(versions: list[list[str]]) -> None:
    entries = merge((number, people(*names)) for number, names in enumerate(versions, 1))
    questions = [entry for entry in entries if entry.line.kind == "question"]
    for number, names in enumerate(versions, 1):
        stood = [" ".join(as_it_stood(entry, number)) for entry in questions]
        assert [name for name in stood if name] == names


keys = st.lists(st.sampled_from("abcdef"), unique=True, max_size=6).map(sorted)


@settings(max_examples=80, deadline=None)
@given(st.lists(keys, min_size=1, max_size=5))
def test_lines_keep_the_order_of_the_form(versions: list[list[str]]) -> None:
    entries = merge(
        (number, [line(f"/data/{name}", name) for name in names])
        for number, names in enumerate(versions, 1)
    )
    standing = [entry.line.text for entry in entries if not entry.gone]
    assert standing == versions[-1]
    assert {entry.line.text for entry in entries} == {name for names in versions for name in names}
