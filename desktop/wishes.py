"""What a person said that she wants or does not want: her last word in her record counts."""

from collections.abc import Iterable
from datetime import date

from lxml import etree

from desktop.discretion import PERSON
from forms import markup
from storage import RecordId, Session, Version


def agrees(record: etree._Element, to: str) -> bool:
    """Whether a liaison record holds no refusal of `to`, an agreement as the form calls it.

    The agreement that stands furthest down counts. Silence is no refusal.
    """
    may = True
    for each in record.iterfind(".//{*}agreements"):
        if _text(each, "agreement") == to:
            taken_back = _text(each, "withdrawn")
            may = _text(each, "agreed") in ("", "yes") and not (
                taken_back and taken_back <= date.today().isoformat()
            )
    return may


def declined(session: Session, records: Iterable[RecordId]) -> bool:
    """Whether one of `records` is of somebody who does not want to be handed over."""
    people = [id for id in records if session.records.row(id).form == PERSON]
    return not all(map(_may_hand_over, session.records.newest_of(people)))


def _may_hand_over(version: Version) -> bool:
    root = markup.parse(version.content)
    return _text(root, "handover") != "declined" and agrees(root, "handover")


def _text(root: etree._Element, name: str) -> str:
    return (root.findtext(f".//{{*}}{name}") or "").strip()
