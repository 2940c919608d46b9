"""The table of languages agrees with what is known of them elsewhere."""

from __future__ import annotations

import pytest
from babel import Locale

from translations.languages import (
    ENGLISH,
    LANGUAGES,
    TRANSLATED,
    Language,
    UnknownLanguage,
    language,
)

OWN_NAMES = {
    "pt-BR": "Português (Brasil)",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "ckb": "کوردی (سۆرانی)",
}
"""What Babel writes in another way: it has no space before a bracket, or another name."""


def test_there_are_32_beside_english() -> None:
    assert len(TRANSLATED) == 32
    assert LANGUAGES[0] is ENGLISH
    assert len({each.code for each in LANGUAGES}) == len({each.name for each in LANGUAGES}) == 33


@pytest.mark.parametrize("each", LANGUAGES, ids=lambda each: each.code)
def test_names_and_direction_are_babels(each: Language) -> None:
    locale = Locale.parse(each.locale)
    own = locale.languages.get(each.locale) or locale.get_display_name() or ""
    assert each.name == OWN_NAMES.get(each.code, own[:1].upper() + own[1:])
    assert each.right_to_left == (locale.text_direction == "rtl")


def test_a_language_is_found_by_its_tag() -> None:
    assert language("pt-BR").english == "Portuguese, Brazil"
    assert language("zh_Hans").form_name == "Chinese, simplified (zh-Hans)"
    with pytest.raises(UnknownLanguage, match="There are no cards in “xx”"):
        language("xx")
