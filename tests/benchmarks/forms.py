"""A form of 1,000 questions: loading it and answering in it, beside ODK's engine."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from forms import FormEngine, load
from tests.differential.peer import Peer, missing

GROUPS = 50
_PEER = "@getodk/xforms-engine"
_LANGUAGES = ["en", "cy", "ro", "pt", "zh", "th", "es", "hu", "bg", "pl", "sq", "vi"]
_HEAD = (
    '<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa" xmlns:orx="http://openrosa.org/xforms">'
    "<h:head><h:title>A thousand questions</h:title><model>"
)


def measure(runs: int = 5) -> list[dict[str, Any]]:
    """The rows forms.load_1000, forms.load_1000_12_languages and forms.update_1000.p50 and .p95.

    Loading is from the file to a new record that can be answered; an update is one answer with
    everything that follows from it. Times are medians of alternating runs, in milliseconds.
    """
    runs = max(runs, 5)
    with tempfile.TemporaryDirectory() as folder:
        one = _written(Path(folder) / "one.xml", _LANGUAGES[:1])
        twelve = _written(Path(folder) / "twelve.xml", _LANGUAGES)
        reason = missing()
        peer = None if reason else Peer(patience=300)
        try:
            return _rows(one, twelve, peer, reason, runs)
        finally:
            if peer is not None:
                peer.close()


def _rows(
    one: Path, twelve: Path, peer: Peer | None, reason: str, runs: int
) -> list[dict[str, Any]]:
    FormEngine(load(one))  # both begin with their code loaded
    answers = _answers()
    request = {"bench": str(one), "runs": 1, "answers": answers}
    if peer is not None:
        peer.ask(request)
    loads: list[float] = []
    many: list[float] = []
    updates: list[tuple[float, float]] = []
    theirs: list[dict[str, Any]] = []
    for _ in range(runs):
        loads.append(_milliseconds(lambda: FormEngine(load(one))))
        many.append(_milliseconds(lambda: FormEngine(load(twelve))))
        updates.append(_updates(one, answers))
        if peer is not None:
            theirs.append(peer.ask(request))
    failed = next((answer["error"] for answer in theirs if "error" in answer), "")
    name = reason or failed or _PEER
    if reason or failed:
        theirs = []
    return [
        _row("forms.load_1000", loads, [t["loads"][0] for t in theirs], name, runs),
        _row("forms.load_1000_12_languages", many, loads, "the same form in one language", runs),
        _row(
            "forms.update_1000.p50", [u[0] for u in updates], [t["p50"] for t in theirs], name, runs
        ),
        _row(
            "forms.update_1000.p95", [u[1] for u in updates], [t["p95"] for t in theirs], name, runs
        ),
    ]


def _row(
    name: str, ours: list[float], theirs: list[float], peer_name: str, runs: int
) -> dict[str, Any]:
    mine = statistics.median(ours)
    other = statistics.median(theirs) if theirs else None
    return {
        "name": name,
        "unit": "ms",
        "ours": mine,
        "peer": other,
        "peer_name": peer_name,
        "ratio": mine / other if other else None,
        "runs": runs,
    }


def _milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def _updates(path: Path, answers: list[tuple[str, str]]) -> tuple[float, float]:
    """The median and the 95th percentile of all answers, in milliseconds."""
    engine = FormEngine(load(path))
    times = sorted(
        _milliseconds(lambda at=at, value=value: engine.set(at, value)) for at, value in answers
    )
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def _answers() -> list[tuple[str, str]]:
    """Numbers that enter sums, group after group, each given twice."""
    return [
        (f"/data/g{group}/n{number}", str((group + number + turn) % 50))
        for turn in range(2)
        for group in range(GROUPS)
        for number in range(10)
    ]


def _written(path: Path, languages: list[str]) -> Path:
    """The form: 50 groups of a gate, ten numbers and their sum, a note, texts and selects."""
    path.write_text(
        "".join([_HEAD, _itext(languages), _model(), "</model></h:head>", _body(), "</h:html>"]),
        "utf-8",
    )
    return path


def _names() -> list[str]:
    return ["gate", *(f"n{i}" for i in range(10)), "note", *(f"t{i}" for i in range(4)),
            *(f"s{i}" for i in range(3))]  # fmt: skip


def _itext(languages: list[str]) -> str:
    parts = ["<itext>"]
    for place, language in enumerate(languages):
        default = ' default="true()"' if place == 0 else ""
        parts.append(f'<translation lang="Language {place} ({language})"{default}>')
        for group in range(GROUPS):
            parts.append(_text(f"/data/g{group}:label", f"Part {group} in {language}"))
            for name in _names():
                text = f"Question {name} of part {group} in {language}"
                if name == "note":
                    text += f' <output value="/data/g{group}/sum"/>'
                parts.append(_text(f"/data/g{group}/{name}:label", text))
        parts.extend(_text(f"choice-{n}", f"Choice {n} in {language}") for n in range(8))
        parts.append("</translation>")
    return "".join([*parts, "</itext>"])


def _text(text_id: str, text: str) -> str:
    return f'<text id="{text_id}"><value>{text}</value></text>'


def _model() -> str:
    inner = "".join(f"<{name}/>" for name in [*_names(), "sum"])
    data = "".join(f"<g{group}>{inner}</g{group}>" for group in range(GROUPS))
    items = "".join(
        f"<item><itextId>choice-{n}</itextId><name>c{n}</name></item>" for n in range(8)
    )
    binds = "".join(_binds(f"/data/g{group}") for group in range(GROUPS))
    total = " + ".join(f"/data/g{group}/sum" for group in range(GROUPS))
    return (
        f'<instance><data id="thousand" version="1">{data}<total/>'
        "<orx:meta><orx:instanceID/></orx:meta></data></instance>"
        f'<instance id="list"><root>{items}</root></instance>{binds}'
        f'<bind nodeset="/data/total" type="int" calculate="{total}"/>'
        '<bind nodeset="/data/orx:meta/orx:instanceID" type="string" jr:preload="uid"/>'
    )


def _binds(group: str) -> str:
    terms = " + ".join(f"coalesce({group}/n{number}, 0)" for number in range(10))
    texts = ("gate", "s0", "s1", "s2")
    return "".join(
        [
            *(f'<bind nodeset="{group}/{name}" type="string"/>' for name in texts),
            *(
                f'<bind nodeset="{group}/n{number}" type="int" relevant="{group}/gate != \'c1\'"'
                ' required="true()" constraint=". &gt;= 0 and . &lt; 100"/>'
                for number in range(10)
            ),
            f'<bind nodeset="{group}/note" type="string" readonly="true()"/>',
            *(
                f'<bind nodeset="{group}/t{number}" relevant="{group}/sum &gt; {number}"/>'
                for number in range(4)
            ),
            f'<bind nodeset="{group}/sum" type="int" calculate="{terms}"/>',
        ]
    )


def _body() -> str:
    parts = ["<h:body>"]
    for group in range(GROUPS):
        path = f"/data/g{group}"
        parts.append(f'<group ref="{path}"><label ref="jr:itext(\'{path}:label\')"/>')
        for name in _names():
            label = f"<label ref=\"jr:itext('{path}/{name}:label')\"/>"
            if name == "gate" or name[0] == "s":
                parts.append(
                    f'<select1 ref="{path}/{name}">{label}<itemset '
                    'nodeset="instance(\'list\')/root/item"><value ref="name"/>'
                    '<label ref="jr:itext(itextId)"/></itemset></select1>'
                )
            else:
                parts.append(f'<input ref="{path}/{name}">{label}</input>')
        parts.append("</group>")
    return "".join([*parts, "</h:body>"])


if __name__ == "__main__":
    for row in measure():
        print(row)
