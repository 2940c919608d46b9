"""A catalog to a translator and back, with sign-off; nothing that breaks a rule comes in."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from translations.cards import Message
from translations.catalogs.catalog import messages
from translations.catalogs.checking import check_language
from translations.catalogs.entries import (
    DRAFTER,
    FOLDER,
    Entry,
    SignOff,
    Written,
    lowest,
    path_of,
    read,
    write,
)
from translations.catalogs.rules import Finding
from translations.catalogs.status import Status
from translations.languages import Language


class CatalogRefused(Exception):
    """What a translator sent back breaks a rule; nothing of it was taken."""

    def __init__(self, problems: Iterable[str]) -> None:
        """Tell of all `problems` at once."""
        self.problems = tuple(problems)
        super().__init__("Nothing was taken:\n" + "\n".join(self.problems))


class Taken(NamedTuple):
    """What an import changed: messages with another text, and messages signed off."""

    changed: int
    signed: int


def export(asked: Language, file: Path, folder: Path = FOLDER) -> int:
    """Write the catalog for a translator to `file`; gives the number of messages to look at.

    Everything that is not approved is marked fuzzy: who has read an entry, and stands by it, takes
    the mark away. Earlier sign-offs stand in the comments.
    """
    wanted = messages(asked)
    written = read(path_of(asked, folder))
    entries = {id: _to_look_at(entry) for id, entry in written.entries.items()}
    write(file, asked, wanted, written._replace(entries=entries))
    return sum(
        1 for m in wanted if (e := entries.get(m.id)) is None or e.fuzzy or e.source != m.text
    )


def _to_look_at(entry: Entry) -> Entry:
    return entry if entry.status is Status.APPROVED else entry._replace(fuzzy=True)


def take(asked: Language, file: Path, sign: SignOff, folder: Path = FOLDER) -> Taken:
    """Take in what a translator sent back; `sign` is put to each entry without a fuzzy mark.

    An entry that is still fuzzy keeps the status it had, or is a draft where its text is another.
    Messages that the file lacks stay as they are.

    Raises:
        CatalogRefused: an entry that changed breaks a rule, or the English has changed since.
        CatalogDamaged: the file cannot be read.
    """
    wanted = messages(asked)
    before, back = read(path_of(asked, folder)), read(file)
    entries = dict(before.entries)
    for id, entry in back.entries.items():
        entries[id] = _joined(before.entries.get(id), entry, sign)
    changed = {id for id, entry in entries.items() if entry != before.entries.get(id)}
    known = {message.id for message in wanted}
    kept = {id: entry for id, entry in entries.items() if id in known}
    after = Written(kept, _translator(before, back, sign), sign.day, "", back.twice)
    _refuse_wrong(asked, wanted, after, changed, entries)
    if changed:
        write(path_of(asked, folder), asked, wanted, after)
    texts = {id for id in changed if _text(before, id) != entries[id].text}
    signed = {id for id in changed if sign in entries[id].signed}
    return Taken(len(texts), len(signed))


def _joined(old: Entry | None, new: Entry, sign: SignOff) -> Entry:
    """What becomes of an entry that came back."""
    same = old is not None and (old.source, old.text) == (new.source, new.text)
    comments = tuple(dict.fromkeys((*(old.comments if old else ()), *new.comments)))
    if old is not None and same and (new.fuzzy or old.status is Status.APPROVED):
        return old._replace(comments=comments)
    signed = old.signed if old is not None and same else ()
    if new.fuzzy or not new.text:
        return Entry(new.id, new.source, new.text, comments=comments)
    if sign not in signed:
        signed = (*signed, sign)
    return Entry(new.id, new.source, new.text, False, signed, comments)


def _text(written: Written, id: str) -> str:
    entry = written.entries.get(id)
    return entry.text if entry else ""


def _translator(before: Written, back: Written, sign: SignOff) -> str:
    """Who translated last: by the file that came back, else who signs."""
    for each in (back.translator, before.translator):
        if each not in {"", DRAFTER} and "EMAIL@ADDRESS" not in each:
            return each
    return sign.reviewer


def _refuse_wrong(
    asked: Language,
    wanted: Iterable[Message],
    after: Written,
    changed: set[str],
    entries: dict[str, Entry],
) -> None:
    known = {message.id for message in wanted}
    strange = [f"{id}: no text in English has this id" for id in changed if id not in known]
    whole = after._replace(status=lowest(entries.values()).word)
    wrong: list[Finding] = [
        each
        for each in check_language(asked, whole)
        if each.message in changed or each.rule == "twice"
    ]
    if strange or wrong:
        raise CatalogRefused([*strange, *map(str, wrong)])
