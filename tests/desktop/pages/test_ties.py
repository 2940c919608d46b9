"""Notes that belong together are linked, whichever of them is finalised first."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.demo.officer import Officer
from desktop.pages.ties import to_draft
from desktop.pages.writing import WritingPage
from storage import RecordId, Vault

SAID, SEEN = "/data/words/said", "/data/words/observed"


def page(notebook: Notebook) -> WritingPage:
    assert notebook.write.writing is not None
    return notebook.write.writing


def finalise(notebook: Notebook, qtbot: QtBot) -> RecordId:
    with qtbot.waitSignal(notebook.write.finalised) as finalised:
        page(notebook).finalise()
    return RecordId(finalised.args[0])


def links(vault: Vault, record: RecordId) -> list[tuple[str, str, str]]:
    found = vault.query(lambda session: session.links.of(record)).result()
    return [(link.source, link.target, link.kind) for link in found]


@pytest.mark.parametrize("first_goes_first", [True, False])
def test_what_is_begun_from_a_draft_is_linked_to_its_record(
    notebook: Notebook, vault: Vault, qtbot: QtBot, first_goes_first: bool
) -> None:
    notebook.new_note()
    Officer(page(notebook)).answer(SAID, "the first")
    draft = page(notebook).keeper.open_draft()
    notebook.desk.begin("encounter", about=to_draft(draft))
    Officer(page(notebook)).answer(SEEN, "the second")
    second_draft = page(notebook).keeper.open_draft()
    if first_goes_first:
        notebook.shell.go("notes")
        first = reopen_and_finalise(notebook, draft, qtbot)
        second = reopen_and_finalise(notebook, second_draft, qtbot)
    else:
        second = finalise(notebook, qtbot)
        first = reopen_and_finalise(notebook, draft, qtbot)
    assert links(vault, first) == [(second, first, "encounter")]


def test_a_note_that_was_discarded_and_brought_back_keeps_its_ties(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    notebook.new_note()
    Officer(page(notebook)).answer(SAID, "the first")
    draft = page(notebook).keeper.open_draft()
    notebook.desk.begin("encounter", about=to_draft(draft))
    Officer(page(notebook)).answer(SEEN, "the second")
    second = finalise(notebook, qtbot)
    notebook.desk.open_draft(draft)
    qtbot.waitUntil(lambda: notebook.write.draft == draft)
    with qtbot.waitSignal(notebook.write.discarded) as discarded:
        page(notebook).discard()
    notebook.desk._bring_back(discarded.args[0])
    qtbot.waitUntil(lambda: notebook.write.draft not in ("", draft))
    first = finalise(notebook, qtbot)
    assert links(vault, first) == [(second, first, "encounter")]


def reopen_and_finalise(notebook: Notebook, draft: str, qtbot: QtBot) -> RecordId:
    notebook.desk.open_draft(draft)
    qtbot.waitUntil(lambda: notebook.write.draft == draft)
    return finalise(notebook, qtbot)
