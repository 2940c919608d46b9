"""The chain of custody: a step that is written down stays, and the log knows who held what."""

from datetime import datetime

from exports.papers import Handled
from forms import markup
from storage import RecordId, Session
from storage.chain.audit import Action, Entry
from translations.interface import _

FORM = "advert_evidence"
_STEPS, _NAMES = ".//{*}custody", ("at", "who", "what", "from", "to", "why")


def lost(form: str, before: bytes, after: bytes) -> bool:
    """Whether an amendment would change or take out a step of custody that is written down.

    What a step left open may be filled in; new steps may stand anywhere (CPIA 1996; design).
    """
    if form != FORM:
        return False
    there = _steps(after)
    for step in _steps(before):
        kept = next((one for one in there if _holds(one, step)), None)
        if kept is None:
            return True
        there.remove(kept)
    return False


def handled(session: Session, record: RecordId) -> list[Handled]:
    """What the log says was done with the files of `record`, and with it as a whole."""
    titles = {one.hash: one.title for one in session.attachments.of(record)}
    found = []
    for entry in session.audit.entries(record):
        title = titles.get(entry.hash, "")
        what = _words(entry, bool(title))
        if what:
            at = datetime.fromisoformat(entry.time)
            found.append(Handled(at, entry.person, what, entry.reason, entry.recipient, title))
    return found


def _words(entry: Entry, is_file: bool) -> str:
    """What was done, in words; "" for what is not about custody."""
    if is_file:
        told = {
            Action.COLLECTION: _("Taken into the notebook, and hashed"),
            Action.CONSULTATION: _("Looked at"),
            Action.DISCLOSURE: _("A copy left the notebook"),
            Action.ADMINISTRATION: _("The copy was not written after all"),
        }
        return told.get(Action(entry.action), "")
    if entry.action == Action.DISCLOSURE:
        return _("The record left the notebook as a document")
    return ""


def _steps(content: bytes) -> list[dict[str, str]]:
    root = markup.parse(content)
    steps = [
        {name: (each.findtext(f"{{*}}custody_{name}") or "").strip() for name in _NAMES}
        for each in root.iterfind(_STEPS)
    ]
    return [step for step in steps if any(step.values())]


def _holds(now: dict[str, str], before: dict[str, str]) -> bool:
    return all(now[name] == said for name, said in before.items() if said)
