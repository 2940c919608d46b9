"""Adds and takes away instances of repeats, and brings back what was taken away by a slip."""

from collections.abc import Callable, Mapping

from desktop.theme.notices import Toast
from desktop.widgets.attention import Attention
from desktop.widgets.form_builder import Part
from desktop.widgets.sections import RepeatSection
from desktop.widgets.undo import put_back
from forms import Changes, FormEngine
from translations.interface import _

Take = Callable[[Callable[[], Changes], Mapping[str, int]], bool]
"""Takes a step and shows it; told which repeats have other instances from which index on."""


class Instances:
    """The instances of one form's repeats, as its page lets the officer change them."""

    def __init__(
        self,
        engine: FormEngine,
        parts: Mapping[str, Part],
        attention: Attention,
        toast: Toast,
        take: Take,
    ) -> None:
        """`parts` are those of the page, by path; `toast` is where undoing is offered."""
        self._engine = engine
        self._parts = parts
        self._attention = attention
        self._toast = toast
        self._take = take
        self._removed = ""  # the repeat that Undo would bring an instance back to

    def heed(self, path: str) -> None:
        """An answer at `path` is coming: undoing must not take it back as well."""
        if self._removed and path.startswith(f"{self._removed}["):
            self._toast.dismiss()

    def add(self, repeat: str) -> None:
        """Add an instance, open, with the caret in its first question."""
        self._toast.dismiss()
        if not self._take(lambda: self._engine.add(repeat), {}):
            return
        part = self._parts.get(repeat)
        if isinstance(part, RepeatSection) and part.cards:
            part.cards[-1].fold(False)
            self._attention.focus_first_in(part.cards[-1])

    def remove(self, path: str) -> None:
        """Take an instance away; the bar at the foot brings it back."""
        repeat, _bracket, number = path.rpartition("[")
        index = int(number.rstrip("]")) - 1
        before = self._engine.draft()
        if not self._take(lambda: self._engine.remove(path), {repeat: index}):
            return
        section = self._parts[repeat]
        assert isinstance(section, RepeatSection)
        following = section.cards[index:] or section.cards[-1:]
        (following[0].folder if following else section.add_button).setFocus()
        self._removed = repeat
        self._toast.say(_("Removed"), lambda: self._bring_back(repeat, index, before))

    def _bring_back(self, repeat: str, index: int, before: bytes) -> None:
        if repeat not in self._parts:
            return  # what held it has been removed since
        if not self._take(lambda: put_back(self._engine, repeat, before), {repeat: index}):
            return
        section = self._parts[repeat]
        if isinstance(section, RepeatSection):
            section.cards[index].folder.setFocus()
