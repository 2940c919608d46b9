"""The interface's texts in the officer's language, through gettext catalogs."""

import base64
import gettext
import io

from translations.compiled import kept, key_of
from translations.interface_catalogs import FOLDER, pseudo

ENGLISH = "en"
LANGUAGES = {"en": "English", "cy": "Cymraeg"}
"""The languages an officer may choose, by their own names."""

_catalog: gettext.NullTranslations = gettext.NullTranslations()
_language = ENGLISH


def use(language: str) -> None:
    """Speak `language` (a BCP 47 tag) from now on; English where a text has no translation.

    `qps-ploc` is English made long and accented, and `qps-plocm` the same from right to left: with
    them one sees which texts are in no catalog, and which windows have no room.
    """
    global _catalog, _language
    _language = language
    if language in pseudo.TAGS:
        _catalog = pseudo.Pseudo()
        return
    source = FOLDER / f"{language}.po"
    _catalog = _read(language) if source.is_file() else gettext.NullTranslations()


def language() -> str:
    """The tag of the language in use."""
    return _language


def form_language() -> str:
    """The language in which forms are shown to the officer: English or Welsh."""
    return _language if _language in LANGUAGES else ENGLISH


def is_right_to_left() -> bool:
    """Whether the language in use is written from right to left."""
    return _language == pseudo.MIRRORED


def _(message: str) -> str:
    """The text of `message` (its English wording) in the language in use."""
    return _catalog.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The plural form of a text that fits `count`, with `{count}` left for the caller to fill."""
    return _catalog.ngettext(one, many, count)


def compile_all() -> None:
    """Read every catalog once, so that none is read slowly in use."""
    for source in sorted(FOLDER.glob("*.po")):
        _read(source.stem)


def _read(language: str) -> gettext.GNUTranslations:
    """The catalog of `language`, kept as gettext reads it fastest; made anew when it changes."""
    source = (FOLDER / f"{language}.po").read_bytes()

    def make() -> str:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        made = io.BytesIO()
        write_mo(made, read_po(io.BytesIO(source)))
        return base64.b64encode(made.getvalue()).decode("ascii")

    found = base64.b64decode(kept(f"interface-{language}", key_of(source), make))
    return gettext.GNUTranslations(io.BytesIO(found))
