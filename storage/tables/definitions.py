"""The form definitions that records were written with, and those that the force has imported.

A record is only as readable as its form. So the XForm is kept beside it, once for each version:
no update of the program and no lost file can make an old record unreadable.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from storage.chain.audit import Action, Audit
from storage.context import Context, canonical
from storage.sqlcipher.database import Connection

_COLUMNS = "form, version, title, languages, source, own, person, device, added, hash, xform"


@dataclass(frozen=True, slots=True)
class Definition:
    """One version of a form.

    Attributes:
        title: what people call it, in its default language.
        languages: codes of its languages, in its own order.
        source: where it came from: the name of a file, or of the library.
        own: whether the force imported it; else it is kept because something was written with it.
        xform: the whole form, with every list that it needs.
        person, device, added: who kept it, where and when (ISO 8601); empty before it is kept.
        hash: SHA-256 over everything above, which the audit chain knows.
    """

    form: str
    version: str
    title: str
    languages: tuple[str, ...]
    source: str
    own: bool
    xform: bytes
    person: str = ""
    device: str = ""
    added: str = ""
    hash: bytes = b""

    def true_hash(self) -> bytes:
        """What `hash` is, if nothing was changed."""
        fields = canonical(
            self.form,
            self.version,
            self.title,
            self.languages,
            self.source,
            self.own,
            hashlib.sha256(self.xform).hexdigest(),
            self.person,
            self.device,
            self.added,
        )
        return hashlib.sha256(fields).digest()


class Definitions:
    """Keeping and reading definitions within one transaction; none is ever changed or removed."""

    def __init__(self, context: Context, audit: Audit) -> None:
        """Work in the transaction of `context`."""
        self._context = context
        self._audit = audit

    def keep(self, definition: Definition) -> bool:
        """Keep a definition; does nothing, and gives False, where its form and version are kept.

        The first one stays: what was written with it is read with it.
        """
        known = self._context.connection.execute("SELECT form, version FROM definition")
        if (definition.form, definition.version) in known.fetchall():
            return False
        who = self._context.identity
        unsealed = replace(
            definition, person=who.person, device=who.device, added=self._context.now()
        )
        kept = replace(unsealed, hash=unsealed.true_hash())
        self._context.connection.execute(
            f"INSERT INTO definition ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                kept.form,
                kept.version,
                kept.title,
                " ".join(kept.languages),
                kept.source,
                int(kept.own),
                kept.person,
                kept.device,
                kept.added,
                kept.hash,
                kept.xform,
            ),
        )
        self._audit.append(
            Action.FORM_KEPT,
            reason=f"{kept.form}, version {kept.version}, from {kept.source}",
            hash=kept.hash,
        )
        return True

    def all(self) -> list[Definition]:
        """Every definition, in the order in which they were kept."""
        return list(every(self._context.connection))


def every(connection: Connection) -> Iterator[Definition]:
    """Every definition, in the order in which they were kept."""
    for row in connection.execute(f"SELECT {_COLUMNS} FROM definition ORDER BY number"):
        yield _definition(row)


def _definition(row: tuple[Any, ...]) -> Definition:
    form, version, title, languages, source, own, person, device, added, hash, xform = row
    return Definition(
        form,
        version,
        title,
        tuple(languages.split()),
        source,
        bool(own),
        xform,
        person,
        device,
        added,
        hash,
    )
