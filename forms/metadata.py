"""What a record knows of itself: its id, its name, when it was begun and ended, by whom."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime

from forms.evaluation import Evaluation
from forms.instance import cast_defaults
from forms.nodes import Node
from forms.schema import Spot
from forms.xpath.values import moment_text

_PROPERTIES = {
    "deviceid": "deviceid",
    "email": "email",
    "username": "username",
    "phonenumber": "phonenumber",
    "phone number": "phonenumber",
    "simserial": "simserial",
    "subscriberid": "subscriberid",
}


def _meta(state: Evaluation, name: str) -> Node | None:
    """The node of that name in the meta block, whatever its prefix."""
    for block in state.form.schema.root.children:
        if block.name.rpartition(":")[2] == "meta":
            for spot in block.children:
                if spot.name.rpartition(":")[2] == name:
                    return state.single[spot.index]
    return None


def value(state: Evaluation, name: str) -> str:
    """The value of a node of the meta block, "" where it has none."""
    node = _meta(state, name)
    return node.text if node is not None else ""


def _preloaded(state: Evaluation, spot: Spot, now: datetime, *, ending: bool) -> str:
    """ODK XForms, Preload Attributes."""
    bind = state.form.binds[spot.index]
    kind, parameter = bind.preload if bind is not None else ("", "")
    if ending:
        return moment_text(now) if (kind, parameter) == ("timestamp", "end") else ""
    if kind == "uid":
        return f"uuid:{uuid.uuid4()}"
    if (kind, parameter) == ("timestamp", "start"):
        return moment_text(now)
    if kind == "date" and parameter == "today":
        return now.date().isoformat()
    if kind == "property":
        return state.properties.get(_PROPERTIES.get(parameter, parameter), "")
    return ""


def begin(state: Evaluation, clock: Callable[[], datetime]) -> None:
    """Sets what a new record has from its beginning; before anything is evaluated."""
    now = clock()
    cast_defaults(state.root)
    if state.form.schema.own_id is not None:
        state.single[state.form.schema.own_id.index].stored = f"uuid:{uuid.uuid4()}"
    for node in state.root.walk():
        text = _preloaded(state, node.spot, now, ending=False)
        if text:
            node.stored = text


def resume(state: Evaluation) -> None:
    """Keeps the id of a record that goes on, also where the form calculates it anew."""
    identity = _meta(state, "instanceID")
    if identity is not None and identity.stored:
        state.fixed.add(identity)


def end(state: Evaluation, clock: Callable[[], datetime]) -> None:
    """Sets what a record gets when it is finished: the time, and an id if it has none yet."""
    now = clock()
    for node in state.root.walk():
        text = _preloaded(state, node.spot, now, ending=True)
        if text and text != node.stored:
            node.stored = text
            state.refresh(node)
    identity = _meta(state, "instanceID")
    if identity is not None and not identity.text:
        identity.stored = f"uuid:{uuid.uuid4()}"
        state.refresh(identity)
