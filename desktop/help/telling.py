"""Guidance and services as the page tells them: escaped, so that no row can bring in markup."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from desktop.directory import Entry
from desktop.guidance import Passage
from translations.interface import _


def guidance(passages: Iterable[Passage]) -> str:
    """`passages` as HTML, each with its citation, under the titles of their topics."""
    return "".join(_guidance(passages))


def services(rows: Iterable[Entry]) -> str:
    """`rows` as HTML: what each is for, how to reach it, and where the row comes from."""
    return "".join(map(_service, rows))


def _guidance(passages: Iterable[Passage]) -> Iterator[str]:
    for topic, group in groupby(passages, key=lambda passage: passage.topic):
        yield f"<h3>{escape(topic)}</h3>"
        for passage in group:
            yield f"<p><b>{escape(passage.citation)}</b><br>{escape(passage.text)}</p>"


def _service(row: Entry) -> str:
    reach = " · ".join(filter(None, (row.phone, row.web, row.area)))
    if row.verified:
        standing = _("Checked by the force: {when}.").format(when=row.verified)
    else:
        standing = _("Not checked by the force. Check it before you pass it on.")
    source = _("Source: {source}.").format(source=row.source) if row.source else ""
    small = " ".join(filter(None, (standing, source)))
    return (
        f"<p><b>{escape(row.name)}</b><br>{escape(row.what)}<br>{escape(reach)}"
        f"<br><small>{escape(small)}</small></p>"
    )
