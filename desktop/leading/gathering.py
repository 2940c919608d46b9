"""What is known of a note when something is begun from it: the note, and the prompts beside it."""

from typing import NamedTuple

from desktop.definitions import FormShelf
from desktop.prompts import FORM as PROMPTS
from desktop.prompts.beside import find
from forms import FormEngine
from storage import RecordId, Session


class Written(NamedTuple):
    """What stands in a draft or in the newest version of a record."""

    form: str
    form_version: str
    content: bytes


def gather(session: Session, id: str) -> list[Written]:
    """The draft or record of this id, and its prompts.

    Raises UnknownRecord where there is neither.
    """
    draft = next((one for one in session.drafts.all() if one.id == id), None)
    if draft is not None:
        note, found = draft, find(session, id, draft.record)
        written = [Written(note.form, note.form_version, note.content)]
    else:
        newest = session.records.newest(RecordId(id))
        found = find(session, "", RecordId(id))
        written = [Written(newest.form, newest.form_version, newest.content)]
    beside = found.draft or found.amends
    if beside is not None and beside.form == PROMPTS:
        written.append(Written(beside.form, beside.form_version, beside.content))
    return written


def engines(written: list[Written], shelf: FormShelf, language: str) -> tuple[FormEngine, ...]:
    """The same, to be asked for answers; what has a form that is not known here is left out."""
    return tuple(
        FormEngine(shelf.get(one.form, one.form_version), one.content, language=language)
        for one in written
    )
