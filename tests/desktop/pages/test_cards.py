"""The cards from inside: one click writes into the encounter what was shown."""

from pytestqt.qtbot import QtBot

from desktop.app import ENCOUNTER, Notebook
from desktop.pages.cards import PATH, shown_words
from forms import FormEngine


def drafts(notebook: Notebook) -> list[str]:
    """What each encounter that is being written says of cards."""
    found = notebook.vault.query(lambda session: session.drafts.all()).result()
    form = notebook.shelf.get(ENCOUNTER)
    return [FormEngine(form, each.content).node(PATH).value for each in found]


def open_cards(notebook: Notebook, card: str, code: str) -> None:
    notebook.shell.go("cards")
    assert notebook.cards.view is not None
    notebook.cards.view.speak(code)
    notebook.cards.view.show_card(card)


def test_nothing_is_written_by_itself(notebook: Notebook) -> None:
    open_cards(notebook, "your_rights", "ro")
    assert notebook.vault.query(lambda session: session.drafts.all()).result() == []
    assert notebook.cards.view is not None
    assert notebook.cards.view.bottom.record.isVisible()
    assert not notebook.cards.view.top.close_button.isVisible()


def test_one_click_begins_an_encounter_and_the_next_ones_add_to_it(
    notebook: Notebook, qtbot: QtBot
) -> None:
    open_cards(notebook, "your_rights", "ro")
    assert notebook.cards.view is not None
    with qtbot.waitSignal(notebook.cards.told):
        notebook.cards.view.bottom.record.click()
    assert drafts(notebook) == [shown_words("your_rights", "ro")]
    for _ in range(2):
        open_cards(notebook, "health", "th")
        with qtbot.waitSignal(notebook.cards.told):
            notebook.cards.view.bottom.record.click()
    both = f"{shown_words('your_rights', 'ro')}\n{shown_words('health', 'th')}"
    assert drafts(notebook) == [both]
    assert shown_words("health", "th") == "Your health, in Thai"
