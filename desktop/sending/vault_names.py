"""What the vault knows of people who must not be found through a report, for the check to look for.

Those who exploit are what reports are about: what forms ask of them (`suspect_…`) is left out.
"""

from collections.abc import Iterator

from lxml import etree

from exports.sanitising.kinds import Kind, Known
from storage import RecordId, Session

SOUGHT: dict[str, dict[str, Kind]] = {
    "person": {"alias": Kind.NAME, "name": Kind.NAME, "number": Kind.NUMBER},
    "advert_evidence": {
        "shown_name": Kind.NAME,
        "number": Kind.NUMBER,
        "address": Kind.ADVERT,
        "other_site": Kind.ADVERT,
    },
}
"""By form, the questions (their last names) that hold such a thing."""
_PAGE = 500


def known(session: Session) -> tuple[Known, ...]:
    """All that the newest versions of the vault's records say."""
    found: dict[tuple[Kind, str], Known] = {}
    for form, record in _records(session):
        content = session.records.newest(record).content
        for kind, text in _said(content, SOUGHT[form]):
            found.setdefault((kind, text), Known(kind, text, record))
    return tuple(found.values())


def _said(content: bytes, sought: dict[str, Kind]) -> Iterator[tuple[Kind, str]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for element in etree.fromstring(content, parser).iter("{*}*"):
        text = (element.text or "").strip()
        kind = sought.get(etree.QName(element).localname)
        if kind is None or not text or len(element):
            continue
        if kind == Kind.NUMBER and not any(sign.isdigit() for sign in text):
            kind = Kind.ADVERT  # an address to write to, a handle
        elif kind == Kind.NUMBER and "@" in text:
            kind = Kind.ADVERT
        yield kind, text


def _records(session: Session) -> Iterator[tuple[str, RecordId]]:
    for form in SOUGHT:
        before: int | None = None
        while rows := session.records.page(_PAGE, before, form):
            yield from ((form, RecordId(row.id)) for row in rows)
            before = rows[-1].number
