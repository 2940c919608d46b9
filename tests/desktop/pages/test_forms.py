"""A force's own form: checked, seen, taken in, used, and older versions kept with their records."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import profile
from desktop.app import Notebook
from desktop.definitions import FormShelf, open_shelf
from desktop.demo.officer import Officer
from desktop.documents import document_of
from desktop.pages.forms import FormsPage
from desktop.theme.labels import Label
from exports import export_record
from forms import Library, UnknownForm
from storage import Vault, Version
from tests.desktop.pages.conftest import ME, PASSPHRASE, open_notebook
from tests.unit.exports.reading import text

FIRST = """
| survey | type | name | label |
|---|---|---|---|
| | dateTime | event_time | When it happened |
| | text | said | What she said |
| | select_one kinds | kind | What it was about |

| choices | list_name | name | label |
|---|---|---|---|
| | kinds | advice | Advice given |
| | kinds | other | Something else |

| settings | form_title | form_id | version | instance_name |
|---|---|---|---|---|
| | Drop-in | dropin | 1 | concat('Drop-in ', ${kind}) |
"""
SECOND = (
    FIRST.replace("| dropin | 1 |", "| dropin | 2 |")
    .replace("What she said", "Her words")
    .replace("| said |", "| words |")
    .replace("Advice given", "Counsel given")
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "dropin.md"
    path.write_text(FIRST, encoding="utf-8")
    return path


def forms_page(notebook: Notebook) -> FormsPage:
    notebook.shell.go("forms")
    return notebook.forms


def take_in(notebook: Notebook, file: Path, qtbot: QtBot) -> None:
    page = forms_page(notebook)
    page.import_file(file)
    qtbot.waitUntil(lambda: page.candidate is not None, timeout=20_000)
    with qtbot.waitSignal(page.changed):
        page.use()


def write_note(notebook: Notebook, said: str, qtbot: QtBot) -> Version:
    notebook.new_note("dropin")
    page = notebook.write.writing
    assert page is not None
    Officer(page).answer(said, "“Sample words.”")
    Officer(page).answer("/data/kind", "advice")
    with qtbot.waitSignal(notebook.write.finalised) as finalised:
        page.finalise()
    return notebook.vault.query(lambda s: s.records.newest(finalised.args[0])).result()


def shown(widget: object) -> str:
    """All words on a page that can be seen."""
    assert hasattr(widget, "findChildren")
    return "\n".join(one.text() for one in widget.findChildren(Label) if one.isVisible())


def offered(notebook: Notebook) -> list[str]:
    """The force's own forms that a note can begin with; the library's can always be begun."""
    named = [action.text() for action in notebook.today.other_forms.menu().actions()]
    of_library = {form.title_in("en") for form in Library.default().forms()}
    assert {"Intelligence report", "Incident"} <= set(named) & of_library
    return [name for name in named if name not in of_library]


def test_the_settings_lead_to_the_forms(notebook: Notebook) -> None:
    notebook.shell.go("settings")
    notebook.settings.forms_asked.emit()
    assert notebook.shell.page is notebook.forms
    assert notebook.forms.forms.rowCount() == len(Library.default().forms())
    assert notebook.shell.place() == {"page": "forms"}


def test_every_form_can_be_looked_at(notebook: Notebook, qtbot: QtBot) -> None:
    page = forms_page(notebook)
    for number in range(page.forms.rowCount()):
        page._view.setCurrentIndex(page.forms.index(number, 0))
        title = page.forms.index(number, 0).data()
        qtbot.waitUntil(lambda title=title: title in shown(page._preview))


def test_a_wrong_form_shows_all_its_errors_and_nothing_is_kept(
    notebook: Notebook, file: Path, qtbot: QtBot
) -> None:
    wrong = FIRST.replace("| dropin | 1 |", "| dropin | |").replace("${kind}", "${kinds}")
    file.write_text(wrong, encoding="utf-8")
    page = forms_page(notebook)
    page.import_file(file)
    qtbot.waitUntil(lambda: "There is no question kinds" in shown(page), timeout=20_000)
    assert "Nothing was taken in" in shown(page)
    assert page.candidate is None
    assert notebook.vault.query(lambda s: s.definitions.all()).result() == []


def test_an_own_form_is_seen_then_used_then_offered(
    notebook: Notebook, file: Path, qtbot: QtBot
) -> None:
    assert offered(notebook) == []
    take_in(notebook, file, qtbot)
    assert offered(notebook) == ["Drop-in"]
    assert not notebook.notes.other_forms.isHidden()
    choices = notebook.today.other_forms.menu().actions()
    next(choice for choice in choices if choice.text() == "Drop-in").trigger()
    assert notebook.write.writing is not None
    assert notebook.write.writing.engine.form.id == "dropin"
    told = notebook.vault.query(lambda s: [e.reason for e in s.audit.entries()]).result()
    assert "dropin, version 1, from dropin.md" in told
    assert "Form dropin: version 1 is in use." in told


def test_a_form_no_longer_used_is_no_longer_offered_but_still_reads(
    notebook: Notebook, file: Path, qtbot: QtBot
) -> None:
    take_in(notebook, file, qtbot)
    record = write_note(notebook, "/data/said", qtbot)
    page = forms_page(notebook)
    page._mark(("dropin", "1"))
    with qtbot.waitSignal(page.changed):
        page.stop()
    assert offered(notebook) == []
    notebook.open_record(record.record)
    qtbot.waitUntil(lambda: "Advice given" in _record_words(notebook))


def _record_words(notebook: Notebook) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(one.text() for one in notebook.record.findChildren(QLabel))


def test_an_old_record_is_read_printed_and_amended_in_its_own_version(
    notebook: Notebook, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    take_in(notebook, file, qtbot)
    old = write_note(notebook, "/data/said", qtbot)
    file.write_text(SECOND, encoding="utf-8")
    take_in(notebook, file, qtbot)
    new = write_note(notebook, "/data/words", qtbot)
    assert (old.form_version, new.form_version) == ("1", "2")
    notebook.open_record(old.record)
    qtbot.waitUntil(lambda: "Written with version 1 of this form" in shown(notebook.record))
    words = _record_words(notebook)
    assert "What she said" in words
    assert "Advice given" in words
    assert "Counsel" not in words
    assert "New notes use version 2." in shown(notebook.record)
    at = datetime.now(UTC)
    shelf = notebook.shelf
    document = document_of([old], shelf, profile.read(profile.SAMPLE), "en", at)
    assert document.form.version == "1"
    export_record(document, tmp_path / "old.pdf")
    printed = text(tmp_path / "old.pdf")
    assert "Advice given" in printed
    assert "of the form dropin, version 1," in printed
    notebook.desk.amend(old)
    assert notebook.write.writing is not None
    assert notebook.write.writing.engine.form.version == "1"
    assert notebook.write.writing.engine.node("/data/said").value == "“Sample words.”"
    notebook.open_record(new.record)
    qtbot.waitUntil(lambda: notebook.record.shown == new.record)
    assert "Written with version" not in shown(notebook.record)


def test_own_forms_are_there_again_after_a_lock_and_without_their_file(
    notebook: Notebook, vault: Vault, file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    take_in(notebook, file, qtbot)
    record = write_note(notebook, "/data/said", qtbot)
    qtbot.waitUntil(lambda: notebook.record.shown == record.record)
    notebook.write.left()
    vault.close()
    file.unlink()
    again = Vault.open(tmp_path / "vault", ME, passphrase=PASSPHRASE)
    try:
        reopened = open_notebook(again, qtbot)
        assert offered(reopened) == ["Drop-in"]
        reopened.open_record(record.record)
        qtbot.waitUntil(lambda: "Advice given" in _record_words(reopened))
        assert b"Drop-in" not in (tmp_path / "vault" / "vault.db").read_bytes()
    finally:
        again.close()


def test_a_draft_goes_on_in_the_version_it_was_begun_with(
    notebook: Notebook, file: Path, qtbot: QtBot
) -> None:
    take_in(notebook, file, qtbot)
    notebook.new_note("dropin")
    assert notebook.write.writing is not None
    Officer(notebook.write.writing).answer("/data/said", "begun")
    notebook.shell.go("today")
    draft = notebook.vault.query(lambda s: s.drafts.all()).result()[0]
    file.write_text(SECOND, encoding="utf-8")
    take_in(notebook, file, qtbot)
    notebook.desk.open_draft(draft.id)
    qtbot.waitUntil(lambda: notebook.write.writing is not None)
    assert notebook.write.writing.engine.form.version == "1"
    assert notebook.write.writing.engine.node("/data/said").value == "begun"


def test_a_record_whose_form_is_nowhere_says_so_and_comes_back(
    notebook: Notebook, file: Path, qtbot: QtBot
) -> None:
    take_in(notebook, file, qtbot)
    record = write_note(notebook, "/data/said", qtbot)
    kept, in_use = notebook.shelf._kept.copy(), notebook.shelf._in_use
    notebook.shelf._kept.clear()
    notebook.shelf._open.clear()
    notebook.open_record(record.record)
    qtbot.waitUntil(lambda: "does not have that version" in shown(notebook.record))
    assert not notebook.record._amend.isEnabled()
    notebook.shelf.take(kept.values(), in_use)
    notebook.record.open(record.record)
    qtbot.waitUntil(lambda: "Advice given" in _record_words(notebook))
    assert notebook.record._amend.isEnabled()


def test_what_the_library_gave_is_kept_with_the_first_note(
    notebook: Notebook, qtbot: QtBot
) -> None:
    notebook.new_note()
    assert notebook.write.writing is not None
    Officer(notebook.write.writing).answer("/data/words/said", "“Sample.”")
    notebook.shell.go("today")
    kept, in_use = notebook.vault.query(open_shelf).result()
    assert [(one.form, one.own) for one in kept] == [("encounter", False)]
    assert in_use == {}
    empty = FormShelf(Library(Path("nowhere"), Path("nowhere")), kept)
    assert empty.get("encounter", kept[0].version).title("cy") == "Cyfarfyddiad"
    with pytest.raises(UnknownForm):
        empty.get("encounter")
