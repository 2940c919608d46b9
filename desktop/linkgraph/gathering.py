"""From the vault to the graph. What may become a thing in it is decided here, and nowhere else.

Things come from three forms alone, and of these from the answers about those who exploit:

- intelligence reports: their subjects, and the report itself;
- advert evidence: how a suspect made contact; the advert and its numbers only where somebody else
  controls them (NPCC 2019, 5.6 and 5.11), and never the name that is shown;
- premises: only with a recorded ground of exploitation (NPCC 2019, 5.8), by the neutral reference.

No person, encounter, contact, visit or plan is read. A subject that is called as somebody under
People is left out: whoever is met is never drawn.
"""

from collections.abc import Iterable, Iterator

from lxml import etree

from desktop.discretion import PERSON
from desktop.linkgraph.model import Graph, Kind, Thing, Tie
from forms import markup
from storage import RecordId, Session, Version, reference
from storage.tables.folding import fold

REPORT, ADVERT, PREMISES = "intelligence_report", "advert_evidence", "premises"
MOST = 1000
"""Records of each form that are drawn, the newest."""
_PEOPLE = 10_000
_SUBJECTS = {
    **{kind.value: kind for kind in Kind if kind is not Kind.REPORT},
    "": Kind.OBJECT,
}
_FOUND = list[tuple[Kind, str, str]]
"""Kind, words, and what the words of the link say."""


def gather(session: Session) -> Graph:
    """The graph of everything that is in the vault now."""
    met = {fold(row.title) for row in session.records.page(_PEOPLE, form=PERSON)}
    things: dict[str, Thing] = {}
    ties: dict[Tie, None] = {}
    versions: list[tuple[str, int]] = []
    left_out = 0
    for version in _versions(session):
        named = _named(version)
        found = [each for each in named if fold(each[1]) not in met]
        left_out += len(named) - len(found)
        if not found:
            continue
        versions.append((version.record, version.number))
        keys = [_take(things, kind, words, version.record) for kind, words, _link in found]
        if version.form == REPORT:
            hub = _take(things, Kind.REPORT, reference(version.record), version.record)
            ties.update(dict.fromkeys(_tie(hub, key) for key in keys if key != hub))
            ties.update(dict.fromkeys(_between(keys, found)))
        else:
            ties.update(dict.fromkeys(_tie(keys[0], key) for key in keys[1:] if key != keys[0]))
    return Graph(tuple(things.values()), tuple(ties), tuple(versions), left_out)


def _versions(session: Session) -> Iterator[Version]:
    """The newest versions of the records that are read, oldest record first."""
    rows = [
        row for form in (REPORT, ADVERT, PREMISES) for row in session.records.page(MOST, form=form)
    ]
    rows.sort(key=lambda row: row.number)
    yield from session.records.newest_of([RecordId(row.id) for row in rows])


def _named(version: Version) -> _FOUND:
    """What a record names of those who exploit."""
    root = markup.parse(version.content)
    if version.form == REPORT:
        return list(_subjects(root))
    if version.form == ADVERT:
        return list(_advert(root))
    return list(_premises(root))


def _subjects(root: etree._Element) -> Iterator[tuple[Kind, str, str]]:
    for each in root.iterfind(".//{*}subjects"):
        words = _text(each, "subject")
        if words:
            kind = _SUBJECTS.get(_text(each, "subject_kind"), Kind.OBJECT)
            yield kind, words, _text(each, "subject_link")


def _advert(root: etree._Element) -> Iterator[tuple[Kind, str, str]]:
    if _text(root, "who_edits") == "other":
        words = _text(root, "address") or _text(root, "site")
        if words:
            yield Kind.NUMBER, words, ""
    if _text(root, "who_controls_number") == "other":
        for each in root.iterfind(".//{*}number"):
            if each.text and each.text.strip():
                yield Kind.NUMBER, each.text.strip(), ""
    for each in root.iterfind(".//{*}suspect_contact"):
        for name in ("suspect_handle", "suspect_number"):
            if words := _text(each, name):
                yield Kind.NUMBER, words, ""


def _premises(root: etree._Element) -> Iterator[tuple[Kind, str, str]]:
    has_ground = _text(root, "exploitation_ground") not in ("", "none")
    words = _text(root, "reference")
    if words and has_ground and _text(root, "ground_why"):
        yield Kind.PLACE, words, ""


def _take(things: dict[str, Thing], kind: Kind, words: str, record: str) -> str:
    """Add a thing, or the record to one that is there; gives its key."""
    key = f"{kind}:{' '.join(fold(words).split())}"
    known = things.get(key)
    if known is None:
        things[key] = Thing(key, kind, words, (record,))
    elif record not in known.records:
        things[key] = Thing(key, kind, known.words, (*known.records, record))
    return key


def _between(keys: list[str], found: _FOUND) -> Iterable[Tie]:
    """Ties between two subjects of a report, where the words of one's link name the other."""
    for key, (_kind, _words, link) in zip(keys, found, strict=True):
        for other, (_other_kind, words, _other_link) in zip(keys, found, strict=True):
            if other != key and link and fold(words) in fold(link):
                yield _tie(key, other)


def _tie(one: str, other: str) -> Tie:
    return Tie(*sorted((one, other)))


def _text(root: etree._Element, name: str) -> str:
    found = root.find(f".//{{*}}{name}")
    return (found.text or "").strip() if found is not None else ""
