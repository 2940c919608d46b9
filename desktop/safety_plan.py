"""A safety plan belongs to the person: its text stays in the vault only while she agrees to it.

While it is written, its draft has a key of its own that is destroyed when it is finalised and after
a day at the latest. What is finalised keeps that a plan was offered and made, when, who holds it,
the safe contact and the review; everything else is taken out unless `keep_text` says yes: not only
the section `plan`, but which parts she wanted too. When she takes her agreement back, the versions
that hold the text are purged. (Design; the form says so itself, and Data Protection Act 2018,
s.35.)
"""

from lxml import etree

from storage import Filled, RecordId, Session, Version
from translations.interface import _

FORM = "safety_plan"
_PLAN, _AGREED = "plan", "kept/keep_text"
KEPT = {"start": {"outcome"}, "kept": {"holder", "safe_contact", "keep_text", "review"}}
"""What stays of these sections without her agreement; nothing stays of `plan`."""


def is_fleeting(form: str) -> bool:
    """Whether drafts of this form must not outlive a day."""
    return form == FORM


def to_keep(form: str, content: bytes) -> bytes:
    """What may be kept of a finalised instance: all of it, or a safety plan without its text."""
    if form != FORM:
        return content
    root = _parsed(content)
    if _said(root, _AGREED) == "yes":
        return content
    for plan in _children(root, _PLAN):
        root.remove(plan)
    for section, names in KEPT.items():
        for around in _children(root, section):
            for child in list(around):
                if _name(child) not in names:
                    around.remove(child)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def holds_text(version: Version) -> bool:
    """Whether a version keeps words of a safety plan's text."""
    return version.form == FORM and has_text(version.content)


def amending(
    session: Session, record: RecordId, base: int, content: Filled, reason: str
) -> Version:
    """Amend a record; where a safety plan's text goes, it goes from every version before too.

    Raises:
        RecordHeld: the text must go, and a hold stands on the record.
    """
    before = session.records.versions(record) if content.form == FORM else []
    if before and not has_text(content.content) and any(map(holds_text, before)):
        return session.purging.replace(record, base, content, reason, withdrawn())[0]
    return session.records.amend(record, base, content, reason)


def is_agreed(content: bytes) -> bool:
    """Whether she agreed that the text is kept."""
    return _said(_parsed(content), _AGREED) == "yes"


def withdrawn() -> str:
    """By which rule a plan's text is purged, for the receipt."""
    return _("Her agreement to keep the text was withdrawn")


def has_text(content: bytes) -> bool:
    """Whether an instance holds words of a plan."""
    plans = _children(_parsed(content), _PLAN)
    return any(text.strip() for plan in plans for text in plan.itertext())


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def _children(root: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in root if _name(child) == name]


def _name(element: etree._Element) -> str:
    """Without its namespace; "" for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _said(root: etree._Element, path: str) -> str:
    found = [root]
    for name in path.split("/"):
        found = [child for parent in found for child in _children(parent, name)]
    return (found[0].text or "").strip() if found else ""
