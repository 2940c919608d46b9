"""From a filled form to the record that keeps it."""

from desktop.agreements import TOGETHER
from desktop.discretion import PERSON, bare, masked_paths
from forms import FormEngine, read, search_text
from storage import Filled

SUMMARY_LENGTH = 160
HASH_QUESTION = "sha256"
"""A question of this name beside one for a file is filled in with the file's SHA-256."""


def filled(engine: FormEngine, content: bytes) -> Filled:
    """What the vault keeps of a finalised instance: `content`, and what lists and search need."""
    form = engine.form
    return Filled(
        form=form.id,
        form_version=form.version,
        content=content,
        title=engine.title(),
        summary=summary(engine, content),
        text=f"{engine.title()}\n{search_text(form, content)}",
        event_time=engine.event_time(),
    )


def summary(engine: FormEngine, content: bytes) -> str:
    """The beginning of what was written in the officer's own words, for lists.

    Lists show neither what a form hides, nor anything of a liaison record but its alias, nor what
    is hers: the words of a plan or a contract.
    """
    if engine.form.id in (PERSON, *TOGETHER):
        return ""
    hidden = masked_paths(engine.form)
    lines = read(engine.form, content, engine.language)
    hashes = f"/{HASH_QUESTION}"
    said = (
        line
        for line in lines
        if line.type == "text" and bare(line.path) not in hidden and not line.path.endswith(hashes)
    )
    words = " · ".join(" ".join(line.text.split()) for line in said)
    return words if len(words) <= SUMMARY_LENGTH else words[: SUMMARY_LENGTH - 1].rstrip() + "…"
