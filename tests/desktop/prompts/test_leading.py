"""What a note leads to: the page of a child at once, next steps by choice, and the links."""

from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.demo.officer import Officer
from desktop.guidance import at
from desktop.leading.window import NextSteps
from desktop.pages.writing import WritingPage
from desktop.prompts import PromptsPanel
from desktop.prompts.passage import PassageWindow
from desktop.theme.labels import Label
from desktop.widgets.question import Guidance, Question
from storage import RecordId, Vault

UNDER_18, WISHES = "/data/safety/under_18", "/data/support/wishes"
WANTS = "“I want to go home.”"


def page(notebook: Notebook) -> WritingPage:
    assert notebook.write.writing is not None
    return notebook.write.writing


def finalise(notebook: Notebook, qtbot: QtBot) -> RecordId:
    with qtbot.waitSignal(notebook.write.finalised) as finalised:
        page(notebook).finalise()
    return RecordId(finalised.args[0])


def wait_for_form(notebook: Notebook, form: str, qtbot: QtBot) -> WritingPage:
    qtbot.waitUntil(
        lambda: notebook.write.writing is not None and notebook.write.writing.engine.form.id == form
    )
    return page(notebook)


def on_childs_page(notebook: Notebook) -> bool:
    return notebook.shell.page is notebook.leading.child


def test_doubt_brings_up_the_childs_page_at_once_and_all_is_linked(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    notebook.new_note()
    Officer(page(notebook)).answer(WISHES, WANTS)
    page(notebook)._form._answer(UNDER_18, "doubt")
    assert on_childs_page(notebook)
    child = notebook.leading.child
    told = " ".join(label.text() for label in child.findChildren(Label))
    assert "72 hours at most" in told
    assert "no power of entry" in told
    assert "Child abuse unit (sample)" in told
    child.write.click()
    concern = wait_for_form(notebook, "child_concern", qtbot)
    assert concern.engine.node("/data/child/views").value == WANTS
    Officer(concern).answer("/data/safe_now/risks", "Alone, and nowhere to go.")
    record = finalise(notebook, qtbot)
    notebook.desk.open_draft(child.note)
    wait_for_form(notebook, "encounter", qtbot)
    note = finalise(notebook, qtbot)
    links = vault.query(lambda session: session.links.of(note)).result()
    assert [(link.source, link.kind) for link in links] == [(record, "child_concern")]


def test_a_sign_among_the_prompts_brings_it_up_too(notebook: Notebook, panel: PromptsPanel) -> None:
    panel.view._answer("/data/further_signs[1]/sign", "fear")
    assert not on_childs_page(notebook)
    panel.view._answer("/data/further_signs[1]/sign", "may_be_under_18")
    assert on_childs_page(notebook)


def test_the_way_back_leads_to_the_note_and_it_is_not_brought_up_again(
    notebook: Notebook, qtbot: QtBot
) -> None:
    notebook.new_note()
    page(notebook)._form._answer(UNDER_18, "yes")
    notebook.leading.child.back_asked.emit(notebook.leading.child.note)
    wait_for_form(notebook, "encounter", qtbot)
    Officer(page(notebook)).answer(WISHES, WANTS)
    assert not on_childs_page(notebook)


def test_after_a_lock_the_childs_page_is_there_again(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.new_note()
    page(notebook)._form._answer(UNDER_18, "yes")
    place = notebook.shell.place()
    notebook.shell.go("today")
    notebook.leading.child.show_note("")
    notebook.shell.restore(place)
    assert on_childs_page(notebook)
    notebook.leading.child.begin_asked.emit("child_concern", notebook.leading.child.note)
    wait_for_form(notebook, "child_concern", qtbot)


def test_the_childs_record_leads_to_a_notification_for_a_child(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    notebook.desk.begin("child_concern")
    Officer(page(notebook)).answer("/data/child/views", WANTS)
    record = finalise(notebook, qtbot)
    notebook.leading.begin("concern_notification", record)
    notification = wait_for_form(notebook, "concern_notification", qtbot).engine
    assert notification.node("/data/person/adult_or_child").value == "child"
    assert notification.node("/data/person/views").value == WANTS
    made = finalise(notebook, qtbot)
    links = vault.query(lambda session: session.links.of(record)).result()
    assert [(link.source, link.target) for link in links] == [(made, record)]


def test_a_step_is_begun_by_choice_and_noted_among_the_prompts(
    notebook: Notebook, panel: PromptsPanel, qtbot: QtBot
) -> None:
    Officer(page(notebook)).answer(WISHES, WANTS)
    panel.steps_asked.emit()
    qtbot.waitUntil(lambda: bool(notebook.shell.findChildren(NextSteps)))
    window = notebook.shell.findChildren(NextSteps)[0]
    assert not any("leave" in words for words in window.buttons)
    window.buttons["National Ugly Mugs"].click()
    report = wait_for_form(notebook, "num_report", qtbot)
    assert WANTS.encode() not in report.engine.draft()
    assert panel.engine.node("/data/leads/next_steps").value == "num_report"


def test_a_citation_opens_its_paragraph_and_leads_to_help(
    notebook: Notebook, panel: PromptsPanel
) -> None:
    section = panel.sections["/data/area_money"]
    section.why.click()
    window = notebook.shell.findChildren(PassageWindow)[0]
    told = " ".join(label.text() for label in window.findChildren(Label))
    assert at("NPCC 2019, 5.6")[0].text in told
    window.help_asked.emit("NPCC 2019, 5.6")
    assert notebook.shell.page is notebook.help
    assert "Nine subjects" in notebook.help.text


def test_why_leads_to_the_paragraph_in_the_note_too(notebook: Notebook, qtbot: QtBot) -> None:
    notebook.new_note()
    page(notebook)._form.complete()
    question = page(notebook)._form.part("/data/meeting/spoken_alone")
    assert isinstance(question, Question)
    question.toggle_why()
    read = question.findChild(Guidance).read
    assert not read.isHidden()
    read.click()
    window = notebook.shell.findChildren(PassageWindow)[0]
    told = " ".join(label.text() for label in window.findChildren(Label))
    assert "never in a group" in told
