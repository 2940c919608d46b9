"""The conversation in the demonstration: prompts, an opening in her language, the child's page."""

from collections.abc import Callable
from functools import partial

from desktop.app import ENCOUNTER, Notebook
from desktop.demo.camera import EVERY, Camera, settle, wait_until
from desktop.demo.officer import Officer, button, press, type_into
from desktop.leading.window import NextSteps
from desktop.prompts import PromptsPanel
from desktop.prompts.opening import OpeningWindow
from desktop.sample import answers
from desktop.widgets.question import Question

_SUBJECT = "/data/area_advert"
_LANGUAGES = ("ro", "ar")


def show_prompts(notebook: Notebook, camera: Camera, say: Callable[[str], None]) -> None:
    """Open a subject beside the note that is written, and write what she said."""
    page = notebook.write
    wait_until(lambda: page.beside is not None, "the note")
    assert page.beside is not None
    panel = page.beside.wake()
    assert panel is not None
    panel.view.complete()
    press(panel.sections[_SUBJECT].line)
    for path, value in answers("prompts"):
        question = panel.view.part(path)
        assert isinstance(question, Question)
        labels = {choice.value: choice.label for choice in panel.engine.choices(path)}
        if labels:
            press(button(question, labels[value]))
        else:
            type_into(question.answer.parts()[0], value)
        answered = partial(_is_answered, panel, path)
        wait_until(answered, f"the answer of {path}")
    settle(1200)  # until it is sealed
    camera.take(notebook.shell, "prompts", EVERY)
    for code in _LANGUAGES:
        window = OpeningWindow(notebook.shell, panel.engine.form, panel.opening(_SUBJECT), code)
        window.show()
        settle(200)
        camera.take(window, "opening", language=code)
        window.close()
        window.deleteLater()
    panel.speak(_LANGUAGES[0])
    panel.changed.emit()
    say("A subject was opened beside the note, and shown in her language.")
    panel.steps_asked.emit()
    wait_until(lambda: bool(notebook.shell.findChildren(NextSteps)), "the next steps")
    steps = notebook.shell.findChildren(NextSteps)[0]
    settle(200)
    camera.take(steps, "next-steps")
    steps.reject()
    say("What it may lead to was offered, each with its source; nothing was chosen.")


def _is_answered(panel: PromptsPanel, path: str) -> bool:
    return bool(panel.engine.node(path).value)


def show_child(
    notebook: Notebook, camera: Camera, finalise: Callable[[], object], say: Callable[[str], None]
) -> None:
    """A doubt whether somebody is 18: the child's page, its record, and the note."""
    notebook.new_note(ENCOUNTER)
    assert notebook.write.writing is not None
    officer = Officer(notebook.write.writing)
    for path, value in answers("encounter, perhaps a child"):
        officer.answer(path, value)
    child = notebook.leading.child
    wait_until(lambda: notebook.shell.page is child, "the child’s page")
    camera.take(notebook.shell, "child", EVERY)
    press(child.write)
    wait_until(
        lambda: (
            notebook.write.writing is not None
            and notebook.write.writing.engine.form.id == "child_concern"
        ),
        "the child’s record",
    )
    officer = Officer(notebook.write.writing)
    for path, value in answers("child_concern"):
        officer.answer(path, value)
    finalise()
    notebook.desk.open_draft(child.note)
    wait_until(lambda: notebook.write.draft == child.note, "the note to come back")
    finalise()
    say("A doubt whether somebody is 18 brought up the child’s page, and its record.")
