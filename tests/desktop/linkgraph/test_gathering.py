"""Only those who exploit become things of the graph, and what they use; no worker ever does."""

import pytest

from desktop.linkgraph.gathering import gather
from desktop.linkgraph.model import Graph, Kind
from forms import FormEngine, Library
from storage import Vault, reference
from tests.desktop.linkgraph.sample import kept, record, report

MAY = {
    "intelligence_report": {"subject"},
    "advert_evidence": set(),
    "premises": set(),
}
"""Answers that become things by themselves; others need somebody else's control, or a ground."""


def graph(vault: Vault) -> Graph:
    return vault.query(gather).result()


def names(vault: Vault) -> set[str]:
    return {thing.words for thing in graph(vault).things if thing.kind is not Kind.REPORT}


def test_subjects_of_two_reports_meet_in_what_both_name(vault: Vault) -> None:
    one = report(
        vault,
        ("person", "Sample Driver", "drives the blue van SA26 MPL"),
        ("vehicle", "Blue van SA26 MPL", ""),
    )
    other = report(vault, ("vehicle", "blue VAN  sa26 mpl", ""), ("number", "07700 900555", ""))
    found = graph(vault)
    van = next(thing for thing in found.things if thing.kind is Kind.VEHICLE)
    assert van.records == (one, other)
    beside = {thing.words for thing in found.beside(van.key)}
    assert beside == {"Sample Driver", reference(one), reference(other)}
    assert set(found.versions) == {(one, 1), (other, 1)}


@pytest.mark.parametrize("form", [summary.id for summary in Library.default().forms()])
def test_no_answer_of_any_form_becomes_a_thing_but_those_that_may(vault: Vault, form: str) -> None:
    """A canary in every text of every form: people, encounters, contacts, plans, visits …"""
    engine = FormEngine(Library.default().get(form), language="en")
    canaries = {}
    for spot in engine.form.controls.values():
        if spot.kind == "question" and spot.type == "text" and spot.spot is not None:
            path = spot.path
            for repeat in _repeats(engine, path):
                path = path.replace(repeat, f"{repeat}[1]", 1)
            name = path.rpartition("/")[2]
            canaries[f"canary {form} {name}"] = name
            engine.set(path, f"canary {form} {name}")
    kept(vault, engine)
    told = {canaries.get(words, words) for words in names(vault)}
    assert told <= MAY.get(form, set()) | {"suspect_handle", "suspect_number"}
    if form not in MAY:
        assert not told


def _repeats(engine: FormEngine, path: str) -> list[str]:
    """The repeats that the question at `path` stands in, outermost first."""
    parts, found = path.split("/"), []
    for end in range(2, len(parts)):
        way = "/".join(parts[:end])
        if any(
            control.kind == "repeat" and control.path == way
            for control in engine.form.controls.values()
        ):
            found.append(way)
    return found


def test_an_advert_is_a_thing_only_where_somebody_else_controls_it(vault: Vault) -> None:
    hers = {
        "/data/her/who_edits": "herself",
        "/data/her/who_controls_number": "helper",
        "/data/advert/address": "https://sample.example/1",
        "/data/advert/shown_name": "Sample Shown",
        "/data/advert/numbers[1]/number": "07700 900111",
    }
    record(vault, "advert_evidence", hers)
    assert names(vault) == set()
    theirs = hers | {"/data/her/who_edits": "other", "/data/her/who_controls_number": "other"}
    record(vault, "advert_evidence", theirs)
    assert names(vault) == {"https://sample.example/1", "07700 900111"}


def test_premises_are_a_thing_only_with_a_recorded_ground(vault: Vault) -> None:
    place = {"/data/place/reference": "Sample 12"}
    record(vault, "premises", place)
    record(vault, "premises", place | {"/data/exploitation/exploitation_ground": "none"})
    assert names(vault) == set()
    ground = {
        "/data/exploitation/exploitation_ground": "coercion",
        "/data/exploitation/ground_why": "What two people said on their own.",
    }
    record(vault, "premises", place | ground)
    assert names(vault) == {"Sample 12"}


def test_a_subject_called_like_somebody_in_people_is_left_out(vault: Vault) -> None:
    record(vault, "person", {"/data/person/alias": "Juniper"})
    report(vault, ("person", "JUNIPER", ""), ("person", "Sample Driver", "knows Juniper"))
    found = graph(vault)
    assert found.left_out == 1
    assert names(vault) == {"Sample Driver"}
