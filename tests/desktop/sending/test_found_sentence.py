"""A finding's sentence, which the officer sees and a reason holds for."""

from desktop.sending.finding_card import around
from desktop.sending.findings import Found
from desktop.sending.package import Passage
from exports.sanitising import Checker, Finding, Kind, Known

TEXT = "He drives a van. The rent of Елена is paid in cash! Nothing else is known."


def _found(text: str) -> Found:
    finding, *_more = Checker([Known(Kind.NAME, "Elena")]).find(text)
    return Found(Passage("/data/item", "Information", text), finding)


def test_the_sentence_is_the_one_it_stands_in() -> None:
    assert _found(TEXT).sentence == "The rent of Елена is paid in cash!"
    assert _found("Елена pays").sentence == "Елена pays"


def test_a_reason_holds_for_its_sentence_wherever_that_stands() -> None:
    moved = "Another line.\nThe rent of Елена is paid in cash! More."
    assert _found(moved).mark == _found(TEXT).mark
    other = "The rent of Елена is paid by card."
    assert _found(other).mark != _found(TEXT).mark


def test_of_a_long_sentence_what_is_near_is_shown() -> None:
    text = f"{'before ' * 60}Елена{' after' * 60}"
    start = text.index("Елена")
    finding = Finding(Kind.NAME, start, start + 5, "Елена", "")
    shown = around(Found(Passage("/data/item", "Information", text), finding))
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "before Елена after" in shown
    assert len(shown) < 300
