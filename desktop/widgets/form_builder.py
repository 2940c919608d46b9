"""Builds a form's widgets in reading order, a piece at a time, so that the window never waits."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from desktop.theme.look import current
from desktop.widgets.answer import Answer
from desktop.widgets.column import FormColumn
from desktop.widgets.factory import make_answer
from desktop.widgets.pictures import BESIDE_CHOICE, BESIDE_LABEL, picture
from desktop.widgets.plain import UnaskedAnswer
from desktop.widgets.question import Question
from desktop.widgets.repeats import bare, repeats_of
from desktop.widgets.sections import InstanceCard, RepeatSection, Section
from forms import Choice, FormEngine, Item, NodeState, TooCostly

Part = Question | Section | RepeatSection | InstanceCard
MakeSection = Callable[[Item, NodeState, int], Section]
"""Makes the part of a group from its state and depth."""

OFFERS = frozenset({"select_one", "select_multiple", "rank"})
"""The types of questions that offer choices."""
SELECTS = frozenset({"select_one", "select_multiple"})
IN_WORDS = frozenset({"text", "string"})
"""The types of questions that are answered in words, and get their field once they are asked."""
_UNFOLDED = 3  # up to so many instances of a repeat are open from the start


class FormBuilder:
    """Makes the parts of one engine's form and knows them by path."""

    def __init__(
        self,
        engine: FormEngine,
        adopt: Callable[[Part], None],
        section: MakeSection | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """Build for `engine`; `adopt` is called with each part once it is made.

        Parameters:
            section: makes the parts of groups, where they are not as usual.
            without: paths of what is not shown.
        """
        self._engine = engine
        self._adopt = adopt
        self._section = section or (lambda _item, state, depth: Section(state, depth))
        self._without = without
        self.parts: dict[str, Part] = {}
        self.items: dict[str, Item] = {}
        self._pictures: dict[tuple[str, int, float], QPixmap | None] = {}
        self.steps = 0
        """Counts changes of structure: what was read of the body before one is out of date."""

    def grow(self, column: FormColumn, path: str | None, depth: int = 0) -> Iterator[None]:
        """Fill `column` with what lies under `path`; pauses after each part."""
        for item in self._engine.body(path):
            if item.path in self._without:
                continue
            if item.kind == "question":
                self._put(column, item, self.question(item))
                yield
            elif item.kind == "repeat":
                repeat = RepeatSection(item.path, self._engine.node(item.path))
                repeat.allow_adding(self._is_free(item.path))
                self._put(column, item, repeat)
                yield from self.grow_cards(repeat)
            else:
                section = self._section(item, self._engine.node(item.path), depth)
                self._put(column, item, section)
                yield from self.grow(section.column, item.path, depth + 1)

    def grow_cards(self, repeat: RepeatSection, *, open_all: bool = False) -> Iterator[None]:
        """Make the cards that `repeat` does not have yet."""
        steps, instances = self.steps, self._engine.body(repeat.path)
        while len(repeat.cards) < len(instances):
            item = instances[len(repeat.cards)]
            card = InstanceCard(item.path, self._fill, self.summary)
            self._know(item, card)
            repeat.put(card)
            card.allow_removing(self._is_free(repeat.path))
            last = len(repeat.cards) == len(instances)
            card.fold(not (open_all or last or len(instances) <= _UNFOLDED))
            yield
            if steps != self.steps:
                steps, instances = self.steps, self._engine.body(repeat.path)

    def question(self, item: Item) -> Question:
        """The question `item` with its widget."""
        choices, state = self.choices(item), self._engine.node(item.path)
        later = item.type in IN_WORDS and not state.relevant
        answer = UnaskedAnswer(item.path) if later else self.answer(item, choices)
        question = Question(answer, state)
        self.show_pictures(item, question, choices)
        return question

    def show_pictures(self, item: Item, question: Question, choices: tuple[Choice, ...]) -> None:
        """Show what the form has beside the question and its choices, in the language of now."""
        media = self._engine.form.media
        if not media.names:
            return
        path = item.path
        name = self._engine.media(path, "image") or self._engine.media(path, "big-image")
        question.show_picture(name, self._picture(name, BESIDE_LABEL))
        drawn = {c.value: self._picture(c.image, BESIDE_CHOICE) for c in choices if c.image}
        question.answer.show_pictures({value: one for value, one in drawn.items() if one})

    def _picture(self, name: str, most: QSize) -> QPixmap | None:
        """The picture of that name, opened once for each size."""
        key = (name, most.width(), current().scale)
        if name and key not in self._pictures:
            data = self._engine.form.media.read(name)
            self._pictures[key] = picture(data, most) if data else None
        return self._pictures.get(key)

    def answer(self, item: Item, choices: tuple[Choice, ...]) -> Answer:
        """The widget that answers `item` while it offers `choices`."""
        return make_answer(item, choices, self._engine.parameters(item.path))

    def choices(self, item: Item) -> tuple[Choice, ...]:
        """What `item` offers now; nothing where it is no choice."""
        try:
            return self._engine.choices(item.path) if item.type in OFFERS else ()
        except TooCostly:  # a list that takes too long to work out offers nothing
            return ()

    def forget(self, path: str) -> None:
        """Drop all parts at and under `path`."""
        for known in [known for known in self.parts if (known + "/").startswith(path + "/")]:
            del self.parts[known], self.items[known]

    def summary(self, path: str) -> str:
        """The first two answers under `path`, as people read them."""
        found: list[str] = []
        for item in self._engine.body(path):
            if len(found) == 2:
                break
            state = self._engine.node(item.path)
            if item.kind == "question" and state.relevant and state.value:
                labels = {choice.value: choice.label for choice in self.choices(item)}
                words = [labels.get(part, part) for part in state.value.split()]
                found.append(", ".join(words) if labels else state.value)
            elif item.kind == "group" and state.relevant:
                found += [told for told in [self.summary(item.path)] if told]
        return " · ".join(found)

    def _is_free(self, repeat: str) -> bool:
        return repeats_of(self._engine.form.xml).get(bare(repeat), True)

    def _fill(self, card: InstanceCard) -> None:
        for _pause in self.grow(card.body, card.path, 1):
            pass

    def _put(self, column: FormColumn, item: Item, part: Part) -> None:
        column.append(part)
        self._know(item, part)

    def _know(self, item: Item, part: Part) -> None:
        self.parts[item.path] = part
        self.items[item.path] = item
        self._adopt(part)
