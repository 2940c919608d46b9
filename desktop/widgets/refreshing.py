"""Shows anew what an engine says has changed: states, choices, and the instances of repeats."""

from collections.abc import Callable, Sequence

from desktop.widgets.answer import Answer
from desktop.widgets.factory import kind_of_select
from desktop.widgets.form_builder import OFFERS, SELECTS, FormBuilder
from desktop.widgets.plain import UnaskedAnswer
from desktop.widgets.question import Question
from desktop.widgets.sections import InstanceCard, RepeatSection, Section
from forms import Choice, FormEngine, Item


class Refresher:
    """Keeps the parts that `builder` has built as `engine` says they are."""

    def __init__(
        self,
        engine: FormEngine,
        builder: FormBuilder,
        listen: Callable[[Question], object],
        moved: Callable[[], object],
    ) -> None:
        """`listen` hears a question whose answer is another widget now.

        `moved` is called when the order of what can have the focus is another.
        """
        self._engine, self._builder = engine, builder
        self._listen, self._moved = listen, moved

    def refresh(self, path: str) -> bool:
        """Show the state of `path` anew; whether something came or went by it."""
        part = self._builder.parts.get(path)
        if part is None or isinstance(part, InstanceCard):
            return False
        state = self._engine.node(path)
        was_hidden = part.isHidden()
        if isinstance(part, Section | RepeatSection):
            part.show_state(state)
        else:
            item = self._builder.items[path]
            choices = self._builder.choices(item)
            if self._needs_another(item, choices, part.answer, asked=state.relevant):
                part.replace_answer(self._builder.answer(item, choices))
                self._listen(part)
                self._moved()
            part.show_state(state, choices if item.type in OFFERS else None)
            self._builder.show_pictures(item, part, choices)
        return part.isHidden() != was_hidden

    def _needs_another(
        self, item: Item, choices: Sequence[Choice], answer: Answer, *, asked: bool
    ) -> bool:
        if item.type in SELECTS:
            return kind_of_select(item, choices) is not type(answer)
        return asked and isinstance(answer, UnaskedAnswer)

    def restructure(self, path: str, stale: int | None = None) -> None:
        """Instances of the repeat `path` came or went; those from `stale` on are others.

        All of the form is built by then.
        """
        repeat = self._builder.parts.get(path)
        if not isinstance(repeat, RepeatSection):
            return
        left = len(self._engine.body(path))
        for card in repeat.drop_from(left if stale is None else stale):
            self._builder.forget(card.path)
        for _pause in self._builder.grow_cards(repeat, open_all=True):
            pass
        self._moved()
