"""The shipped fonts are what `translations.fonts` says they are."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont

from translations import fonts

NAMES_OF_PEOPLE = [
    "Zoë Łukasz Đặng Thị Hồng Nhung Șerban Ţepeş Ağaoğlu Ólafur Jiří Krišjānis Ġużè",
    "Олександра Їжакевич Ђорђе Ѓорѓи Љубица Цветелина Нуралиева Ә ғ қ ң ө ұ ү һ",
    "Αλέξανδρος Ὀδυσσεύς Ϊ ΰ",
    "“quoted” ‘so’ – — … • → ← ↑ ↓ € £ ½ ° № ☐ ☑ ☒ ✓ ✗ ≤ ≥ ≠",
]


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_a_weight_bears_the_private_family_and_its_own_style(weight: str) -> None:
    names = TTFont(fonts.path(weight))["name"]
    assert names.getBestFamilyName() == fonts.FAMILY
    assert names.getBestSubFamilyName().lower() == weight
    assert "Noto" not in "".join(names.getDebugName(entry) or "" for entry in (1, 3, 4, 6, 16))


@pytest.mark.parametrize("weight", fonts.WEIGHTS)
def test_a_weight_is_lean_and_keeps_kerning_marks_and_composition(weight: str) -> None:
    font = TTFont(fonts.path(weight))
    assert fonts.path(weight).stat().st_size < 400_000
    features = {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        for record in font[table].table.FeatureList.FeatureRecord
    }
    assert {"ccmp", "locl", "kern", "mark", "mkmk"} <= features


@pytest.mark.parametrize("text", NAMES_OF_PEOPLE)
def test_names_and_signs_are_covered_composed_and_decomposed(text: str) -> None:
    for form in ("NFC", "NFD"):
        missing = [c for c in unicodedata.normalize(form, text) if not fonts.covers(c)]
        assert missing == []


def test_coverage_is_what_all_weights_share() -> None:
    shared = set.intersection(*(set(TTFont(fonts.path(w)).getBestCmap()) for w in fonts.WEIGHTS))
    assert {code for code in range(0x20, 0x20000) if fonts.covers(chr(code), fonts.FAMILY)} == {
        code for code in shared if code >= 0x20
    }


@pytest.mark.parametrize("character", ["\n", "\x00", "ᠠ", "\U0001f600"])
def test_what_no_font_draws_is_not_covered(character: str) -> None:
    assert not fonts.covers(character)


def test_an_unknown_weight_is_refused() -> None:
    with pytest.raises(KeyError):
        fonts.path("thin")


def test_the_licence_lies_beside_the_fonts() -> None:
    licence = fonts.path("regular").with_name("OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
