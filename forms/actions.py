"""What a form does by itself when something happens: setvalue and its events."""

from __future__ import annotations

from forms.datatypes import cast
from forms.definition import Action
from forms.evaluation import Evaluation
from forms.nodes import Node
from forms.population import below
from forms.xpath.code import Context
from forms.xpath.syntax import XPathError

NEW_REPEAT = frozenset({"new-repeat"})
_MOST_ROUNDS = 100


def settle(state: Evaluation) -> None:
    """Runs what is due, then the actions that changed values fire, until all is quiet.

    Raises TooCostly where that reads too much; what was stored before stands.
    """
    state.run()
    for _ in range(_MOST_ROUNDS):
        fired, state.fired = state.fired, []
        born, state.born = state.born, []
        if not fired and not born:
            return
        for node in born:
            dispatch(state, NEW_REPEAT, node)
        for node in fired:
            _fire(state, node)
        state.run()


def dispatch(state: Evaluation, events: frozenset[str], instance: Node | None) -> None:
    """Runs the actions of an event on the whole record or on one new instance."""
    for action in state.form.actions:
        wanted = action.events & events
        if not wanted:
            continue
        if instance is not None and not action.spot.within(instance.spot):
            continue
        _act(state, action, instance or state.root)
        state.run()


def _fire(state: Evaluation, source: Node) -> None:
    for action in state.form.actions:
        if action.source is source.spot and "value-changed" in action.events:
            _act(state, action, source)


def _act(state: Evaluation, action: Action, near: Node) -> None:
    """Sets the target that belongs to the node; one that is not relevant stays as it is."""
    context = Context(state, near)
    for node in _nearest(state, action, near):
        if not node.relevant:
            continue
        context.node = context.current = node
        try:
            text = cast(node.spot.type, action.run(context))
        except XPathError:
            text = ""
        if text != node.stored:
            node.stored = text
            state.refresh(node)


def _nearest(state: Evaluation, action: Action, near: Node) -> list[Node]:
    around: Node | None = near
    while around is not None and not action.spot.within(around.spot):
        around = around.parent if isinstance(around.parent, Node) else None
    return below(around or state.root, action.spot)
