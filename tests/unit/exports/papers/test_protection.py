"""Special measures go to the prosecutor without her services; a concern begins with her views."""

from pathlib import Path

import pytest

from exports.papers import export_paper, kinds_of, paper_of
from tests.unit.exports import records
from tests.unit.exports.reading import text

NEEDS = {
    "/data/event_time": "2026-11-20T21:00:00.000+00:00",
    "/data/needs_wishes/needs": "housing drugs_alcohol",
    "/data/services[1]/service_kind": "project",
    "/data/services[1]/service": "Sample Canary Project",
    "/data/with_her/isva_idva": "wanted",
    "/data/with_her/intermediary": "declined",
    "/data/court/measures[1]/section": "s24",
    "/data/court/measures[1]/measure_answer": "wanted",
    "/data/court/measures[1]/measure_words": "“I don’t want to see him.”",
    "/data/court/measures[2]/section": "s29",
    "/data/court/measures[2]/measure_answer": "offered",
    "/data/court/told_cps": "2026-11-20",
}
CONCERN = {
    "/data/event_time": "2026-11-20T21:00:00.000+00:00",
    "/data/person/adult_or_child": "child",
    "/data/person/about": "Sample person, known to the local authority",
    "/data/person/views": "“I want to stay at my aunt’s.”",
    "/data/concern/concerns": "Picked up by an older man three times.",
    "/data/concern/dependants[1]/dependant": "A sister, 9",
    "/data/action_section/action": "Local authority telephoned.",
}


def written(folder: Path, kind: str, form: str, answers: dict[str, str]) -> str:
    engine = records.engine({}, form)
    for repeat in ("/data/court/measures",):
        if any(path.startswith(f"{repeat}[2]") for path in answers):
            while len(engine.body(repeat)) < 2:
                engine.add(repeat)
    for path, value in answers.items():
        engine.set(path, value)
    document = records.document(records.version(1, engine.draft()), form_id=form)
    export_paper(paper_of(kind, document), folder / "out.pdf")
    return text(folder / "out.pdf")


def test_measures_stand_with_their_sections_and_her_words(tmp_path: Path) -> None:
    found = written(tmp_path, "special_measures", "support_needs", NEEDS)
    for words in ("Live link (s.24)", "Wanted", "“I don’t want to see him.”", "s.16", "ISVA"):
        assert words in found
    assert "the court decides" in found


def test_the_prosecutor_is_not_told_of_services_and_needs(tmp_path: Path) -> None:
    found = written(tmp_path, "special_measures", "support_needs", NEEDS)
    for words in ("Canary", "Housing", "Drugs"):
        assert words not in found


def test_a_concern_begins_with_the_person_and_their_views(tmp_path: Path) -> None:
    found = written(tmp_path, "concern_notification", "concern_notification", CONCERN)
    assert found.index("aunt’s") < found.index("older man") < found.index("Local authority tele")
    assert "No agreement is needed" in found


def test_an_adult_without_agreement_is_said_to_be_one(tmp_path: Path) -> None:
    answers = CONCERN | {"/data/person/adult_or_child": "adult", "/data/person/agreement": "no"}
    found = written(tmp_path, "concern_notification", "concern_notification", answers)
    assert "whose agreement to this is not written down" in found


@pytest.mark.parametrize("form", ["support_needs", "concern_notification"])
def test_an_empty_record_can_be_written_too(tmp_path: Path, form: str) -> None:
    assert written(tmp_path, kinds_of(form)[0], form, {})
