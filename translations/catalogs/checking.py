"""Checks all catalogs against the English and the fonts."""

from pathlib import Path

from translations import cards, fonts
from translations.catalogs.catalog import messages
from translations.catalogs.entries import FOLDER, CatalogDamaged, Written, path_of, read
from translations.catalogs.rules import Finding, check, names_of
from translations.languages import TRANSLATED, Language

NAMES = (
    "England Wales UK NRM MSVCC NUM ISVA IDVA SARC DLO SOLO NHS GP LGBT WhatsApp SMS QR PIN"
    " Sexual Assault Referral Centre Special Measures Local Council Home Office"
)
"""Official names and letters that stay as they are, besides those of the services."""


def check_all(folder: Path = FOLDER) -> tuple[Finding, ...]:
    """Everything that is wrong with any of the catalogs in `folder`.

    Raises CardErrors where the English itself is wrong: a paragraph without a source, say.
    """
    found: list[Finding] = []
    for each in TRANSLATED:
        try:
            found += check_language(each, read(path_of(each, folder)))
        except CatalogDamaged as error:
            found.append(Finding(each.code, "", "damaged", str(error)))
    return tuple(found)


def check_language(asked: Language, written: Written) -> tuple[Finding, ...]:
    """Everything that is wrong with one catalog."""
    services = (service.name for service in cards.default().services.values())
    names = names_of([NAMES, *services])
    return check(asked, written, messages(asked), names, covered)


def covered(character: str, asked: Language) -> bool:
    """Whether the shipped fonts draw a character of that language."""
    return any(fonts.covers(character, family) for family in fonts.families(asked.code))
