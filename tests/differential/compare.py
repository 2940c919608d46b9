"""Compares our engine with ODK's: the same form, the same random steps, every node's state."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from forms import FormEngine, FormError, FormErrors, NodeState, load
from tests.differential.peer import Peer
from tests.differential.steps import random_step, take

FIELDS = ("value", "relevant", "required", "readonly", "violation")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(slots=True)
class Result:
    """How two engines compare on one form."""

    name: str
    nodes: int = 0
    equal: int = 0
    steps: int = 0
    note: str = ""
    differences: Counter[str] = field(default_factory=Counter)


def compare(path: Path, peer: Peer, steps: int, seed: int) -> Result:
    """Loads the form in both engines, takes the steps, and counts equal nodes after each."""
    result = Result(path.name)
    answer = peer.ask({"load": str(path)})
    try:
        form = load(path)
        engine = FormEngine(form)
    except FormErrors as error:
        result.note = f"not loaded here: {str(error.problems[0])[:150]}"
        if "error" in answer:
            result.note = f"loaded by neither ({str(error.problems[0])[:90]})"
        return result
    except FormError as error:
        result.note = f"not evaluated here: {error}"
        return result
    if "error" in answer:
        result.note = f"not loaded there: {answer['error'][:150]}"
        return result
    chance = random.Random(f"{seed} {path.name}")
    _count(result, engine, answer["states"], "load")
    for _ in range(steps):
        step = random_step(engine, chance)
        if step is None:
            break
        take(engine, step)
        answer = peer.ask({"step": step})
        if "error" in answer:
            result.note = f"step {step} failed there: {answer['error'][:100]}"
            break
        result.steps += 1
        _count(result, engine, answer["states"], str(step))
    return result


def _count(result: Result, engine: FormEngine, theirs: dict[str, Any], after: str) -> None:
    ours = engine.states()
    for path, state in theirs.items():
        if state["kind"].startswith("repeat-range"):
            continue
        mine = ours.get(path)
        result.nodes += 1
        wrong = _differences(mine, state)
        if wrong:
            result.differences[f"{path} {wrong} (after {after})"] += 1
        else:
            result.equal += 1
    for path in ours.keys() - theirs.keys():
        if "instanceID" not in path and not path.endswith("meta"):
            result.nodes += 1
            result.differences[f"{path} only here (after {after})"] += 1


def _differences(mine: NodeState | None, theirs: dict[str, Any]) -> str:
    if mine is None:
        return "only there"
    found = []
    for name in FIELDS:
        one, other = getattr(mine, name), theirs[name]
        if name == "value" and _same(one, other or "", theirs["type"]):
            continue
        if one != other:
            found.append(f"{name}: {one!r} here, {other!r} there")
    return "; ".join(found)


def _same(one: str, other: str, kind: str) -> bool:
    """Equal values; a decimal by its number; moments and random ids by their form alone."""
    if one == other:
        return True
    if kind in {"decimal", "geopoint", "geotrace", "geoshape"} or one == other.removesuffix(".0"):
        return _numbers(one) == _numbers(other)
    return _masked(one) == _masked(other)


def _numbers(text: str) -> list[float | str]:
    """3 and 3.0 are the same decimal; a missing altitude or accuracy is 0."""
    found: list[float | str] = []
    for part in text.replace(";", " ; ").split():
        try:
            found.append(float(part))
        except ValueError:
            found.append(part)
    return found


def _masked(text: str) -> str:
    return _UUID.sub("<uuid>", _MOMENT.sub("<moment>", text))
