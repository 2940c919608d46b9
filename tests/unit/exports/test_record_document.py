"""A record's document holds every answer, every amendment and every hash, and nothing invented."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from exports import MissingGlyph, RecordDocument, export_record
from forms import Library, read
from tests.unit.exports import records
from tests.unit.exports.reading import pages, text


def printed(doc: RecordDocument, folder: Path) -> str:
    export_record(doc, folder / "out.pdf")
    return text(folder / "out.pdf")


def test_every_filled_line_stands_with_its_label(tmp_path: Path) -> None:
    doc = records.document()
    found = printed(doc, tmp_path)
    lines = read(doc.form, doc.versions[0].content, "en")
    assert len(lines) > 15
    for line in lines:
        assert " ".join(line.label.split()) in found
        if line.type not in ("dateTime", "repeat"):
            assert " ".join(line.text.split()) in found


def test_both_times_stand_with_their_offset_author_force_and_reference(tmp_path: Path) -> None:
    found = printed(records.document(), tmp_path)
    assert "When it happened" in found
    assert "Saturday 21 November 2026 22:50 (UTC+00:00)" in found
    assert "When it was written" in found
    assert "Saturday 21 November 2026 23:12 (UTC+00:00)" in found
    assert "Produced 23 Nov 2026 10:00 (UTC+01:00)" in found
    for fact in ("PC 0000 A. Sample", "Sample Force", "FB-7F3A-02", "OFFICIAL-SENSITIVE"):
        assert fact in found


def test_the_time_of_the_event_is_not_printed_twice(tmp_path: Path) -> None:
    assert printed(records.document(), tmp_path).count("When it happened") == 1


def test_a_record_without_a_time_says_so(tmp_path: Path) -> None:
    answers = {k: v for k, v in records.ANSWERS.items() if k != "/data/event_time"}
    only = records.version(1, records.engine(answers).draft(), event=None)
    assert "Not said" in printed(records.document(only), tmp_path)


def test_the_hash_of_each_version_stands_whole(tmp_path: Path) -> None:
    doc = records.amended({"/data/meeting/interpreter": "none"}, "Misheard.")
    found = printed(doc, tmp_path)
    for version in doc.versions:
        assert version.hash in found


def test_a_record_never_amended_shows_no_mark(tmp_path: Path) -> None:
    export_record(records.document(), tmp_path / "out.pdf")
    assert "Amended" not in text(tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        operators = {str(o) for page in pdf.pages for _, o in pikepdf.parse_content_stream(page)}
    assert "re" not in operators


def test_an_amended_answer_keeps_the_old_words_and_says_who_when_and_why(tmp_path: Path) -> None:
    said = records.SAID.replace("she only", "he only")
    doc = records.amended({"/data/words/said": said}, "Read back with her by telephone.")
    found = printed(doc, tmp_path)
    assert "“I write the advert, she he only books the flat.”" in found
    assert "Amended in version 2" in found
    assert "Amended once." in found
    assert "Reason: Read back with her by telephone." in found
    assert "Sunday 22 November 2026, 23:12 (UTC+00:00)" in found
    assert "Amended: What was said" in found


def test_an_answer_taken_out_stays_struck(tmp_path: Path) -> None:
    doc = records.amended({"/data/support/wishes": ""}, "Entered in error.")
    found = printed(doc, tmp_path)
    assert "Somewhere to park nearer the door." in found
    assert "Taken out in version 2" in found


def test_an_answer_given_later_is_shown_as_added(tmp_path: Path) -> None:
    doc = records.amended({"/data/meeting/pronouns": "she, her"}, "Asked.")
    found = printed(doc, tmp_path)
    assert "she, her Added in version 2" in found


def test_an_amended_time_shows_both(tmp_path: Path) -> None:
    doc = records.amended({"/data/event_time": "2026-11-21T21:30:00.000+00:00"}, "Clock.")
    first, second = doc.versions
    second = replace(second, event_time=records.HAPPENED - timedelta(minutes=80))
    found = printed(replace(doc, versions=(first, second)), tmp_path)
    assert "22:50" in found
    assert "21:30" in found


def test_labels_and_dates_speak_the_language_of_the_document(tmp_path: Path) -> None:
    found = printed(replace(records.document(), language="cy"), tmp_path)
    assert "Tachwedd" in found
    assert "Beth ddywedwyd" in found


def test_a_character_no_font_covers_is_named_with_its_question(tmp_path: Path) -> None:
    filled = records.engine()
    filled.set("/data/words/observed", "A sign that read ᠠ.")
    with pytest.raises(MissingGlyph) as caught:
        printed(records.document(records.version(1, filled.draft())), tmp_path)
    assert caught.value.character == "ᠠ"
    assert caught.value.where == "What was seen"
    assert list(tmp_path.iterdir()) == []


def test_instances_of_a_repeat_are_numbered_when_there_are_several(tmp_path: Path) -> None:
    filled = records.engine()
    filled.add("/data/present")
    filled.set("/data/present[2]/who", "interpreter")
    found = printed(records.document(records.version(1, filled.draft())), tmp_path)
    assert "Somebody else there 1" in found
    assert "Somebody else there 2" in found


def test_forty_pages_stay_in_order_and_repeat_the_label(tmp_path: Path) -> None:
    filled = records.engine()
    filled.set("/data/words/said", "\n\n".join(f"“Sentence {n}.”" for n in range(1200)))
    export_record(records.document(records.version(1, filled.draft())), tmp_path / "out.pdf")
    read_back = pages(tmp_path / "out.pdf")
    assert len(read_back) > 30
    assert sum("What was said (continued)" in page for page in read_back) > 25
    found = re.findall(r"“Sentence (\d+)\.”", " ".join(read_back))
    assert found == [str(n) for n in range(1200)]


def test_no_section_stands_without_an_answer_under_it(tmp_path: Path) -> None:
    for lines in range(4, 60, 4):
        filled = records.engine()
        filled.set("/data/support/wishes", "\n".join(["A line of wishes."] * lines))
        export_record(records.document(records.version(1, filled.draft())), tmp_path / "out.pdf")
        with pikepdf.open(tmp_path / "out.pdf") as pdf:
            headings = {str(item.title) for item in pdf.open_outline().root}
        for page in pages(tmp_path / "out.pdf"):
            *body, _, _, _, _, _, _ = page.split("\n")  # head and foot are drawn last
            assert body[-1] not in headings


def test_a_document_of_every_form_in_the_library_can_be_made(tmp_path: Path) -> None:
    for summary in Library.default().forms():
        blank = records.engine({}, summary.id)
        doc = records.document(records.version(1, blank.draft()), form_id=summary.id)
        assert summary.title in printed(doc, tmp_path)


def test_the_outline_leads_to_the_sections(tmp_path: Path) -> None:
    export_record(records.document(), tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf, pdf.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
    assert "What was said and seen" in titles
    assert titles[-2:] == ["History", "About this document"]


def test_equal_records_give_equal_files(tmp_path: Path) -> None:
    content = records.engine().draft()
    for name in ("a.pdf", "b.pdf"):
        export_record(records.document(records.version(1, content)), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
