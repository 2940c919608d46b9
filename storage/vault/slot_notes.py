"""What the vault remembers of its key slots for its officer: since when, held by whom, last tried.

The header can be read by anybody who has the laptop, so none of this stands in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from storage.keys.header import Header
from storage.keys.slots import SHARES, Json
from storage.session import Session

_NAME = "keys.notes"
_SIZES = ("threshold", "count")


@dataclass(frozen=True, slots=True)
class SlotNote:
    """What is remembered of one slot.

    Attributes:
        since: when it was made (ISO 8601 with offset); "" where nobody knows.
        tried: when it last opened the vault for a trial; "" where it never did.
        holders: who holds the shares, in their order; "" for one nobody is named for.
    """

    since: str = ""
    tried: str = ""
    holders: tuple[str, ...] = ()


def notes(session: Session) -> Mapping[str, SlotNote]:
    """The notes by the slots' ids; there are none of slots that an older Fieldbook made."""
    kept = session.settings.get(_NAME, {})
    return {
        id: SlotNote(note["since"], note["tried"], (*note["holders"],)) for id, note in kept.items()
    }


def learn(session: Session, header: Header, before: Header | None = None) -> None:
    """Remember which slots stand in `header` now, and forget those that are gone.

    Shares that take the place of as many others are held by the same people.

    Parameters:
        before: the header that stood before; None for a vault's first.
    """
    known = notes(session)
    old = {slot["id"] for slot in before.slots} if before else set()
    new = {slot["id"] for slot in header.slots}
    left = [slot for slot in before.slots if slot["id"] not in new] if before else []
    made = {}
    for slot in header.slots:
        note = known.get(slot["id"], SlotNote("" if slot["id"] in old else session.now()))
        if slot["type"] == SHARES and slot["id"] not in old:
            note = replace(note, holders=_taken_over(slot, left, known))
        made[slot["id"]] = note
    _keep(session, made)


def name_holders(session: Session, id: str, holders: Sequence[str]) -> None:
    """Remember who holds the shares of the slot `id`."""
    _change(session, id, lambda note: replace(note, holders=(*holders,)))


def remember_trial(session: Session, id: str) -> None:
    """Remember that the slot `id` has opened the vault for a trial now."""
    _change(session, id, lambda note: replace(note, tried=session.now()))


def _taken_over(slot: Json, left: list[Json], known: Mapping[str, SlotNote]) -> tuple[str, ...]:
    """Who held the shares whose place `slot` takes; each old slot is taken over once."""
    for old in left:
        if old["type"] == SHARES and all(old[size] == slot[size] for size in _SIZES):
            left.remove(old)
            return known.get(old["id"], SlotNote()).holders
    return ()


def _change(session: Session, id: str, change: Callable[[SlotNote], SlotNote]) -> None:
    known = notes(session)
    _keep(session, {**known, id: change(known.get(id, SlotNote()))})


def _keep(session: Session, made: Mapping[str, SlotNote]) -> None:
    session.settings.set(_NAME, {id: asdict(note) for id, note in made.items()})
