"""The intelligence report leaves in the 3x5x2 layout, with what is graded and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from exports.papers import export_paper, kinds_of, paper_of
from tests.unit.exports import records
from tests.unit.exports.reading import text

REPORT = {
    "/data/event_time": "2026-11-20T21:00:00.000+00:00",
    "/data/gates/threat_to_life": "no",
    "/data/gates/source_questions": "tasked",
    "/data/gates/source_unit_advice": "DC 2222 of the unit: go on.",
    "/data/her/her_view": "She fears that he learns of it.",
    "/data/her/source_risk": "yes",
    "/data/her/source_risk_why": "A person who is in reach of the subject; keep times vague.",
    "/data/report/urn": "SAMPLE-0042",
    "/data/report/marking": "official_sensitive",
    "/data/report/handling_instruction": "Slavery team only.",
    "/data/report/reporter": "PC 0000 A. Sample, Sample Force",
    "/data/report/source_category": "partner",
    "/data/report/purposes": "protect prevent",
    "/data/items[1]/item": "A man known as Sample Driver collects the takings of two flats.",
    "/data/items[1]/source_evaluation": "2",
    "/data/items[1]/assessment": "B",
    "/data/items[1]/handling": "P",
    "/data/items[1]/item_date": "2026-11-18",
    "/data/items[2]/item": "He drives a blue van with the sample number SA26 MPL.",
    "/data/items[2]/source_evaluation": "3",
    "/data/items[2]/not_reliable_why": "Read from far away at night.",
    "/data/items[2]/assessment": "D",
    "/data/items[2]/handling": "C",
    "/data/items[2]/conditions_codes": "S2",
    "/data/items[2]/conditions": "Ask before any use.",
    "/data/picture/subjects[1]/subject_kind": "vehicle",
    "/data/picture/subjects[1]/subject": "Blue van SA26 MPL",
    "/data/picture/provenance": "From a project that works in the area.",
    "/data/use/recipients": "slavery_spoc",
    "/data/use/priority": "soon",
}


def filled(answers: dict[str, str]) -> bytes:
    engine = records.engine({}, "intelligence_report")
    for repeat in ("/data/items", "/data/picture/subjects"):
        while f"{repeat}[2]" in " ".join(answers) and len(engine.body(repeat)) < 2:
            engine.add(repeat)
    for path, value in answers.items():
        engine.set(path, value)
    return engine.draft()


def written(folder: Path, *contents: bytes) -> str:
    versions = [records.version(n, content) for n, content in enumerate(contents, 1)]
    document = records.document(*versions, form_id="intelligence_report")
    export_paper(paper_of("intelligence_report", document), folder / "out.pdf")
    return text(folder / "out.pdf")


def test_each_item_stands_with_its_own_grade(tmp_path: Path) -> None:
    found = written(tmp_path, filled(REPORT))
    first, second = found.index("Item 1: 2BP"), found.index("Item 2: 3DC")
    assert first < found.index("collects the takings") < second < found.index("a blue van")
    for wanted in ("2 Untested", "Read from far away", "S2 Consult the originator", "Ask before"):
        assert wanted in found


def test_marking_urn_and_the_fields_left_to_the_unit_are_there(tmp_path: Path) -> None:
    found = written(tmp_path, filled(REPORT))
    assert found.count("OFFICIAL-SENSITIVE") >= 3
    for wanted in ("SAMPLE-0042", "Slavery team only.", "Re-evaluation", "Authorised by"):
        assert wanted in found


def test_a_report_marked_official_is_not_printed_as_more(tmp_path: Path) -> None:
    found = written(tmp_path, filled({**REPORT, "/data/report/marking": "official"}))
    assert "OFFICIAL-SENSITIVE" not in found
    assert "OFFICIAL" in found


def test_what_is_for_the_vault_alone_stays_there(tmp_path: Path) -> None:
    found = written(tmp_path, filled(REPORT))
    for kept in ("DC 2222", "asked to find it out", "She fears"):
        assert kept not in found


def test_what_an_amendment_took_out_does_not_leave(tmp_path: Path) -> None:
    before = filled({**REPORT, "/data/items[1]/item": "Zuzanna of flat 9 said so."})
    found = written(tmp_path, before, filled(REPORT))
    assert "Zuzanna" not in found
    assert b"Zuzanna" not in (tmp_path / "out.pdf").read_bytes()


def test_a_paper_of_another_form_is_refused() -> None:
    assert kinds_of("intelligence_report")[0] == "intelligence_report"
    with pytest.raises(ValueError, match="encounter"):
        paper_of("intelligence_report", replace(records.document()))
