"""The interface's catalogs: in step with the code, whole, and safe in place of the English."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

import desktop
import exports
from translations import interface
from translations.extracting import TEMPLATE, blank, extracted, fill, left, read
from translations.interface_catalogs import FOLDER

CATALOGS = sorted(FOLDER.glob("*.po"))
_FIELD = re.compile(r"{[^{}]*}")
_ENDINGS = (":", "…", "?", ".", ")")
_MNEMONIC = re.compile(r"&\w")
_MASKS = re.compile(r"\(\*[^)]*\)")


def identities(catalog: Catalog) -> set[str | tuple[str, ...]]:
    """The English texts of a catalog, those that count with both their forms."""
    return {
        message.id if isinstance(message.id, str) else tuple(message.id)
        for message in catalog
        if message.id
    }


def pairs(message: Message) -> list[tuple[set[str], str]]:
    """Each text of `message`, with the English wordings that it may stand for."""
    if isinstance(message.id, str):
        return [({message.id}, str(message.string))]
    one, many = message.id
    return [
        ({one, many} if place == 1 else {many}, text) for place, text in enumerate(message.string)
    ]


@pytest.fixture(params=CATALOGS, ids=lambda path: path.stem)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """One of the interface's catalogs."""
    path: Path = request.param
    return read(path)


def test_the_template_holds_what_the_code_holds() -> None:
    assert identities(read(TEMPLATE)) == identities(extracted()), (
        "run: python -m translations.extracting"
    )


def test_no_text_hides_within_another() -> None:
    """Whoever extracts the texts does not see one inside an f-string (Python 3.11)."""
    hidden = [
        f"{file.name}: {ast.unparse(call)}"
        for room in (desktop, exports)
        for file in Path(str(room.__file__)).parent.rglob("*.py")
        for joined in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ("_", "ngettext")
    ]
    assert hidden == []


def test_a_catalog_holds_what_the_template_holds(catalog: Catalog) -> None:
    assert identities(catalog) == identities(read(TEMPLATE))


def test_no_text_is_left(catalog: Catalog) -> None:
    assert [message.id for message in left(catalog)] == []


def test_a_text_that_came_to_count_is_left_until_it_is_read_again() -> None:
    catalog = Catalog(locale="cy")
    catalog.add(("1 note", "{count} notes"), ("{count} nodyn",) * catalog.num_plurals)
    catalog["1 note"].flags.add("fuzzy")
    assert blank(catalog) == {"1 note": [""] * catalog.num_plurals}
    fill(catalog, {"1 note": ["{count} nodyn"] * catalog.num_plurals})
    assert list(left(catalog)) == []


def test_every_text_has_the_fields_of_its_english(catalog: Catalog) -> None:
    wrong = [
        (text, english)
        for message in catalog
        for english, text in pairs(message)
        if Counter(_FIELD.findall(text)) not in [Counter(_FIELD.findall(each)) for each in english]
    ]
    assert wrong == []


def test_every_text_ends_as_its_english_does(catalog: Catalog) -> None:
    def ending(text: str) -> str:
        last = text.rstrip('”"')[-1:]
        return last if last in _ENDINGS else ""

    wrong = [
        (text, english)
        for message in catalog
        if message.id
        for english, text in pairs(message)
        if ending(text) not in map(ending, english) or text != text.strip()
    ]
    assert wrong == []


def test_a_text_has_one_mnemonic_where_its_english_has_one(catalog: Catalog) -> None:
    wrong = [
        text
        for message in catalog
        for english, text in pairs(message)
        if len(_MNEMONIC.findall(text)) != len(_MNEMONIC.findall(min(english)))
    ]
    assert wrong == []


def test_no_file_mask_is_translated(catalog: Catalog) -> None:
    for message in catalog:
        for english, text in pairs(message):
            assert _MASKS.findall(text) == _MASKS.findall(min(english))


def test_the_head_says_that_it_is_a_draft(catalog: Catalog) -> None:
    assert "draft" in catalog.header_comment
    assert catalog.last_translator == "draft"


def test_welsh_has_five_forms_and_chooses_among_them() -> None:
    assert read(FOLDER / "cy.po").num_plurals == 5
    one, many = "{count} link", "{count} links"
    interface.use("cy")
    try:
        said = [interface.ngettext(one, many, count) for count in (0, 1, 2, 3, 4, 6, 7)]
    finally:
        interface.use(interface.ENGLISH)
    noun = [text.removeprefix("{count} ") for text in said]
    assert noun == [
        "cysylltiad",
        "cysylltiad",
        "gysylltiad",
        "chysylltiad",
        "cysylltiad",
        "chysylltiad",
        "cysylltiad",
    ]


def test_what_is_left_can_be_filled_in() -> None:
    catalog = Catalog(locale="cy")
    catalog.add("Open", "")
    catalog.add(("{count} note", "{count} notes"), ("",) * catalog.num_plurals)
    room = blank(catalog)
    assert room == {"Open": "", "{count} note": [""] * catalog.num_plurals}
    fill(catalog, {"Open": "Agor", "{count} note": ["{count} nodyn"] * catalog.num_plurals})
    assert list(left(catalog)) == []
    with pytest.raises(ValueError, match="plural forms"):
        fill(catalog, {"{count} note": ["{count} nodyn"]})
