"""Forms ask who fills a role; the profile of the force says so."""

from desktop.app import Notebook


def test_the_profile_fills_in_who_is_who(notebook: Notebook) -> None:
    notebook.new_note("intelligence_report")
    assert notebook.write.writing is not None
    draft = notebook.write.writing.engine.draft()
    assert b"<source_unit>Source unit (sample)</source_unit>" in draft
    notebook.new_note("person")
    assert notebook.write.writing is not None
    draft = notebook.write.writing.engine.draft()
    assert b"<liaison_officer>Liaison desk (sample)</liaison_officer>" in draft
