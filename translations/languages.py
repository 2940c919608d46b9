"""The languages that cards speak: code, own name, English name and script, in one table."""

from typing import NamedTuple

RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})
"""Scripts that are written from the right."""


class Language(NamedTuple):
    """One language of the cards.

    Attributes:
        code: BCP 47 tag, as `ro`, `pt-BR`, `zh-Hans`, `ckb`.
        name: its own name in its own script, as its readers look for it.
        english: its English name, for the officer.
        script: ISO 15924 code of the script that it is written in.
    """

    code: str
    name: str
    english: str
    script: str

    @property
    def right_to_left(self) -> bool:
        """Whether its lines begin at the right."""
        return self.script in RIGHT_TO_LEFT

    @property
    def form_name(self) -> str:
        """Its name in a form's columns, as XLSForm writes it: `Romanian (ro)`."""
        return f"{self.english} ({self.code})"

    @property
    def locale(self) -> str:
        """The code as gettext and Babel write it: `pt_BR`."""
        return self.code.replace("-", "_")


ENGLISH = Language("en", "English", "English", "Latn")

TRANSLATED: tuple[Language, ...] = (
    Language("cy", "Cymraeg", "Welsh", "Latn"),
    Language("ro", "Română", "Romanian", "Latn"),
    Language("pt-BR", "Português (Brasil)", "Portuguese, Brazil", "Latn"),
    Language("zh-Hans", "简体中文", "Chinese, simplified", "Hans"),
    Language("zh-Hant", "繁體中文", "Chinese, traditional", "Hant"),
    Language("th", "ไทย", "Thai", "Thai"),
    Language("es", "Español", "Spanish", "Latn"),
    Language("hu", "Magyar", "Hungarian", "Latn"),
    Language("bg", "Български", "Bulgarian", "Cyrl"),
    Language("pl", "Polski", "Polish", "Latn"),
    Language("sq", "Shqip", "Albanian", "Latn"),
    Language("vi", "Tiếng Việt", "Vietnamese", "Latn"),
    Language("ru", "Русский", "Russian", "Cyrl"),
    Language("uk", "Українська", "Ukrainian", "Cyrl"),
    Language("lt", "Lietuvių", "Lithuanian", "Latn"),
    Language("lv", "Latviešu", "Latvian", "Latn"),
    Language("cs", "Čeština", "Czech", "Latn"),
    Language("sk", "Slovenčina", "Slovak", "Latn"),
    Language("it", "Italiano", "Italian", "Latn"),
    Language("fr", "Français", "French", "Latn"),
    Language("tr", "Türkçe", "Turkish", "Latn"),
    Language("el", "Ελληνικά", "Greek", "Grek"),
    Language("ar", "العربية", "Arabic", "Arab"),
    Language("fa", "فارسی", "Farsi", "Arab"),
    Language("ckb", "کوردی (سۆرانی)", "Kurdish, Sorani", "Arab"),
    Language("ur", "اردو", "Urdu", "Arab"),
    Language("pa", "ਪੰਜਾਬੀ", "Punjabi", "Guru"),
    Language("hi", "हिन्दी", "Hindi", "Deva"),
    Language("bn", "বাংলা", "Bengali", "Beng"),
    Language("ti", "ትግርኛ", "Tigrinya", "Ethi"),
    Language("am", "አማርኛ", "Amharic", "Ethi"),
    Language("so", "Soomaali", "Somali", "Latn"),
)
"""In the order of need that `docs/translating.md` explains."""

LANGUAGES: tuple[Language, ...] = (ENGLISH, *TRANSLATED)
"""English, in which everything is written first, and the 32 that it is translated into."""

_BY_CODE = {language.code: language for language in LANGUAGES}


class UnknownLanguage(LookupError):
    """No card speaks this language."""


def language(code: str) -> Language:
    """The language of that BCP 47 tag; raises UnknownLanguage."""
    found = _BY_CODE.get(code.replace("_", "-"))
    if found is None:
        known = ", ".join(_BY_CODE)
        raise UnknownLanguage(f"There are no cards in “{code}”, only in: {known}.")
    return found
