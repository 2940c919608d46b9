"""What is shown at once on a screen that is turned: one question, with what belongs to it."""

from collections.abc import Iterator
from typing import NamedTuple

from forms import FormEngine, Item
from forms.translating import she_reads

NOTE = "note"


class Step(NamedTuple):
    """One page: its questions in reading order, and the group that they stand in ("" for none)."""

    items: tuple[Item, ...]
    chapter: str

    @property
    def path(self) -> str:
        """Its first question, or its note where it has no question."""
        return next((item.path for item in self.items if item.type != NOTE), self.items[0].path)


def steps(engine: FormEngine) -> tuple[Step, ...]:
    """The pages as the answers stand now, in reading order.

    A note stands with the question before it in its group, else with the one after it; a question
    whose name goes on from the one before (`her_signature`, `her_signature_typed`) with that one.
    """
    found: list[Step] = []
    for item, chapter in _asked(engine, None, ""):
        last = found[-1] if found and found[-1].chapter == chapter else None
        if last is not None and _belongs(item, last):
            found[-1] = last._replace(items=(*last.items, item))
        else:
            found.append(Step((item,), chapter))
    return tuple(found)


def _belongs(item: Item, last: Step) -> bool:
    if item.type == NOTE or all(each.type == NOTE for each in last.items):
        return True
    return item.path.startswith(f"{last.items[-1].path}_")


def _asked(engine: FormEngine, path: str | None, chapter: str) -> Iterator[tuple[Item, str]]:
    for item in engine.body(path):
        if item.kind == "group":
            yield from _asked(engine, item.path, item.path)
        elif item.kind == "question" and _is_asked(engine, item.path):
            yield item, chapter


def _is_asked(engine: FormEngine, path: str) -> bool:
    return she_reads(engine.form.id, path) and engine.node(path).relevant


def in_english(engine: FormEngine, step: Step) -> tuple[str, ...]:
    """The words of a page in English, for the officer: chapter, questions, hints, choices."""
    spoken = engine.language
    engine.set_language("en")
    try:
        words = [engine.node(step.chapter).label] if step.chapter else []
        for item in step.items:
            state = engine.node(item.path)
            words += [state.label, state.hint]
            words += [f"· {choice.label}" for choice in engine.choices(item.path)]
        return tuple(filter(None, words))
    finally:
        engine.set_language(spoken)


def labels(engine: FormEngine, found: tuple[Step, ...], code: str) -> list[str]:
    """What each page asks, in the language `code`."""
    spoken = engine.language
    engine.set_language(code)
    try:
        return [engine.node(step.path).label for step in found]
    finally:
        engine.set_language(spoken)
