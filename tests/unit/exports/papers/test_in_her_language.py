"""Papers in her language: discreet in all 32, English on request, nothing left out is in them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports import RecordDocument
from exports.papers import export_paper, paper_bytes, paper_of
from exports.papers.plan import _TELLING
from forms import FormEngine, Library
from forms.translating import texts
from tests.unit.exports import records
from tests.unit.exports.papers.test_pocket_plan import LOUD, PLAN, bytes_of
from tests.unit.exports.reading import text
from translations import catalogs
from translations.languages import TRANSLATED, Language

LIBRARY = Library.default(catalogs.default())
POLICE = re.compile(
    r"police|polic[ií]|poli[țţt]i|polis|poliz|policj|polit|rendőr|policaj|policij|heddlu|"
    r"полиц|поліц|αστυνομ|警|ตำรวจ|cảnh sát|شرط|پلیس|پولیس|पुलिस|পুলিশ|ਪੁਲਿਸ|ፖሊስ|booliis|پۆلیس|"
    r"sex|prostitu|проститу|性工作|性工作者",
    re.IGNORECASE,
)
"""Words that must not stand on a sheet that somebody may find, in the languages of the cards."""


def document(form: str, answers: dict[str, str], language: str, beside: str = "") -> RecordDocument:
    whole = LIBRARY.get(form)
    engine = FormEngine(whole, language="en", clock=lambda: records.WRITTEN)
    for path, value in answers.items():
        engine.set(path, value)
    return replace(
        records.document(records.version(1, engine.draft()), form_id=form),
        form=whole,
        language=language,
        beside=beside,
    )


@pytest.mark.parametrize("language", TRANSLATED, ids=lambda each: each.code)
def test_no_label_on_the_sheet_gives_her_away(language: Language) -> None:
    """Every label of the plan but the section on the police, in each language."""
    engine = FormEngine(LIBRARY.get("safety_plan"), language=language.code)
    asked = [
        state.label
        for path, state in engine.states().items()
        if path.startswith("/data/plan") and "/from_police" not in path
    ]
    assert len(asked) > 30
    loud = [label for label in asked if POLICE.search(label) or _TELLING.search(label)]
    assert not loud


@pytest.mark.parametrize("language", ["ar", "ro", "zh-Hans", "th", "ti", "so", "ur"])
def test_the_sheet_is_in_her_language_alone(tmp_path: Path, language: str) -> None:
    made = paper_of("pocket_plan", document("safety_plan", PLAN, language))
    export_paper(made, tmp_path / "1.pdf")
    found = text(tmp_path / "1.pdf")
    assert "My code word" not in found
    assert "Ananas" in found
    assert not LOUD.search(found)
    assert not LOUD.search(bytes_of(tmp_path / "1.pdf"))
    if language == "ro":
        assert "Cuvântul meu de cod" in found


def test_english_stands_beneath_on_request_and_a_draft_says_so(tmp_path: Path) -> None:
    asked = document("safety_plan", PLAN, "ro", beside="en")
    asked = replace(asked, draft=[("Aceasta este o ciornă.", "ro"), ("A police draft", "en")])
    export_paper(paper_of("pocket_plan", asked), tmp_path / "1.pdf")
    found = text(tmp_path / "1.pdf")
    assert found.index("Cuvântul meu de cod") < found.index("My code word")
    assert "Aceasta este o ciornă." in found
    assert "police" not in found  # not even where a banner would say it


def test_a_sheet_in_arabic_opens_from_the_right(tmp_path: Path) -> None:
    first = {}
    for language in ("ro", "ar"):
        made = paper_of("pocket_plan", document("safety_plan", PLAN, language))
        (tmp_path / f"{language}.pdf").write_bytes(paper_bytes(made))
        with pdfium.PdfDocument(tmp_path / f"{language}.pdf") as pdf:
            page = pdf[0].get_textpage()
            wide = pdf[0].get_width()
            left, right = page.get_text_bounded(right=wide / 2), page.get_text_bounded(wide / 2)
        first[language] = "left" if "Ananas" in left else "right" if "Ananas" in right else ""
    assert first == {"ro": "left", "ar": "right"}


WORDS = st.text("bcdfghjklmnpqrstvwxz", min_size=9, max_size=16)


@settings(max_examples=12)
@given(
    hers=WORDS,
    left_out=st.lists(WORDS, min_size=4, max_size=4, unique=True),
    language=st.sampled_from(["en", "ar", "ro", "hi"]),
)
def test_what_is_left_out_is_nowhere_in_the_file(
    tmp_path_factory: pytest.TempPathFactory, hers: str, left_out: list[str], language: str
) -> None:
    """Not in the text, nor in any stream or metadata, however a PDF writes letters."""
    paths = (
        "/data/plan/from_police/police_do",
        "/data/plan/from_police/police_do_not",
        "/data/kept/safe_contact",
        "/data/kept/keep_agreed",
    )
    answers = {**PLAN, "/data/plan/always/worries": hers, **dict(zip(paths, left_out, strict=True))}
    made = paper_of("pocket_plan", document("safety_plan", answers, language))
    path = tmp_path_factory.mktemp("sheet") / "1.pdf"
    path.write_bytes(paper_bytes(made))
    found, plain = text(path), bytes_of(path)
    assert hers in found
    for word in left_out:
        if word in hers:
            continue
        for written in _ways(word):
            assert written not in found
            assert written not in plain


def _ways(word: str) -> Sequence[str]:
    """A word as a PDF may hold it: plain, UTF-16, hexadecimal."""
    wide = word.encode("utf-16-be")
    return (word, wide.decode("latin-1"), word.encode().hex(), wide.hex(), wide.hex().upper())


CONTRACT = {
    "/data/event_time": "2026-11-20T21:00:00.000+00:00",
    "/data/contact/ways": "text",
    "/data/contact/words": "Spuneți că sunați de la bibliotecă.",
    "/data/limits/limits_explained": "yes",
    "/data/limits/withdrawal_explained": "yes",
    "/data/sign/her_signature_typed": "M. cu mâna mea",
    "/data/sign/sign_asked": "interpreter",
    "/data/sign/sign_interpreter": "interpreter 0000",
}


def test_the_contract_stands_in_her_language_with_english(tmp_path: Path) -> None:
    made = paper_of("victim_contract", document("victim_contract", CONTRACT, "ro", beside="en"))
    export_paper(made, tmp_path / "out.pdf")
    found = " ".join(text(tmp_path / "out.pdf").split())
    for wanted in (
        "M. cu mâna mea",
        "Puteți schimba sau încheia acest lucru oricând. Nu trebuie să spuneți de ce.",
        "You can change this or end it at any time. You need not say why.",
        "Nobody can promise silence",
        "Signatures",
        "Data",
        "interpreter 0000",
        "Text",
    ):
        assert wanted in found, wanted


def test_a_contract_that_was_ended_says_so(tmp_path: Path) -> None:
    ended = {**CONTRACT, "/data/ending/ended_by": "her", "/data/ending/ended_on": "2026-11-21"}
    made = paper_of("victim_contract", document("victim_contract", ended, "en"))
    export_paper(made, tmp_path / "out.pdf")
    found = text(tmp_path / "out.pdf")
    assert "If it was ended" in found
    assert "The person" in found


def test_every_text_that_she_reads_is_there_in_every_language() -> None:
    for form in ("safety_plan", "victim_contract"):
        ids = [each.id for each in texts(LIBRARY.get(form).xml)]
        for language in TRANSLATED:
            if language.code != "cy":  # its texts stand in the form's own sheets
                catalog = catalogs.default().get(language.code)
                assert all(catalog.text(id) for id in ids), (form, language.code)
