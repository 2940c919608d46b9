"""The catalogs as they are read while Fieldbook runs: one language in a millisecond."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from translations import cards, compiled
from translations.breaking import broken
from translations.cards import Card, Message
from translations.cards.kept import key as key_of_cards
from translations.catalogs.status import Status
from translations.direction import isolated
from translations.languages import ENGLISH, LANGUAGES, TRANSLATED, Language, language

FOLDER = Path(__file__).parent
FORMS = "forms.pot"


class Catalog:
    """What is said in one language.

    A text whose English has changed since counts as missing, as do those without a translation.
    """

    def __init__(self, language: Language, texts: Mapping[str, tuple[str, int]]) -> None:
        """`texts` holds each translation with its status, by the message's id."""
        self.language = language
        self._texts = texts

    def text(self, id: str) -> str | None:
        """The translation of a message; None where there is none, or in English."""
        found = self._texts.get(id)
        return found[0] if found else None

    def status(self, ids: Iterable[str]) -> Status:
        """How far these messages have come: as far as the least of them."""
        return min((self.status_of(id) for id in ids), default=Status.APPROVED)

    def status_of(self, id: str) -> Status:
        """How far one message has come; English is as approved as it can be."""
        if self.language is ENGLISH:
            return Status.APPROVED
        found = self._texts.get(id)
        return Status(found[1]) if found else Status.MISSING

    def status_of_card(self, card: Card) -> Status:
        """How far a card has come."""
        return self.status(card.message(block) for block in card.blocks)

    def texts(self, start: str = "") -> dict[str, str]:
        """Every translation whose message's id begins with `start`."""
        return {id: text for id, (text, _) in self._texts.items() if id.startswith(start)}


class Catalogs:
    """All languages, from PO files that are compiled when they have changed."""

    def __init__(self, folder: Path = FOLDER, keep_in: Path = compiled.FOLDER) -> None:
        """`folder` holds the PO files, `keep_in` what is made of them."""
        self._folder = folder
        self._keep_in = keep_in
        self._open: dict[str, Catalog] = {}
        self._english: str | None = None

    def get(self, code: str) -> Catalog:
        """The catalog of a language, empty where it has no file.

        Raises UnknownLanguage, and CatalogDamaged for a file that cannot be read.
        """
        asked = language(code)
        if asked.code not in self._open:
            self._open[asked.code] = Catalog(asked, self._texts(asked))
        return self._open[asked.code]

    def all(self) -> tuple[Catalog, ...]:
        """Every language, English first."""
        return tuple(self.get(each.code) for each in LANGUAGES)

    def compile_all(self) -> None:
        """Make what is kept of every catalog, as the build does."""
        self.all()

    def key(self) -> str:
        """Differs whenever any catalog does; forms are merged anew then."""
        paths = [self._path(each) for each in TRANSLATED]
        return compiled.key_of(
            self._key_of_english(), *(path.read_bytes() for path in paths if path.is_file())
        )

    def of_form(self, form_id: str) -> dict[str, dict[str, str]]:
        """The translations of a form, by language as XLSForm names it (`Romanian (ro)`)."""
        start = f"form.{form_id}."
        found = {each.form_name: self.get(each.code).texts(start) for each in TRANSLATED}
        return {
            each.form_name: {
                id: isolated(text) if each.right_to_left else text
                for id, text in found[each.form_name].items()
            }
            for each in TRANSLATED
            if found[each.form_name]
        }

    def _path(self, asked: Language) -> Path:
        return self._folder / f"{asked.code}.po"

    def _texts(self, asked: Language) -> Mapping[str, tuple[str, int]]:
        path = self._path(asked)
        if asked is ENGLISH or not path.is_file():
            return {}
        key = compiled.key_of(self._key_of_english(), path.read_bytes())
        found: dict[str, Any] = compiled.kept(
            asked.code, key, lambda: self._made(path, asked), self._keep_in
        )
        return {id: (text, status) for id, (text, status) in found.items()}

    def _made(self, path: Path, asked: Language) -> dict[str, tuple[str, int]]:
        from translations.catalogs.entries import read

        english = {message.id: message.text for message in messages()}
        return {
            id: (broken(entry.text, asked.code), int(entry.status))
            for id, entry in read(path).entries.items()
            if entry.text and english.get(id) == entry.source
        }

    def _key_of_english(self) -> str:
        if self._english is None:
            template = (FOLDER / FORMS).read_bytes()
            self._english = compiled.key_of(key_of_cards(), template)
        return self._english


def messages(language: Language | None = None) -> tuple[Message, ...]:
    """All texts that a language needs, in reading order: cards, phrases, frame, forms.

    The forms' own sheets are in Welsh already, so that its catalog has none of them.
    """
    from translations.catalogs.template import read_template

    of_forms = () if language is not None and language.code in WITH_FORMS else read_template()
    return (*cards.default().messages(), *of_forms)


WITH_FORMS = frozenset({"cy"})
"""Languages in which the forms are written besides English."""


@cache
def default() -> Catalogs:
    """The catalogs that ship with the notebook."""
    return Catalogs()
