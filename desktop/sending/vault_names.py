"""What the vault knows of people who must not be found through a report, for the check to look for.

Those who exploit are what reports are about: what forms ask of them is left out, and so is who
helps. All else that was ever typed is gone through, whatever the form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from lxml import etree

from exports.sanitising import Kind, Known, gather
from storage import RecordId, Session

SOUGHT = """
person           name    alias name
person           number  number
person           hers    window area_reference code_word force_record
advert_evidence  name    shown_name
advert_evidence  number  number
advert_evidence  advert  address site other_site
referral         name    name nickname
referral         hers    safe_contact_more own_reference home_office_ref crime_ref
victim_contract  people  pronouns
victim_contract  hers    hours words discreet evidence_plan
safety_plan      people  trusted buddy children leaving_must_not_know safe_contact keep_agreed
safety_plan      hers    safe_place places leaving_housing leaving_adverts leaving_children online
contact          hers    said wishes promise answered_note
encounter        hers    safe_way after_leaving
concern_notification people about dependant dependant_care
num_report       none    number vehicle offender method
premises         place   reference
*                none    start end today deviceid instanceID instanceName entry_time event_time
*                none    reporter referrer spoc liaison_officer deputy officer member agency service
*                none    designated_officer local_authority child_abuse_unit missing_coordinator
*                none    partner organisation guardian who_more interpreter_ref sha256
*                none    custody_who custody_from custody_to
*                none    exploiter exploiter_where offender subject subject_link booking_tenancy
*                name    alias nickname working_name known_as name_used
*                number  phone telephone mobile phone_number
*                advert  url website handle username email profile
*                place   home_address address_line street flat
"""
"""A form (* for every other), what its answers are, and the last names of the questions.

`name`, `number`, `advert` and `place` are so as a whole. In `hers`, which is about her life, any
number, page, address or number plate counts, in `people` somebody's name too. Questions that are
not here are gone through for numbers, pages and addresses. `none` is left out, as is every
question that begins with `suspect`.
"""
_KINDS = {
    "name": Kind.NAME,
    "number": Kind.NUMBER,
    "advert": Kind.ADVERT,
    "place": Kind.ADDRESS,
}
_WORDS = "words"
_NOT_READ = frozenset({"intelligence_report"})
_PAGE = 500
_KEPT = 4096  # newest versions whose yield is remembered while the notebook is open


def _table() -> dict[tuple[str, str], str]:
    rows = (line.split() for line in SOUGHT.strip().splitlines())
    return {(form, question): role for form, role, *asked in rows for question in asked}


_ROLES = _table()


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a vault: its newest versions, and the names its files came with."""

    versions: tuple[tuple[RecordId, str, bytes], ...]
    """Each record, its form and its content."""
    titles: tuple[tuple[RecordId, str], ...]


def typed(session: Session) -> Typed:
    """All of it, as quickly as it can be read; it is gone through elsewhere."""
    files = session.attachments.every()
    return Typed(tuple(_records(session)), tuple((file.record, file.title) for file in files))


def known(said: Typed) -> tuple[Known, ...]:
    """What of `said` is to be sought."""
    found: dict[tuple[Kind, str], Known] = {}
    for record, form, content in said.versions:
        for kind, text in _said(form, content):
            found.setdefault((kind, text), Known(kind, text, record))
    for record, title in said.titles:
        name = PurePath(title).stem.replace("_", " ").replace("-", " ")
        for kind, text in gather(name, names=True, plates=True):
            found.setdefault((kind, text), Known(kind, text, record))
    return tuple(found.values())


def role(form: str, question: str) -> str:
    """What the answers to `question` of `form` are, in the words of `SOUGHT`; or `words`."""
    if question.startswith("suspect"):
        return "none"
    return _ROLES.get((form, question)) or _ROLES.get(("*", question), _WORDS)


@lru_cache(maxsize=_KEPT)
def _said(form: str, content: bytes) -> tuple[tuple[Kind, str], ...]:
    """What one version says, in its order."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return tuple(
        said
        for element in etree.fromstring(content, parser).iter("{*}*")
        if not len(element) and (element.text or "").strip()
        for said in _of(role(form, etree.QName(element).localname), (element.text or "").strip())
    )


def _of(role: str, text: str) -> Iterator[tuple[Kind, str]]:
    kind = _KINDS.get(role)
    if kind is Kind.NUMBER and ("@" in text or not any(sign.isdigit() for sign in text)):
        kind = Kind.ADVERT  # an address to write to, a handle
    if kind is not None:
        yield kind, text
    if kind is None and role != "none":
        yield from gather(text, names=role == "people", plates=role in ("people", "hers"))


def _records(session: Session) -> Iterator[tuple[RecordId, str, bytes]]:
    before: int | None = None
    while rows := session.records.page(_PAGE, before):
        wanted = [RecordId(row.id) for row in rows if row.form not in _NOT_READ]
        yield from (
            (one.record, one.form, one.content) for one in session.records.newest_of(wanted)
        )
        before = rows[-1].number
