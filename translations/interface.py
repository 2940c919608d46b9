"""The interface's texts in the officer's language, through gettext catalogs."""

import gettext
from pathlib import Path

_CATALOGS = Path(__file__).parent / "catalogs"
_DOMAIN = "interface"
_catalog: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak `language` (a BCP 47 tag) from now on; English where a text has no translation."""
    global _catalog
    _catalog = gettext.translation(_DOMAIN, _CATALOGS, [language.replace("-", "_")], fallback=True)


def _(message: str) -> str:
    """The text of `message` (its English wording) in the language in use."""
    return _catalog.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The plural form of a text that fits `count`, with `{count}` left for the caller to fill."""
    return _catalog.ngettext(one, many, count)
