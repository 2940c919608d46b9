"""How much of what gives somebody away is found, and how often clean pages are suspected."""

from collections import Counter
from types import ModuleType

import pytest

from exports.sanitising import Checker, Kind, Known
from tests.sanitising import (
    clean_eighth,
    clean_eleventh,
    clean_ninth,
    clean_tenth,
    clean_twelfth,
    eighth_set,
    eleventh_set,
    fifth_set,
    fourth_set,
    ninth_set,
    seventh_set,
    sixth_set,
    tenth_set,
    third_set,
    twelfth_set,
)
from tests.sanitising.clean import pages
from tests.sanitising.clean_reports import reports
from tests.sanitising.leaks import Leak, leaks
from tests.sanitising.marked import known_of, marked, missed
from tests.sanitising.sample import known
from tests.sanitising.second_set import CARRIERS, SECOND_SET

SEEDS = (2026,)
COUNT = 320
OLDER = (third_set, fourth_set, fifth_set, sixth_set, seventh_set)
SETS = (*OLDER, eighth_set, ninth_set, tenth_set, eleventh_set, twelfth_set)
NEWER = (clean_eighth, clean_ninth, clean_tenth, clean_eleventh, clean_twelfth)
CLEAN = [*reports(), *(page for made in NEWER for page in made.PAGES)]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(known())


def _is_found(checker: Checker, leak: Leak) -> bool:
    return any(
        finding.kind is leak.kind and finding.start < leak.end and leak.start < finding.end
        for finding in checker.find(leak.text)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_nearly_every_leak_is_found(checker: Checker, seed: int) -> None:
    made = list(leaks(seed, COUNT))
    missed = [leak for leak in made if not _is_found(checker, leak)]
    ways = Counter(
        f"{leak.kind}: {leak.way}: {leak.text[leak.start : leak.end]}" for leak in missed
    )
    print(f"seed {seed}: {COUNT - len(missed)} of {COUNT} found; missed {dict(ways)}")
    assert len(missed) <= 0.02 * COUNT, ways


def test_clean_pages_are_left_alone(checker: Checker) -> None:
    clean = pages()
    alarms = [finding for page in clean for finding in checker.find(page)]
    print(f"{len(alarms)} false alarms on {len(clean)} pages: {[alarm.text for alarm in alarms]}")
    assert len(alarms) <= len(clean), alarms


def test_nearly_all_of_the_second_set_is_found(checker: Checker) -> None:
    texts = [
        (kind, CARRIERS[kind].format(leak)) for kind in SECOND_SET for leak in SECOND_SET[kind]
    ]
    missed = [
        text
        for kind, text in texts
        if not any(finding.kind == kind for finding in checker.find(text))
    ]
    print(f"second set: {len(texts) - len(missed)} of {len(texts)} found; missed {missed}")
    assert len(missed) <= 0.02 * len(texts), missed


@pytest.mark.parametrize("made", SETS)
def test_nearly_all_of_a_marked_set_is_found(made: ModuleType) -> None:
    leaks = list(marked(made.LEAKS))
    left = missed(Checker(known_of(made.KNOWN)), leaks)
    print(f"{made.__name__}: {len(leaks) - len(left)} of {len(leaks)} found; missed {left}")
    assert len(left) <= 0.02 * len(leaks), left


def test_clean_reports_are_left_alone_whatever_the_vault_knows() -> None:
    checker = Checker([one for made in OLDER for one in known_of(made.KNOWN)] + known())
    alarms = [finding for page in CLEAN for finding in checker.find(page)]
    print(f"{len(alarms)} false alarms on {len(CLEAN)} pages: {[one.text for one in alarms]}")
    assert len(alarms) <= len(CLEAN), alarms


def test_a_finding_says_where_it_stands_and_what_it_resembles(checker: Checker) -> None:
    text = "The rent of Елена is paid in cash."
    (finding,) = checker.find(text)
    assert text[finding.start : finding.end] == finding.text == "Елена"
    assert finding.kind is Kind.NAME
    assert finding.known is not None
    assert finding.known.text == "Elena Popescu"
    assert finding.why


def test_a_handle_kept_where_a_number_was_asked_for_is_sought() -> None:
    checker = Checker([Known(Kind.NUMBER, "snap honey.bee77")])
    assert [finding.kind for finding in checker.find("Ask for honey bee77 there.")] == [Kind.ADVERT]


def test_an_ordinary_word_of_a_page_is_left_alone() -> None:
    checker = Checker([Known(Kind.ADVERT, "https://adverts.example/sample-1")])
    assert checker.find("SAMPLE DATA. A man collects money from several flats.") == ()
    assert [one.text for one in checker.find("It is on sample-1 there.")] == ["sample-1"]


def test_ordinary_words_that_are_names_too_are_left_alone() -> None:
    checker = Checker([Known(Kind.NAME, name) for name in ("Rose", "May", "Summer", "Angel")])
    assert checker.find("The price rose in the summer and may rise again.") == ()
    assert [finding.text for finding in checker.find("He drives Rose and Angel.")] == [
        "Rose",
        "Angel",
    ]


@pytest.mark.parametrize(
    "text", ["a " * 1500, "A" * 4000, "1 " * 1500, "above the " * 300, "", "“"]
)
def test_a_text_without_sense_is_gone_through(checker: Checker, text: str) -> None:
    checker.find(text)
