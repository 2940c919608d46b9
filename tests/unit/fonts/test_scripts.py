"""Every script of the cards, and of the names in notes, has its shipped font."""

import pytest
from fontTools.ttLib import TTFont

from translations import fonts
from translations.fonts.scripts import SCRIPTS, characters
from translations.languages import LANGUAGES

TEXTS = {
    "Arabic": ("ar", "لديكِ الحق في المساعدة، متى شئتِ؟ می‌توانید پ چ ژ گ ک ی ۰۱۲۳۴۵۶۷۸۹ ڕ ڵ ێ ۆ ە ڤ"),
    "Nastaliq": ("ur", "آپ کو مفت اور خفیہ مدد کا حق ہے۔ ٹ ڈ ڑ ں ے ۓ ہ ھ"),
    "Devanagari": ("hi", "आपको निःशुल्क सहायता पाने का अधिकार है। क्षति"),
    "Bengali": ("bn", "আপনার বিনামূল্যে ও গোপনীয় সাহায্য পাওয়ার অধিকার আছে"),
    "Gurmukhi": ("pa", "ਤੁਹਾਨੂੰ ਮੁਫ਼ਤ ਅਤੇ ਗੁਪਤ ਮਦਦ ਲੈਣ ਦਾ ਹੱਕ ਹੈ"),
    "Thai": ("th", "คุณมีสิทธิได้รับความช่วยเหลือ ที่นี่ น้ำ"),
    "Ethiopic": ("am", "ነጻን ምስጢራውን ሓገዝ ናይ ምርካብ መሰል ኣለኩም።"),
    "Hebrew": ("he", "יש לך זכות לעזרה"),
    "SC": ("zh-Hans", "您有权获得免费和保密的帮助。“请致电”（全天）"),
    "TC": ("zh-Hant", "您有權獲得免費和保密的幫助。「傳譯員」"),
    "JP": ("ja", "さくらサクラ"),
    "KR": ("ko", "귀하는 무료로 도움을 받을 권리가 있습니다 뷁"),
}
"""A language and a text that its own family draws whole, spaces and joiners aside."""


@pytest.mark.parametrize("script", TEXTS)
def test_a_language_asks_its_own_family_first(script: str) -> None:
    language, text = TEXTS[script]
    family = f"{fonts.FAMILY} {script}"
    assert fonts.families(language)[0] == family
    assert sorted(fonts.families(language)) == sorted(fonts.FAMILIES)
    assert fonts.needed(text.replace("\u200c", ""), language) == (family,)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_files_bear_the_private_name_and_are_what_coverage_says(script: object) -> None:
    family = f"{fonts.FAMILY} {script.name}"
    with TTFont(fonts.path("regular", family)) as regular:
        names = regular["name"]
        codes = {code for code in regular.getBestCmap() if code >= 0x20}
    assert names.getBestFamilyName() == family
    assert "Noto" not in "".join(names.getDebugName(entry) or "" for entry in (1, 3, 4, 6, 16))
    assert "Open Font License" in names.getDebugName(13)
    assert {code for code in range(0x20, 0x30000) if fonts.covers(chr(code), family)} == codes
    assert len(fonts.files(family)) == (2 if script.bold else 1)
    if script.fill:  # Noto's own subsets lack a few that are hardly ever met
        assert len(characters(script.fill) - codes) < 40


def test_latin_needs_no_other_family() -> None:
    for language in LANGUAGES:
        if language.script in ("Latn", "Cyrl", "Grek"):
            assert fonts.families(language.code)[0] == fonts.FAMILY
            assert fonts.needed(language.name, language.code) == (fonts.FAMILY,)
        else:
            assert fonts.needed(language.name, language.code)[0] != fonts.FAMILY


def test_names_in_an_english_note_find_their_families() -> None:
    found = fonts.needed("Ana, 王喆堃, ก, สมชาย, 박, さくら, 桜, عباس", "en")
    assert found[0] == fonts.FAMILY
    assert {f.rpartition(" ")[2] for f in found} == {"Sans", "Arabic", "Thai", "SC", "JP", "KR"}


def test_no_font_draws_everything_and_none_is_invented() -> None:
    assert not fonts.covers("ᠠ")
    with pytest.raises(KeyError):
        fonts.path("regular", "Fieldbook Sans Runic")
    with pytest.raises(KeyError):
        fonts.path("thin", fonts.FAMILIES[1])
