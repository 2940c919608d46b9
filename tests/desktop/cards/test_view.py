"""The card screen: a language, a card, the person opposite; nothing is kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import profile
from desktop.cards.deck import IDENTITY, Deck
from desktop.cards.languages import sought
from desktop.cards.paper import PaperWay
from desktop.cards.slots import slots
from desktop.cards.view import CardView
from desktop.profile import Profile
from desktop.profile.model import Liaison
from translations import cards, catalogs
from translations.catalogs import Status
from translations.languages import LANGUAGES, TRANSLATED

OFFICER = profile.load(profile.SAMPLE)._replace(
    is_sample=False,
    officer="PC Sam Example",
    number="4711",
    liaison=Liaison("PC Alex Example", "01632 960001"),
    immigration_policy={"en": "Our policy, a sample."},
)


@pytest.fixture
def view(qtbot: QtBot) -> CardView:
    return opened(qtbot)


def opened(qtbot: QtBot, code: str = "", officer: Profile | None = OFFICER) -> CardView:
    made = CardView(lambda: officer, code)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(lambda: made._voice is not None)
    return made


def key(view: CardView, which: Qt.Key, text: str = "") -> None:
    QTest.keyClick(QApplication.focusWidget() or view, which)
    del text


def said(view: CardView) -> str:
    return view.pages.card.sheet.page.accessibleDescription()


def test_a_language_is_found_by_any_of_its_names() -> None:
    assert [each.code for each in sought("rom")] == ["ro"]
    assert [each.code for each in sought("ไท")] == ["th"]
    assert [each.code for each in sought("sorani")] == ["ckb"]
    assert "pt-BR" in [each.code for each in sought("brasil")]
    assert len(sought("")) == len(LANGUAGES)


def test_from_nothing_to_a_card_in_four_keys_and_a_click(view: CardView, qtbot: QtBot) -> None:
    assert view.languages.isVisible()
    QTest.keyClicks(view.languages.search, "rom")
    with qtbot.waitSignal(view.shown) as shown:
        QTest.keyClick(view.languages.search, Qt.Key.Key_Return)
        assert view.pages.titles.isVisible()
        QTest.keyClick(view.pages.titles.cells, Qt.Key.Key_Return)
    assert shown.args == [view.deck.cards[0].id, "ro"]
    assert view.pages.card.sheet.isVisible()
    assert view.top.language.text() == "Română"


def test_cards_are_drawn_in_every_language(qtbot: QtBot) -> None:
    view = opened(qtbot, "en")
    for place, language in enumerate(LANGUAGES):
        view.speak(language.code)
        for card in view.deck.cards[place % 7 :: 7]:
            view.show_card(card.id)
            assert said(view), (language, card)
            assert view.pages.card.sheet.page.height() > 200
        view.show_phrases()
        view.show_answers(view.deck.phrases()[0])
        assert not view.grab().isNull()
        view.show_card()


def test_keys_buttons_and_swipes_lead_on_and_back(qtbot: QtBot) -> None:
    view = opened(qtbot, "en")
    first, second, third = (card.id for card in view.deck.cards[:3])
    key(view, Qt.Key.Key_Right)
    assert view.deck.card.id == second
    QTest.mouseClick(view.bottom.onward, Qt.MouseButton.LeftButton)
    assert view.deck.card.id == third
    QTest.mouseClick(view.bottom.back, Qt.MouseButton.LeftButton)
    key(view, Qt.Key.Key_Left)
    assert view.deck.card.id == first
    assert not view.bottom.back.isVisible()
    swipe(view, -200)
    assert view.deck.card.id == second
    swipe(view, 200)
    assert view.deck.card.id == first
    swipe(view, -20)
    assert view.deck.card.id == first


def swipe(view: CardView, along: int) -> None:
    page = view.pages.card.sheet.page
    start = QPoint(400, 300)
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page, start + QPoint(along, 5))
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=start + QPoint(along, 5))


def test_a_swipe_is_told_as_it_is_read(qtbot: QtBot) -> None:
    view = opened(qtbot, "ar")
    second = view.deck.cards[1].id
    swipe(view, 200)
    if view.pages.card.sheet.page.content.language.right_to_left:
        assert view.deck.card.id == second
    view.turn(True)
    swipe(view, 200)
    assert view.deck.card.id == view.deck.cards[0].id


def test_english_stands_beside_or_is_hidden(qtbot: QtBot) -> None:
    view = opened(qtbot, "ro")
    assert view.pages.card.english.isVisible()
    key(view, Qt.Key.Key_E)
    assert not view.pages.card.english.isVisible()
    key(view, Qt.Key.Key_E)
    assert view.pages.card.english.isVisible()
    view.speak("en")
    assert not view.pages.card.english.isVisible()


def test_it_turns_for_the_person_opposite_and_the_english_does_not(qtbot: QtBot) -> None:
    view = opened(qtbot, "ro")
    upright = view.pages.card.sheet.grab().toImage()
    beside = view.pages.card.english.grab().toImage()
    key(view, Qt.Key.Key_R)
    turned = view.pages.card.sheet.grab().toImage()
    assert turned != upright
    assert view.pages.card.english.grab().toImage() == beside
    if view.pages.card.sheet.verticalScrollBar().maximum() == 0:
        assert turned.mirrored(True, True) == upright
    key(view, Qt.Key.Key_R)
    assert view.pages.card.sheet.grab().toImage() == upright


def test_words_become_larger_and_smaller(qtbot: QtBot) -> None:
    view = opened(qtbot, "en")
    before = view.pages.card.sheet.page.height()
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.pages.card.sheet.page.height() > before
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.pages.card.sheet.page.height() == before


def test_a_draft_says_so_in_both_languages(qtbot: QtBot) -> None:
    catalog = catalogs.default().get("ro")
    view = opened(qtbot, "ro")
    banner = view.pages.card.sheet.page.content.banner
    if catalog.status_of_card(view.deck.card) < Status.APPROVED:
        assert banner
        assert banner[-1][1].code == "en"
        assert banner[0][1].code == ("ro" if catalog.text("frame.draft") else "en")
    view.speak("en")
    assert not view.pages.card.sheet.page.content.banner


def test_phrases_are_pointed_at_and_answered(qtbot: QtBot) -> None:
    view = opened(qtbot, "th")
    key(view, Qt.Key.Key_P)
    assert view.pages.phrases.isVisible()
    assert len(view.pages.phrases.cells.offered) == 30
    QTest.keyClick(view.pages.phrases.cells, Qt.Key.Key_Return)
    assert view.pages.answers.isVisible()
    assert view.pages.answers.sheet.page.accessibleName() == view.deck.phrases()[0].passage.text
    QTest.keyClick(view.pages.answers.grid.cells, Qt.Key.Key_Right)
    QTest.keyClick(view.pages.answers.grid.cells, Qt.Key.Key_Return)
    assert view.pages.answers.grid.cells.marked == view.deck.answers()[1].message


def test_a_cell_is_chosen_where_it_is_seen_also_upside_down(view: CardView, qtbot: QtBot) -> None:
    view.turn(True)
    cells = view.languages.grid.cells
    place = cells._boxes[5].place.center()
    with qtbot.waitSignal(view.languages.chosen) as chosen:
        spot = QPointF(cells.width(), cells.height()) - place
        QTest.mouseClick(cells, Qt.MouseButton.LeftButton, pos=spot.toPoint())
    assert chosen.args == [LANGUAGES[5].code]


def test_each_cell_is_large_enough_for_a_finger(view: CardView) -> None:
    for box in view.languages.grid.cells._boxes:
        assert min(box.place.width(), box.place.height()) >= 44


def test_names_are_held_up_without_english_beside(view: CardView) -> None:
    view.languages.held_up.setChecked(True)
    cells = view.languages.shown_grid.cells.offered
    assert [cell.key for cell in cells] == [each.code for each in LANGUAGES]
    assert not any(cell.note for cell in cells)
    assert not view.languages.search.isVisible()


def test_the_identity_card_names_the_officer_and_shows_the_photo(
    qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "photo.png"
    shot = opened(qtbot, "en").grab()
    assert shot.save(str(picture))
    view = opened(qtbot, "en", OFFICER._replace(photo=picture))
    view.show_card(IDENTITY)
    assert "PC Sam Example" in said(view)
    assert view.pages.card.sheet.page.content.photo is not None
    view.step(1)
    assert view.pages.card.sheet.page.content.photo is None


def test_nobody_who_does_not_exist_is_introduced(qtbot: QtBot) -> None:
    for officer in (None, profile.load(profile.SAMPLE)):
        assert not slots(officer, "en")
        deck = Deck(officer)
        for _ in deck.cards:
            assert "{" not in "".join(each.text for each in deck.passages())
            assert "PC 0000" not in "".join(each.text for each in deck.passages())
            deck.step(1)


def test_a_policy_is_told_in_her_language_where_the_force_has_it() -> None:
    policy = {"en": "In English", "ro": "În română"}
    officer = OFFICER._replace(immigration_policy=policy)
    assert slots(officer, "ro")["immigration_policy"] == "În română"
    assert slots(officer, "th")["immigration_policy"] == "In English"


def test_every_service_that_has_a_site_or_number_gets_a_code() -> None:
    from desktop.cards.codes import address

    deck = Deck(OFFICER)
    found = []
    for _ in deck.cards:
        found += deck.services()
        deck.step(1)
    assert found
    for service in found:
        assert address(service).startswith(("https://", "tel:"))
    assert {each.key for each in found} <= set(cards.default().services)


def test_all_languages_are_there() -> None:
    assert {each.language for each in catalogs.default().all()} == set(LANGUAGES)
    assert len(TRANSLATED) == 32


def test_a_card_is_printed_beside_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    view = opened(qtbot, "ro")
    out = tmp_path / "leaflet.pdf"
    PaperWay(view).write(["your_rights"], "ro", out)
    qtbot.waitUntil(lambda: out.exists() and out.read_bytes().startswith(b"%PDF"), timeout=20_000)
    assert not [file for file in tmp_path.iterdir() if file != out]
