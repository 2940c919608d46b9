"""The prompts beside a note: sealed with it, back with it, finalised with it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.demo.officer import Officer, type_into
from desktop.pages.draft_keeper import LONGEST
from desktop.pages.writing import WritingPage
from desktop.prompts import PromptsPanel
from desktop.prompts.opening import OpeningWindow
from desktop.widgets.question import Question
from storage import Draft, RecordId, RecordRow, Vault
from tests.desktop.prompts.conftest import open_panel

ADVERT = "/data/area_advert"
WORDS = "“I write it myself.”"


def page(notebook: Notebook) -> WritingPage:
    assert notebook.write.writing is not None
    return notebook.write.writing


def say(panel: PromptsPanel, words: str = WORDS) -> None:
    """Open a subject, say that it was talked about, and write her words."""
    panel.open_section(ADVERT)
    panel.view._answer(f"{ADVERT}/advert", "said")
    question = panel.view.part(f"{ADVERT}/advert_words")
    assert isinstance(question, Question)
    type_into(question.answer.parts()[0], words)


def drafts(vault: Vault) -> dict[str, Draft]:
    found = vault.query(lambda session: session.drafts.all()).result()
    return {draft.form: draft for draft in found}


def records(vault: Vault) -> list[RecordRow]:
    return vault.query(lambda session: session.records.page()).result()


def finalise(notebook: Notebook, qtbot: QtBot) -> RecordId:
    with qtbot.waitSignal(notebook.write.finalised) as finalised:
        page(notebook).finalise()
    return RecordId(finalised.args[0])


def test_what_she_said_is_sealed_within_a_second(
    panel: PromptsPanel, vault: Vault, qtbot: QtBot
) -> None:
    say(panel)
    qtbot.waitUntil(
        lambda: WORDS.encode() in drafts(vault).get("prompts", _nothing()).content,
        timeout=LONGEST + 400,
    )


def test_it_comes_back_with_its_note_where_the_officer_was(
    notebook: Notebook, panel: PromptsPanel, vault: Vault, qtbot: QtBot
) -> None:
    say(panel)
    panel.speak("ro")
    notebook.shell.go("today")
    notebook.desk.open_draft(drafts(vault)["prompts"].id)
    qtbot.waitUntil(lambda: notebook.write.panel is not None)
    assert page(notebook).engine.form.id == "encounter"
    back = open_panel(notebook, qtbot)
    assert back.engine.node(f"{ADVERT}/advert_words").value == WORDS
    assert not back.sections[ADVERT].is_folded
    assert back.language == "ro"
    assert "Romanian" in back.sections[ADVERT].show_her.text()


def test_lists_of_drafts_show_the_note_alone(
    notebook: Notebook, panel: PromptsPanel, vault: Vault, qtbot: QtBot
) -> None:
    say(panel)
    notebook.shell.go("notes")
    assert set(drafts(vault)) == {"encounter", "prompts"}
    qtbot.waitUntil(lambda: notebook.notes.notes.rowCount() == 1)


def test_both_are_finalised_and_linked(
    notebook: Notebook, panel: PromptsPanel, vault: Vault, qtbot: QtBot
) -> None:
    page(notebook).engine.set("/data/event_time", "2026-03-01T22:50:00.000+00:00")
    say(panel)
    note = finalise(notebook, qtbot)
    assert drafts(vault) == {}
    (link,) = vault.query(lambda session: session.links.of(note)).result()
    assert (link.target, link.kind) == (note, "prompts")
    prompts = vault.query(lambda session: session.records.newest(link.source)).result()
    assert prompts.form == "prompts"
    assert prompts.event_time == "2026-03-01T22:50:00.000+00:00"
    assert WORDS.encode() in prompts.content


def test_where_nothing_was_talked_about_there_is_no_record(
    notebook: Notebook, panel: PromptsPanel, vault: Vault, qtbot: QtBot
) -> None:
    panel.view._answer(f"{ADVERT}/advert", "said")
    panel.view._answer(f"{ADVERT}/advert", "not_discussed")
    Officer(page(notebook)).answer("/data/words/said", "Good evening.")
    finalise(notebook, qtbot)
    assert [row.form for row in records(vault)] == ["encounter"]
    assert drafts(vault) == {}


def test_an_amended_note_amends_its_prompts_only_where_they_change(
    notebook: Notebook, panel: PromptsPanel, vault: Vault, qtbot: QtBot
) -> None:
    say(panel)
    note = finalise(notebook, qtbot)
    for words in ("", "“A friend translates.”"):
        newest = vault.query(lambda session: session.records.newest(note)).result()
        notebook.desk.amend(newest)
        qtbot.waitUntil(lambda: notebook.write.panel is not None)
        page(notebook).reason.setText("said later")
        again = open_panel(notebook, qtbot)
        assert again.engine.node(f"{ADVERT}/advert_words").value == WORDS
        if words:
            say(again, words)
        finalise(notebook, qtbot)
    versions = {row.form: row.version for row in records(vault)}
    assert versions == {"encounter": 3, "prompts": 2}


def test_a_discarded_note_takes_its_prompts_along_and_brings_them_back(
    notebook: Notebook, panel: PromptsPanel, vault: Vault, qtbot: QtBot
) -> None:
    say(panel)
    with qtbot.waitSignal(notebook.write.discarded) as discarded:
        page(notebook).discard()
    assert drafts(vault) == {}
    notebook.desk._bring_back(discarded.args[0])
    qtbot.waitUntil(lambda: notebook.write.panel is not None)
    back = open_panel(notebook, qtbot)
    assert back.engine.node(f"{ADVERT}/advert_words").value == WORDS


def test_f6_goes_to_the_prompts_and_back(
    notebook: Notebook, panel: PromptsPanel, qtbot: QtBot
) -> None:
    page(notebook).take_focus()
    assert not panel.has_focus
    notebook.write.turn_to_prompts()
    qtbot.waitUntil(lambda: panel.has_focus)
    notebook.write.turn_to_prompts()
    qtbot.waitUntil(lambda: not panel.has_focus)
    assert not notebook.write.side.isHidden()
    notebook.write.turn_to_prompts()
    QTest.keyClick(panel.sections[ADVERT].line, Qt.Key.Key_Escape)
    assert notebook.write.side.isHidden()


def test_where_there_is_no_room_they_lie_over_the_note(
    notebook: Notebook, panel: PromptsPanel
) -> None:
    notebook.shell.resize(900, 700)
    notebook.write.close_prompts()
    assert notebook.write.side.isHidden()
    notebook.write.turn_to_prompts()
    side = notebook.write.side
    assert side.isVisible()
    assert side.geometry().right() == notebook.write.width() - 1
    assert side.x() < page(notebook).geometry().right()


def test_only_one_subject_is_open_and_nothing_is_added_up(panel: PromptsPanel) -> None:
    for path in panel.sections:
        panel.open_section(path)
        assert [one.path for one in panel.sections.values() if not one.is_folded] == [path]
    words = [one.line.chip.text() for one in panel.sections.values()]
    assert not any(sign.isdigit() for word in words for sign in word)


def test_every_subject_can_be_opened_in_her_language(panel: PromptsPanel) -> None:
    openings = {path: panel.opening(path) for path in panel.sections}
    assert len(openings) == 11
    assert all(openings.values())
    assert openings["/data/talk"] == "/data/talk/own_risk_opening"
    talk, further = panel.sections["/data/talk"], panel.sections["/data/area_further"]
    assert (talk.line.chip.text(), further.line.chip.text()) == ("", "")
    assert panel.sections[ADVERT].line.chip.text() == "Not discussed"


def test_an_opening_is_shown_in_her_language_with_its_standing(
    panel: PromptsPanel, notebook: Notebook, qtbot: QtBot
) -> None:
    window = OpeningWindow(notebook.shell, panel.engine.form, f"{ADVERT}/advert", "ro")
    qtbot.addWidget(window)
    window.show()
    shown = window.page.sheet.page.content
    assert shown.passages[0].text.startswith("Cine se ocupă de pagina")
    assert "“" not in shown.passages[0].text
    assert "draft" in shown.banner[1][0]
    assert "Who looks after your page?" in window.english.text()
    window.speak("cy")
    shown = window.page.sheet.page.content
    assert "tudalen" in shown.passages[0].text
    assert shown.banner


def _nothing() -> Draft:
    return Draft("", "", "", RecordId(""), 0, b"", "", {}, "", "")
