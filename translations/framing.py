"""The words around cards and around what she fills in, from the cards' catalogs."""

from functools import cache

from translations import cards, catalogs
from translations.cards.showing import spans
from translations.catalogs import Status
from translations.direction import isolated
from translations.languages import ENGLISH, language


def words(name: str, code: str) -> str:
    """The frame's text `name` in the language `code`, in English where it has none."""
    frame = _english()
    catalog = catalogs.default().get(code)
    text = catalog.text(f"{cards.default().frame.id}.{name}")
    spoken = language(code) if text is not None else ENGLISH
    shown = "".join(span.text for span in spans(text or frame[name], spoken, {}))
    return isolated(shown) if spoken.right_to_left else shown


def banner(code: str, status: Status) -> tuple[str, ...]:
    """What stands above a text that is not approved: in her language, then in English."""
    if code == ENGLISH.code or status >= Status.APPROVED:
        return ()
    name = "revised" if status is Status.REVISED else "draft"
    return tuple(dict.fromkeys((words(name, code), words(name, ENGLISH.code))))


@cache
def _english() -> dict[str, str]:
    return {block.id: block.text for block in cards.default().frame.blocks}
