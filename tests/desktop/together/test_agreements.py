"""No agreement is recorded from a draft; refusing and taking back always are. (Rules of drafts.)"""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop import agreements
from desktop.definitions import library
from desktop.pages.writing import WritingPage
from desktop.theme.labels import Label
from desktop.together.choosing import ChoiceButtons
from desktop.together.signing import SignPad
from desktop.together.view import TogetherView
from forms import FormEngine
from tests.desktop.together.conftest import her_view
from translations.catalogs import Status, default
from translations.framing import words
from translations.languages import TRANSLATED

KEEP, HOW = "/data/kept/keep_text", "/data/kept/keep_asked"
SIGN, SIGN_HOW = "/data/sign/her_signature", "/data/sign/sign_asked"
LEFT = Qt.MouseButton.LeftButton
Write = Callable[[str], WritingPage]


@pytest.fixture
def approved(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Romanian as a force would have signed it off."""
    catalog = default().get("ro")
    texts = {id: (text, int(Status.APPROVED)) for id, (text, _s) in catalog._texts.items()}
    monkeypatch.setattr(catalog, "_texts", texts)
    agreements._status.cache_clear()
    yield
    agreements._status.cache_clear()


def choices(view: TogetherView) -> dict[str, str]:
    assert view.her_page is not None
    answer = view.her_page.findChild(ChoiceButtons)
    assert answer is not None
    return {choice.value: choice.label for choice in answer._choices}


def said(view: TogetherView) -> str:
    assert view.her_page is not None
    return "\n".join(label.text() for label in view.her_page.findChildren(Label))


@pytest.mark.parametrize("form", agreements.TOGETHER)
def test_every_translation_that_ships_is_a_draft(form: str) -> None:
    whole = library().get(form)
    assert agreements.status(whole, "en") is Status.APPROVED
    for each in TRANSLATED:
        assert not agreements.may_agree(whole, each.code)


def test_a_draft_offers_no_agreement_and_says_so(write: Write) -> None:
    page = write("safety_plan")
    view = her_view(page, "ro", KEEP)
    assert choices(view).keys() == {"no", "withdrawn"}
    assert words("no_agreement", "ro") in said(view)
    assert words("no_agreement", "en") in view.english.accessibleName()
    view.answer(KEEP, "yes")
    assert page.engine.node(KEEP).value == ""
    view.answer(KEEP, "no")
    assert page.engine.node(KEEP).value == "no"
    view.answer(KEEP, "withdrawn")
    assert page.engine.node(KEEP).value == "withdrawn"


def test_a_draft_takes_no_signature(write: Write) -> None:
    page = write("victim_contract")
    view = her_view(page, "ar", SIGN)
    assert view.her_page is not None
    assert view.her_page.findChild(SignPad) is None
    assert words("no_agreement", "ar") in said(view)
    for path in (SIGN, f"{SIGN}_typed"):
        view.answer(path, "mark")
        assert page.engine.node(path).value == ""


def test_english_takes_it_and_says_how_she_was_asked(write: Write) -> None:
    page = write("safety_plan")
    view = her_view(page, "en", KEEP)
    assert "yes" in choices(view)
    view.answer(KEEP, "yes")
    assert page.engine.node(KEEP).value == "yes"
    assert page.engine.node(HOW).value == "english"


@pytest.mark.usefixtures("approved")
def test_an_approved_text_takes_it_too(write: Write) -> None:
    page = write("victim_contract")
    view = her_view(page, "ro", SIGN)
    view.answer(f"{SIGN}_typed", "M.")
    assert page.engine.node(SIGN_HOW).value == "approved"
    assert words("draft", "ro") not in said(view)


def test_she_signs_on_her_screen_and_can_begin_again(write: Write, qtbot: QtBot) -> None:
    page = write("victim_contract")
    view = her_view(page, "en", SIGN)
    assert view.her_page is not None
    pad = view.her_page.findChild(SignPad)
    assert pad is not None
    assert not pad.done.isEnabled()
    qtbot.mousePress(pad.sheet, LEFT, pos=pad.sheet.rect().center())
    qtbot.mouseMove(pad.sheet, pos=pad.sheet.rect().center() * 1.2)
    qtbot.mouseRelease(pad.sheet, LEFT, pos=pad.sheet.rect().center() * 1.2)
    pad.done.click()
    qtbot.waitUntil(lambda: page.engine.node(SIGN).value.endswith(".png"), timeout=20_000)
    assert page.engine.node(SIGN_HOW).value == "english"
    view.step(1)
    view.step(-1)
    again = view.her_page.findChild(SignPad)
    assert again is not None
    assert not again.sheet.isVisible()
    again.again.click()
    assert page.engine.node(SIGN).value == ""


def test_what_was_recorded_before_stays_to_be_seen() -> None:
    engine = FormEngine(library().get("safety_plan"), language="en")
    engine.set(KEEP, "yes")
    engine.set_language("ro")
    shown = agreements.offered(engine, KEEP, engine.choices(KEEP))
    assert {choice.value for choice in shown} == {"yes", "no", "withdrawn"}
