"""What the states of the outbox mean, in words an officer acts on (docs/submission-format.md)."""

import json
from datetime import datetime

from desktop.times import moment
from exports.delivery.outcome import Trouble, words
from storage.outbox.items import Item
from storage.outbox.states import State
from translations.interface import _

STEPS = 4


def steps() -> tuple[str, str, str, str]:
    """The stations of the road that every report goes."""
    return _("checked"), _("sealed"), _("sent"), _("received")


def reached(item: Item) -> int:
    """How many of the `steps` an item has behind it."""
    if item.state == State.RECEIVED:
        return 4
    if item.state in (State.SENDING, State.UNKNOWN):
        return 3
    return 1 if item.state == State.DRAFT else 2


def state(item: Item) -> tuple[str, str]:
    """The short word for an item's state, and how its chip looks."""
    if item.state == State.SEALED and item.parked:
        return _("fails again and again"), "danger"
    return {
        State.DRAFT: (_("being sealed"), "amber"),
        State.SEALED: (_("waiting"), "amber"),
        State.SENDING: (_("on its way now"), "amber"),
        State.UNKNOWN: (_("not known yet"), "amber"),
        State.RECEIVED: (_("received"), "teal"),
        State.REJECTED: (_("refused"), "danger"),
        State.WITHDRAWN: (_("withdrawn"), "neutral"),
    }[item.state]


def meaning(item: Item) -> str:
    """What the state means for the officer, and what comes next."""
    if item.trouble and item.state != State.RECEIVED:
        return words(Trouble(item.trouble)) + _again(item)
    said = {
        State.DRAFT: _("Its sealed bytes are not all there yet."),
        State.SEALED: _("It waits here. It has surely not arrived."),
        State.SENDING: _("It is being sent at this moment."),
        State.UNKNOWN: _("It was sent, and no proof came back: perhaps it has arrived."),
        State.RECEIVED: _("The destination has it, and said so."),
        State.REJECTED: _("The destination refused it; it has surely not arrived."),
        State.WITHDRAWN: _("It was taken back before it was sent."),
    }[item.state]
    return said + _again(item)


def receipt(item: Item) -> str:
    """The first signs of what proves the arrival; "" where nothing does."""
    if item.state != State.RECEIVED or not item.answer:
        return ""
    try:
        proof = json.loads(item.answer)
    except ValueError:
        return ""
    found = proof.get("sha256") or proof.get("signature") or proof.get("envelope") or ""
    if isinstance(found, dict):  # a folder's: one for each file
        found = proof.get("envelope", "")
    return f"{found[:4]}…{found[-2:]}" if isinstance(found, str) and len(found) > 8 else ""


def _again(item: Item) -> str:
    """When it is tried again by itself."""
    if item.state not in (State.SEALED, State.UNKNOWN) or not item.attempts or not item.due:
        return ""
    if datetime.fromisoformat(item.due) <= datetime.now().astimezone():
        return ""
    return " " + _("Tried again {time}.").format(time=moment(item.due))
