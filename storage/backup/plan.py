"""What a vault remembers of its backups: where they go, the last one, and when one is due."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.chain.audit import Action
from storage.folder import backup_sets
from storage.folder.backup_sets import Backup, Keep
from storage.session import Session

_PLAN, _LAST = "backup.plan", "backup.last"


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a vault's backups go and how many stay; `every_hours` 0 makes none by itself."""

    place: Path
    every_hours: int = 24
    keep: Keep = backup_sets.USUAL


@dataclass(frozen=True, slots=True)
class Last:
    """The newest backup that the vault knows of: when (ISO 8601), where, and with how much."""

    made: str
    folder: str
    records: int


def plan(session: Session) -> Plan | None:
    """Where backups go by themselves, or None where nobody has said."""
    value = session.settings.get(_PLAN)
    if value is None:
        return None
    return Plan(Path(value["place"]), int(value["every_hours"]), Keep.of_json(value["keep"]))


def set_plan(session: Session, plan: Plan) -> None:
    """Let backups go to `plan.place` from now on."""
    value = {
        "place": str(plan.place),
        "every_hours": plan.every_hours,
        "keep": plan.keep.as_json(),
    }
    session.settings.set(_PLAN, value)
    session.audit.append(Action.ADMINISTRATION, reason=f"Backups go to {plan.place}.")


def last(session: Session) -> Last | None:
    """The newest backup that the vault knows of."""
    value = session.settings.get(_LAST)
    return None if value is None else Last(**value)


def last_erasure(session: Session) -> str:
    """When something was last erased (ISO 8601), "" if never: earlier backups still hold it."""
    return session.audit.last(Action.ERASURE)


def holding_erased(session: Session, backups: list[Backup]) -> list[Backup]:
    """Those of `backups` that were made before the last erasure, and may hold what it erased."""
    erased = last_erasure(session)
    if not erased:
        return []
    return [backup for backup in backups if backup.made <= datetime.fromisoformat(erased)]


def is_due(plan: Plan, newest: Last | None, now: datetime) -> bool:
    """Whether a backup by itself is due at `now`; a clock that was set back makes it due."""
    if not plan.every_hours:
        return False
    if newest is None:
        return True
    hours = (now - datetime.fromisoformat(newest.made)).total_seconds() / 3600
    return not 0 <= hours < plan.every_hours


def remember(session: Session, done: Backup, gone: int) -> None:
    """Note in settings and log that a backup is done, and that `gone` older ones were removed."""
    last = Last(done.made.isoformat(), str(done.folder), session.records.count())
    session.settings.set(_LAST, {name: getattr(last, name) for name in Last.__slots__})
    rotated = f" {gone} older ones were removed." if gone else ""
    session.audit.append(
        Action.ADMINISTRATION, reason=f"A backup was made and checked: {done.folder}.{rotated}"
    )
