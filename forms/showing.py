"""What is to be shown of a node: its state with all texts, its violation, its items."""

from __future__ import annotations

from collections.abc import Sequence

from forms.datatypes import in_range, is_valid
from forms.definition import Control
from forms.evaluation import Evaluation
from forms.model import Item, NodeState, ViolationKind
from forms.nodes import Node, Range
from forms.selection import words_text
from forms.xpath.code import Context
from forms.xpath.syntax import XPathError


def state_of(state: Evaluation, target: Node | Range) -> NodeState:
    """The state of a question, group or instance; or of a repeat as a whole."""
    node = target.ghost if isinstance(target, Range) else target
    found = None if isinstance(target, Range) else violation(state, node)
    relevant = is_relevant(state, target) if isinstance(target, Range) else node.relevant
    control = state.form.controls.get(node.spot)
    bind = state.form.binds[node.spot.index]
    return _state(
        state,
        control,
        node,
        relevant=relevant,
        required=node.required,
        value=node.text if node.spot.is_leaf else "",
        source=bind.source if bind is not None else "",
        violation=found,
        message=message(state, node, found),
    )


def state_of_group(state: Evaluation, control: Control, node: Node) -> NodeState:
    """The state of a group that only the body has; ``node`` is the one around it."""
    return _state(state, control, node, relevant=node.relevant)


def _state(
    state: Evaluation,
    control: Control | None,
    node: Node,
    *,
    relevant: bool,
    required: bool = False,
    value: str = "",
    source: str = "",
    violation: ViolationKind | None = None,
    message: str = "",
) -> NodeState:
    label, hint = (control.label, control.hint) if control is not None else (None, None)
    return NodeState(
        relevant=relevant,
        required=required,
        readonly=is_readonly(node),
        value=value,
        label=words_text(state, label, node),
        hint=words_text(state, hint, node),
        guidance=words_text(state, hint, node, "guidance"),
        source=source,
        violation=violation,
        message=message,
    )


def is_readonly(node: Node) -> bool:
    """Whether the node or anything around it is read only."""
    each: Node | None = node
    while each is not None:
        if each.readonly:
            return True
        each = each.parent if isinstance(each.parent, Node) else None
    return False


def is_relevant(state: Evaluation, slot: Range) -> bool:
    """Whether a repeat as a whole is relevant, also while it has no instance."""
    bind = state.form.binds[slot.spot.index]
    if not slot.parent.relevant:
        return False
    if bind is None or "relevant" not in bind.jobs:
        return True
    try:
        return bool(bind.jobs["relevant"].run(Context(state, slot.ghost)))
    except XPathError:
        return True


def violation(state: Evaluation, node: Node) -> ViolationKind | None:
    """What is wrong with the value: missing, not allowed, not of its type, out of its range."""
    if not node.relevant or not node.spot.is_leaf:
        return None
    if not node.text:
        return "required" if node.required else None
    if not node.valid or not is_valid(node.spot.type, node.text):
        return "constraint"
    control = state.form.controls.get(node.spot)
    if control is None or control.type != "range":
        return None
    bounds = control.parameters
    inside = in_range(node.text, bounds.get("start", ""), bounds.get("end", ""))
    return None if inside else "constraint"


def message(state: Evaluation, node: Node, found: ViolationKind | None) -> str:
    """The form's own text for a violation, "" where it has none."""
    bind = state.form.binds[node.spot.index]
    if bind is None or found is None:
        return ""
    words = bind.required_message if found == "required" else bind.constraint_message
    return words_text(state, words, node)


def label(state: Evaluation, node: Node) -> str:
    """The label of a node, "" where it has none."""
    control = state.form.controls.get(node.spot)
    return words_text(state, control.label if control is not None else None, node)


def items(controls: Sequence[Control], around: Node) -> tuple[Item, ...]:
    """The controls as items, their paths with the numbers of the instances around them."""
    return tuple(Item(c.kind, _placed(c.path, around), c.type, c.appearances) for c in controls)


def instances(slot: Range) -> tuple[Item, ...]:
    """The instances of a repeat as items."""
    return tuple(Item("instance", node.path(), "instance", frozenset()) for node in slot.instances)


def _placed(path: str, around: Node) -> str:
    if not around.spot.repeats:
        return path
    instance = around
    while not instance.spot.is_repeat and isinstance(instance.parent, Node):
        instance = instance.parent
    return instance.path() + path.removeprefix(instance.spot.path)
