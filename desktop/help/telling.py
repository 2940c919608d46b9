"""Guidance and services as the page tells them: escaped, so that no row can bring in markup."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from desktop.directory import Entry
from desktop.guidance import Passage
from desktop.guidance.documents import Document, Place, of_passage
from translations.interface import _


class Links:
    """What the links of one page lead to: a document, at a page or at a citation."""

    def __init__(self, loaded: Sequence[Document] = ()) -> None:
        """Lead to the documents that are `loaded`."""
        self._loaded = loaded
        self._ends: list[tuple[Document, int, str]] = []

    def to(self, document: Document, page: int = 0, citation: str = "") -> str:
        """The link to a place in a document."""
        self._ends.append((document, page, citation))
        return f"open:{len(self._ends) - 1}"

    def of(self, passage: Passage) -> str:
        """The link to the paragraph itself; empty where its document is not loaded."""
        found = of_passage(passage, self._loaded)
        return self.to(found, citation=passage.citation) if found else ""

    def end(self, link: str) -> tuple[Document, int, str] | None:
        """Where a link leads; None for one that is none of these."""
        kind, _colon, number = link.partition(":")
        return self._ends[int(number)] if kind == "open" and number.isdigit() else None


def guidance(passages: Sequence[Passage], links: Links, *, contents: bool = False) -> str:
    """`passages` as HTML, each with its citation, under the titles of their topics.

    `links` lead to the force's documents, where it has loaded them; `contents` to the topics.
    """
    titles = list(dict.fromkeys(passage.topic for passage in passages)) if contents else []
    ways = " · ".join(f'<a href="#{at}">{escape(title)}</a>' for at, title in enumerate(titles))
    return (f"<p>{ways}</p>" if ways else "") + "".join(_guidance(passages, links))


def only_in_english() -> str:
    """Says to somebody who reads another language that the guidance is not in it."""
    told = _("The guidance is in English.")
    return f"<p><i>{escape(told)}</i></p>"


def documents(found: Sequence[Document], links: Links) -> str:
    """The documents that the force has loaded, to open; or how it loads them."""
    if not found:
        how = _(
            "Your force has loaded no documents yet. Force IT puts PDF, Markdown or text files"
            " into a folder named “guidance” beside the profile; they are read here, offline."
        )
        return f"<p>{escape(how)}</p>"
    return "".join(
        f'<p><a href="{links.to(one)}">{escape(one.title)}</a>'
        f"<br><small>{escape(one.path.name)}</small></p>"
        for one in found
    )


def places(found: Sequence[Place], links: Links) -> str:
    """Where words stand in the documents, each to open at its page."""
    return "".join(
        f'<p><a href="{links.to(one.document, one.page)}">{escape(_page(one))}</a>'
        f"<br>… {escape(one.words)} …</p>"
        for one in found
    )


def services(rows: Iterable[Entry]) -> str:
    """`rows` as HTML: what each is for, how to reach it, and where the row comes from."""
    return "".join(map(_service, rows))


def _guidance(passages: Iterable[Passage], links: Links) -> Iterator[str]:
    groups = groupby(passages, key=lambda passage: passage.topic)
    opening = _("Open the document")
    for at, (topic, group) in enumerate(groups):
        yield f'<h3><a name="{at}"></a>{escape(topic)}</h3>'
        for passage in group:
            way = links.of(passage)
            open_it = f' · <a href="{way}">{escape(opening)}</a>' if way else ""
            yield f"<p><b>{escape(passage.citation)}</b>{open_it}<br>{escape(passage.text)}</p>"


def _page(place: Place) -> str:
    return _("{document}, page {page}").format(document=place.document.title, page=place.page + 1)


def _service(row: Entry) -> str:
    reach = " · ".join(filter(None, (row.phone, row.web, row.area)))
    if row.verified:
        standing = _("Checked by the force: {when}.").format(when=row.verified)
    else:
        standing = _("Not checked by the force. Its number is shown once it is.")
    source = _("Source: {source}.").format(source=row.source) if row.source else ""
    small = " ".join(filter(None, (standing, source)))
    return (
        f"<p><b>{escape(row.name)}</b><br>{escape(row.what)}<br>{escape(reach)}"
        f"<br><small>{escape(small)}</small></p>"
    )
