"""Random steps that make sense for a form: answers, instances of repeats, languages."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from forms import FormEngine, Item

Step = dict[str, Any]

_WORDS = ["", "a", "yes", "no", "3", "17", "Anna", "two words", "ü", "2024-05-01", "0"]
_POINTS = ["51.5 -0.1 0 0", "53.4 -2.2 10 5", ""]


def questions(engine: FormEngine, path: str | None = None) -> Iterator[Item]:
    """Every item of the body, as it stands."""
    for item in engine.body(path):
        yield item
        if item.kind != "question":
            yield from questions(engine, item.path)


def random_step(engine: FormEngine, chance: random.Random) -> Step | None:
    """A step that both engines allow; None where the form has none."""
    items = list(questions(engine))
    answerable = [i for i in items if i.kind == "question" and _is_open(engine, i)]
    repeats = [i for i in items if i.kind == "repeat" and _is_free(engine, i)]
    instances = [i for r in repeats for i in engine.body(r.path) if i.kind == "instance"]
    kinds = ["set"] * 12 * bool(answerable)
    kinds += ["add"] * 2 * bool(repeats) + ["remove"] * bool(instances)
    kinds += ["language"] * (len(engine.form.languages) > 1)
    if not kinds:
        return None
    kind = chance.choice(kinds)
    if kind == "add":
        return {"add": chance.choice(repeats).path}
    if kind == "remove":
        return {"remove": chance.choice(instances).path}
    if kind == "language":
        return {"language": chance.choice(engine.form.languages)}
    item = chance.choice(answerable)
    return {"set": item.path, "value": _answer(engine, item, chance)}


def take(engine: FormEngine, step: Step) -> None:
    """Takes the step in our engine."""
    if "set" in step:
        engine.set(step["set"], step["value"])
    elif "add" in step:
        engine.add(step["add"])
    elif "remove" in step:
        engine.remove(step["remove"])
    else:
        engine.set_language(step["language"])


def _is_open(engine: FormEngine, item: Item) -> bool:
    state = engine.node(item.path)
    media = {"note", "image", "audio", "video", "file"}
    return state.relevant and not state.readonly and item.type not in media


def _is_free(engine: FormEngine, item: Item) -> bool:
    return engine.node(item.path).relevant and not engine.is_counted(item.path)


def _answer(engine: FormEngine, item: Item, chance: random.Random) -> str:
    if item.type in {"select_one", "select_multiple", "rank"}:
        return _chosen(engine, item, chance)
    if item.type == "range":
        parameters = engine.parameters(item.path)
        start, end = float(parameters["start"]), float(parameters["end"])
        step = abs(float(parameters.get("step") or 1))
        count = chance.randrange(int(abs(end - start) / step) + 1)
        value = round(start + count * step * (1 if end >= start else -1), 6)
        return str(int(value)) if value == int(value) else str(value)
    made = {
        "integer": lambda: chance.choice(["", str(chance.randrange(-3, 20))]),
        "decimal": lambda: chance.choice(["", str(chance.randrange(-500, 20000) / 100)]),
        "date": lambda: f"20{chance.randrange(10, 30)}-0{chance.randrange(1, 9)}-15",
        "time": lambda: f"1{chance.randrange(9)}:30:00.000+00:00",
        "dateTime": lambda: f"2024-0{chance.randrange(1, 9)}-15T10:30:00.000+00:00",
        "geopoint": lambda: chance.choice(_POINTS),
        "geotrace": lambda: chance.choice(["", "51.5 -0.1 0 0; 51.6 -0.1 0 0"]),
        "geoshape": lambda: "51.5 -0.1 0 0; 51.6 -0.1 0 0; 51.6 0.1 0 0; 51.5 -0.1 0 0",
        "trigger": lambda: chance.choice(["", "OK"]),
    }.get(item.type, lambda: chance.choice(_WORDS))
    return made()


def _chosen(engine: FormEngine, item: Item, chance: random.Random) -> str:
    values = list(dict.fromkeys(choice.value for choice in engine.choices(item.path)))
    if item.type == "rank":
        chance.shuffle(values)
        return " ".join(values)
    plain = [value for value in values if value and " " not in value]
    if not plain or chance.random() < 0.1:
        return ""
    if item.type == "select_one":
        return chance.choice(plain)
    return " ".join(chance.sample(plain, chance.randrange(1, min(4, len(plain)) + 1)))
