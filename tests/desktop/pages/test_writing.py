"""A note on its way from the first key to a record, in the real window."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import Notebook
from desktop.demo.officer import Officer, type_into
from desktop.filling import filled
from desktop.pages import place
from desktop.pages.draft_keeper import LONGEST
from desktop.pages.writing import WritingPage
from desktop.theme.buttons import Button
from desktop.theme.labels import Label
from desktop.widgets.answer import Answer
from storage import Session, Vault, Version
from tests.desktop.pages.conftest import ME, PASSPHRASE, open_notebook

SAID = "/data/words/said"
WORDS = "“He came back on Tuesday.”"


def begin(notebook: Notebook) -> WritingPage:
    notebook.new_note()
    assert notebook.write.writing is not None
    return notebook.write.writing


def state(notebook: Notebook) -> str:
    """What the foot of the window says."""
    return notebook.shell.foot.findChildren(Label)[0].text()


def drafts(vault: Vault) -> list[bytes]:
    def work(session: Session) -> list[bytes]:
        return [draft.content for draft in session.drafts.all()]

    return vault.query(work).result()


def actions(vault: Vault) -> list[str]:
    return vault.query(lambda s: [entry.action for entry in s.audit.entries()]).result()


def amended(notebook: Notebook, vault: Vault, qtbot: QtBot) -> tuple[Version, WritingPage]:
    """A record of what was said, and the page on which it is being amended."""
    page = begin(notebook)
    Officer(page).answer(SAID, WORDS)
    with qtbot.waitSignal(notebook.write.finalised) as finalised:
        page.finalise()
    first = vault.query(lambda s: s.records.newest(finalised.args[0])).result()
    notebook.desk.amend(first)
    assert notebook.write.writing is not None
    return first, notebook.write.writing


def test_what_is_typed_is_sealed_within_a_second(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    page = begin(notebook)
    Officer(page).answer(SAID, WORDS)
    qtbot.waitUntil(lambda: any(WORDS.encode() in c for c in drafts(vault)), timeout=LONGEST + 200)
    qtbot.waitUntil(lambda: "Sealed" in state(notebook))


def test_a_note_that_was_never_written_leaves_nothing(notebook: Notebook, vault: Vault) -> None:
    begin(notebook)
    notebook.shell.go("today")
    assert drafts(vault) == []
    assert "draft opened" not in actions(vault)


def test_leaving_the_page_seals_at_once(notebook: Notebook, vault: Vault) -> None:
    Officer(begin(notebook)).answer(SAID, WORDS)
    notebook.shell.go("notes")
    assert WORDS.encode() in drafts(vault)[0]


def test_a_lock_in_mid_sentence_comes_back_at_the_same_caret(
    notebook: Notebook, vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    page = begin(notebook)
    Officer(page).answer(SAID, WORDS)
    field = page.window().focusWidget()
    cursor = field.textCursor()
    cursor.setPosition(7)
    field.setTextCursor(cursor)
    notebook.seal()
    notebook.write.left()
    vault.close()
    again = Vault.open(tmp_path / "vault", ME, passphrase=PASSPHRASE)
    try:
        reopened = open_notebook(again, qtbot)
        qtbot.waitUntil(lambda: reopened.write.writing is not None)
        back = reopened.write.writing
        qtbot.waitUntil(lambda: hasattr(back.window().focusWidget(), "textCursor"))
        found = back.window().focusWidget()
        assert found.toPlainText() == WORDS
        assert found.textCursor().position() == 7
        reopened.write.left()
    finally:
        again.close()


def test_a_crash_leads_back_to_the_note_that_was_written(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    def back() -> str | None:
        return vault.query(place.kept).result().get("draft")

    page = begin(notebook)
    Officer(page).answer(SAID, WORDS)
    qtbot.waitUntil(lambda: bool(drafts(vault)))
    first = vault.query(lambda s: s.drafts.all()[0].id).result()
    assert back() == first
    again = open_notebook(vault, qtbot)  # the first one did not come to seal where it was
    qtbot.waitUntil(lambda: again.write.draft == first)
    again.write.left()
    notebook.shell.go("today")
    qtbot.waitUntil(lambda: back() is None)
    notebook.desk.open_draft(first)
    qtbot.waitUntil(lambda: back() == first)


def test_what_the_vault_refuses_is_said_above_the_questions(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    first, amending = amended(notebook, vault, qtbot)
    type_into(amending.reason, "A slip of the pen.")
    other = filled(amending.engine, amending.engine.finalise())
    vault.perform(lambda s: s.records.amend(first.record, 1, other, "Sooner.")).result()
    amending.finalise()

    def told() -> list[str]:
        return [label.text() for label in amending.findChildren(Label) if label.isVisible()]

    qtbot.waitUntil(lambda: any("amended since you began" in words for words in told()))
    assert "amended since you began" in state(notebook)


def test_finalising_makes_a_record_and_takes_the_draft_away(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    page = begin(notebook)
    Officer(page).answer(SAID, WORDS)
    with qtbot.waitSignal(notebook.write.finalised):
        page.finalise()
    assert drafts(vault) == []
    found = vault.query(lambda s: s.search.find("tuesday")).result()
    assert len(found) == 1
    assert found[0].form == "encounter"
    assert "collection" in actions(vault)


def test_what_is_missing_is_shown_and_nothing_is_finalised(
    notebook: Notebook, vault: Vault
) -> None:
    page = begin(notebook)
    Officer(page).answer("/data/safety/urgent_risk", "yes")
    page.finalise()
    assert vault.query(lambda s: s.records.count()).result() == 0
    assert "needed" in state(notebook)


def test_an_amendment_needs_its_reason_and_keeps_what_stood(
    notebook: Notebook, vault: Vault, qtbot: QtBot
) -> None:
    first, amending = amended(notebook, vault, qtbot)
    Officer(amending).answer(SAID, WORDS.replace("Tuesday", "Wednesday"))
    amending.finalise()
    assert vault.query(lambda s: s.records.newest(first.record)).result().number == 1
    type_into(amending.reason, "She said Wednesday.")
    with qtbot.waitSignal(notebook.write.finalised):
        amending.finalise()
    versions = vault.query(lambda s: s.records.versions(first.record)).result()
    assert [version.number for version in versions] == [1, 2]
    assert b"Tuesday" in versions[0].content
    assert versions[1].reason == "She said Wednesday."


def test_tab_goes_through_the_questions_without_meeting_a_button_of_the_page(
    notebook: Notebook, qtbot: QtBot
) -> None:
    page = begin(notebook)
    last = "/data/next/safe_way"
    built = lambda: any(a.path == last for a in page.findChildren(Answer))  # noqa: E731
    qtbot.waitUntil(built, timeout=60_000)  # in slices, on a machine that may be busy
    page.take_focus()
    met: list[str] = []
    for _stop in range(12):
        focused = page.window().focusWidget()
        met.append(focused.text() if isinstance(focused, Button) else "")
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert "More" not in met
    assert "Finalise" not in met


def test_discarding_can_be_undone(notebook: Notebook, vault: Vault, qtbot: QtBot) -> None:
    page = begin(notebook)
    Officer(page).answer(SAID, WORDS)
    with qtbot.waitSignal(notebook.write.discarded):
        page.discard()
    assert drafts(vault) == []
    notebook._toast._take_back()
    qtbot.waitUntil(lambda: notebook.write.writing is not None)
    assert WORDS.encode() in drafts(vault)[0]
    assert actions(vault)[-2:] == ["draft discarded", "draft opened"]
