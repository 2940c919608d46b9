"""Fills in one form: what widgets, documents and the command line talk to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from forms import metadata, showing
from forms.actions import NEW_REPEAT, dispatch, settle
from forms.collector import collector_paused
from forms.datatypes import clean
from forms.definition import Form
from forms.errors import FormInvalid, NotAllowed
from forms.evaluation import Evaluation
from forms.instance import grow, new_instance, parse_instance, to_xml
from forms.local import now as local_now
from forms.locating import Locator
from forms.model import Changes, Choice, Item, NodeState, Violation
from forms.nodes import Node, Range
from forms.population import set_aside
from forms.selection import choice_picture, choice_text, choices_of, in_order, words_text


class FormEngine:
    """One filled form: set values, ask for states, get the instance.

    Without ``instance`` a new record begins and its defaults are set; with one, that record is
    resumed. ``language`` is one of the form's codes, its default where it has no such language.
    Raises InstanceError for an instance of another form, TooCostly for a form that never settles.
    """

    def __init__(
        self,
        form: Form,
        instance: bytes | None = None,
        *,
        language: str | None = None,
        clock: Callable[[], datetime] = local_now,
        properties: Mapping[str, str] | None = None,
    ) -> None:
        """``clock`` gives the present with its offset; ``properties`` those of device and user."""
        self.form = form
        self._clock = clock
        known = language if language in form.languages else form.default_language
        element = form.initial
        if instance is not None:
            element = parse_instance(instance, form.schema, form.id)
        with collector_paused():
            root = grow(form.schema, element)
        if instance is None:
            set_aside(form, root)
        self._state = Evaluation(form, root, known or "", clock, properties or {})
        self._locator = Locator(self._state)
        if instance is None:
            metadata.begin(self._state, clock)
        else:
            metadata.resume(self._state)
        self._state.run_all()
        events = frozenset({"load"} if instance is not None else {"load", "first-load"})
        dispatch(self._state, events, None)
        settle(self._state)

    # -- language

    @property
    def language(self) -> str:
        """The code of the language that texts are in, "" where the form has only one."""
        return self._state.language

    def set_language(self, code: str) -> Changes:
        """Shows the texts in another of the form's languages; an unknown code changes nothing."""
        if code == self.language or code not in self.form.languages:
            return Changes()
        self._begin()
        self._state.language = code
        self._state.run_translated()
        settle(self._state)
        self._state.changed.update(self._state.root.walk())
        return self._changes()

    # -- steps

    def set(self, path: str, value: str) -> Changes:
        """Sets the value of a question; what is typed stays, also where it is not valid yet.

        Raises NoSuchNode for a path that names no question, NotAllowed for one that is read only,
        TooCostly where what follows from it takes too long: the value is kept all the same, the
        draft has it, and the next step works everything out anew.
        """
        node = self._locator.node(path)
        if not node.spot.is_leaf:
            raise NotAllowed(f"{path} is a group, not a question.")
        if showing.is_readonly(node):
            raise NotAllowed(f"{path} is read only.")
        self._begin()
        control = self.form.controls.get(node.spot)
        text = clean(value)
        if control is not None and control.type == "select_multiple":
            text = in_order(text, self._state.choice_values(control, node))
        if text != node.stored:
            node.stored = text
            self._state.changed.add(node)
            self._state.refresh(node)
            settle(self._state)
        return self._changes()

    def add(self, path: str) -> Changes:
        """Adds an instance at the end of a repeat.

        Raises NoSuchNode for a path that names no repeat, NotAllowed where its number is fixed.
        """
        slot = self._locator.range(path)
        self._check_free(slot)
        self._begin()
        node = new_instance(self.form.schema, slot)
        set_aside(self.form, node)
        self._state.insert(slot, [node])
        settle(self._state)
        dispatch(self._state, NEW_REPEAT, node)
        settle(self._state)
        return self._changes()

    def remove(self, path: str) -> Changes:
        """Removes one instance of a repeat, named with its number: ``/data/rep[2]``.

        Raises NoSuchNode for a path that names none, NotAllowed where their number is fixed.
        """
        node = self._locator.node(path)
        parent = node.parent
        slot = parent.slots[node.spot.position] if isinstance(parent, Node) else None
        if not isinstance(slot, Range):
            raise NotAllowed(f"{path} is no instance of a repeat.")
        self._check_free(slot)
        self._begin()
        self._state.take_out(slot, [node])
        settle(self._state)
        return self._changes()

    def _is_fixed(self, slot: Range) -> bool:
        bind = self.form.binds[slot.spot.index]
        control = self.form.controls.get(slot.spot)
        fixed = control is not None and "noAddRemove" in control.parameters
        return fixed or (bind is not None and "count" in bind.jobs)

    def _check_free(self, slot: Range) -> None:
        if self._is_fixed(slot):
            raise NotAllowed(f"The form itself decides how many instances {slot.spot.path} has.")

    # -- what is shown

    def node(self, path: str) -> NodeState:
        """The state of a question, group, repeat or repeat instance."""
        self._state.spent = 0
        loose = self._locator.loose(path)
        if loose is not None:
            return showing.state_of_group(self._state, *loose)
        return showing.state_of(self._state, self._locator.find(path))

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The choices on offer at a select or rank, labels in the present language."""
        node = self._locator.node(path)
        control = self.form.controls.get(node.spot)
        if control is None:
            return ()
        state = self._state
        state.spent = 0
        pictured = bool(self.form.media.names)
        return tuple(
            Choice(
                value,
                choice_text(state, control, node, value, label),
                choice_picture(state, control, node, label) if pictured else "",
            )
            for value, label in choices_of(state, control, node)
        )

    def parameters(self, path: str) -> Mapping[str, str]:
        """What the form says on how to draw a question: start, end, step, rows, mediatype ..."""
        control = self.form.controls.get(self._locator.node(path).spot)
        return {} if control is None else control.parameters

    def is_counted(self, path: str) -> bool:
        """Whether the form itself decides how many instances a repeat has."""
        return self._is_fixed(self._locator.range(path))

    def media(self, path: str, form: str) -> str:
        """The name of the image, audio or video file of a question's label, "" without one.

        ``form`` is "image", "big-image", "audio" or "video" (ODK XForms, Media).
        """
        node = self._locator.node(path)
        control = self.form.controls.get(node.spot)
        words = control.label if control is not None else None
        return words_text(self._state, words, node, form).rpartition("/")[2]

    def body(self, path: str | None = None) -> tuple[Item, ...]:
        """What stands at the top of the form, in a group, or in one instance of a repeat.

        In reading order, whether relevant or not. The items of a repeat are its instances.
        """
        if path is None:
            return showing.items(self.form.body, self._state.root)
        loose = self._locator.loose(path)
        if loose is not None:
            return showing.items(loose[0].children, loose[1])
        target = self._locator.find(path)
        if isinstance(target, Range):
            return showing.instances(target)
        control = self.form.controls.get(target.spot)
        return () if control is None else showing.items(control.children, target)

    def violations(self) -> tuple[Violation, ...]:
        """All relevant nodes whose value is missing or not allowed, in reading order."""
        found: list[Violation] = []
        state = self._state
        state.spent = 0
        for node in state.root.walk():
            kind = showing.violation(state, node)
            if kind is not None:
                text = showing.message(state, node, kind)
                found.append(Violation(node.path(), kind, text, showing.label(state, node)))
        return tuple(found)

    # -- the whole record

    def draft(self) -> bytes:
        """The instance with everything that was typed, to go on with later."""
        return to_xml(self._state.root, self.form.initial, pruned=False)

    def instance(self) -> bytes:
        """The instance as it stands: what is not relevant is left out, nothing is checked."""
        return to_xml(self._state.root, self.form.initial, pruned=True)

    def finalise(self) -> bytes:
        """The finished instance: what is not relevant is left out, instanceID is set.

        Raises FormInvalid while something is missing or not allowed.
        """
        self._begin()
        metadata.end(self._state, self._clock)
        settle(self._state)
        violations = self.violations()
        if violations:
            raise FormInvalid(violations)
        return self.instance()

    def title(self) -> str:
        """The record's name (meta/instanceName), else the form's title."""
        return metadata.value(self._state, "instanceName") or self.form.title(self.language)

    def event_time(self) -> str:
        """When it happened: the value of /data/event_time, ISO 8601 with offset, or ""."""
        spot = self.form.schema.root.by_name.get("event_time")
        return "" if spot is None or spot.repeats else self._state.single[spot.index].text

    def states(self) -> dict[str, NodeState]:
        """The state of every node below the root, by its path, in document order."""
        nodes = [n for n in self._state.root.walk() if n is not self._state.root]
        return {n.path(): self.node(n.path()) for n in nodes if not n.spot.is_attribute}

    # -- how steps run

    def _begin(self) -> None:
        self._state.mend()
        self._state.spent = 0
        self._state.changed = set()
        self._state.restructured = set()

    def _changes(self) -> Changes:
        state = self._state
        if state.restructured:
            self._locator.forget()
        changed, state.changed = state.changed, set()
        restructured, state.restructured = state.restructured, set()
        return Changes(
            frozenset(each.path() for each in changed),
            frozenset(each.path() for each in restructured),
        )
