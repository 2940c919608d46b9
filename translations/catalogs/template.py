"""The template of the forms' texts, through which forms and catalogs meet without knowing it."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from translations.cards import Message

TEMPLATE = Path(__file__).with_name("forms.pot")
SOURCE = "source: "


def write_template(path: Path, messages: Iterable[Message]) -> None:
    """Write `messages` as a gettext template without a head, so that equal ones make equal files.

    `tools/form_texts.py` does so from the library of forms.
    """
    catalog = Catalog()
    for message in messages:
        catalog.add(message.text, context=message.id, auto_comments=[f"{SOURCE}{message.source}"])
    written = BytesIO()
    write_po(written, catalog, omit_header=True, width=100_000)
    path.write_bytes(written.getvalue())


def read_template() -> tuple[Message, ...]:
    """The messages of the template, in its order."""
    with TEMPLATE.open("rb") as file:
        catalog = read_po(file)
    return tuple(
        Message(
            message.context or "",
            str(message.id),
            next((c[len(SOURCE) :] for c in message.auto_comments if c.startswith(SOURCE)), ""),
        )
        for message in catalog
        if message.id
    )
