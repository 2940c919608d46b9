"""The pocket plan gives nobody away; the full plan, contract and referral hold what they must."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from exports import DocumentFile, PaperRefused, RecordDocument
from exports.papers import contact_log, export_paper, paper_of
from tests.unit.exports import records
from tests.unit.exports.reading import text

PLAN = {
    "/data/event_time": "2026-11-20T21:00:00.000+00:00",
    "/data/start/outcome": "made",
    "/data/start/paper_safe": "yes",
    "/data/start/exit_asked_by_her": "yes",
    "/data/start/path": "stay leave",
    "/data/plan/always/code_word": "Ananas, am uitat umbrela",
    "/data/plan/always/trusted": "M., și vecina",
    "/data/plan/stay/ways_out": "Back door; the key hangs on the left.",
    "/data/plan/leaving/leaving_bag": "With M.",
    "/data/plan/from_police/police_do": "Ring before you come, in plain clothes.",
    "/data/kept/holder": "herself",
    "/data/kept/keep_text": "yes",
    "/data/kept/keep_agreed": "Yes, keep it.",
    "/data/kept/keep_asked": "english",
}
LOUD = re.compile("police|sex work|prostitut|Sample Force|OFFICIAL|FB-7F3A|Ring before", re.I)


def of(form: str, answers: dict[str, str]) -> RecordDocument:
    content = records.engine(answers, form).draft()
    return records.document(records.version(1, content), form_id=form)


def written(folder: Path, kind: str, form: str, answers: dict[str, str]) -> str:
    export_paper(paper_of(kind, of(form, answers)), folder / "out.pdf")
    return text(folder / "out.pdf")


def bytes_of(path: Path) -> str:
    """The file, with every stream taken out of its compression, metadata included."""
    plain = io.BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all)
    return plain.getvalue().decode("latin-1")


def test_her_words_are_there_and_nothing_that_tells_where_they_are_from(tmp_path: Path) -> None:
    found = written(tmp_path, "pocket_plan", "safety_plan", PLAN)
    for wanted in ("Ananas, am uitat umbrela", "M., și vecina", "Back door", "With M."):
        assert wanted in found
    assert not LOUD.search(found)
    assert not LOUD.search(bytes_of(tmp_path / "out.pdf"))


@pytest.mark.parametrize("said", ["no", "unsure", ""])
def test_it_is_not_written_unless_paper_is_safe(said: str) -> None:
    with pytest.raises(PaperRefused, match="Paper is not said to be safe"):
        paper_of("pocket_plan", of("safety_plan", {**PLAN, "/data/start/paper_safe": said}))


@pytest.mark.parametrize("word", ["The police know", "poliția știe", "because of sex work"])
def test_a_word_that_would_give_her_away_stops_it(word: str) -> None:
    answers = {**PLAN, "/data/plan/always/trusted": word}
    with pytest.raises(PaperRefused, match="Who I trust"):
        paper_of("pocket_plan", of("safety_plan", answers))


def test_a_plan_whose_text_left_with_her_has_nothing_to_print(tmp_path: Path) -> None:
    kept = {path: value for path, value in PLAN.items() if "/plan/" not in path}
    with pytest.raises(PaperRefused, match="no words of hers"):
        paper_of("pocket_plan", of("safety_plan", kept))
    assert "The text left with her" in written(tmp_path, "safety_plan", "safety_plan", kept)


def test_the_full_plan_holds_what_she_asks_of_the_police(tmp_path: Path) -> None:
    found = written(tmp_path, "safety_plan", "safety_plan", PLAN)
    for wanted in ("Ring before you come", "Yes, keep it.", "Ananas", "OFFICIAL-SENSITIVE"):
        assert wanted in found


def test_the_pocket_plan_speaks_the_language_that_is_asked_for(tmp_path: Path) -> None:
    document = of("safety_plan", PLAN)
    welsh = replace(document, language="cy")
    export_paper(paper_of("pocket_plan", welsh), tmp_path / "out.pdf")
    found = text(tmp_path / "out.pdf")
    assert "Y cynllun" in found
    assert "My code word" not in found
    assert "heddlu" not in found.lower()


def test_the_contract_names_the_limits_and_leaves_room_to_sign(tmp_path: Path) -> None:
    answers = {
        "/data/contact/officer": "PC 0000 A. Sample",
        "/data/contact/words": "Say it is the library.",
        "/data/limits/limits_explained": "yes",
    }
    found = written(tmp_path, "victim_contract", "victim_contract", answers)
    for wanted in ("Say it is the library.", "Nobody can promise silence", "Yours", "Date"):
        assert wanted in found


def test_a_signature_made_on_screen_is_printed(tmp_path: Path) -> None:
    png = Path("docs/pictures").glob("*.png")
    signature = DocumentFile(
        "1.png", "Hers", "PNG", "00" * 32, records.WRITTEN, "A", next(png).read_bytes()
    )
    document = of("victim_contract", {"/data/sign/her_signature": "1.png"})
    document = replace(document, files=(signature,))
    export_paper(paper_of("victim_contract", document), tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert sum(len(page.get_images()) for page in pdf.pages) == 1


def test_a_referral_says_that_it_refers_nothing(tmp_path: Path) -> None:
    answers = {"/data/account/happened": "Kept in a flat, without her papers."}
    found = written(tmp_path, "referral", "referral", answers)
    assert "Nothing is referred until the online form is sent." in found
    assert "Kept in a flat" in found
    assert found.index("What happened") < found.index("Kept in a flat")


def test_a_contact_log_stands_in_the_order_of_what_happened(tmp_path: Path) -> None:
    contacts = []
    for day, said in ((22, "second"), (20, "first")):
        content = records.engine({"/data/wishes_said/said": said}, "contact").draft()
        happened = records.HAPPENED.replace(day=day)
        contacts.append(
            records.document(records.version(1, content, event=happened), form_id="contact")
        )
    export_paper(contact_log(of("person", {}), contacts), tmp_path / "out.pdf")
    found = text(tmp_path / "out.pdf")
    assert "2 contacts" in found
    assert found.index("first") < found.index("second")
